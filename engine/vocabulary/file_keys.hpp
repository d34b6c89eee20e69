// The keys of fields.yaml, level by level, for whoever proposes them: see yaml/shape.hpp.
#pragma once

#include <vector>

#include "engine/yaml/shape.hpp"

namespace guichet::vocabulary {

std::vector<yaml::Elsewhere> field_keys();

}  // namespace guichet::vocabulary
