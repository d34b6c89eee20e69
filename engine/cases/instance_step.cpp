// One instance taking a trigger: the kernel moves, this host does what moving means here.
#include <algorithm>
#include <set>

#include "engine/cases/clocks.hpp"
#include "engine/cases/messages.hpp"
#include "engine/cases/names.hpp"
#include "engine/cases/offered.hpp"
#include "engine/cases/pauses.hpp"
#include "engine/cases/promises.hpp"
#include "engine/cases/referral.hpp"
#include "engine/cases/timers.hpp"
#include "engine/cases/verbs.hpp"
#include "engine/cases/work.hpp"
#include "workflows/check/load_workflow.hpp"

namespace guichet::cases {
namespace {

using kernel::Position;
using model::StateIndex;

class InstanceHost final : public kernel::Host, public check::StateOracle {
 public:
  InstanceHost(Work& work, InstanceNumber n)
      : work_(work),
        n_(n),
        workflow_(work.workflow_of(work.instance(n))),
        position_(position_of(work.instance(n), workflow_)) {}

  Position& position() { return position_; }
  const model::Workflow& workflow() const { return workflow_; }
  // The trigger under way, for `event` in blocks of states entered by it.
  void set_trigger(const kernel::Trigger* trigger) { trigger_ = trigger; }
  bool meant() const { return meant_; }

  bool in_state(std::string_view path) const override {
    const auto state = workflow_.find_state(path);
    return state && position_.is_in(*state);
  }

  bool holds(model::TransitionIndex arm, const kernel::Trigger& trigger,
             kernel::Raiser& raiser) override {
    const feel::Expression& when = workflow_.at(arm).when;
    if (when.empty()) return true;
    feel::Arena arena;
    Names names(work_, n_, &trigger, arena);
    feel::Evaluation run = evaluation(work_, arena);
    run.host = static_cast<check::StateOracle*>(this);
    const feel::Value value = evaluate(when, names.for_expression(when), run);
    // A null is no error by itself: "not known yet" is the daily case of a desk. What could not be
    // computed says so in a note, and is an error.
    if (run.over_budget) raiser.raise("error.guard");
    return value.is_true();
  }

  bool accepts(std::span<const model::TransitionIndex> arms, const kernel::Trigger&) override {
    for (const model::TransitionIndex arm : arms) {
      const model::Transition& transition = workflow_.at(arm);
      const model::Declaration& declaration = workflow_.at(transition.declaration);
      suspending_ = suspending_ || (declaration.suspends && !transition.targets.empty());
      resuming_ = resuming_ || (declaration.resumes && !transition.targets.empty());
      if (!transition.refuse) continue;
      if (work_.around().taken) work_.around().taken(workflow_, arm);
      const bundle::Desk& desk = work_.around().desk;
      work_.refuse(409,
                   base::Message(messages::kRefusedByPath,
                                 {desk.refusal_text(*transition.refuse, desk.settings.language)}));
    }
    return !work_.refused();
  }

  void exit(const kernel::Active& active, kernel::Raiser& raiser) override {
    const model::State& state = workflow_.at(active.state);
    const std::int32_t entry = entry_of(active.state);
    if (suspending_) {
      put_aside(work_, n_, timers_to_keep(work_, n_, state, entry, Keeping::all));
      return work_.record(StateSuspended{n_, state.path, entry});
    }
    run_block(work_, state.exit, context(entry), raiser);
    if (state.contract) check(state.contract->after, *state.contract, "after", state.title);
    if (state.referral) leave_referral(work_, n_, state, entry);
    if (is_remembered(active.state)) {
      for (Timer& timer : timers_to_keep(work_, n_, state, entry, Keeping::not_restarted)) {
        left_.push_back(std::move(timer));
      }
    }
    cancel_timers(work_, n_, state.path, entry);
    if (!state.histories.empty()) remember_timers(state);
    const std::vector<Task> tasks = work_.instance(n_).tasks;
    for (const Task& task : tasks) {
      if (task.entry == entry) close_task(work_, n_, task.id, task.entry);
    }
    work_.record(StateExited{n_, state.path, entry});
  }

  void take(model::TransitionIndex index, const kernel::Trigger& trigger,
            kernel::Raiser& raiser) override {
    if (work_.around().taken) work_.around().taken(workflow_, index);
    const model::Transition& arm = workflow_.at(index);
    const model::Declaration& declaration = workflow_.at(arm.declaration);
    if (suspending_) stand_still(work_, n_, arm.source == model::kRoot);
    suspending_ = false;
    left_.clear();
    note_history(arm);
    if (declaration.contract) {
      check(declaration.contract->before, *declaration.contract, "before", declaration.title);
    }
    // A task opened on the way out belongs to the instance; one of a step that stays, to the state.
    const std::int32_t entry = arm.targets.empty() ? entry_of(arm.source) : 0;
    const std::vector<Task> before = work_.instance(n_).tasks;
    run_block(work_, arm.run, {n_, &trigger, entry}, raiser);
    if (declaration.pauses_clocks) pause(before);
    if (declaration.means != model::Meaning::none) {
      meant_ = true;
      mean(work_, n_, declaration.means);
    }
    if (declaration.contract) {
      check(declaration.contract->after, *declaration.contract, "after", declaration.title);
    }
  }

