#include "workflows/model/workflow.hpp"

#include <algorithm>
#include <cassert>

namespace guichet::model {

namespace {

StateIndex index_of(std::size_t position) {
  return {static_cast<std::int32_t>(position)};
}

void name_state(Workflow& workflow, State& state) {
  if (state.path.empty()) {
    const std::string& parent = workflow.at(state.parent).path;
    state.path = parent.empty() ? state.id : parent + "." + state.id;
  }
  if (state.title.empty()) state.title = state.id;
}

void link_to_parent(Workflow& workflow, StateIndex index) {
  const State& state = workflow.at(index);
  auto& parent = workflow.states[static_cast<std::size_t>(state.parent.value)];
  (is_history(state.kind) ? parent.histories : parent.children).push_back(index);
}

// Descendants follow their ancestor without a gap, so the last one closes an interval.
void extend_ancestors(Workflow& workflow, StateIndex index) {
  for (StateIndex up = index; up != kNoState; up = workflow.at(up).parent) {
    workflow.states[static_cast<std::size_t>(up.value)].last = index;
  }
}

void link_states(Workflow& workflow) {
  for (State& state : workflow.states) {
    state.children.clear();
    state.histories.clear();
    state.timers.clear();
    state.always.clear();
  }
  for (std::size_t i = 0; i < workflow.states.size(); ++i) {
    State& state = workflow.states[i];
    assert((i == 0) == (state.parent == kNoState));
    assert(state.parent < index_of(i) && "a parent comes before its children");
    if (i > 0) {
      name_state(workflow, state);
      link_to_parent(workflow, index_of(i));
    }
    extend_ancestors(workflow, index_of(i));
  }
}

void default_initials(Workflow& workflow) {
  for (State& state : workflow.states) {
    if (state.kind != StateKind::compound || state.initial) continue;
    assert(!state.children.empty() && "a compound has a child");
    state.initial = Initial{{state.children.front()}, {}};
  }
}

void link_transitions(Workflow& workflow) {
  for (std::size_t i = 0; i < workflow.transitions.size(); ++i) {
    Transition& transition = workflow.transitions[i];
    transition.cause = workflow.at(transition.declaration).cause;
    if (transition.cause != Cause::always) continue;
    workflow.states[static_cast<std::size_t>(transition.source.value)].always.push_back(
        {static_cast<std::int32_t>(i)});
  }
  for (std::size_t i = 0; i < workflow.declarations.size(); ++i) {
    Declaration& declaration = workflow.declarations[i];
    if (declaration.title.empty()) declaration.title = declaration.name;
    if (declaration.cause != Cause::timer) continue;
    workflow.states[static_cast<std::size_t>(declaration.state.value)].timers.push_back(
        {static_cast<std::int32_t>(i)});
  }
}

[[maybe_unused]] bool is_consistent(const Workflow& workflow) {
  const auto states = static_cast<std::int32_t>(workflow.states.size());
  const auto is_state = [&](StateIndex index) { return index.value >= 0 && index.value < states; };
  for (std::size_t i = 0; i < workflow.states.size(); ++i) {
    const State& state = workflow.states[i];
    for (const TransitionIndex arm : state.transitions) {
      if (workflow.at(arm).source != index_of(i)) return false;
    }
    for (const DeclarationIndex declared : state.declarations) {
      if (workflow.at(declared).state != index_of(i)) return false;
    }
    if (state.initial && !std::ranges::all_of(state.initial->targets, is_state)) return false;
  }
  return std::ranges::all_of(workflow.transitions, [&](const Transition& transition) {
    return is_state(transition.source) && std::ranges::all_of(transition.targets, is_state);
  });
}

}  // namespace

bool is_history(StateKind kind) {
  return kind == StateKind::shallow_history || kind == StateKind::deep_history;
}

std::optional<StateIndex> Workflow::find_state(std::string_view path) const {
  const auto found = std::ranges::find(states, path, &State::path);
  if (found == states.end()) return std::nullopt;
  return index_of(static_cast<std::size_t>(found - states.begin()));
}

void finish(Workflow& workflow) {
  assert(!workflow.states.empty());
  link_states(workflow);
  default_initials(workflow);
  link_transitions(workflow);
  assert(is_consistent(workflow));
}

}  // namespace guichet::model
