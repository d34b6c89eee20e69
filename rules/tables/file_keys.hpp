// The keys of a decision table, level by level, for whoever proposes them: see yaml/shape.hpp.
#pragma once

#include <vector>

#include "engine/yaml/shape.hpp"

namespace guichet::tables {

std::vector<yaml::Elsewhere> table_keys();

}  // namespace guichet::tables
