// Facts about time and about those who are away: timers, pauses, histories, reopening, what an
// operator puts right, what a path promised; see event.hpp.
#pragma once

#include <string>
#include <vector>

#include "engine/base/id.hpp"
#include "engine/base/instant.hpp"
#include "engine/cases/snapshot.hpp"

namespace guichet::cases {

struct TimerArmed {
  base::InstanceNumber n;
  Timer timer;
};
struct TimerFired {
  base::InstanceNumber n;
  std::string state, name;
  std::int32_t entry = 0, firing = 1;
  base::Instant due_at{};
  bool late = false;  // a day or more after its due date: an outage lay between
};
struct TimerCancelled {
  base::InstanceNumber n;
  std::string state, name;
  std::int32_t entry = 0, firing = 1;
};
struct TimerPaused {
  base::InstanceNumber n;
  std::string state, name;
  std::int32_t entry = 0, firing = 1;
  std::int64_t remaining = 0;
  bool in_days = false;
};
struct TimerResumed {
  base::InstanceNumber n;
  std::string state, name;
  std::int32_t entry = 0, firing = 1;
  base::Instant due_at{};
};
// Put aside with what is left of it, since its state is left by a pause or into a history. Its
// status is paused, or fired where it had its last firing in that entry: it is not armed again.
struct TimerKept {
  base::InstanceNumber n;
  Timer timer;
};
// What was put aside runs again.
struct TimerRestored {
  base::InstanceNumber n;
  Timer timer;  // armed, with the entry that it now belongs to
};
// Left by a pause: entry, tasks and referrals stay what they are until StateResumed.
struct StateSuspended {
  base::InstanceNumber n;
  std::string state;
  std::int32_t entry = 0;
};
struct StateResumed {
  base::InstanceNumber n;
  std::string state;
  std::int32_t entry = 0;
};
// The first entry, in this episode, of a state with a timer that counts from it.
struct FirstEntryNoted {
  base::InstanceNumber n;
  std::string state;
};
// An event of a referral that came while the instance was paused: taken when it runs again.
struct EventDeferred {
  base::InstanceNumber n;
  std::string name;
  feel::Stored data;
};
struct EventsReleased {
  base::InstanceNumber n;
};
struct InstanceReopened {
  base::InstanceNumber n;
  std::int32_t episode = 1;
};
// What a property of the path has come to; a fact only where that changes.
struct PropertyWatched {
  base::InstanceNumber n;
  Watch watch;
};
struct IncidentClosed {
  base::InstanceNumber n;
  std::int64_t incident = 0;  // number of the fact that opened it
  bool retried = false;
};
// An operator puts something right; the facts that follow say what changed.
struct OperatorActed {
  base::InstanceNumber n;
  std::string act;     // due, move, correct, incident, assign, hand-over
  std::string reason;  // in the operator's words
};
struct DueChanged {  // of an armed timer, or of an open task (then `state` and `firing` are empty)
  base::InstanceNumber n;
  std::string state, name;
  std::int32_t entry = 0, firing = 1;
  base::Instant due_at{};
  bool task = false;
};
// A colleague of the same institution deals with the referral from now on.
struct AdviserAssigned {
  base::InstanceNumber n;
  std::string adviser;
};
// The case was closed long enough: what is personal is gone from its rows.
struct PersonalDataTaken {
  std::vector<std::string> classes;
};

}  // namespace guichet::cases
