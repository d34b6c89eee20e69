// The keys of a scenario file, level by level, for whoever proposes them: see yaml/shape.hpp.
#pragma once

#include <vector>

#include "engine/yaml/shape.hpp"

namespace guichet::scenarios {

std::vector<yaml::Elsewhere> scenario_keys();

}  // namespace guichet::scenarios
