#include <algorithm>
#include <filesystem>
#include <memory>

#include "workflows/scenarios/check_expected.hpp"
#include "workflows/scenarios/file_keys.hpp"
#include "workflows/scenarios/find_scenario.hpp"
#include "workflows/scenarios/given.hpp"
#include "workflows/scenarios/holds.hpp"
#include "workflows/scenarios/messages.hpp"
#include "workflows/scenarios/other_load.hpp"
#include "workflows/scenarios/population.hpp"
#include "workflows/scenarios/run_step.hpp"
#include "workflows/scenarios/scenario_clock.hpp"
#include "workflows/scenarios/step_verb.hpp"

namespace guichet::scenarios {
namespace {

using base::Message;
using yaml::kEmpty;
using yaml::Key;
using yaml::kMapping;
using yaml::kScalar;
using yaml::kSequence;

constexpr Key kScenarioFileKeys[] = {{"guichet", kScalar, true}, {"scenarios", kMapping, true}};
constexpr Key kScenarioKeys[] = {
    {"clock", kScalar},    {"steps", kSequence}, {"title", kScalar},
    {"given", kMapping},   {"never", kSequence}, {"include", kScalar | kSequence},
    {"workflow", kScalar}, {"holds", kMapping},
};
// What a step may have besides its verb.
constexpr Key kStepKeys[] = {
    {"until", kScalar},
    {"advance", kScalar},
    {"case", kScalar},
    {"as", kScalar},
    {"from", kScalar},
    {"need", kScalar},
    {"with", kMapping},
    {"recorded_by", kScalar},
    {"note", kScalar},
    {"channel", kScalar},
    {"said_on", kScalar},
    {"then", kMapping},
    {"crash", kScalar},
    {"migrate", kScalar},
    {"wait_for", kScalar},
    {"said_by", kScalar},
    {"for", kSequence | kScalar},
    {"keep", kSequence},
    {"load", kMapping},
    {"attempt", kScalar},
};
std::vector<Key> step_keys() {
  std::vector<Key> keys(std::begin(kStepKeys), std::end(kStepKeys));
  for (const StepVerb* each : step_verbs()) keys.push_back({each->key, each->takes});
  return keys;
}

class Checking {
 public:
  Checking(const bundle::Desk& desk, base::Diagnostics& diagnostics)
      : desk_(desk), diagnostics_(diagnostics) {}

  void scenario(const yaml::Entry& entry, const std::string& path) {
    const yaml::Node& node = entry.value;
    names_ = std::make_unique<StepNames>(
        desk_, diagnostics_, std::filesystem::path(path).parent_path().generic_string());
    yaml::check_shape(node, kScenarioKeys, diagnostics_);
    begin(entry);
    if (const yaml::Node* given = yaml::at(node, "given")) {
      check_given(*given, yaml::text_at(node, "workflow"), desk_, diagnostics_);
    }
    if (const yaml::Node* never = yaml::at(node, "never")) check_never(*never, desk_, diagnostics_);
    if (const yaml::Node* holds = yaml::at(node, "holds"); holds && holds->is_mapping()) {
      check_holds(*names_, *holds);
    }
    const yaml::Node* steps = yaml::at(node, "steps");
    if (steps == nullptr || !steps->is_sequence()) return;
    ScenarioClock clock(desk_);
    clock.begin(node);
    for (const yaml::Node& each : steps->items()) {
      step(each);
      clock.step(each, diagnostics_);
    }
    note_if_idle(entry);
  }

 private:
  // A scenario of acts alone shows no more than that they are not refused.
  void note_if_idle(const yaml::Entry& entry) {
    const yaml::Node& node = entry.value;
    for (const std::string_view key : {"never", "holds", "include"}) {
      if (yaml::at(node, key) != nullptr) return;
    }
    const auto expects = [](const yaml::Node& step) {
      return yaml::at(step, "then") != nullptr || yaml::at(step, "crash") != nullptr;
    };
    if (std::ranges::any_of(yaml::at(node, "steps")->items(), expects)) return;
    if (is_included(entry.key.text())) return;
    diagnostics_.info(entry.key.location(), Message(messages::kNothingExpected),
                      Message(messages::kAddThen));
  }

  // Others begin with it: what it leads to is theirs to expect.
  bool is_included(const std::string& name) const {
    return std::ranges::any_of(all_scenarios(desk_), [&](const FoundScenario& other) {
      const yaml::Node* include = yaml::at(*other.node, "include");
      return include != nullptr &&
             std::ranges::any_of(one_or_many(*include),
                                 [&](const yaml::Node& each) { return each.text() == name; });
    });
  }

