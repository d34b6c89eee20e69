#include "engine/cases/migrate_timers.hpp"

#include <algorithm>

#include "engine/cases/clocks.hpp"
#include "engine/cases/pauses.hpp"
#include "engine/cases/stands.hpp"
#include "engine/cases/timers.hpp"

namespace guichet::cases {
namespace {

using migrate::TimerChange;
using migrate::TimerEffect;
using migrate::TimerFate;

class MigratingTimers {
 public:
  MigratingTimers(Work& work, InstanceNumber n, const model::Workflow& from,
                  const migrate::WorkflowPlan& plan, std::vector<MigratedTimer>& changes)
      : work_(work), n_(n), from_(from), plan_(plan), changes_(changes) {}

  void run(const TimerFate& fate) {
    const StateEntry* at = work_.instance(n_).find_active(fate.state);
    if (at == nullptr) at = suspended_state(work_.instance(n_), fate.state);
    if (at == nullptr) return;  // it is about to be moved
    const StateEntry state = *at;
    const std::vector<Timer> timers = known(fate);
    if (fate.effect == TimerEffect::removed) return remove(timers);
    if (fate.effect == TimerEffect::kept) {
      for (const Timer& timer : timers) change(timer, *spec_of(fate));
      return;
    }
    if (timers.empty() && may_be_new(fate)) return add(fate, state);
    for (const Timer& timer : timers) change(timer, *spec_of(fate));
  }

 private:
  // Armed, stopped by a question, or put aside with what is left of it.
  std::vector<Timer> known(const TimerFate& fate) const {
    const Instance& instance = work_.instance(n_);
    std::vector<Timer> out;
    for (const auto* timers : {&instance.timers, &instance.extras.kept}) {
      for (const Timer& each : *timers) {
        if (each.state == fate.state && each.name == fate.timer &&
            each.status != TimerState::fired) {
          out.push_back(each);
        }
      }
    }
    return out;
  }

  // One whose old date or delay had no value was never armed. One with a delay was: it is over, or
  // the path took it off.
  bool may_be_new(const TimerFate& fate) const {
    if (fate.effect == TimerEffect::added) return true;
    const model::TimerSpec* before = spec_in(from_, fate.old_state, fate.timer);
    return before != nullptr &&
           !(before->after && std::holds_alternative<base::Delay>(*before->after));
  }

  const model::TimerSpec* spec_of(const TimerFate& fate) const {
    return spec_in(work_.workflow_of(work_.instance(n_)), fate.state, fate.timer);
  }

  static const model::TimerSpec* spec_in(const model::Workflow& workflow, const std::string& state,
                                         const std::string& timer) {
    for (const model::DeclarationIndex index : workflow.at(*workflow.find_state(state)).timers) {
      if (workflow.at(index).name == timer) return &*workflow.at(index).timer;
    }
    return nullptr;
  }

  // A timer that fired in this entry is over, whatever versions say.
  bool fired(const TimerFate& fate, const StateEntry& state) const {
    return std::ranges::any_of(work_.instance(n_).extras.fired, [&](const FiredTimer& each) {
      return each.name == fate.timer && each.entry == state.entry;
    });
  }

  void remove(const std::vector<Timer>& timers) {
    for (const Timer& timer : timers) {
      work_.record(TimerCancelled{n_, timer.state, timer.name, timer.entry, timer.firing});
      report(timer, "removed", {});
    }
  }

  void add(const TimerFate& fate, const StateEntry& state) {
    if (fired(fate, state)) return;
    const model::TimerSpec& spec = *spec_of(fate);
    const bool from_entry = plan_.change_of(fate.state, fate.timer) == TimerChange::rebase;
    Timer timer;
    timer.state = fate.state;
    timer.entry = state.entry;
    timer.name = fate.timer;
    timer.anchor = anchor_for(fate.state, spec, from_entry ? state.since : work_.around().now);
    timer.due_at = due_of(work_, n_, spec, timer.anchor);
    if (!timer.due_at) return;
    const Timer armed = settle(over_stands(timer, spec));
    report(armed, "added", armed.due_at);
    changes_.back().was.reset();
  }

  // Counted from the case's opening or a first entry, a timer counts from there in any version.
  base::Instant anchor_for(const std::string& path, const model::TimerSpec& spec,
                           base::Instant otherwise) const {
    if (spec.anchor == model::Anchor::entry) return otherwise;
    return anchor_of(work_, work_.instance(n_), path, spec.anchor);
  }