  void enter(const kernel::Active& active, kernel::Raiser& raiser) override {
    const model::State& state = workflow_.at(active.state);
    if (suspended_state(work_.instance(n_), state.path) != nullptr) {
      resumed_ = resumed_ || resuming_;
      if (resuming_) return resume_state(work_, n_, state);
      abandon_pause(work_, n_);
    }
    const bool again = again_.erase(active.state) > 0;
    if (!again) forget_timers(work_, n_, state.path);
    work_.record(StateEntered{n_, state.path, active.entry});
    note_first_entry(state);
    if (state.contract) check(state.contract->before, *state.contract, "before", state.title);
    if (state.accompanied && !work_.instance(n_).accompanied) work_.record(TakenUp{n_});
    run_block(work_, state.entry, context(active.entry), raiser);
    if (again) {
      rearm_timers(work_, n_, state, active.entry);
    } else {
      arm_timers(work_, n_, state, active.entry);
    }
    if (state.task) {
      const feel::Stored title = value_of(work_, state.task->title, context(active.entry), &raiser);
      open_task(work_, n_, state.task->id, active.entry, to_text(title.value()), state.task->by,
                state.task->due);
    }
    if (state.referral) enter_referral(work_, n_, state, active.entry, raiser);
  }

  void begin(const model::Initial& initial, kernel::Raiser& raiser) override {
    run_block(work_, initial.run, context(0), raiser);
  }

  void record_history() {
    for (const kernel::Remembered& each : position_.history) {
      std::vector<std::string> paths;
      for (const StateIndex state : each.states) paths.push_back(workflow_.at(state).path);
      const std::string& history = workflow_.at(each.history).path;
      const auto& known = work_.instance(n_).history;
      const bool same = std::ranges::find(known, std::pair(history, paths)) != known.end();
      if (!same) work_.record(HistoryRecorded{n_, history, std::move(paths)});
    }
  }

  // What the step ends in: the contracts of the states that are active now, and the properties.
  void look_at_promises() {
    for (const kernel::Active& active : position_.active) {
      const model::State& state = workflow_.at(active.state);
      if (state.contract) check(state.contract->always, *state.contract, "always", state.title);
    }
    watch_properties(work_, looking());
  }

  // A pause is over once none of the states that it leads to is active; without `resumes`, what it
  // had put aside is over too.
  void look_at_pause() {
    if (!work_.instance(n_).extras.is_paused()) {
      if (resumed_) end_pause(work_, n_);
    } else if (!is_pausing(workflow_, position_)) {
      abandon_pause(work_, n_);
    }
  }

 private:
  BlockContext context(std::int32_t entry) const { return {n_, trigger_, entry}; }
  Looking looking() const { return {n_, trigger_, this}; }
  void check(const feel::Expression& expression, const model::Contract& contract,
             std::string_view clause, const std::string& of) {
    if (expression.empty()) return;
    const std::string& whose = of.empty() ? workflow_.title : of;
    check_contract(work_, looking(), expression, contract.at, clause, whose);
  }

  // The case's own word for it: a state that a pause had left has the entry that it had before.
  std::int32_t entry_of(StateIndex state) const {
    const StateEntry* active = work_.instance(n_).find_active(workflow_.at(state).path);
    return active == nullptr ? 0 : active->entry;
  }

  // May a history bring the state back? The root's remembers pauses alone.
  bool is_remembered(StateIndex state) const {
    for (StateIndex at = state; at > model::kRoot; at = workflow_.at(at).parent) {
      if (!workflow_.at(at).histories.empty()) return true;
    }
    return false;
  }

  // A state with a history is left: what it may bring back are the states left before, inside it.
  void remember_timers(const model::State& state) {
    const auto inside = [&](const Timer& timer) {
      return timer.state == state.path || timer.state.starts_with(state.path + ".");
    };
    std::vector<Timer> timers;
    std::ranges::copy_if(left_, std::back_inserter(timers), inside);
    put_aside(work_, n_, timers);
    std::erase_if(left_, inside);
  }

  // The states that a target history brings back, with those around them: their timers follow
  // their `resume`.
  void note_history(const model::Transition& arm) {
    for (const StateIndex target : arm.targets) {
      for (const kernel::Remembered& memory : position_.history) {
        if (memory.history != target) continue;
        const StateIndex outermost = workflow_.at(target).parent;
        for (const StateIndex state : memory.states) {
          for (StateIndex at = state; at >= outermost && at != model::kRoot;
               at = workflow_.at(at).parent) {
            if (!position_.is_in(at)) again_.insert(at);
          }
        }
      }
    }
  }

  void note_first_entry(const model::State& state) {
    const bool counts = std::ranges::any_of(state.timers, [&](model::DeclarationIndex index) {
      return workflow_.at(index).timer->anchor == model::Anchor::first_entry;
    });
    if (!counts) return;
    const auto& known = work_.instance(n_).extras.first_entries;
    if (std::ranges::find(known, state.path, &StateEntry::path) != known.end()) return;
    work_.record(FirstEntryNoted{n_, state.path});
  }

