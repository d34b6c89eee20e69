// Scenarios by name, over all files of a desk's tests. Private to this module.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "engine/yaml/shape.hpp"
#include "workflows/bundle/desk.hpp"

namespace guichet::scenarios {

struct FoundScenario {
  std::string name, path;  // path: of its file inside the desk
  const yaml::Node* node = nullptr;
  const yaml::Entry* entry = nullptr;  // the name with it
};

std::vector<FoundScenario> all_scenarios(const bundle::Desk& desk);
std::optional<FoundScenario> find_scenario(const bundle::Desk& desk, std::string_view name);
// The mistakes of this one scenario.
void check_scenario(const FoundScenario& scenario, const bundle::Desk& desk,
                    base::Diagnostics& diagnostics);
// `x` or `[x, y]`.
std::span<const yaml::Node> one_or_many(const yaml::Node& node);

}  // namespace guichet::scenarios
