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

// The same, or in a state inside.
template <typename Fits>
bool any_around(const Workflow& workflow, StateIndex state, Fits fits) {
  if (any_outwards(workflow, state, fits)) return true;
  for (std::int32_t i = state.value + 1; i <= workflow.at(state).last.value; ++i) {
    for (const model::DeclarationIndex declared : workflow.at(StateIndex{i}).declarations) {
      if (fits(workflow.at(declared))) return true;
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

// Does anything follow what a referral comes to? A slip in an event's name is told of as such.
void check_answer(const Workflow& workflow, StateIndex index, const std::string& event,
                  const base::MessageText& unheard, base::Diagnostics& diagnostics) {
  const bool heard = any_around(workflow, index, [&](const model::Declaration& declaration) {
    if (declaration.cause == Cause::always) return event == "referral.accepted";
    if (declaration.cause != Cause::event) return false;
    return kernel::matches(declaration.name, event) ||
           base::did_you_mean(declaration.name, {event}).has_value();
  });
  if (heard) return;
  const model::State& state = workflow.at(index);
  diagnostics.warning(state.referral->at, Message(unheard, {state.path}),
                      Message(messages::kListenTo, {event}));
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
  if (!any_around(workflow, index, ends_it)) {
    diagnostics.error(state.at, Message(messages::kEndlessReferral, {state.path}),
                      Message(messages::kAddReferralEvents));
    return;
  }
  check_answer(workflow, index, "referral.accepted", messages::kAcceptedUnheard, diagnostics);
  if (!has_leaving_timer(workflow, index)) {
    check_answer(workflow, index, "referral.nobody", messages::kNobodyUnheard, diagnostics);
  }
}

// Can the desk itself, time or the system lead on, or does all depend on the applicant?
bool waits_for_applicant(const Reading& reading, StateIndex index) {
  const Workflow& workflow = reading.workflow;
  bool applicant = false;
  const bool others = any_outwards(workflow, index, [&](const model::Declaration& declaration) {
    if (!leaves(workflow, declaration)) return false;
    if (declaration.cause != Cause::action) return true;
    const bool of_applicant =
        !declaration.by.empty() &&
        std::ranges::all_of(declaration.by, [&](const std::string& role) {
          const auto found = reading.names.roles.find(role);
          return found != reading.names.roles.end() && found->second == "person";
        });
    applicant = applicant || of_applicant;
    return !of_applicant;
  });
  return applicant && !others;
}

// What leads on without anybody: time, an unconditional line, a child that comes to something.
bool is_watched(const Workflow& workflow, const model::Declaration& declaration) {
  if (declaration.cause == Cause::action) return false;
  if (declaration.cause != Cause::event && declaration.cause != Cause::always) return true;
  return leaves(workflow, declaration);
}

void check_people(Reading& reading, StateIndex index) {
  const Workflow& workflow = reading.workflow;
  const model::State& state = workflow.at(index);
  if (state.kind != StateKind::atomic) return;
  if (!state.referral && waits_for_applicant(reading, index)) {
    reading.diagnostics.error(state.at, Message(messages::kEndlessApplicant, {state.path}),
                              Message(messages::kAddDeadline));
    return;
  }
  const bool confirmed = state.referral && state.referral->confirm;
  bool acts = confirmed;
  const bool watched = any_outwards(workflow, index, [&](const model::Declaration& declaration) {
    acts = acts || (declaration.cause == Cause::action && leaves(workflow, declaration));
    // A person must tick the partners before any of them can answer.
    return confirmed ? declaration.cause == Cause::timer : is_watched(workflow, declaration);
  });
  if (watched || !acts || (state.referral && !confirmed)) return;
  reading.diagnostics.warning(state.at, Message(messages::kOnlyPeople, {state.path}),
                              Message(messages::kAddTimer));
}

bool has_final_child(const Workflow& workflow, const model::State& state,
                     const std::vector<bool>& reached) {
  return std::ranges::any_of(state.children, [&](StateIndex child) {
    return workflow.at(child).kind == StateKind::final &&
           reached[static_cast<std::size_t>(child.value)];
  });
}

// A region or state whose content can come to an end.
bool can_end(const Workflow& workflow, StateIndex index, const std::vector<bool>& reached) {
  const model::State& state = workflow.at(index);
  if (state.kind == StateKind::compound) return has_final_child(workflow, state, reached);
  return state.kind == StateKind::parallel &&
         std::ranges::all_of(state.children,
                             [&](StateIndex region) { return can_end(workflow, region, reached); });
}

bool listens_to_end(const Workflow& workflow, StateIndex index) {
  const std::string event = "done.state." + workflow.at(index).path;
  return any_outwards(workflow, index, [&](const model::Declaration& declaration) {
    return (declaration.cause == Cause::done && declaration.state == index) ||
           (declaration.cause == Cause::event && kernel::matches(declaration.name, event));
  });
}

void check_done(const Workflow& workflow, StateIndex index, const std::vector<bool>& reached,
                base::Diagnostics& diagnostics) {
  const model::State& state = workflow.at(index);
  for (const model::DeclarationIndex declared : state.declarations) {
    const model::Declaration& declaration = workflow.at(declared);
    if (declaration.cause != Cause::done || can_end(workflow, index, reached)) continue;
    std::string lacking = state.path;
    for (const StateIndex region : state.children) {
      if (state.kind == StateKind::parallel && !can_end(workflow, region, reached)) {
        lacking = workflow.at(region).path;
        break;
      }
    }
    diagnostics.error(declaration.at, Message(messages::kNeverDone, {lacking}),
                      Message(messages::kAddFinal));
  }
  const bool ends = state.kind == StateKind::parallel && can_end(workflow, index, reached);
  if (ends && !listens_to_end(workflow, index)) {
    diagnostics.warning(state.at, Message(messages::kDoneMissing, {state.path}),
                        Message(messages::kAddDone));
  }
}

}  // namespace

void find_endless_waits(Reading& reading) {
  const Workflow& workflow = reading.workflow;
  const std::vector<bool> reached = reachable_states(workflow);
  for (std::size_t i = 0; i < reached.size(); ++i) {
    if (!reached[i]) continue;
    const StateIndex index{static_cast<std::int32_t>(i)};
    check_replies(workflow, index, reading.diagnostics);
    check_referral(workflow, index, reading.diagnostics);
    check_people(reading, index);
  }
}

void find_faulty_ends(const Workflow& workflow, base::Diagnostics& diagnostics) {
  const std::vector<bool> reached = reachable_states(workflow);
  for (std::size_t i = 0; i < workflow.states.size(); ++i) {
    const StateIndex index{static_cast<std::int32_t>(i)};
    if (reached[i]) check_done(workflow, index, reached, diagnostics);
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
