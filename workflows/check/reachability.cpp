// Which states can be active, and from which an end can be reached.
#include <algorithm>

#include "workflows/check/finding_messages.hpp"
#include "workflows/check/findings.hpp"
#include "workflows/check/guard_messages.hpp"

namespace guichet::check {

namespace {

using base::Message;
using model::StateIndex;
using model::StateKind;
using model::Workflow;

std::size_t at(StateIndex index) {
  return static_cast<std::size_t>(index.value);
}

class Entering {
 public:
  explicit Entering(const Workflow& workflow)
      : workflow_(workflow), seen_(workflow.states.size()) {}

  void enter(StateIndex target) {
    enter_below(target);
    for (StateIndex up = workflow_.at(target).parent; up != model::kNoState;
         up = workflow_.at(up).parent) {
      mark(up);
      if (workflow_.at(up).kind == StateKind::parallel) enter_regions(up);
    }
  }
  const std::vector<StateIndex>& entered() const { return entered_; }

 private:
  void enter_below(StateIndex index) {
    if (!mark(index)) return;
    const model::State& state = workflow_.at(index);
    if (state.kind == StateKind::parallel) enter_regions(index);
    if (!state.initial) return;
    for (const StateIndex target : state.initial->targets) enter(target);
  }

  void enter_regions(StateIndex parallel) {
    for (const StateIndex region : workflow_.at(parallel).children) enter_below(region);
  }

  bool mark(StateIndex index) {
    if (seen_[at(index)]) return false;
    seen_[at(index)] = true;
    entered_.push_back(index);
    return true;
  }

  const Workflow& workflow_;
  std::vector<bool> seen_;
  std::vector<StateIndex> entered_;
};

// The parallels around a state: an arm of a sibling region may take it along.
StateIndex outermost_parallel(const Workflow& workflow, StateIndex state) {
  StateIndex found = model::kNoState;
  for (StateIndex up = workflow.at(state).parent; up != model::kNoState;
       up = workflow.at(up).parent) {
    if (workflow.at(up).kind == StateKind::parallel) found = up;
  }
  return found;
}

// From which states a top-level final can be reached: the least fixed point over their arms.
class Ends {
 public:
  explicit Ends(const Workflow& workflow) : workflow_(workflow), ends_(workflow.states.size()) {
    for (std::size_t i = 0; i < workflow_.states.size(); ++i) {
      const model::State& state = workflow_.states[i];
      ends_[i] = state.kind == StateKind::final && state.parent == model::kRoot;
    }
    while (pass()) {
    }
  }
  bool has_end(StateIndex state) const { return ends_[at(state)]; }

 private:
  bool pass() {
    bool changed = false;
    for (std::size_t i = 0; i < ends_.size(); ++i) {
      if (ends_[i] || !leads_on({static_cast<std::int32_t>(i)})) continue;
      ends_[i] = changed = true;
    }
    return changed;
  }

  bool leads_on(StateIndex state) const {
    for (StateIndex up = state; up != model::kNoState; up = workflow_.at(up).parent) {
      if (has_leading_arm(up)) return true;
    }
    const StateIndex around = outermost_parallel(workflow_, state);
    for (StateIndex other = around; around != model::kNoState && other <= workflow_.at(around).last;
         ++other.value) {
      if (has_leading_arm(other)) return true;
    }
    const model::State& of = workflow_.at(state);
    return of.initial && std::ranges::any_of(of.initial->targets,
                                             [&](StateIndex target) { return ends_[at(target)]; });
  }

  bool has_leading_arm(StateIndex state) const {
    return std::ranges::any_of(workflow_.at(state).transitions, [&](model::TransitionIndex arm) {
      return std::ranges::any_of(workflow_.at(arm).targets,
                                 [&](StateIndex target) { return ends_[at(target)]; });
    });
  }

  const Workflow& workflow_;
  std::vector<bool> ends_;
};

}  // namespace

std::vector<StateIndex> entered_by(const Workflow& workflow,
                                   const std::vector<StateIndex>& targets) {
  Entering entering(workflow);
  for (const StateIndex target : targets) entering.enter(target);
  return entering.entered();
}

std::vector<bool> reachable_states(const Workflow& workflow, const std::vector<bool>* never) {
  std::vector<bool> reached(workflow.states.size());
  std::vector<StateIndex> waiting;
  const auto enter = [&](const std::vector<StateIndex>& targets) {
    for (const StateIndex state : entered_by(workflow, targets)) {
      if (reached[at(state)]) continue;
      reached[at(state)] = true;
      waiting.push_back(state);
    }
  };
  enter({model::kRoot});
  if (workflow.reopen) enter({workflow.reopen->target});
  while (!waiting.empty()) {
    const StateIndex state = waiting.back();
    waiting.pop_back();
    for (const model::TransitionIndex arm : workflow.at(state).transitions) {
      const bool skipped = never != nullptr && (*never)[static_cast<std::size_t>(arm.value)];
      if (!skipped) enter(workflow.at(arm).targets);
    }
  }
  return reached;
}

void find_unreachable(const Workflow& workflow, base::Diagnostics& diagnostics) {
  const std::vector<bool> reached = reachable_states(workflow);
  for (std::size_t i = 1; i < reached.size(); ++i) {
    const model::State& state = workflow.states[i];
    // Of a whole branch that is out of reach, its top is named.
    if (reached[i] || model::is_history(state.kind) || !reached[at(state.parent)]) continue;
    diagnostics.warning(state.at, Message(messages::kUnreachable, {state.path}),
                        Message(messages::kLeadThere, {state.id}));
  }
}

void find_unreachable_given(const Workflow& workflow, const std::vector<bool>& never,
                            base::Diagnostics& diagnostics) {
  const std::vector<bool> named = reachable_states(workflow);
  const std::vector<bool> reached = reachable_states(workflow, &never);
  for (std::size_t i = 1; i < reached.size(); ++i) {
    const model::State& state = workflow.states[i];
    const bool is_lost = named[i] && !reached[i] && reached[at(state.parent)];
    if (!is_lost || model::is_history(state.kind)) continue;
    diagnostics.warning(state.at, Message(messages::kUnreachableGiven, {state.path}),
                        Message(messages::kMendCondition));
  }
}

void find_dead_ends(const Workflow& workflow, base::Diagnostics& diagnostics) {
  const auto& children = workflow.at(model::kRoot).children;
  const bool has_final = std::ranges::any_of(
      children, [&](StateIndex child) { return workflow.at(child).kind == StateKind::final; });
  if (!has_final) {
    diagnostics.error(workflow.at(model::kRoot).at, Message(messages::kNoEnd),
                      Message(messages::kAddEnd));
    return;
  }
  const Ends ends(workflow);
  const std::vector<bool> reached = reachable_states(workflow);
  for (std::size_t i = 1; i < reached.size(); ++i) {
    const StateIndex index{static_cast<std::int32_t>(i)};
    const model::State& state = workflow.at(index);
    const bool is_leaf = state.children.empty() && !model::is_history(state.kind);
    if (!reached[i] || !is_leaf || ends.has_end(index)) continue;
    diagnostics.error(state.at, Message(messages::kDeadEnd, {state.path}),
                      Message(messages::kLeadOut));
  }
}

}  // namespace guichet::check
