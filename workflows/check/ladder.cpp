// Timers of one state that count from one moment, and stand in each other's way.
#include <algorithm>

#include "workflows/check/finding_messages.hpp"
#include "workflows/check/findings.hpp"
#include "workflows/check/places.hpp"
#include "workflows/check/time_messages.hpp"

namespace guichet::check {

namespace {

using base::Delay;
using base::Message;
using model::Workflow;

struct Step {
  const model::Declaration* timer;
  Delay after;
  bool leaves;  // for certain
};

// The least and most hours that a delay can come to, holidays included.
struct Span {
  double least, most;
};

Span span_of(const Delay& delay) {
  const auto count = static_cast<double>(delay.count);
  switch (delay.unit) {
    case Delay::Unit::business_days:
      return {24 * count, 24 * (count * 1.6 + 9)};
    case Delay::Unit::days:
      return {24 * count - 24, 24 * (count + 4)};
    case Delay::Unit::months:
      return {24 * 28 * count - 24, 24 * (31 * count + 4)};
    case Delay::Unit::milliseconds:
      break;
  }
  return {count / 3'600'000, count / 3'600'000};
}

bool is_sooner(const Delay& a, const Delay& b) {
  if (a.unit == b.unit) return a.count < b.count;
  // Hours and single days among business days are told of as such.
  const bool comparable = a.unit == Delay::Unit::months || b.unit == Delay::Unit::months;
  return comparable && span_of(a).most < span_of(b).least;
}

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

// Of two that are due at one moment the one written first is taken first.
bool is_before(const Step& a, const Step& b) {
  return is_sooner(a.after, b.after) || (a.after == b.after && a.timer < b.timer);
}

// A step that leaves, and those that are never due because of it.
struct Cut {
  const Step* by;
  std::vector<const Step*> late;
};

std::vector<Cut> cuts_of(const std::vector<Step>& steps) {
  std::vector<Cut> cuts;
  for (const Step& step : steps) {
    const auto earlier = std::ranges::find_if(
        steps, [&](const Step& other) { return other.leaves && is_before(other, step); });
    if (earlier == steps.end()) continue;
    const auto known = std::ranges::find(cuts, &*earlier, &Cut::by);
    if (known == cuts.end()) {
      cuts.push_back({&*earlier, {&step}});
    } else {
      known->late.push_back(&step);
    }
  }
  return cuts;
}

void tell_race(const Workflow& workflow, const Step& first, const Step& second,
               base::Diagnostics& diagnostics) {
  const auto targets = [&](const Step& step) -> const auto& {
    return workflow.at(step.timer->arms.front()).targets;
  };
  if (targets(first) == targets(second)) return;
  diagnostics.warning(second.timer->at,
                      Message(messages::kRacing, {first.timer->name, second.timer->name}),
                      Message(messages::kFirstWins), {first.timer->at});
}

// One that cuts off all the rest is itself what is out of place.
void check_after_leaving(const Workflow& workflow, const std::vector<Step>& steps,
                         base::Diagnostics& diagnostics) {
  for (const Cut& cut : cuts_of(steps)) {
    const Step& late = *cut.late.front();
    if (cut.late.size() == 1 && late.leaves && late.after == cut.by->after) {
      tell_race(workflow, *cut.by, late, diagnostics);
    } else if (cut.late.size() == 1) {
      diagnostics.error(late.timer->at,
                        Message(messages::kAfterLeaving, {late.timer->name, cut.by->timer->name}),
                        Message(messages::kLeaveLater, {cut.by->timer->name}));
    } else {
      std::string names;
      for (const Step* step : cut.late) {
        names += (names.empty() ? "" : ", ") + step->timer->name;
      }
      diagnostics.error(cut.by->timer->at,
                        Message(messages::kLeavesTooEarly, {cut.by->timer->name, names}),
                        Message(messages::kLengthen));
    }
  }
}

bool is_cut(const std::vector<Step>& steps, const Step& step) {
  return std::ranges::any_of(
      steps, [&](const Step& other) { return other.leaves && is_before(other, step); });
}

void check_order(const std::vector<Step>& steps, base::Diagnostics& diagnostics) {
  const Step* above = nullptr;
  for (const Step& step : steps) {
    // What is cut off, and what cuts it off, has been told of.
    const bool told = above != nullptr && (is_cut(steps, *above) || is_cut(steps, step));
    if (above != nullptr && !above->leaves && !told && is_sooner(step.after, above->after)) {
      diagnostics.warning(step.timer->at,
                          Message(messages::kOutOfOrder, {step.timer->name, above->timer->name}),
                          Message(messages::kMoveUp), {above->timer->at});
    }
    above = &step;
  }
}

void check_units(const std::vector<Step>& steps, base::Diagnostics& diagnostics) {
  const bool in_business_days = std::ranges::any_of(
      steps, [](const Step& step) { return step.after.unit == Delay::Unit::business_days; });
  for (const Step& step : steps) {
    const auto& every = step.timer->timer->every;
    const bool by_the_hour = every && every->unit == Delay::Unit::milliseconds &&
                             step.after.unit == Delay::Unit::business_days;
    if (by_the_hour || (in_business_days && step.after.unit == Delay::Unit::milliseconds)) {
      diagnostics.error(step.timer->at, Message(messages::kMixedTime, {step.timer->name}),
                        Message(messages::kWorkingHours));
    } else if (in_business_days && step.after.unit == Delay::Unit::days) {
      diagnostics.warning(step.timer->at, Message(messages::kMixedDays, {step.timer->name}),
                          Message(messages::kWriteBusinessDays));
    }
  }
}

// One or two calendar days, where business days count: a weekend is gone before anybody acts.
void check_few_days(const Reading& reading, const model::State& state) {
  constexpr std::int64_t kWeekend = 2;
  const std::vector<Step> steps = steps_of(reading.workflow, state);
  const bool mixed = std::ranges::any_of(
      steps, [](const Step& step) { return step.after.unit == Delay::Unit::business_days; });
  for (const Step& step : steps) {
    const bool short_days = step.after.unit == Delay::Unit::days && step.after.count < kWeekend;
    const bool meant = step.timer->timer->every || step.timer->timer->roll == model::Roll::none;
    if (mixed || !short_days || meant) continue;
    reading.diagnostics.warning(
        Places(reading).key(*step.timer, "after"),
        Message(messages::kFewDays, {step.timer->name, std::to_string(step.after.count)}),
        Message(messages::kWriteBusinessDays));
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
    if (timer.timer->every && timer.timer->every->count == 0) {
      diagnostics.error(timer.at, Message(messages::kNoTime));
      continue;
    }
    if (!timer.timer->every || timer.timer->times || has_other_exit(workflow, state)) continue;
    diagnostics.error(timer.at, Message(messages::kRepeatsForEver, {timer.name}),
                      Message(messages::kAddTimes));
  }
}

}  // namespace

void find_ladder_faults(Reading& reading) {
  const Workflow& workflow = reading.workflow;
  for (const model::State& state : workflow.states) {
    const std::vector<Step> steps = steps_of(workflow, state);
    check_order(steps, reading.diagnostics);
    check_after_leaving(workflow, steps, reading.diagnostics);
    check_units(steps, reading.diagnostics);
    check_few_days(reading, state);
    check_repetition(workflow, state, reading.diagnostics);
  }
}

}  // namespace guichet::check