  // Clocks stop until the task that the question has just opened is done.
  void pause(const std::vector<Task>& before) {
    pause_clocks(work_, n_);
    const std::vector<Task> tasks = work_.instance(n_).tasks;
    for (Task task : tasks) {
      const bool known = std::ranges::any_of(
          before, [&](const Task& each) { return each.id == task.id && each.entry == task.entry; });
      if (known) continue;
      work_.record(TaskClosed{n_, task.id, task.entry});
      task.pauses_clocks = true;
      work_.record(TaskOpened{n_, std::move(task)});
    }
  }

  Work& work_;
  InstanceNumber n_;
  const model::Workflow& workflow_;
  Position position_;
  const kernel::Trigger* trigger_ = nullptr;
  bool meant_ = false;
  bool suspending_ = false, resuming_ = false, resumed_ = false;
  std::set<StateIndex> again_;  // to be entered through a history
  std::vector<Timer> left_;     // of states left in this microstep, with what is left of them
};

void tell_parent_of_change(Work& work, InstanceNumber n) {
  const Instance& self = work.instance(n);
  if (!self.parent || !self.referral) return;
  feel::Arena arena;
  const feel::Entry data[] = {{"partner", arena.string(self.referral->partner)},
                              {"n", feel::Value::integer(n.value)}};
  work.post(*self.parent, {.cause = model::Cause::event,
                           .name = "referral.changed",
                           .data = feel::Stored(arena.context(data))});
}

bool same_states(const std::vector<StateEntry>& a, const std::vector<StateEntry>& b) {
  return std::ranges::equal(a, b, [](const StateEntry& x, const StateEntry& y) {
    return x.path == y.path && x.entry == y.entry;
  });
}

// What follows every step, whatever moved.
void conclude(Work& work, InstanceNumber n, InstanceHost& host, kernel::Outcome outcome,
              const std::vector<StateEntry>& before) {
  if (outcome == kernel::Outcome::exhausted) {
    throw EndlessStep(host.workflow().id);
  }
  host.record_history();
  host.look_at_pause();
  host.look_at_promises();
  const Instance& self = work.instance(n);
  const bool moved = !same_states(self.active, before);
  if (self.is_open() && kernel::is_final(host.workflow(), host.position())) {
    for (const kernel::Active& active : host.position().active) {
      const model::State& state = host.workflow().at(active.state);
      if (state.parent != model::kRoot || state.kind != model::StateKind::final) continue;
      std::string result = state.outcome.value_or(self.outcome);
      // `outcome: issue` names a field of the instance: what it holds is the outcome.
      if (const feel::Stored held = work.field(n, result); !held.is_null()) {
        result = to_text(held.value());
      }
      end_watches(work, n);
      close_instance(work, n, result, state.success);
    }
  }
  if (moved && !host.meant()) tell_parent_of_change(work, n);
}

// A partner's answer that comes while the need is paused is not lost: it is taken afterwards.
bool may_wait(const Instance& instance, const kernel::Trigger& trigger) {
  return instance.extras.is_paused() && trigger.cause == model::Cause::event &&
         trigger.name.starts_with("referral.") && trigger.name != "referral.changed";
}

}  // namespace

bool step_instance(Work& work, InstanceNumber n, const kernel::Trigger& trigger) {
  InstanceHost host(work, n);
  host.set_trigger(&trigger);
  const std::vector<StateEntry> before = work.instance(n).active;
  const kernel::Outcome outcome = kernel::step(host.workflow(), host.position(), trigger, host);
  if (outcome == kernel::Outcome::vetoed) return false;
  const bool taken = outcome == kernel::Outcome::taken;
  if (!taken && may_wait(work.instance(n), trigger)) {
    work.record(EventDeferred{n, trigger.name, trigger.data});
  }
  conclude(work, n, host, outcome, before);
  return taken;
}

void start_instance(Work& work, InstanceNumber n) {
  InstanceHost host(work, n);
  const kernel::Outcome outcome = kernel::start(host.workflow(), host.position(), host);
  conclude(work, n, host, outcome, {});
}

void settle_instance(Work& work, InstanceNumber n) {
  InstanceHost host(work, n);
  const std::vector<StateEntry> before = work.instance(n).active;
  conclude(work, n, host, kernel::settle(host.workflow(), host.position(), host), before);
}

void redirect_to_state(Work& work, InstanceNumber n, StateIndex target) {
  InstanceHost host(work, n);
  if (work.instance(n).extras.is_paused()) abandon_pause(work, n);
  const std::vector<StateEntry> before = work.instance(n).active;
  conclude(work, n, host, kernel::redirect(host.workflow(), host.position(), target, host), before);
}

void move_to_state(Work& work, InstanceNumber n, StateIndex target) {
  InstanceHost host(work, n);
  if (work.instance(n).extras.is_paused()) abandon_pause(work, n);
  const std::vector<StateEntry> before = work.instance(n).active;
  conclude(work, n, host, kernel::move(host.workflow(), host.position(), target, host), before);
}

}  // namespace guichet::cases
