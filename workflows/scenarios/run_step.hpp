// One scenario under way: its cases, the act of a step, what the step is expected to bring.
// Private to this module.
#pragma once

#include <expected>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "engine/yaml/shape.hpp"
#include "workflows/scenarios/holds.hpp"
#include "workflows/scenarios/never.hpp"
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
  // `folder` is the scenario file's folder inside the desk, for files beside it.
  ScenarioRun(const std::shared_ptr<const bundle::Desk>& desk, std::string name,
              base::Instant start, std::string folder,
              std::unique_ptr<store::Store> store = nullptr,
              base::Language language = base::Language::fr);
  ScenarioRun(const ScenarioRun&) = delete;
  ScenarioRun& operator=(const ScenarioRun&) = delete;

  // Steps of an included scenario stand in another file.
  void set_folder(std::string folder) { folder_ = std::move(folder); }
  // `never:` and `holds:` are looked at from now on, and at once in the cases that there are.
  void watch(const yaml::Node& never);
  void watch_holds(const yaml::Node& holds);
  // What is promised of the whole way is looked at when it is over.
  void end();
  void step(const yaml::Node& node);
  const std::vector<Failure>& failures() const { return failures_; }

  // For the verbs of steps (step_verb.hpp).
  Stage& stage() { return stage_; }
  const bundle::Desk& desk() const { return stage_.definition(); }
  const std::string& folder() const { return folder_; }
  // The next request opens a case of its own; later steps are about it.
  void begin_case() { kase_ = {}; }
  void set_case(base::CaseId kase) { kase_ = kase; }
  base::CaseId current_case() const { return kase_; }
  // Hands a command in; a refusal is kept for `then`, the case of an accepted one is current.
  void submit(const access::Actor& actor, cases::Body body);
  // A case whose first facts are these; the next step begins with it (see given.hpp).
  void place_case(const std::vector<cases::Event>& events) { kase_ = stage_.place(events); }
  void end_of_given(const yaml::Node& given);
  void refuse(base::Rejection rejection) { result_.rejection = std::move(rejection); }
  access::Actor actor_of(const yaml::Node& step, std::string_view key) const;
  // Values as whoever fills a form in gives them. A wrong one refuses the command that follows.
  cases::Fields fields_of(const yaml::Node* with);
  // The instance that a step is about: `from` a partner, `need` by workflow or theme, else the
  // only need or the request. Nothing, with a failure, where the case has none.
  std::optional<base::InstanceNumber> target(const yaml::Node& step);
  // The instance that an id names: a need by workflow or theme, a referral by its partner, the
  // request by its workflow. Closed ones too; the latest of several.
  const cases::Instance* find(const cases::Snapshot& snapshot, std::string_view id,
                              std::string_view need = {}) const;
  std::optional<cases::Snapshot> current() { return stage_.load(kase_); }
  // In a step that is an attempt, that it cannot be made is no failure.
  void fail(const base::Location& at, const base::Message& what);
  void fail(const base::Location& at, std::string what);
  base::Language language() const { return language_; }
  std::string say(const base::MessageText& text) const { return base::Message(text).in(language_); }
  // What the case has, by which steps name it.
  static std::string instance_names(const cases::Snapshot& snapshot);

 private:
  base::Message refusal() const;  // of this step, with every reason
  void add_failure(const base::Location& at, std::string what);
  void look_at_promises(base::CaseId kase);
  void look_at_promises();
  void set_load(const yaml::Node& node);
  void run_until(base::Instant moment, const yaml::Node& at);
  void carry_out(const yaml::Node& node);
  void check_facts(const yaml::Node& crash);
  void move_clock(const yaml::Node& node);
  void wait_for(const yaml::Node& timer);
  void select_case(const yaml::Node& node);
  void look(const yaml::Node& node);
  void note_what_happened();

  std::string name_, folder_;
  base::Language language_;
  Stage stage_;
  base::CaseId kase_{};
  StepResult result_;
  access::Actor actor_ = access::system_actor();  // of the last command
  bool acting_ = false;                           // what fails now keeps the step from being done
  bool over_ = false;               // a step could not be done: what follows would say nothing
  bool attempt_ = false;            // the step under way may come to nothing
  base::Rejection wrong_{422, {}};  // values of this step that are none
  std::vector<std::unique_ptr<Never>> never_;
  std::vector<std::unique_ptr<Holds>> holds_;
  std::map<base::CaseId, std::int64_t> seen_;  // facts known before the step, by case
  std::vector<Failure> failures_;
};

// Is the letter for this role, person or partner? And the one that "LETTER to WHO" names?
bool is_for(const cases::LetterEffect& letter, const std::string& who, const bundle::Desk& desk);
bool matches(const cases::LetterEffect& letter, const std::string& text, const bundle::Desk& desk);

// What `then:` and `exactly:` ask, held against what the step brought.
void expect(ScenarioRun& run, const yaml::Node& then, const StepResult& result);

// A field's value as a scenario writes it, or why it is none: what a form would say. Of a name that
// is no field's, the text or texts.
std::expected<feel::Stored, base::Message> value_of(const yaml::Node& node,
                                                    const vocabulary::Field* field,
                                                    const vocabulary::Vocabulary& vocabulary);
// `a, b, c`; "-" where there is none.
std::string joined(const std::vector<std::string>& items, std::string_view between = ", ");
// A field's value as a population writes it: what does not fit is kept as its text.
feel::Stored literal_of(const yaml::Node& node, const vocabulary::Field* field,
                        const vocabulary::Vocabulary& vocabulary);
std::optional<base::LocalTime> moment_of(const yaml::Node& node);
// What the case offers now, and why each act that this actor cannot do is closed to it; in lines.
std::vector<std::string> acts_on_offer(Stage& stage, base::CaseId kase, const access::Actor& actor,
                                       base::Language language);
// A fact in a line, for the report of a failure.
std::string describe(const cases::Fact& fact);

}  // namespace guichet::scenarios
