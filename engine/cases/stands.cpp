#include "engine/cases/stands.hpp"

#include <algorithm>

namespace guichet::cases {
namespace {

class Noting {
 public:
  Noting(Snapshot& snapshot, base::Instant at) : snapshot_(snapshot), at_(at) {}

  template <typename T>
  void operator()(const T&) {}

  void operator()(const TaskOpened& e) {
    if (e.task.pauses_clocks) look_at(*snapshot_.find(e.n));
  }
  void operator()(const TaskClosed& e) { look_at(*snapshot_.find(e.n)); }
  void operator()(const InstanceHeld& e) { look_at(*snapshot_.find(e.n)); }
  void operator()(const InstanceReleased& e) { look_at(*snapshot_.find(e.n)); }

  void operator()(const TimerKept& e) {
    if (e.timer.status == TimerState::paused) begin(e.n, e.timer.state);
  }
  void operator()(const TimerRestored& e) { end(e.n, e.timer.state); }
  void operator()(const StateSuspended& e) {
    begin(e.n, e.state);
    look_at_referrals_of(e.n);
  }
  void operator()(const StateResumed& e) {
    end(e.n, e.state);
    look_at_referrals_of(e.n);
  }
  void operator()(const StateExited& e) { look_at_referrals_of(e.n); }
  void operator()(const ReferralMoved& e) { look_at(*snapshot_.find(e.n)); }
  void operator()(const InstanceReopened& e) {
    snapshot_.find(e.n)->extras.stands.clear();
    snapshot_.find(e.n)->extras.paused.clear();
  }
  // A state that is entered without timers put aside for it counts from the beginning.
  void operator()(const StateEntered& e) {
    InstanceExtras& extras = snapshot_.find(e.n)->extras;
    if (std::ranges::find(extras.kept, e.state, &Timer::state) != extras.kept.end()) return;
    std::erase_if(extras.stands,
                  [&](const Stand& each) { return !each.whole && each.state == e.state; });
  }

 private:
  void begin(base::InstanceNumber n, const std::string& state) {
    Instance& instance = *snapshot_.find(n);
    if (find_open(instance, false, state) == nullptr) {
      instance.extras.stands.push_back({.state = state, .from = at_});
    }
  }
  void end(base::InstanceNumber n, const std::string& state) {
    if (Stand* open = find_open(*snapshot_.find(n), false, state)) open->to = at_;
  }

  static Stand* find_open(Instance& instance, bool whole, std::string_view state) {
    for (Stand& each : instance.extras.stands) {
      if (each.whole == whole && each.state == state && !each.to) return &each;
    }
    return nullptr;
  }

  // Does anything still hold all clocks of the instance?
  bool is_held(const Instance& instance) const {
    if (instance.extras.held) return true;
    if (std::ranges::any_of(instance.tasks, &Task::pauses_clocks)) return true;
    if (!instance.parent || !instance.referral) return false;
    const auto& suspended = snapshot_.find(*instance.parent)->extras.suspended;
    return std::ranges::any_of(suspended, [&](const StateEntry& each) {
      return each.path == instance.referral->parent_state &&
             each.entry == instance.referral->parent_entry;
    });
  }

  void look_at(Instance& instance) {
    Stand* open = find_open(instance, true, "");
    const bool held = is_held(instance);
    if (held && open == nullptr) {
      instance.extras.stands.push_back({.whole = true, .from = at_});
    } else if (!held && open != nullptr) {
      open->to = at_;
    }
  }

  void look_at_referrals_of(base::InstanceNumber n) {
    for (Instance& each : snapshot_.instances) {
      if (each.parent == n && each.referral && each.is_open()) look_at(each);
    }
  }

  Snapshot& snapshot_;
  base::Instant at_;
};

}  // namespace

void note_stands(Snapshot& snapshot, const Event& event, base::Instant at) {
  std::visit(Noting(snapshot, at), event);
}

std::vector<Stand> stands_of(const Instance& instance, std::string_view state, bool aside) {
  std::vector<Stand> all;
  for (const Stand& each : instance.extras.stands) {
    if (each.whole || (aside && each.state == state)) all.push_back(each);
  }
  std::ranges::sort(all, {}, &Stand::from);
  std::vector<Stand> apart;
  for (const Stand& each : all) {
    const bool touches = !apart.empty() && (!apart.back().to || *apart.back().to >= each.from);
    if (!touches) {
      apart.push_back(each);
    } else if (apart.back().to && (!each.to || *each.to > *apart.back().to)) {
      apart.back().to = each.to;
    }
  }
  return apart;
}

bool stands_still(const Instance& instance) {
  return std::ranges::any_of(instance.extras.stands,
                             [](const Stand& each) { return each.whole && !each.to; });
}

bool stands_still(const Instance& instance, std::string_view state) {
  return std::ranges::any_of(instance.extras.stands, [&](const Stand& each) {
    return !each.to && (each.whole || each.state == state);
  });
}

}  // namespace guichet::cases
