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

// What few instances have; kept together as one text in a database.
struct InstanceExtras {
  std::vector<Timer> kept;  // of states left by a pause or into a history, until they are entered again
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
};

struct AgendaItem {
  std::int64_t seq = 0;
  base::InstanceNumber n;
  std::string text;
};

// What few cases have; kept together as one text in a database.
struct CaseExtras {
  std::string criticality;  // a word of the territory's; empty: as usual
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
  std::optional<base::Day>
      last_reminder;  // local day of the last reminder that left late, after an outage
  CaseExtras extras;

  const Instance* find(base::InstanceNumber n) const;
  Instance* find(base::InstanceNumber n);
};

}  // namespace guichet::cases
