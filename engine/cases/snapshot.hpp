// A case as it stands: what folding its events gives, without any definition. Paths and ids are
// text, so that a snapshot can be rebuilt and read when the YAML that made it is long gone.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "engine/base/id.hpp"
#include "engine/base/instant.hpp"
#include "engine/cases/incident.hpp"
#include "engine/cases/papers.hpp"
#include "rules/feel/value.hpp"

namespace guichet::cases {

// Values by field id. A field without a value is absent.
using Fields = std::map<std::string, feel::Stored, std::less<>>;

struct StateEntry {
  std::string path;
  std::int32_t entry = 0;  // timers and tasks belong to an entry
  base::Instant since{};
};

enum class TimerState { armed, paused, fired, cancelled };

struct Timer {
  std::string state;  // path of the state that declares it; "" for a delayed event
  std::int32_t entry = 0;
  std::string name;
  std::int32_t firing = 1;  // 1 for the first time it falls due, 2 for the second ..
  TimerState status = TimerState::armed;
  std::optional<base::Instant> due_at;    // absent while paused
  std::optional<std::int64_t> remaining;  // while paused: business days or milliseconds left
  bool remaining_in_days = false;
  base::Instant anchor{};
};

struct Task {
  std::string id;  // of the workflow's task; with the entry it is unique in the instance
  std::int32_t entry = 0;
  std::string title;
  std::vector<std::string> by;  // roles
  std::optional<base::Instant> due_at;
  bool pauses_clocks = false;  // timers of the instance run again when it is closed
};

// What a child of kind referral asks of whom.
struct Referral {
  std::string partner;
  std::string convention, article, rule;  // empty: outside the convention
  std::string adviser;                    // id inside the partner; may be a substitute
  std::string parent_state;               // path and entry of the block that opened it
  std::int32_t parent_entry = 0;
  std::vector<std::string> share;
};

// One partner that was considered for a need, and why it was not asked (or was).
struct Considered {
  std::string partner;
  bool chosen = false;
  std::string article, rule;
  struct Failure {
    std::string criterion, value, wanted;
  };
  std::vector<Failure> failed;
};

// A timer that fired in an entry of its state; the last such entry.
struct FiredTimer {
  std::string state, name;
  std::int32_t entry = 0;
};

// An event that waits for the end of a pause.
struct DeferredEvent {
  std::string name;
  feel::Stored data;
};

// What a property of the path has seen so far in this instance.
struct Watch {
  std::string property;
  bool holds = false;      // its P, when last looked at
  std::int32_t count = 0;  // how often P became true
};

// A stretch in which clocks of an instance stood still; without an end, they still do.
struct Stand {
  bool whole = false;  // all of its clocks (a question, a paused need, a merge)
  std::string state;   // else those of this state, put aside by a pause or into a history
  base::Instant from{};
  std::optional<base::Instant> to;
};

// What few instances have; kept together as one text in a database.
// The last thing that somebody did about an instance: what the meeting had to say of it before is
// decided by that.
struct LastAct {
  std::int64_t seq = 0;
  base::Instant at{};
};

struct InstanceExtras {
  // Timers of states left by a pause or into a history, until they are entered again.
  std::vector<Timer> kept;
  std::vector<StateEntry> suspended;  // states left by a pause
  std::vector<Task> kept_tasks;       // theirs; nobody sees them until the pause is over
  std::vector<DeferredEvent> deferred;
  std::vector<FiredTimer> fired;          // in this episode
  std::vector<StateEntry> first_entries;  // of states with a timer that counts from it
  std::vector<Watch> watches;
  std::string adviser;  // of a referral that was handed over inside the partner

  bool is_paused() const { return !suspended.empty(); }
  // A need that was requalified, and the one that goes on in its place.
  std::optional<base::InstanceNumber> requalified_from, requalified_to;
  bool held = false;          // stands still while its case is merged into another
  std::vector<Timer> stopped;  // while held: its timers, paused
  std::vector<Timer> paused;   // timers that a question stops, with the due dates that they had
  std::vector<Stand> stands;   // see stands.hpp
  std::optional<LastAct> acted;
};

struct Instance {
  base::InstanceNumber n;
  std::optional<base::InstanceNumber> parent;
  std::string kind;  // request, need, referral
  std::string workflow;
  std::string bundle;  // hash that it is pinned to
  std::int32_t episode = 1;
  std::vector<StateEntry> active;
  std::vector<std::pair<std::string, std::vector<std::string>>> history;
  std::int32_t next_entry = 1;
  Fields data;
  std::vector<Timer> timers;  // armed and paused ones only
  std::vector<Task> tasks;    // open ones only
  std::optional<Referral> referral;
  std::vector<std::string> proposed;   // partners pre-ticked; once a person has ticked, hers
  std::vector<Considered> considered;  // the last choice, for why and why not
  std::vector<std::pair<std::string, std::vector<std::string>>> would_open;  // field -> partners
  std::string lead;  // partner that leads the need
  std::string outcome;
  bool accompanied = false;  // an answer or the desk took it up
  bool success = false;
  base::Instant opened_at{};
  std::optional<base::Instant> closed_at;
  InstanceExtras extras;

  bool is_open() const { return !closed_at; }
  const StateEntry* find_active(std::string_view path) const;
  // The innermost active state; of several that are equally deep, the first. Nothing
  // where the instance has not been started.
  const StateEntry* innermost() const;
};

struct AgendaItem {
  std::int64_t seq = 0;
  base::InstanceNumber n;
  std::string text;
};

// What few cases have; kept together as one text in a database.
struct CaseExtras {
  std::vector<Incident> incidents;   // open ones
  bool personal_data_taken = false;  // its time to be kept is over
  std::string criticality;  // a word of the territory's; empty: as usual
  std::optional<OtherCase> merged_into;
  std::vector<OtherCase> joined;  // cases merged into this one
  std::vector<OtherCase> apart;   // cases that are not about the same person or firm
  std::vector<Note> notes;
  std::vector<Document> documents;
  std::vector<Suggestion> suggestions;
};

struct Snapshot {
  base::CaseId id;
  std::int64_t rev = 0;  // sequence number of the last fact
  std::string number;    // the request's key, shown to people
  std::string owner;     // id of a member of staff
  base::Instant opened_at{};
  std::optional<base::Instant> closed_at;
  Fields data;          // fields of the case
  Fields person, firm;  // current values of its parties' facts
  bool intake_decided = false;
  std::string verdict;              // take_in, refuse, ask
  std::vector<Instance> instances;  // by number
  std::vector<AgendaItem> agenda;
  std::optional<base::Day> last_reminder;  // that left late, after an outage
  CaseExtras extras;

  const Instance* find(base::InstanceNumber n) const;
  Instance* find(base::InstanceNumber n);
};

}  // namespace guichet::cases
