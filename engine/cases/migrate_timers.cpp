#include "engine/cases/migrate_timers.hpp"

#include <algorithm>

#include "engine/cases/timers.hpp"

namespace guichet::cases {
namespace {

using migrate::TimerChange;
using migrate::TimerEffect;
using migrate::TimerFate;

class MigratingTimers {
 public:
  MigratingTimers(Work& work, InstanceNumber n, const migrate::WorkflowPlan& plan,
                  std::vector<MigratedTimer>& changes)
      : work_(work), n_(n), plan_(plan), changes_(changes) {}

  void run(const TimerFate& fate) {
    const StateEntry* active = work_.instance(n_).find_active(fate.state);
    if (active == nullptr) return;  // it is about to be moved
    const StateEntry state = *active;
    if (fate.effect == TimerEffect::added) return add(fate, state);
    const std::vector<Timer> timers = work_.instance(n_).timers;
    for (const Timer& timer : timers) {
      if (timer.state != fate.state || timer.name != fate.timer) continue;
      if (fate.effect == TimerEffect::removed) {
        work_.record(TimerCancelled{n_, timer.state, timer.name, timer.entry, timer.firing});
        report(timer, "removed", {});
      } else {
        change(timer, *spec_of(fate));
      }
    }
  }

 private:
  const model::TimerSpec* spec_of(const TimerFate& fate) const {
    const model::Workflow& workflow = work_.workflow_of(work_.instance(n_));
    for (const model::DeclarationIndex index :
         workflow.at(*workflow.find_state(fate.state)).timers) {
      if (workflow.at(index).name == fate.timer) return &*workflow.at(index).timer;
    }
    return nullptr;
  }

  // A timer that fired in this entry is over, whatever versions say.
  bool fired(const TimerFate& fate, const StateEntry& state) const {
    return std::ranges::any_of(work_.instance(n_).extras.fired, [&](const FiredTimer& each) {
      return each.name == fate.timer && each.entry == state.entry;
    });
  }

  bool armed(const TimerFate& fate) const {
    return std::ranges::any_of(work_.instance(n_).timers, [&](const Timer& each) {
      return each.state == fate.state && each.name == fate.timer;
    });
  }

  void add(const TimerFate& fate, const StateEntry& state) {
    if (fired(fate, state) || armed(fate)) return;
    const model::TimerSpec& spec = *spec_of(fate);
    const bool from_entry = plan_.change_of(fate.state, fate.timer) == TimerChange::rebase;
    const base::Instant anchor =
        anchor_for(fate.state, spec, from_entry ? state.since : work_.around().now);
    const auto due = due_of(work_, n_, spec, anchor);
    if (!due) return;
    Timer timer;
    timer.state = fate.state;
    timer.entry = state.entry;
    timer.name = fate.timer;
    timer.due_at = due;
    timer.anchor = anchor;
    work_.record(TimerArmed{n_, timer});
    report(timer, "added", due);
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
    const bool restart = policy == TimerChange::restart;
    Timer next = timer;
    next.anchor = anchor_for(timer.state, spec, restart ? work_.around().now : timer.anchor);
    auto due = due_of(work_, n_, spec, next.anchor);
    if (!due) return;
    const auto clock = clock_of(work_, work_.instance(n_), spec.calendar);
    for (std::int32_t k = 1; !restart && spec.every && k < timer.firing; ++k) {
      due = clock->due(*due, *spec.every, roll_of(spec.roll));
    }
    next.due_at = due;
    if (timer.status == TimerState::paused) {
      // The clock still stands: what is left is counted from the new date.
      const auto& now = work_.around().now;
      next.remaining_in_days = true;
      next.remaining = clock->business_days_between(clock->local_day(now), clock->local_day(*due));
      next.due_at.reset();
    }
    if (next.due_at == timer.due_at && next.remaining == timer.remaining) return;
    work_.record(TimerCancelled{n_, timer.state, timer.name, timer.entry, timer.firing});
    work_.record(TimerArmed{n_, next});
    report(timer, restart ? "restarted" : "rebased", next.due_at);
  }

  void report(const Timer& timer, std::string change, std::optional<base::Instant> due) {
    const bool past = due && *due <= work_.around().now;
    changes_.push_back(
        {n_, timer.state, timer.name, timer.entry, std::move(change), timer.due_at, due, past});
  }

  Work& work_;
  InstanceNumber n_;
  const migrate::WorkflowPlan& plan_;
  std::vector<MigratedTimer>& changes_;
};

}  // namespace

void migrate_timers(Work& work, InstanceNumber n, const migrate::Assessment& assessment,
                    const migrate::WorkflowPlan& plan, std::vector<MigratedTimer>& changes) {
  MigratingTimers timers(work, n, plan, changes);
  for (const TimerFate& fate : assessment.timers) timers.run(fate);
}

}  // namespace guichet::cases