  void change(const Timer& timer, const model::TimerSpec& spec) {
    const TimerChange policy = plan_.change_of(timer.state, timer.name);
    if (policy == TimerChange::keep) return;
    // Stopped by a question, and put aside besides: it goes on as it is.
    if (is_aside(timer) && !timer.due_at) return;
    const bool restart = policy == TimerChange::restart;
    Timer next = timer;
    next.status = TimerState::armed;
    next.remaining.reset();
    next.remaining_in_days = false;
    next.anchor = anchor_for(timer.state, spec, restart ? work_.around().now : timer.anchor);
    next.due_at = due_of(work_, n_, spec, next.anchor);
    if (!next.due_at) return;
    if (!restart) next = over_stands(next, spec);
    const Timer stopped = standing(next);
    const bool as_before = stopped.status == timer.status && due_before(timer) == next.due_at &&
                           stopped.remaining == timer.remaining;
    if (as_before) return;
    const bool aside = is_aside(timer);
    work_.record(TimerCancelled{n_, timer.state, timer.name, timer.entry, timer.firing});
    record(stopped, aside);
    report(timer, restart ? "restarted" : "rebased",
           stopped.status == TimerState::armed ? next.due_at : std::nullopt);
  }

  bool is_aside(const Timer& timer) const {
    const auto& kept = work_.instance(n_).extras.kept;
    return std::ranges::any_of(kept, [&](const Timer& each) {
      return each.state == timer.state && each.name == timer.name;
    });
  }

  std::optional<base::Instant> due_before(const Timer& timer) const {
    for (const Timer& each : work_.instance(n_).extras.paused) {
      if (each.state == timer.state && each.name == timer.name) return each.due_at;
    }
    return timer.due_at;
  }

  // As if the new declaration had counted from the anchor on, and stood still when the clock did.
  Timer over_stands(Timer timer, const model::TimerSpec& spec) const {
    const auto clock = clock_of(work_, work_.instance(n_), spec.calendar);
    const auto stands =
        stands_of(work_.instance(n_), timer.state, spec.resume == model::Resume::remaining);
    const std::int32_t last = timer.firing;
    auto next = stands.begin();
    for (timer.firing = 1;; ++timer.firing) {
      for (; next != stands.end() && next->to && next->from < *timer.due_at; ++next) {
        if (*next->to <= timer.anchor) continue;
        Stand stand = *next;
        stand.from = std::max(stand.from, timer.anchor);
        timer.due_at = due_over(work_, n_, timer, stand);
      }
      if (timer.firing >= last || !spec.every) break;
      timer.due_at = clock->due(*timer.due_at, *spec.every, roll_of(spec.roll));
    }
    timer.firing = last;
    return timer;
  }

  // While its clock stands, with what was left of it when that began.
  Timer standing(const Timer& timer) const {
    const Instance& instance = work_.instance(n_);
    if (!stands_still(instance, timer.state)) return timer;
    const base::Instant since = stands_of(instance, timer.state, true).back().from;
    return stopped_at(work_, n_, timer, std::max(since, timer.anchor));
  }

  void record(const Timer& timer, bool aside) {
    if (aside) {
      work_.record(TimerKept{n_, timer});
    } else {
      work_.record(TimerArmed{n_, timer});
    }
  }

  // What an edit adds to a state that is put aside is put aside with it.
  Timer settle(const Timer& added) {
    Timer timer = standing(added);
    const bool aside = timer.status == TimerState::paused && !stands_still(work_.instance(n_));
    record(timer, aside);
    if (timer.status == TimerState::paused) timer.due_at.reset();
    return timer;
  }

  void report(const Timer& timer, std::string change, std::optional<base::Instant> due) {
    const bool past = due && *due <= work_.around().now;
    const auto was = timer.status == TimerState::armed ? timer.due_at : std::nullopt;
    changes_.push_back(
        {n_, timer.state, timer.name, timer.entry, std::move(change), was, due, past});
  }

  Work& work_;
  InstanceNumber n_;
  const model::Workflow& from_;
  const migrate::WorkflowPlan& plan_;
  std::vector<MigratedTimer>& changes_;
};

}  // namespace

void migrate_timers(Work& work, InstanceNumber n, const model::Workflow& from,
                    const migrate::Assessment& assessment, const migrate::WorkflowPlan& plan,
                    std::vector<MigratedTimer>& changes) {
  MigratingTimers timers(work, n, from, plan, changes);
  for (const TimerFate& fate : assessment.timers) timers.run(fate);
}

}  // namespace guichet::cases
