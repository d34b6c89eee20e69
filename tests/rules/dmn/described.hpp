// A model as text, without places, so that two of them can be compared and the difference seen.
#pragma once

#include <set>
#include <string>

#include "rules/dmn/definitions.hpp"

namespace guichet::dmn_test {

std::string describe(const dmn::Definitions& definitions, bool with_ids = true);
// All ids that the model's elements bear.
std::set<std::string> ids_of(const dmn::Definitions& definitions);

}  // namespace guichet::dmn_test
