// A migration plan out of YAML, against the versions that a test has.
#pragma once

#include <catch2/catch.hpp>

#include "workflows/migrate/load_plan.hpp"

namespace guichet::tests {

inline std::shared_ptr<const migrate::Plan> make_plan(const std::string& yaml,
                                                      const migrate::Versions& versions) {
  base::Diagnostics diagnostics;
  std::unique_ptr<const yaml::Node> root;
  std::vector<const yaml::Node*> roots;
  if (!yaml.empty()) {
    root = yaml::parse(base::make_source("plan.yaml", yaml), diagnostics);
    REQUIRE(root);
    roots.push_back(root.get());
  }
  auto plan = migrate::load_plan(roots, versions, diagnostics);
  INFO(render_text(diagnostics, base::Language::en));
  REQUIRE(plan);
  return plan;
}

// What is wrong with it: `line:column code`, one a line, in their order.
inline std::vector<std::string> plan_mistakes(const std::string& yaml,
                                              const migrate::Versions& versions) {
  base::Diagnostics diagnostics;
  const auto root = yaml::parse(base::make_source("plan.yaml", yaml), diagnostics);
  REQUIRE(root);
  migrate::load_plan({root.get()}, versions, diagnostics);
  std::vector<std::string> out;
  for (const base::Diagnostic& each : diagnostics.sorted()) {
    const base::Place place = each.at.source->place_of(each.at.offset);
    out.push_back(std::to_string(place.line) + ":" + std::to_string(place.column) + " " +
                  std::string(each.code()));
  }
  return out;
}

}  // namespace guichet::tests
