#include "engine/cases/clocks.hpp"

#include <algorithm>

#include "engine/cases/names.hpp"
#include "engine/cases/rest.hpp"
#include "engine/cases/timers.hpp"

namespace guichet::cases {
namespace {

using Unit = base::Delay::Unit;

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

// What was due when the clock stopped: the timer says so itself where it was put aside.
std::optional<base::Instant> was_due(const Instance& instance, const Timer& timer) {
  if (timer.due_at) return timer.due_at;
  for (const Timer& each : instance.extras.paused) {
    if (each.state == timer.state && each.name == timer.name) return each.due_at;
  }
  return {};
}

// A moment that somebody chose is no more rolled to a business day than when it was armed.
bool is_moment(const Work& work, InstanceNumber n, const model::TimerSpec& spec) {
  if (spec.after || spec.plus) return false;
  feel::Arena arena;
  Names names(work, n, nullptr, arena);
  feel::Evaluation run = evaluation(work, arena);
  return feel::evaluate(spec.at, names.for_expression(spec.at), run).kind() ==
         feel::Kind::date_time;
}

base::Instant due_after(const Work& work, InstanceNumber n, const Timer& timer,
                        std::optional<base::Instant> before, base::Instant now) {
  const model::TimerSpec* spec = spec_of(work, n, timer);
  const bool rolls = spec != nullptr && !is_moment(work, n, *spec);
  const auto roll = rolls ? roll_of(spec->roll) : calendar::Roll::none;
  return due_with(*calendar_of(work, n, spec), unit_of(work, n, timer, spec),
                  {*timer.remaining, timer.remaining_in_days}, before, roll, now);
}

}  // namespace

base::Instant due_after(const Work& work, InstanceNumber n, const Timer& timer) {
  return due_after(work, n, timer, was_due(work.instance(n), timer), work.around().now);
}

Timer stopped_at(const Work& work, InstanceNumber n, Timer timer, base::Instant at) {
  const model::TimerSpec* spec = spec_of(work, n, timer);
  const Rest rest =
      rest_of(*calendar_of(work, n, spec), unit_of(work, n, timer, spec), at, *timer.due_at);
  timer.status = TimerState::paused;
  timer.remaining = rest.amount;
  timer.remaining_in_days = rest.in_days;
  return timer;
}

base::Instant due_over(const Work& work, InstanceNumber n, const Timer& timer, const Stand& stand) {
  const Timer stopped = stopped_at(work, n, timer, stand.from);
  return due_after(work, n, stopped, timer.due_at, *stand.to);
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
  return stopped_at(work, n, std::move(timer), work.around().now);
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
    const Timer stopped = with_rest(work, n, timer);
    work.record(TimerPaused{n, timer.state, timer.name, timer.entry, timer.firing,
                            *stopped.remaining, stopped.remaining_in_days});
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
