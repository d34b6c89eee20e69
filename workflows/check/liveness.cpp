// Waits that nothing ends, ends that never come.
#include <algorithm>

#include "workflows/check/finding_messages.hpp"
#include "workflows/check/findings.hpp"
#include "workflows/kernel/kernel.hpp"

namespace guichet::check {

namespace {

using base::Message;
using model::Cause;
using model::StateIndex;
using model::StateKind;
using model::Workflow;

bool leaves(const Workflow& workflow, const model::Declaration& declaration) {
  return std::ranges::any_of(declaration.arms, [&](model::TransitionIndex arm) {
    return !workflow.at(arm).targets.empty();
  });
}

// Is there a declaration that fits, in the state or around it?
template <typename Fits>
bool any_outwards(const Workflow& workflow, StateIndex state, Fits fits) {
  for (StateIndex up = state; up != model::kNoState; up = workflow.at(up).parent) {
    if (std::ranges::any_of(workflow.at(up).declarations, [&](model::DeclarationIndex declared) {
          return fits(workflow.at(declared));
        })) {
      return true;
    }
  }
  return false;
}

bool has_leaving_timer(const Workflow& workflow, StateIndex state) {
  return any_outwards(workflow, state, [&](const model::Declaration& declaration) {
    return declaration.cause == Cause::timer && leaves(workflow, declaration);
  });
}

void check_replies(const Workflow& workflow, StateIndex index, base::Diagnostics& diagnostics) {
  const model::State& state = workflow.at(index);
  const bool waits = std::ranges::any_of(state.declarations, [&](model::DeclarationIndex declared) {
    return workflow.at(declared).cause == Cause::reply;
  });
  if (!waits || has_leaving_timer(workflow, index)) return;
  diagnostics.error(state.at, Message(messages::kEndlessWait, {state.path}),
                    Message(messages::kAddDeadline));
}

// The children have deadlines of their own; what they come to must lead on somewhere.
void check_referral(const Workflow& workflow, StateIndex index, base::Diagnostics& diagnostics) {
  const model::State& state = workflow.at(index);
  if (!state.referral) return;
  const auto ends_it = [&](const model::Declaration& declaration) {
    if (!leaves(workflow, declaration)) return false;
    if (declaration.cause == Cause::timer || declaration.cause == Cause::always) return true;
    return declaration.cause == Cause::event &&
           (kernel::matches(declaration.name, "referral.silent") ||
            kernel::matches(declaration.name, "referral.nobody") ||
            kernel::matches(declaration.name, "referral.changed"));
  };
  if (any_outwards(workflow, index, ends_it)) return;
  diagnostics.error(state.at, Message(messages::kEndlessReferral, {state.path}),
                    Message(messages::kAddReferralEvents));
}

void check_people(const Workflow& workflow, StateIndex index, base::Diagnostics& diagnostics) {
  const model::State& state = workflow.at(index);
  if (state.kind != StateKind::atomic || state.referral) return;
  bool acts = false;
  const bool watched = any_outwards(workflow, index, [&](const model::Declaration& declaration) {
    if (declaration.cause != Cause::action) return true;
    acts = acts || leaves(workflow, declaration);
    return false;
  });
  if (watched || !acts) return;
  diagnostics.warning(state.at, Message(messages::kOnlyPeople, {state.path}),
                      Message(messages::kAddTimer));
}

bool has_final_child(const Workflow& workflow, const model::State& state) {
  return std::ranges::any_of(state.children, [&](StateIndex child) {
    return workflow.at(child).kind == StateKind::final;
  });
}

// A region or state whose content can come to an end.
bool can_end(const Workflow& workflow, StateIndex index) {
  const model::State& state = workflow.at(index);
  if (state.kind == StateKind::compound) return has_final_child(workflow, state);
  return state.kind == StateKind::parallel &&
         std::ranges::all_of(state.children,
                             [&](StateIndex region) { return can_end(workflow, region); });
}

bool listens_to_end(const Workflow& workflow, StateIndex index) {
  const std::string event = "done.state." + workflow.at(index).path;
  return any_outwards(workflow, index, [&](const model::Declaration& declaration) {
    return (declaration.cause == Cause::done && declaration.state == index) ||
           (declaration.cause == Cause::event && kernel::matches(declaration.name, event));
  });
}

void check_done(const Workflow& workflow, StateIndex index, base::Diagnostics& diagnostics) {
  const model::State& state = workflow.at(index);
  for (const model::DeclarationIndex declared : state.declarations) {
    const model::Declaration& declaration = workflow.at(declared);
    if (declaration.cause != Cause::done || can_end(workflow, index)) continue;
    std::string lacking = state.path;
    for (const StateIndex region : state.children) {
      if (state.kind == StateKind::parallel && !can_end(workflow, region)) {
        lacking = workflow.at(region).path;
        break;
      }
    }
    diagnostics.error(declaration.at, Message(messages::kNeverDone, {lacking}));
  }
  const bool ends = state.kind == StateKind::parallel && can_end(workflow, index);
  if (ends && !listens_to_end(workflow, index)) {
    diagnostics.warning(state.at, Message(messages::kDoneMissing, {state.path}),
                        Message(messages::kAddDone));
  }
}

}  // namespace

void find_endless_waits(const Workflow& workflow, base::Diagnostics& diagnostics) {
  const std::vector<bool> reached = reachable_states(workflow);
  for (std::size_t i = 0; i < reached.size(); ++i) {
    if (!reached[i]) continue;
    const StateIndex index{static_cast<std::int32_t>(i)};
    check_replies(workflow, index, diagnostics);
    check_referral(workflow, index, diagnostics);
    check_people(workflow, index, diagnostics);
  }
}

void find_faulty_ends(const Workflow& workflow, base::Diagnostics& diagnostics) {
  for (std::size_t i = 0; i < workflow.states.size(); ++i) {
    const StateIndex index{static_cast<std::int32_t>(i)};
    check_done(workflow, index, diagnostics);
    const model::State& state = workflow.at(index);
    const bool needs_outcome =
        workflow.kind == "need" && state.kind == StateKind::final && state.parent == model::kRoot;
    if (needs_outcome && !state.outcome) {
      diagnostics.error(state.at, Message(messages::kOutcomeMissing, {state.path}),
                        Message(messages::kAddOutcome));
    }
  }
}

}  // namespace guichet::check
