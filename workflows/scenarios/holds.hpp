// What a path promises, held along a scenario: its properties, looked at by the desk itself as it
// looks at them in every case. Private to this module.
#pragma once

#include <functional>
#include <map>
#include <set>
#include <string>

#include "engine/yaml/node.hpp"
#include "workflows/scenarios/stage.hpp"
#include "workflows/scenarios/step_verb.hpp"

namespace guichet::scenarios {

class Holds {
 public:
  // `{WORKFLOW: [PROPERTY, ..]}`.
  explicit Holds(const yaml::Node& promises) : promises_(promises) {}

  using Told = std::function<void(const base::Location& at, const base::Message& what)>;
  // Breaches since it was looked last.
  void look(Stage& stage, base::CaseId kase, const Told& told);
  // At the end of the scenario: what is still awaited, and what has not ended.
  void end(Stage& stage, base::CaseId kase, const Told& told);

 private:
  const yaml::Node& promises_;
  std::map<base::CaseId, std::int64_t> seen_;  // facts looked at
};

void check_holds(StepNames& names, const yaml::Node& promises);

}  // namespace guichet::scenarios
