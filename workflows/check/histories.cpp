// Histories that nothing comes back to, and those that can only give their default.
#include <algorithm>

#include "workflows/check/findings.hpp"
#include "workflows/check/places.hpp"
#include "workflows/check/time_messages.hpp"

namespace guichet::check {

namespace {

using base::Message;
using model::StateIndex;
using model::Workflow;

bool is_target(const Workflow& workflow, StateIndex history) {
  const auto names = [&](const std::vector<StateIndex>& targets) {
    return std::ranges::find(targets, history) != targets.end();
  };
  return (workflow.reopen && workflow.reopen->target == history) ||
         std::ranges::any_of(workflow.transitions,
                             [&](const model::Transition& arm) { return names(arm.targets); }) ||
         std::ranges::any_of(workflow.states, [&](const model::State& state) {
           return state.initial && names(state.initial->targets);
         });
}

// States that can be active once `left` has been left, arms of any cause taken.
std::vector<bool> reached_after(const Workflow& workflow, StateIndex left) {
  std::vector<bool> reached(workflow.states.size());
  const auto is_inside = [&](StateIndex state) {
    return state == left || workflow.is_descendant(state, left);
  };
  for (bool changed = true; changed;) {
    changed = false;
    for (const model::Transition& arm : workflow.transitions) {
      if (arm.targets.empty()) continue;
      // Taken inside, it leaves where a target is outside; from around it, it leaves in any case.
      const bool leaves =
          is_inside(arm.source)
              ? std::ranges::any_of(arm.targets, [&](StateIndex to) { return !is_inside(to); })
              : workflow.is_descendant(left, arm.source);
      if (!leaves && !reached[static_cast<std::size_t>(arm.source.value)]) continue;
      for (const StateIndex state : entered_by(workflow, arm.targets)) {
        if (reached[static_cast<std::size_t>(state.value)]) continue;
        reached[static_cast<std::size_t>(state.value)] = changed = true;
      }
    }
  }
  return reached;
}

void check_return(Reading& reading, const model::Transition& arm, StateIndex history) {
  const Workflow& workflow = reading.workflow;
  const StateIndex of = workflow.at(history).parent;
  if (of == model::kRoot || arm.source == of || workflow.is_descendant(of, arm.source)) return;
  const std::vector<bool> after = reached_after(workflow, of);
  for (std::int32_t i = arm.source.value; i <= workflow.at(arm.source).last.value; ++i) {
    if (after[static_cast<std::size_t>(i)]) return;
  }
  reading.diagnostics.info(arm.at, Message(messages::kNeverLeft, {workflow.at(of).path}),
                           Message(messages::kGoToItself, {workflow.at(of).path}));
}

}  // namespace

void find_idle_histories(Reading& reading) {
  const Workflow& workflow = reading.workflow;
  const std::vector<bool> reached = reachable_states(workflow);
  for (std::size_t i = 1; i < workflow.states.size(); ++i) {
    const model::State& state = workflow.states[i];
    const StateIndex index{static_cast<std::int32_t>(i)};
    if (!model::is_history(state.kind) || is_target(workflow, index)) continue;
    const std::string& of = workflow.at(state.parent).path;
    const std::string name = state.id == kOwnHistory ? of : state.path;
    reading.diagnostics.info(state.at, Message(messages::kNeverAgain, {name}),
                             Message(messages::kComeBack, {name}));
  }
  for (const model::Transition& arm : workflow.transitions) {
    if (!reached[static_cast<std::size_t>(arm.source.value)]) continue;
    for (const StateIndex target : arm.targets) {
      if (model::is_history(workflow.at(target).kind)) check_return(reading, arm, target);
    }
  }
}

}  // namespace guichet::check
