#include "engine/cases/clocks.hpp"

#include <algorithm>
#include <chrono>

#include "engine/cases/timers.hpp"

namespace guichet::cases {
namespace {

using Unit = base::Delay::Unit;

struct Left {
  std::int64_t amount = 0;
  bool in_days = false;  // business days; else milliseconds
};

// Of what grain a timer is: that of the delay that its due date was counted by.
Unit unit_of(const Work& work, InstanceNumber n, const Timer& timer, const model::TimerSpec* spec) {
  if (spec == nullptr) return Unit::milliseconds;
  if (timer.firing > 1 && spec->every) return spec->every->unit;
  if (spec->after) {
    const auto delay = delay_of(work, n, *spec->after);
    return delay ? delay->unit : Unit::days;
  }
  return spec->plus ? spec->plus->unit : Unit::days;
}

const model::TimerSpec* spec_of(const Work& work, InstanceNumber n, const Timer& timer) {
  const model::Workflow& workflow = work.workflow_of(work.instance(n));
  const auto declaration = declaration_of(workflow, timer);
  return declaration ? &*workflow.at(*declaration).timer : nullptr;
}

std::shared_ptr<const calendar::Calendar> calendar_of(const Work& work, InstanceNumber n,
                                                      const model::TimerSpec* spec) {
  return clock_of(work, work.instance(n), spec == nullptr ? "" : spec->calendar);
}

std::int64_t millis(auto duration) {
  return std::chrono::duration_cast<std::chrono::milliseconds>(duration).count();
}

// Business days where it is counted in them. Elapsed time to the millisecond; days and months by
// the local clock, so that a change to summer time in between moves nothing.
Left left_of(const Work& work, InstanceNumber n, const Timer& timer) {
  const model::TimerSpec* spec = spec_of(work, n, timer);
  const auto clock = calendar_of(work, n, spec);
  const base::Instant now = work.around().now;
  switch (unit_of(work, n, timer, spec)) {
    case Unit::business_days:
      return {clock->business_days_between(clock->local_day(now), clock->local_day(*timer.due_at)),
              true};
    case Unit::milliseconds:
      return {millis(*timer.due_at - now), false};
    case Unit::days:
    case Unit::months:
      break;
  }
  return {millis(clock->local_time(*timer.due_at) - clock->local_time(now)), false};
}

}  // namespace

base::Instant due_after(const Work& work, InstanceNumber n, const Timer& timer) {
  const model::TimerSpec* spec = spec_of(work, n, timer);
  const auto clock = calendar_of(work, n, spec);
  const base::Instant now = work.around().now;
  const std::int64_t left = std::max<std::int64_t>(0, *timer.remaining);
  if (timer.remaining_in_days) {
    return clock->due(now, {Unit::business_days, std::max<std::int64_t>(1, left)});
  }
  const Unit unit = unit_of(work, n, timer, spec);
  if (unit == Unit::milliseconds) return now + std::chrono::milliseconds(left);
  const auto local = clock->local_time(now) + std::chrono::duration_cast<std::chrono::seconds>(
                                                  std::chrono::milliseconds(left));
  const auto roll = spec == nullptr ? calendar::Roll::none : roll_of(spec->roll);
  const auto day = std::chrono::floor<std::chrono::days>(local);
  return std::max(now, clock->due(base::Day(day), {Unit::days, 0}, roll));
}

namespace {

bool is_referral_of(const Instance& child, const Instance& need,
                    const std::vector<StateEntry>& openers) {
  if (child.parent != need.n || !child.referral || !child.is_open()) return false;
  return std::ranges::any_of(openers, [&](const StateEntry& opener) {
    return opener.path == child.referral->parent_state &&
           opener.entry == child.referral->parent_entry;
  });
}

bool are_held(const Work& work, const Instance& instance) {
  if (std::ranges::any_of(instance.tasks, &Task::pauses_clocks)) return true;
  if (!instance.parent) return false;
  const Instance& parent = work.instance(*instance.parent);
  return is_referral_of(instance, parent, parent.extras.suspended);
}

// Had its last firing in this entry: nothing of it is armed any more.
bool is_spent(const Instance& instance, const model::State& state, std::int32_t entry,
              const std::string& name) {
  const auto is_it = [&](const Timer& timer) {
    return timer.state == state.path && timer.entry == entry && timer.name == name;
  };
  if (std::ranges::any_of(instance.timers, is_it)) return false;
  return std::ranges::any_of(instance.extras.fired, [&](const FiredTimer& each) {
    return each.state == state.path && each.name == name && each.entry == entry;
  });
}

}  // namespace

Timer with_rest(const Work& work, InstanceNumber n, Timer timer) {
  if (timer.status == TimerState::paused) return timer;  // stood still already: no due date
  const Left left = left_of(work, n, timer);
  timer.status = TimerState::paused;
  timer.remaining = left.amount;
  timer.remaining_in_days = left.in_days;
  return timer;
}

namespace {

const Timer* kept_timer(const Instance& instance, std::string_view state, std::string_view name) {
  const auto found = std::ranges::find_if(instance.extras.kept, [&](const Timer& timer) {
    return timer.state == state && timer.name == name;
  });
  return found == instance.extras.kept.end() ? nullptr : &*found;
}

void forget(Work& work, InstanceNumber n, const Timer& kept) {
  work.record(TimerCancelled{n, kept.state, kept.name, kept.entry, kept.firing});
}

// Armed again, as its `resume` says. A due date that is over is due now, once.
void restore(Work& work, InstanceNumber n, Timer timer, const model::TimerSpec& spec,
             std::int32_t entry) {
  const base::Instant now = work.around().now;
  timer.entry = entry;
  if (timer.due_at) {  // else it stood still already, for a question: it goes on doing so
    std::optional<base::Instant> due = timer.due_at;
    if (spec.resume == model::Resume::remaining) due = due_after(work, n, timer);
    if (spec.resume == model::Resume::restart) {
      timer.anchor = anchor_of(work, work.instance(n), timer.state, spec.anchor);
      due = due_of(work, n, spec, timer.anchor);
    }
    if (!due) return forget(work, n, timer);
    timer.status = TimerState::armed;
    timer.due_at = std::max(*due, now);
    timer.remaining.reset();
    timer.remaining_in_days = false;
  }
  work.record(TimerRestored{n, std::move(timer)});
}

}  // namespace

void pause_clocks(Work& work, InstanceNumber n) {
  const std::vector<Timer> timers = work.instance(n).timers;
  for (const Timer& timer : timers) {
    if (timer.status != TimerState::armed || !is_of_state(timer)) continue;
    const Left left = left_of(work, n, timer);
    work.record(TimerPaused{n, timer.state, timer.name, timer.entry, timer.firing, left.amount,
                            left.in_days});
  }
}

void resume_clocks(Work& work, InstanceNumber n) {
  if (are_held(work, work.instance(n))) return;
  const std::vector<Timer> timers = work.instance(n).timers;
  for (const Timer& timer : timers) {
    if (timer.status != TimerState::paused) continue;
    work.record(TimerResumed{n, timer.state, timer.name, timer.entry, timer.firing,
                             due_after(work, n, timer)});
  }
}

std::vector<Timer> timers_to_keep(const Work& work, InstanceNumber n, const model::State& state,
                                  std::int32_t entry, Keeping which) {
  const Instance& instance = work.instance(n);
  const model::Workflow& workflow = work.workflow_of(instance);
  std::vector<Timer> out;
  for (const model::DeclarationIndex index : state.timers) {
    const model::Declaration& declaration = workflow.at(index);
    const bool restarts = declaration.timer->resume == model::Resume::restart;
    if (which == Keeping::not_restarted && restarts) continue;
    for (const Timer& timer : instance.timers) {
      if (timer.state == state.path && timer.entry == entry && timer.name == declaration.name) {
        out.push_back(with_rest(work, n, timer));
      }
    }
    if (is_spent(instance, state, entry, declaration.name)) {
      out.push_back(Timer{.state = state.path,
                          .entry = entry,
                          .name = declaration.name,
                          .status = TimerState::fired});
    }
  }
  return out;
}

void keep_delayed_events(Work& work, InstanceNumber n) {
  const std::vector<Timer> timers = work.instance(n).timers;
  for (const Timer& timer : timers) {
    if (timer.state.starts_with(kDelayedEvent)) {
      work.record(TimerKept{n, with_rest(work, n, timer)});
    }
  }
}

void restore_delayed_events(Work& work, InstanceNumber n) {
  const std::vector<Timer> kept = work.instance(n).extras.kept;
  const model::TimerSpec as_before{.resume = model::Resume::remaining};
  for (const Timer& timer : kept) {
    if (timer.state.starts_with(kDelayedEvent)) restore(work, n, timer, as_before, timer.entry);
  }
}

void restore_timers(Work& work, InstanceNumber n, const model::State& state, std::int32_t entry) {
  const model::Workflow& workflow = work.workflow_of(work.instance(n));
  for (const model::DeclarationIndex index : state.timers) {
    const model::Declaration& declaration = workflow.at(index);
    const Timer* kept = kept_timer(work.instance(n), state.path, declaration.name);
    if (kept == nullptr) continue;
    const Timer timer = *kept;
    if (timer.status == TimerState::fired) {
      forget(work, n, timer);
    } else {
      restore(work, n, timer, *declaration.timer, entry);
    }
  }
}

void rearm_timers(Work& work, InstanceNumber n, const model::State& state, std::int32_t entry) {
  const model::Workflow& workflow = work.workflow_of(work.instance(n));
  for (const model::DeclarationIndex index : state.timers) {
    const model::Declaration& declaration = workflow.at(index);
    const Timer* kept = kept_timer(work.instance(n), state.path, declaration.name);
    if (kept == nullptr) {
      arm_timer(work, n, state, entry, declaration);
      continue;
    }
    const Timer timer = *kept;
    if (timer.status == TimerState::fired) {
      forget(work, n, timer);
    } else {
      restore(work, n, timer, *declaration.timer, entry);
    }
  }
}

void forget_timers(Work& work, InstanceNumber n, std::string_view state) {
  const std::vector<Timer> kept = work.instance(n).extras.kept;
  for (const Timer& timer : kept) {
    if (timer.state == state) forget(work, n, timer);
  }
}

void pause_referrals(Work& work, InstanceNumber need) {
  const std::size_t count = work.snapshot().instances.size();
  for (std::size_t i = 0; i < count; ++i) {
    const Instance& child = work.snapshot().instances[i];
    const Instance& parent = work.instance(need);
    if (is_referral_of(child, parent, parent.extras.suspended)) pause_clocks(work, child.n);
  }
}

void resume_referrals(Work& work, InstanceNumber need) {
  const std::size_t count = work.snapshot().instances.size();
  for (std::size_t i = 0; i < count; ++i) {
    const Instance& child = work.snapshot().instances[i];
    const Instance& parent = work.instance(need);
    if (is_referral_of(child, parent, parent.active)) resume_clocks(work, child.n);
  }
}

}  // namespace guichet::cases
