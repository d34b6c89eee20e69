#include "workflows/scenarios/find_scenario.hpp"

#include "engine/yaml/shape.hpp"

namespace guichet::scenarios {

std::vector<FoundScenario> all_scenarios(const bundle::Desk& desk) {
  std::vector<FoundScenario> out;
  for (const auto& [path, root] : desk.documents) {
    const yaml::Node* scenarios = yaml::at(*root, "scenarios");
    if (yaml::header_kind(*root) != "scenario" || scenarios == nullptr) continue;
    if (!scenarios->is_mapping()) continue;
    for (const yaml::Entry& each : scenarios->entries()) {
      out.push_back({each.key.text(), path, &each.value, &each});
    }
  }
  return out;
}

std::optional<FoundScenario> find_scenario(const bundle::Desk& desk, std::string_view name) {
  for (FoundScenario& each : all_scenarios(desk)) {
    if (each.name == name) return std::move(each);
  }
  return {};
}

std::span<const yaml::Node> one_or_many(const yaml::Node& node) {
  return node.is_sequence() ? node.items() : std::span<const yaml::Node>(&node, 1);
}

}  // namespace guichet::scenarios
