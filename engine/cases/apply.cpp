#include "engine/cases/apply.hpp"

#include <algorithm>

#include "engine/cases/apply_migration.hpp"
#include "engine/cases/apply_papers.hpp"
#include "engine/cases/people.hpp"
#include "engine/cases/stands.hpp"

namespace guichet::cases {
namespace {

template <typename T>
bool names(const Timer& timer, const T& event) {
  return timer.state == event.state && timer.entry == event.entry && timer.name == event.name &&
         timer.firing == event.firing;
}

// Folds one event; the overloads are the whole meaning of the facts.
class Folding : private PapersFolding {
 public:
  using PapersFolding::operator();
  Folding(Snapshot& snapshot, std::int64_t seq, base::Instant at)
      : PapersFolding(snapshot, seq, at), snapshot_(snapshot), seq_(seq), at_(at) {}

  void operator()(const RequestReceived& e) {
    snapshot_.number = e.number;
    snapshot_.opened_at = at_;
  }
  void operator()(const IntakeDecided& e) {
    snapshot_.intake_decided = true;
    snapshot_.verdict = e.verdict;
  }
  void operator()(const InstanceOpened& e) {
    Instance instance;
    instance.n = e.n;
    instance.parent = e.parent;
    instance.kind = e.kind;
    instance.workflow = e.workflow;
    instance.bundle = e.bundle;
    instance.referral = e.referral;
    instance.opened_at = at_;
    snapshot_.instances.push_back(std::move(instance));
    snapshot_.closed_at.reset();
  }
  void operator()(const FieldWritten& e) {
    Fields& fields = owner(e);
    if (e.value.is_null()) {
      fields.erase(e.field);
    } else {
      fields[e.field] = e.value;
    }
  }
  void operator()(const StateEntered& e) {
    Instance& instance = at(e.n);
    instance.active.push_back({e.state, e.entry, at_});
    instance.next_entry = std::max(instance.next_entry, e.entry + 1);
  }
  void operator()(const StateExited& e) {
    Instance& instance = at(e.n);
    const auto left = [&](const StateEntry& s) { return s.path == e.state && s.entry == e.entry; };
    if (std::erase_if(instance.extras.suspended, left) > 0) {
      std::erase_if(instance.extras.kept_tasks,
                    [&](const Task& task) { return task.entry == e.entry; });
    }
    std::erase_if(instance.active, left);
  }
  void operator()(const HistoryRecorded& e) {
    auto& history = at(e.n).history;
    if (e.states.empty()) {  // forgotten
      std::erase_if(history, [&](const auto& each) { return each.first == e.history; });
      return;
    }
    const auto known = std::ranges::find(history, e.history, [](const auto& h) { return h.first; });
    if (known == history.end()) {
      history.emplace_back(e.history, e.states);
    } else {
      known->second = e.states;
    }
  }
  void operator()(const TimerArmed& e) {
    at(e.n).timers.push_back(e.timer);
    if (e.timer.status == TimerState::paused) stop(at(e.n), at(e.n).timers.back());
  }
  void operator()(const TimerFired& e) {
    drop_timer(e);
    if (!is_state(e.state)) return;
    for (FiredTimer& known : at(e.n).extras.fired) {
      if (known.state == e.state && known.name == e.name) {
        known.entry = e.entry;
        return;
      }
    }
    at(e.n).extras.fired.push_back({e.state, e.name, e.entry});
  }
  void operator()(const TimerCancelled& e) {
    drop_timer(e);
    std::erase_if(at(e.n).extras.kept, [&](const Timer& timer) { return names(timer, e); });
    go_on(e);
  }
  void operator()(const TimerPaused& e) {
    if (Timer* timer = find_timer(e)) {
      timer->status = TimerState::paused;
      timer->remaining = e.remaining;
      timer->remaining_in_days = e.in_days;
      stop(at(e.n), *timer);
    }
  }
  void operator()(const TimerResumed& e) {
    if (Timer* timer = find_timer(e)) {
      timer->status = TimerState::armed;
      timer->due_at = e.due_at;
      timer->remaining.reset();
    }
    go_on(e);
  }
  void operator()(const TaskOpened& e) { at(e.n).tasks.push_back(e.task); }
  void operator()(const TaskClosed& e) {
    std::erase_if(at(e.n).tasks,
                  [&](const Task& task) { return task.id == e.task && task.entry == e.entry; });
  }
  void operator()(const ActTaken& e) {
    // Neither decides anything: a letter that stays here, what somebody thinks of passing it on.
    if (e.name == kRecallAct || e.name == kConsentAct) return;
    if (Instance* instance = snapshot_.find(e.n)) instance->extras.acted = LastAct{seq_, at_};
  }
  void operator()(const PartnersConsidered& e) {
    Instance& instance = at(e.n);
    instance.considered = e.partners;
    instance.would_open = e.would_open;
    instance.proposed.clear();
    if (!e.awaits_tick) return;
    for (const Considered& partner : e.partners) {
      if (partner.chosen) instance.proposed.push_back(partner.partner);
    }
  }
  void operator()(const PartnersConfirmed& e) { at(e.n).proposed = e.partners; }
  void operator()(const QuotaReserved&) {}  // counted by the store
  void operator()(const LeadChosen& e) { at(e.n).lead = e.partner; }
  void operator()(const Meant& e) {
    if (e.meaning == "question") return;
    at(e.n).outcome = e.meaning == "reopened" ? "" : e.meaning;
  }
  void operator()(const LetterQueued&) {}
  void operator()(const LetterSuppressed&) {}
  void operator()(const LetterDelivered&) {}
  void operator()(const LetterRefused&) {}
  void operator()(const AgendaAdded& e) { snapshot_.agenda.push_back({seq_, e.n, e.text}); }
  void operator()(const Noted&) {}
  void operator()(const OwnerAssigned& e) { snapshot_.owner = e.owner; }
  void operator()(const CriticalitySet& e) { snapshot_.extras.criticality = e.level; }
  void operator()(const TakenUp& e) { at(e.n).accompanied = true; }
  void operator()(const InstanceClosed& e) {
    Instance& instance = at(e.n);
    instance.closed_at = at_;
    instance.outcome = e.outcome;
    instance.success = e.success;
    instance.timers.clear();
    instance.tasks.clear();
    instance.proposed.clear();
    end_pauses(instance);
  }
  void operator()(const IncidentOpened& e) {
    snapshot_.extras.incidents.push_back({seq_, e.n, e.code, e.text, e.ref, at_});
  }
  void operator()(const CaseClosed&) { snapshot_.closed_at = at_; }
  void operator()(const ReminderLeft& e) { snapshot_.last_reminder = e.day; }
  void operator()(const InstanceMigrated& e) { fold_migration(at(e.n), e); }
  void operator()(const CaseMigrated&) {}  // says what the facts before it did
  void operator()(const MigrationReverted&) {}

