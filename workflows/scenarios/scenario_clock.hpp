// How far a scenario's clock has come, read from its file: what is written for an earlier moment is
// a slip. Private to this module.
#pragma once

#include <optional>

#include "engine/yaml/node.hpp"
#include "workflows/bundle/desk.hpp"

namespace guichet::scenarios {

class ScenarioClock {
 public:
  explicit ScenarioClock(const bundle::Desk& desk) : desk_(desk) {}

  // Where the scenario begins: at its clock, or where those that it includes end.
  void begin(const yaml::Node& scenario, int depth = 0);
  // Moves on as the step says; a moment that is past is reported. Where a timer is waited for, only
  // the least is known.
  void step(const yaml::Node& step, base::Diagnostics& diagnostics);

 private:
  void until(const yaml::Node& moment, base::Diagnostics& diagnostics);
  void advance(const yaml::Node& delay);

  const bundle::Desk& desk_;
  std::optional<base::Instant> now_;
};

}  // namespace guichet::scenarios
