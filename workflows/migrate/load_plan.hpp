// Reads migration/1 files against the versions that they speak of: every name is looked up in both,
// and every mistake is said at once, with its place.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "engine/base/diagnostic.hpp"
#include "engine/yaml/node.hpp"
#include "workflows/bundle/desk.hpp"
#include "workflows/migrate/plan.hpp"

namespace guichet::migrate {

struct Versions {
  const bundle::Desk& target;
  std::vector<const bundle::Desk*> earlier;  // that cases in flight are pinned to
  // Part of the plan's identity: what is carried out once for one occasion may be for another.
  std::string occasion{};
  // Versions that a plan may name though no case is left in them: it is run a second time.
  std::function<std::vector<const bundle::Desk*>()> published{};
};

// A plan of these files (their roots), for the target. Null where one has errors. `files` may be
// empty: every case goes over that needs no word.
std::shared_ptr<const Plan> load_plan(const std::vector<const yaml::Node*>& files,
                                      const Versions& versions, base::Diagnostics& diagnostics);

}  // namespace guichet::migrate