  void operator()(const ConsentRecorded&) {}  // the field's value is a fact of its own
  void operator()(const ReferralMoved& e) {
    Instance& instance = at(e.n);
    instance.parent = e.parent;
    if (!instance.referral) return;
    instance.referral->parent_state = e.state;
    instance.referral->parent_entry = e.entry;
  }
  void operator()(const NeedRequalified& e) {
    at(e.n).extras.requalified_to = e.to;
    at(e.to).extras.requalified_from = e.n;
  }
  void operator()(const NeedDecided&) {}
  void operator()(const ActUndone& e) {
    std::erase_if(snapshot_.agenda, [&](const AgendaItem& item) {
      return item.seq >= e.from && item.seq <= e.until;
    });
    if (!e.intake) return;
    snapshot_.intake_decided = false;
    snapshot_.verdict.clear();
  }
  void operator()(const InstanceRestored& e) {
    at(e.n) = e.instance;
    if (e.case_closed_at) {
      snapshot_.closed_at = e.case_closed_at;
    } else if (e.instance.is_open()) {
      snapshot_.closed_at.reset();
    }
  }
  void operator()(const QuotaReleased&) {}  // counted by the store
  void operator()(const LetterRecalled&) {}
  void operator()(const LetterPutBack&) {}
  void operator()(const CaseMerged& e) { snapshot_.extras.merged_into = {e.into, e.number}; }
  void operator()(const CaseUnmerged&) { snapshot_.extras.merged_into.reset(); }
  void operator()(const CaseJoined& e) { snapshot_.extras.joined.push_back({e.other, e.number}); }
  void operator()(const CaseParted& e) {
    std::erase_if(snapshot_.extras.joined,
                  [&](const OtherCase& each) { return each.id == e.other; });
  }
  void operator()(const InstanceHeld& e) {
    Instance& instance = at(e.n);
    instance.extras.held = true;
    for (const Timer& timer : e.timers) {
      instance.extras.stopped.push_back(timer);
      drop_timer(TimerCancelled{e.n, timer.state, timer.name, timer.entry, timer.firing});
    }
  }
  void operator()(const InstanceReleased& e) {
    snapshot_.closed_at.reset();
    at(e.n).extras.held = false;
    at(e.n).extras.stopped.clear();
  }