  // Where a scenario begins: at its clock, or with scenarios that it includes.
  void begin(const yaml::Entry& entry) {
    const yaml::Node& node = entry.value;
    const yaml::Node* include = yaml::at(node, "include");
    if (const yaml::Node* clock = yaml::at(node, "clock")) names_->moment(*clock);
    if (yaml::at(node, "clock") == nullptr && include == nullptr) {
      diagnostics_.error(entry.key.location(), Message(messages::kNoClock));
    }
    if (const yaml::Node* workflow = yaml::at(node, "workflow"); workflow && !desk_.partial) {
      std::vector<std::string> known;
      for (const auto& [id, unused] : desk_.workflows) known.push_back(id);
      names_->one_of(*workflow, known, "workflows/");
    }
    if (include == nullptr) return;
    std::vector<std::string> known;
    for (const FoundScenario& each : all_scenarios(desk_)) known.push_back(each.name);
    for (const yaml::Node& each : one_or_many(*include)) {
      if (std::ranges::find(known, each.text()) == known.end()) {
        diagnostics_.error(each.location(), Message(messages::kUnknownScenario, {each.text()}),
                           base::suggestion(each.text(), known));
      } else if (includes(each.text(), entry.key.text(), 0)) {
        diagnostics_.error(each.location(), Message(messages::kIncludeCircle, {entry.key.text()}));
      }
    }
  }

  // Does the scenario `name` lead back to `to` by what it includes?
  bool includes(const std::string& name, const std::string& to, int depth) const {
    constexpr int kMostDepth = 20;
    if (name == to || depth > kMostDepth) return true;
    const auto found = find_scenario(desk_, name);
    const yaml::Node* include = found ? yaml::at(*found->node, "include") : nullptr;
    return include != nullptr &&
           std::ranges::any_of(one_or_many(*include), [&](const yaml::Node& each) {
             return includes(each.text(), to, depth + 1);
           });
  }

  void step(const yaml::Node& node) {
    yaml::check_shape(node, step_keys_, diagnostics_);
    if (node.entries().empty()) diagnostics_.error(node.location(), Message(messages::kNoAct));
    if (const yaml::Node* until = yaml::at(node, "until")) names_->moment(*until);
    if (const yaml::Node* timer = yaml::at(node, "wait_for")) names_->timer(*timer);
    if (const yaml::Node* advance = yaml::at(node, "advance")) names_->delay(*advance);
    if (const yaml::Node* day = yaml::at(node, "said_on")) names_->moment(*day);
    for (const std::string_view key : {"as", "recorded_by"}) {
      if (const yaml::Node* who = yaml::at(node, key)) names_->actor(*who);
    }
    if (const yaml::Node* from = yaml::at(node, "from")) names_->partner(*from);
    if (const yaml::Node* need = yaml::at(node, "need")) names_->target(*need);
    if (const yaml::Node* crash = yaml::at(node, "crash")) {
      const bool known = crash->text() == "before_commit" || crash->text() == "after_commit";
      if (!known) {
        diagnostics_.error(crash->location(), Message(messages::kBadCrash, {crash->text()}),
                           base::suggestion(crash->text(), {"before_commit", "after_commit"}));
      }
    }
    if (const yaml::Node* with = yaml::at(node, "with")) names_->given(*with, node);
    if (const yaml::Node* load = yaml::at(node, "load"); load && load->is_mapping()) {
      check_load(*names_, *load);
    }
    if (const yaml::Node* attempt = yaml::at(node, "attempt")) names_->flag(*attempt);
    verb(node);
    if (const yaml::Node* expected = yaml::at(node, "then")) check_expected(*names_, *expected);
  }

  // At most one verb, of the right shape, with names that are known.
  void verb(const yaml::Node& node) {
    const StepVerb* first = nullptr;
    for (const yaml::Entry& entry : node.entries()) {
      for (const StepVerb* each : step_verbs()) {
        if (entry.key.text() != each->key) continue;
        if (first != nullptr) {
          diagnostics_.error(
              entry.key.location(),
              Message(messages::kTwoVerbs, {std::string(first->key), entry.key.text()}));
          return;
        }
        first = each;
        if (entry.value.is_mapping()) yaml::check_shape(entry.value, each->keys, diagnostics_);
        if (each->check != nullptr) each->check(*names_, node, entry.value);
      }
    }
  }

  const bundle::Desk& desk_;
  base::Diagnostics& diagnostics_;
  std::unique_ptr<StepNames> names_;  // of the scenario at hand
  const std::vector<Key> step_keys_ = step_keys();
};

}  // namespace

void check_scenario(const FoundScenario& scenario, const bundle::Desk& desk,
                    base::Diagnostics& diagnostics) {
  Checking(desk, diagnostics).scenario(*scenario.entry, scenario.path);
}

void check_outside_scenarios(const bundle::Desk& desk, base::Diagnostics& diagnostics) {
  for (const auto& [path, root] : desk.documents) {
    const std::string_view kind = yaml::header_kind(*root);
    if (kind == "scenario") yaml::check_shape(*root, kScenarioFileKeys, diagnostics);
    if (kind == "population") read_population(*root, desk, diagnostics);
  }
}

void check_scenarios(const bundle::Desk& desk, base::Diagnostics& diagnostics) {
  check_outside_scenarios(desk, diagnostics);
  for (const FoundScenario& each : all_scenarios(desk)) check_scenario(each, desk, diagnostics);
}

std::vector<yaml::Elsewhere> scenario_keys() {
  return {
      {"a scenario file", kScenarioFileKeys}, {"a scenario", kScenarioKeys}, {"a step", kStepKeys}};
}

}  // namespace guichet::scenarios
