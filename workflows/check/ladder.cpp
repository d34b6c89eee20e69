// Timers of one state that count from one moment, and stand in each other's way.
#include <algorithm>

#include "workflows/check/finding_messages.hpp"
#include "workflows/check/findings.hpp"

namespace guichet::check {

namespace {

using base::Delay;
using base::Message;
using model::Workflow;

struct Step {
  const model::Declaration* timer;
  Delay after;
  bool leaves;
};

bool is_unconditional(const Workflow& workflow, const model::Declaration& timer) {
  return std::ranges::any_of(timer.arms,
                             [&](model::TransitionIndex arm) {
                               return workflow.at(arm).when.empty() &&
                                      !workflow.at(arm).targets.empty();
                             }) &&
         std::ranges::none_of(timer.arms, [&](model::TransitionIndex arm) {
           return workflow.at(arm).targets.empty();
         });
}

std::vector<Step> steps_of(const Workflow& workflow, const model::State& state) {
  std::vector<Step> steps;
  for (const model::DeclarationIndex index : state.timers) {
    const model::Declaration& timer = workflow.at(index);
    const auto& after = timer.timer->after;
    if (!after || timer.timer->anchor != model::Anchor::entry) continue;
    const auto* delay = std::get_if<Delay>(&*after);
    if (delay == nullptr) continue;
    steps.push_back({&timer, *delay, is_unconditional(workflow, timer)});
  }
  return steps;
}

void check_order(const std::vector<Step>& steps, base::Diagnostics& diagnostics) {
  const Step* above = nullptr;
  for (const Step& step : steps) {
    if (above != nullptr && above->after.unit == step.after.unit &&
        step.after.count < above->after.count) {
      diagnostics.warning(step.timer->at,
                          Message(messages::kOutOfOrder, {step.timer->name, above->timer->name}));
    }
    above = &step;
  }
}

void check_after_leaving(const std::vector<Step>& steps, base::Diagnostics& diagnostics) {
  for (const Step& step : steps) {
    const auto earlier = std::ranges::find_if(steps, [&](const Step& other) {
      return other.leaves && other.timer != step.timer && other.after.unit == step.after.unit &&
             other.after.count < step.after.count;
    });
    if (earlier == steps.end()) continue;
    diagnostics.error(step.timer->at,
                      Message(messages::kAfterLeaving, {step.timer->name, earlier->timer->name}));
  }
}

void check_units(const std::vector<Step>& steps, base::Diagnostics& diagnostics) {
  const bool in_business_days = std::ranges::any_of(
      steps, [](const Step& step) { return step.after.unit == Delay::Unit::business_days; });
  if (!in_business_days) return;
  for (const Step& step : steps) {
    if (step.after.unit == Delay::Unit::milliseconds) {
      diagnostics.error(step.timer->at, Message(messages::kMixedTime, {step.timer->name}));
    } else if (step.after.unit == Delay::Unit::days) {
      diagnostics.warning(step.timer->at, Message(messages::kMixedDays, {step.timer->name}),
                          Message(messages::kWriteBusinessDays));
    }
  }
}

// Does anything lead out of the state or of what is around it?
bool has_other_exit(const Workflow& workflow, const model::State& state) {
  for (const model::State* up = &state;; up = &workflow.at(up->parent)) {
    for (const model::TransitionIndex arm : up->transitions) {
      if (!workflow.at(arm).targets.empty()) return true;
    }
    if (up->parent == model::kNoState) return false;
  }
}

void check_repetition(const Workflow& workflow, const model::State& state,
                      base::Diagnostics& diagnostics) {
  for (const model::DeclarationIndex index : state.timers) {
    const model::Declaration& timer = workflow.at(index);
    if (!timer.timer->every || timer.timer->times || has_other_exit(workflow, state)) continue;
    diagnostics.error(timer.at, Message(messages::kRepeatsForEver, {timer.name}),
                      Message(messages::kAddTimes));
  }
}

}  // namespace

void find_ladder_faults(const Workflow& workflow, base::Diagnostics& diagnostics) {
  for (const model::State& state : workflow.states) {
    const std::vector<Step> steps = steps_of(workflow, state);
    check_order(steps, diagnostics);
    check_after_leaving(steps, diagnostics);
    check_units(steps, diagnostics);
    check_repetition(workflow, state, diagnostics);
  }
}

}  // namespace guichet::check