  void operator()(const TimerKept& e) {
    Instance& instance = at(e.n);
    std::erase_if(instance.timers, [&](const Timer& timer) { return same(timer, e.timer); });
    drop_kept(instance, e.timer.state, e.timer.name);
    instance.extras.kept.push_back(e.timer);
  }
  void operator()(const TimerRestored& e) {
    Instance& instance = at(e.n);
    drop_kept(instance, e.timer.state, e.timer.name);
    instance.timers.push_back(e.timer);
  }
  void operator()(const StateSuspended& e) {
    Instance& instance = at(e.n);
    const auto left = std::ranges::find(instance.active, e.state, &StateEntry::path);
    if (left == instance.active.end()) return;
    instance.extras.suspended.push_back(*left);
    instance.active.erase(left);
    move_tasks(instance.tasks, instance.extras.kept_tasks, e.entry);
  }
  void operator()(const StateResumed& e) {
    Instance& instance = at(e.n);
    auto& suspended = instance.extras.suspended;
    const auto back = std::ranges::find(suspended, e.state, &StateEntry::path);
    if (back == suspended.end()) return;
    instance.active.push_back(*back);
    suspended.erase(back);
    move_tasks(instance.extras.kept_tasks, instance.tasks, e.entry);
  }
  void operator()(const FirstEntryNoted& e) {
    at(e.n).extras.first_entries.push_back({e.state, 0, at_});
  }
  void operator()(const EventDeferred& e) { at(e.n).extras.deferred.push_back({e.name, e.data}); }
  void operator()(const EventsReleased& e) { at(e.n).extras.deferred.clear(); }
  void operator()(const InstanceReopened& e) {
    Instance& instance = at(e.n);
    instance.episode = e.episode;
    instance.closed_at.reset();
    instance.outcome.clear();
    instance.success = false;
    instance.extras.fired.clear();
    instance.extras.first_entries.clear();
    instance.extras.watches.clear();
    snapshot_.closed_at.reset();
  }
  void operator()(const PropertyWatched& e) {
    for (Watch& known : at(e.n).extras.watches) {
      if (known.property == e.watch.property) {
        known = e.watch;
        return;
      }
    }
    at(e.n).extras.watches.push_back(e.watch);
  }
  void operator()(const IncidentClosed& e) {
    std::erase_if(snapshot_.extras.incidents,
                  [&](const Incident& incident) { return incident.seq == e.incident; });
  }
  void operator()(const OperatorActed&) {}
  void operator()(const DueChanged& e) {
    if (e.task) {
      for (Task& task : at(e.n).tasks) {
        if (task.id == e.name && task.entry == e.entry) task.due_at = e.due_at;
      }
    } else if (Timer* timer = find_timer(e)) {
      timer->due_at = e.due_at;
    }
  }
  void operator()(const AdviserAssigned& e) { at(e.n).extras.adviser = e.adviser; }
  void operator()(const PersonalDataTaken&) {
    snapshot_.extras.personal_data_taken = true;
    take_papers();
  }

 private:
  // Marks before a name say that what a timer carries is no state's: see timers.hpp.
  static bool is_state(std::string_view path) {
    return path.empty() || (path.front() != '@' && path.front() != '!');
  }
  static bool same(const Timer& a, const Timer& b) {
    return a.state == b.state && a.entry == b.entry && a.name == b.name && a.firing == b.firing;
  }
  static void drop_kept(Instance& instance, std::string_view state, std::string_view name) {
    std::erase_if(instance.extras.kept,
                  [&](const Timer& timer) { return timer.state == state && timer.name == name; });
  }
  static void move_tasks(std::vector<Task>& from, std::vector<Task>& to, std::int32_t entry) {
    for (Task& task : from) {
      if (task.entry == entry) to.push_back(task);
    }
    std::erase_if(from, [&](const Task& task) { return task.entry == entry; });
  }
  static void end_pauses(Instance& instance) {
    instance.extras.kept.clear();
    instance.extras.suspended.clear();
    instance.extras.kept_tasks.clear();
    instance.extras.deferred.clear();
  }

  Instance& at(InstanceNumber n) { return *snapshot_.find(n); }

  Fields& owner(const FieldWritten& e) {
    switch (e.owner) {
      case Owner::kase:
        return snapshot_.data;
      case Owner::person:
        return snapshot_.person;
      case Owner::firm:
        return snapshot_.firm;
      case Owner::instance:
        break;
    }
    return at(e.n).data;
  }
  // A timer that stands still has no due date; the one that it had is kept beside it.
  static void stop(Instance& instance, Timer& timer) {
    drop_paused(instance, timer.state, timer.name);
    instance.extras.paused.push_back(timer);
    timer.due_at.reset();
  }
  template <typename T>
  void go_on(const T& e) {
    drop_paused(at(e.n), e.state, e.name);
  }
  static void drop_paused(Instance& instance, std::string_view state, std::string_view name) {
    std::erase_if(instance.extras.paused,
                  [&](const Timer& timer) { return timer.state == state && timer.name == name; });
  }
  template <typename T>
  void drop_timer(const T& e) {
    std::erase_if(at(e.n).timers, [&](const Timer& timer) { return names(timer, e); });
  }
  template <typename T>
  Timer* find_timer(const T& e) {
    for (Timer& timer : at(e.n).timers) {
      if (names(timer, e)) return &timer;
    }
    return nullptr;
  }

  Snapshot& snapshot_;
  std::int64_t seq_;
  base::Instant at_;
};

}  // namespace

void apply(Snapshot& snapshot, const Event& event, std::int64_t seq, base::Instant at) {
  std::visit(Folding(snapshot, seq, at), event);
  note_stands(snapshot, event, at);
  snapshot.rev = seq;
}

}  // namespace guichet::cases
