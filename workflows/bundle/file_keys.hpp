// The keys of the desk's own files, level by level, for whoever proposes them: see yaml/shape.hpp.
#pragma once

#include <vector>

#include "engine/yaml/shape.hpp"

namespace guichet::bundle {

std::vector<yaml::Elsewhere> desk_keys();
std::vector<yaml::Elsewhere> intake_keys();
std::vector<yaml::Elsewhere> partner_keys();

}  // namespace guichet::bundle
