// What a step of a scenario can do: one entry a verb, in the table of the file that carries it out.
// Private to this module.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/yaml/shape.hpp"
#include "workflows/bundle/desk.hpp"

namespace guichet::scenarios {

class ScenarioRun;

// Checks of the names that a step writes, each reported at its place with a suggestion.
class StepNames {
 public:
  // `folder` is the scenario file's inside the desk.
  StepNames(const bundle::Desk& desk, base::Diagnostics& diagnostics, std::string folder = "")
      : desk_(desk), diagnostics_(diagnostics), folder_(std::move(folder)) {}

  const bundle::Desk& desk() const { return desk_; }
  const std::string& folder() const { return folder_; }
  base::Diagnostics& diagnostics() { return diagnostics_; }

  void moment(const yaml::Node& node);
  void delay(const yaml::Node& node);
  void actor(const yaml::Node& node);     // a role or a member of staff
  void partner(const yaml::Node& node);   // an id of partners.yaml
  void fields(const yaml::Node& values);  // a mapping: field id -> value
  void value(const yaml::Entry& entry);   // one of them
  // Values that the step gives along; where it expects a refusal, they may be what is refused.
  void given(const yaml::Node& values, const yaml::Node& step);
  void field(const yaml::Node& node);  // a field's id
  void flag(const yaml::Node& node);   // true or false
  void act(const yaml::Node& node);    // an action or a reply of some workflow
  // A timer of these workflows; of any where none is named.
  void timer(const yaml::Node& node, const std::vector<const model::Workflow*>& among = {});
  void target(const yaml::Node& node);  // a need, referral or request: workflow, theme, partner
  // A state of these workflows, or of any, by id or path.
  void state(const yaml::Node& node, const std::vector<const model::Workflow*>& among = {});
  // Those that a target may stand for.
  std::vector<const model::Workflow*> workflows_of(const std::string& target) const;
  // One of `known`, which stand at `where`.
  void one_of(const yaml::Node& node, const std::vector<std::string>& known,
              const std::string& where);
  std::vector<std::string> actors() const;
  std::vector<std::string> partners() const;
  // The workflows named, or all.
  std::vector<const model::Workflow*> these(const std::vector<const model::Workflow*>& among) const;

 private:
  const bundle::Desk& desk_;
  base::Diagnostics& diagnostics_;
  std::string folder_;
};

// Paths of the states of these workflows, and every ending of each by whole ids.
std::vector<std::string> state_names(const std::vector<const model::Workflow*>& among);
bool expects_refusal(const yaml::Node& step);

struct StepVerb {
  std::string_view key;             // "reply": its value is `value` below
  unsigned takes;                   // kinds of node that the value may be
  std::span<const yaml::Key> keys;  // of the value, where it is a mapping
  // Carries it out, when the clock stands where the step wants it. A refusal is kept by
  // ScenarioRun::submit; what cannot even be asked is ScenarioRun::fail.
  void (*act)(ScenarioRun& run, const yaml::Node& step, const yaml::Node& value);
  // Checks its names at load; the keys `as`, `recorded_by`, `from`, `need` and `with` of a step
  // are checked for all verbs. nullptr: nothing to check.
  void (*check)(StepNames& names, const yaml::Node& step, const yaml::Node& value) = nullptr;
};

// The tables, one a file: run_path.cpp, run_people.cpp, run_operator.cpp, run_faults.cpp.
std::span<const StepVerb> path_verbs();
std::span<const StepVerb> people_verbs();
std::span<const StepVerb> operator_verbs();
std::span<const StepVerb> fault_verbs();

// `migrate: true` or a plan beside the test: every case goes over to the version in force.
void migrate_cases(ScenarioRun& run, const yaml::Node& step, const yaml::Node& plan);

// All of them; a step has at most one.
std::vector<const StepVerb*> step_verbs();
// The verb of a step and its value; nothing where it only lets time pass or looks.
struct VerbOf {
  const StepVerb* verb = nullptr;
  const yaml::Node* value = nullptr;
};
VerbOf verb_of(const yaml::Node& step);

}  // namespace guichet::scenarios
