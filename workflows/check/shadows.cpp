// Declarations that another one always comes before: of an inner state, of a wider pattern above in
// the same state, or of a state that is left as soon as it is entered.
#include <algorithm>

#include "workflows/check/findings.hpp"
#include "workflows/check/guard_messages.hpp"
#include "workflows/check/places.hpp"
#include "workflows/check/verbs.hpp"
#include "workflows/kernel/kernel.hpp"

namespace guichet::check {

namespace {

using base::Message;
using model::Cause;
using model::Declaration;
using model::StateIndex;
using model::Workflow;

bool always_takes(const Workflow& workflow, const Declaration& declaration) {
  return std::ranges::any_of(
      declaration.arms, [&](model::TransitionIndex arm) { return workflow.at(arm).when.empty(); });
}

// Does every event that `inner` is written for fit `outer` too?
bool is_wider(const std::string& outer, const std::string& inner) {
  const bool pattern = inner.ends_with(".*") || inner == "*";
  if (!pattern) return kernel::matches(outer, inner);
  if (inner == "*") return outer == "*";
  const std::string stem = inner.substr(0, inner.size() - 2);
  return kernel::matches(outer, stem) && kernel::matches(outer, stem + ".x");
}

// Does `first` take all that could come to `second`?
bool covers(const Workflow& workflow, const Declaration& first, const Declaration& second) {
  if (first.cause != second.cause || !always_takes(workflow, first)) return false;
  if (first.cause == Cause::event) return is_wider(first.name, second.name);
  if (first.cause == Cause::reply) return first.name == second.name;
  return first.cause == Cause::action && first.name == second.name &&
         std::ranges::all_of(second.by, [&](const std::string& role) {
           return std::ranges::find(first.by, role) != first.by.end();
         });
}

class Shadows {
 public:
  Shadows(Reading& reading, const std::vector<bool>& reached)
      : reading_(reading), workflow_(reading.workflow), reached_(reached) {}

  void check(const Declaration& declaration) {
    const bool selected = declaration.cause == Cause::event || declaration.cause == Cause::action ||
                          declaration.cause == Cause::reply;
    if (!selected || !reached_[static_cast<std::size_t>(declaration.state.value)]) return;
    const Declaration* first = nullptr;
    for (std::int32_t i = declaration.state.value; i <= workflow_.at(declaration.state).last.value;
         ++i) {
      const StateIndex leaf{i};
      if (!is_resting(leaf)) continue;
      const Declaration* inner = covering(declaration, leaf);
      if (inner == nullptr) return;
      first = first == nullptr ? inner : first;
    }
    if (first == nullptr) return;
    reading_.diagnostics.warning(declaration.at,
                                 Message(messages::kShadowed, {declaration.name, first->name,
                                                               workflow_.at(first->state).path}),
                                 Message(messages::kRemoveOneOfTheTwo), {first->at});
  }

 private:
  bool is_resting(StateIndex index) const {
    return reached_[static_cast<std::size_t>(index.value)] &&
           workflow_.at(index).kind == model::StateKind::atomic;
  }

  // What comes before `declaration` while `leaf` is active.
  const Declaration* covering(const Declaration& declaration, StateIndex leaf) const {
    for (StateIndex up = leaf;; up = workflow_.at(up).parent) {
      for (const model::DeclarationIndex index : workflow_.at(up).declarations) {
        const Declaration& other = workflow_.at(index);
        if (&other == &declaration) return nullptr;
        if (covers(workflow_, other, declaration)) return &other;
      }
      if (up == declaration.state) return nullptr;
    }
  }

  Reading& reading_;
  const Workflow& workflow_;
  const std::vector<bool>& reached_;
};

bool is_passing(const Workflow& workflow, StateIndex index) {
  const model::State& state = workflow.at(index);
  return state.kind == model::StateKind::atomic &&
         std::ranges::any_of(state.always, [&](model::TransitionIndex arm) {
           const model::Transition& line = workflow.at(arm);
           return line.when.empty() && !line.targets.empty();
         });
}

void check_passing(Reading& reading, StateIndex index) {
  if (!is_passing(reading.workflow, index)) return;
  const View& view = reading.views[static_cast<std::size_t>(index.value)];
  for (const View::Item& item : view.entries()) {
    const std::string& key = item.key->text();
    const bool waits = key == "task" || key == "timers" || key == "actions" || key == "replies" ||
                       key == "referral" || key == "checklist";
    if (!waits) continue;
    reading.diagnostics.warning(
        item.key->location(),
        Message(messages::kPassingState, {reading.workflow.at(index).path, key}),
        Message(messages::kConditionOfAlways));
  }
}

}  // namespace

void find_shadows(Reading& reading) {
  const std::vector<bool> reached = reachable_states(reading.workflow);
  Shadows shadows(reading, reached);
  for (const Declaration& declaration : reading.workflow.declarations) shadows.check(declaration);
  for (std::size_t i = 1; i < reading.workflow.states.size(); ++i) {
    if (reached[i]) check_passing(reading, {static_cast<std::int32_t>(i)});
  }
}

}  // namespace guichet::check
