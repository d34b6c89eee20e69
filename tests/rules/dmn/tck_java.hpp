// The few functions of Java's library that the kit names, for this tool and no other.
#pragma once

#include <vector>

#include "rules/dmn/model.hpp"

namespace guichet::dmn::tck {

std::vector<ExternalFunction> java_functions();

}  // namespace guichet::dmn::tck
