// One scenario under way: its cases, the act of a step, what the step is expected to bring.
// Private to this module.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "engine/yaml/shape.hpp"
#include "workflows/scenarios/scenario.hpp"
#include "workflows/scenarios/stage.hpp"

namespace guichet::scenarios {

// What happened in a step, for its expectations.
struct StepResult {
  std::optional<base::Rejection> rejection;
  std::vector<cases::Fact> facts;
  std::vector<cases::LetterEffect> letters;
};

class ScenarioRun {
 public:
  // `folder` is the scenario file's folder inside the desk, for CSV files beside it.
  ScenarioRun(const std::shared_ptr<const bundle::Desk>& desk, std::string name,
              base::Instant start, std::string folder);

  void step(const yaml::Node& node);
  const std::vector<Failure>& failures() const { return failures_; }

  // Used by the expectations.
  Stage& stage() { return stage_; }
  std::optional<cases::Snapshot> current() { return stage_.load(kase_); }
  // The instance that an id names: a need by workflow or theme, a referral by its partner, the
  // request by its workflow. Closed ones too; the latest of several.
  const cases::Instance* find(const cases::Snapshot& snapshot, std::string_view id,
                              std::string_view need = {}) const;
  void fail(const base::Location& at, std::string what);

 private:
  void move_clock(const yaml::Node& node);
  void act(const yaml::Node& node);
  void intake(const yaml::Node& node);
  void submit(const access::Actor& actor, cases::Body body);
  std::optional<cases::Fields> row_fields(const yaml::Node& intake);
  cases::Fields fields_of(const yaml::Node* with);
  access::Actor actor_of(const yaml::Node& node, std::string_view key) const;
  void note_what_happened();

  std::shared_ptr<const bundle::Desk> desk_;
  std::string name_, folder_;
  Stage stage_;
  base::CaseId kase_{};
  StepResult result_;
  std::map<base::CaseId, std::int64_t> seen_;  // facts known before the step, by case
  std::vector<Failure> failures_;
};

// What `then:` and `exactly:` ask, held against what the step brought.
void expect(ScenarioRun& run, const yaml::Node& then, const StepResult& result);

// A field's value as a scenario or a population writes it.
feel::Stored literal_of(const yaml::Node& node, const vocabulary::Field* field,
                        const vocabulary::Vocabulary& vocabulary);
std::optional<base::LocalTime> moment_of(const yaml::Node& node);
// A fact in a line, for the report of a failure.
std::string describe(const cases::Fact& fact);

}  // namespace guichet::scenarios
