// A decision table as text, without places, so that two of them can be compared.
#pragma once

#include <string>

#include "rules/tables/table.hpp"

namespace guichet::dmn_test {

std::string describe(const tables::DecisionTable& table);

}  // namespace guichet::dmn_test
