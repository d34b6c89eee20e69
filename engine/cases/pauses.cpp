#include "engine/cases/pauses.hpp"

#include <algorithm>

#include "engine/cases/clocks.hpp"
#include "engine/cases/referral.hpp"

namespace guichet::cases {
namespace {

const model::State& root_of(const Work& work, InstanceNumber n) {
  return work.workflow_of(work.instance(n)).at(model::kRoot);
}

std::int32_t root_entry(const Work& work, InstanceNumber n) {
  const StateEntry* root = work.instance(n).find_active("");
  return root == nullptr ? 0 : root->entry;
}

// Referrals that outlive the state that opened them run on.
void resume_referrals_of(Work& work, InstanceNumber need, const std::vector<StateEntry>& openers) {
  const std::size_t count = work.snapshot().instances.size();
  for (std::size_t i = 0; i < count; ++i) {
    const Instance& child = work.snapshot().instances[i];
    if (child.parent != need || !child.referral || !child.is_open()) continue;
    const bool theirs = std::ranges::any_of(openers, [&](const StateEntry& each) {
      return each.path == child.referral->parent_state &&
             each.entry == child.referral->parent_entry;
    });
    if (theirs) resume_clocks(work, child.n);
  }
}

void end_state(Work& work, InstanceNumber n, const StateEntry& left) {
  forget_timers(work, n, left.path);
  const std::vector<Task> tasks = work.instance(n).extras.kept_tasks;
  for (const Task& task : tasks) {
    if (task.entry == left.entry) work.record(TaskClosed{n, task.id, task.entry});
  }
  const model::Workflow& workflow = work.workflow_of(work.instance(n));
  const auto state = workflow.find_state(left.path);
  if (state && workflow.at(*state).referral) {
    leave_referral(work, n, workflow.at(*state), left.entry);
  }
  work.record(StateExited{n, left.path, left.entry});
}

}  // namespace

const StateEntry* suspended_state(const Instance& instance, std::string_view path) {
  const auto& left = instance.extras.suspended;
  const auto found = std::ranges::find(left, path, &StateEntry::path);
  return found == left.end() ? nullptr : &*found;
}

bool is_pausing(const model::Workflow& workflow, const kernel::Position& position) {
  for (const model::Declaration& each : workflow.declarations) {
    if (!each.suspends) continue;
    for (const model::TransitionIndex arm : each.arms) {
      for (const model::StateIndex target : workflow.at(arm).targets) {
        if (position.is_in(target)) return true;
      }
    }
  }
  return false;
}

void put_aside(Work& work, InstanceNumber n, const std::vector<Timer>& timers) {
  for (const Timer& timer : timers) work.record(TimerKept{n, timer});
}

void stand_still(Work& work, InstanceNumber n, bool whole) {
  if (whole) {
    put_aside(work, n,
              timers_to_keep(work, n, root_of(work, n), root_entry(work, n), Keeping::all));
    keep_delayed_events(work, n);
  }
  pause_referrals(work, n);
}

void resume_state(Work& work, InstanceNumber n, const model::State& state) {
  const std::int32_t entry = suspended_state(work.instance(n), state.path)->entry;
  work.record(StateResumed{n, state.path, entry});
  restore_timers(work, n, state, entry);
  resume_referrals(work, n);
}

void end_pause(Work& work, InstanceNumber n) {
  restore_timers(work, n, root_of(work, n), root_entry(work, n));
  restore_delayed_events(work, n);
  const std::vector<DeferredEvent> waiting = work.instance(n).extras.deferred;
  if (waiting.empty()) return;
  work.record(EventsReleased{n});
  for (const DeferredEvent& each : waiting) {
    work.post(n, {.cause = model::Cause::event, .name = each.name, .data = each.data});
  }
}

void abandon_pause(Work& work, InstanceNumber n) {
  const std::vector<StateEntry> left = work.instance(n).extras.suspended;
  for (auto each = left.rbegin(); each != left.rend(); ++each) end_state(work, n, *each);
  resume_referrals_of(work, n, left);
  end_pause(work, n);
}

}  // namespace guichet::cases
