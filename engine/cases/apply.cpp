#include "engine/cases/apply.hpp"

#include <algorithm>

namespace guichet::cases {
namespace {

template <typename T>
bool names(const Timer& timer, const T& event) {
  return timer.state == event.state && timer.entry == event.entry && timer.name == event.name &&
         timer.firing == event.firing;
}

// Folds one event; the overloads are the whole meaning of the facts.
class Folding {
 public:
  Folding(Snapshot& snapshot, std::int64_t seq, base::Instant at)
      : snapshot_(snapshot), seq_(seq), at_(at) {}

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
    std::erase_if(at(e.n).active, [&](const StateEntry& s) { return s.path == e.state; });
  }
  void operator()(const HistoryRecorded& e) {
    auto& history = at(e.n).history;
    const auto known = std::ranges::find(history, e.history, [](const auto& h) { return h.first; });
    if (known == history.end()) {
      history.emplace_back(e.history, e.states);
    } else {
      known->second = e.states;
    }
  }
  void operator()(const TimerArmed& e) { at(e.n).timers.push_back(e.timer); }
  void operator()(const TimerFired& e) { drop_timer(e); }
  void operator()(const TimerCancelled& e) { drop_timer(e); }
  void operator()(const TimerPaused& e) {
    if (Timer* timer = find_timer(e)) {
      timer->status = TimerState::paused;
      timer->due_at.reset();
      timer->remaining = e.remaining;
      timer->remaining_in_days = e.in_days;
    }
  }
  void operator()(const TimerResumed& e) {
    if (Timer* timer = find_timer(e)) {
      timer->status = TimerState::armed;
      timer->due_at = e.due_at;
      timer->remaining.reset();
    }
  }
  void operator()(const TaskOpened& e) { at(e.n).tasks.push_back(e.task); }
  void operator()(const TaskClosed& e) {
    std::erase_if(at(e.n).tasks,
                  [&](const Task& task) { return task.id == e.task && task.entry == e.entry; });
  }
  void operator()(const ActTaken&) {}
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
    if (e.meaning != "question") at(e.n).outcome = e.meaning;
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
  }
  void operator()(const IncidentOpened&) {}
  void operator()(const CaseClosed&) { snapshot_.closed_at = at_; }
  void operator()(const ReminderLeft& e) { snapshot_.last_reminder = e.day; }

 private:
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
  snapshot.rev = seq;
}

const StateEntry* Instance::find_active(std::string_view path) const {
  const auto found = std::ranges::find(active, path, &StateEntry::path);
  return found == active.end() ? nullptr : &*found;
}

const Instance* Snapshot::find(base::InstanceNumber n) const {
  // Numbers are 1, 2, 3 in the order of opening.
  const auto index = static_cast<std::size_t>(n.value - 1);
  return index < instances.size() ? &instances[index] : nullptr;
}

Instance* Snapshot::find(base::InstanceNumber n) {
  return const_cast<Instance*>(std::as_const(*this).find(n));
}

}  // namespace guichet::cases
