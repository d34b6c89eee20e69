// Facts: what happened to a case, once, for ever. Only apply() turns them into state; the JSON of
// event_json is a stored format, changed only with a version step.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "engine/base/error.hpp"
#include "engine/base/id.hpp"
#include "engine/base/instant.hpp"
#include "engine/cases/event_letters.hpp"
#include "engine/cases/event_migrate.hpp"
#include "engine/cases/event_papers.hpp"
#include "engine/cases/event_people.hpp"
#include "engine/cases/event_time.hpp"
#include "engine/cases/snapshot.hpp"

namespace guichet::cases {

using base::InstanceNumber;

enum class Owner { instance, kase, person, firm };

struct RequestReceived {
  std::string number;
};
struct IntakeDecided {
  std::string verdict;
  std::vector<std::string> rules;    // ids that won in the eligibility table
  std::vector<std::string> reasons;  // for the letter and the page
};
struct InstanceOpened {
  InstanceNumber n;
  std::optional<InstanceNumber> parent;
  std::string kind, workflow, bundle;
  std::optional<Referral> referral;
};
struct FieldWritten {
  Owner owner = Owner::instance;
  InstanceNumber n;  // of the instance whose step wrote it
  std::string field;
  feel::Stored value;  // null: taken away
};
struct StateEntered {
  InstanceNumber n;
  std::string state;
  std::int32_t entry = 0;
};
struct StateExited {
  InstanceNumber n;
  std::string state;
  std::int32_t entry = 0;
};
struct HistoryRecorded {
  InstanceNumber n;
  std::string history;
  std::vector<std::string> states;
};
struct TaskOpened {
  InstanceNumber n;
  Task task;
};
struct TaskClosed {
  InstanceNumber n;
  std::string task;
  std::int32_t entry = 0;
};
// A person's act or a partner's reply that was taken. The first fact of its step.
struct ActTaken {
  InstanceNumber n;
  std::string name;  // of the path's act, of a task, or of the engine's own act
  bool reply = false;
  std::string channel;      // phone, mail, link, visit
  std::string recorded_by;  // staff member, where it was recorded for the author
  std::optional<base::Day> said_on;
  bool task = false;       // a task was done
  std::int32_t facts = 0;  // of its step, this one included; 0 in journals from before it was kept
};
// The convention was asked: who was chosen, who was not and why.
struct PartnersConsidered {
  InstanceNumber n;
  std::string convention;
  std::vector<Considered> partners;
  std::vector<std::pair<std::string, std::vector<std::string>>> would_open;
  bool awaits_tick = false;  // a person confirms before letters leave
};
struct PartnersConfirmed {
  InstanceNumber n;
  std::vector<std::string> partners;
};
struct QuotaReserved {
  InstanceNumber n;
  std::string partner, quota, period;  // "2009-02", "2009", or "open"
};
struct LeadChosen {
  InstanceNumber n;
  std::string partner;
};
struct Meant {  // a referral's reply or timer means something to the engine
  InstanceNumber n;
  std::string meaning;
};
struct AgendaAdded {
  InstanceNumber n;
  std::string text;
  std::string purpose;  // "escalate" where the agenda is a rung of a ladder
};
struct Noted {
  InstanceNumber n;
  std::string text;
};
struct OwnerAssigned {
  std::string owner;
};
struct CriticalitySet {
  InstanceNumber n;  // whose step said so
  std::string level;
};
struct TakenUp {  // the need counts as accompanied from here on
  InstanceNumber n;
};
struct InstanceClosed {
  InstanceNumber n;
  std::string outcome;
  bool success = false;
};
struct IncidentOpened {  // accepted work that cannot go on
  InstanceNumber n;
  std::string code, text;
  std::string ref;  // what a new try needs: a letter's key, a timer; empty: nothing can be tried
};
struct CaseClosed {};

using AnyEvent =
    std::variant<RequestReceived, IntakeDecided, InstanceOpened, FieldWritten, StateEntered,
                 StateExited, HistoryRecorded, TimerArmed, TimerFired, TimerCancelled, TimerPaused,
                 TimerResumed, TaskOpened, TaskClosed, ActTaken, PartnersConsidered,
                 PartnersConfirmed, QuotaReserved, LeadChosen, Meant, LetterQueued,
                 LetterSuppressed, LetterDelivered, LetterRefused, AgendaAdded, Noted,
                 OwnerAssigned, TakenUp, InstanceClosed, IncidentOpened, CaseClosed, ReminderLeft,
                 CriticalitySet, ConsentRecorded, ReferralMoved, NeedRequalified, NeedDecided,
                 ActUndone, InstanceRestored, QuotaReleased, LetterRecalled, CaseMerged,
                 CaseUnmerged, CaseJoined, CaseParted, InstanceHeld, InstanceReleased,
                 InstanceMigrated, CaseMigrated, MigrationReverted, TimerKept,
                 TimerRestored, StateSuspended, StateResumed, FirstEntryNoted, EventDeferred,
                 EventsReleased, InstanceReopened, PropertyWatched, IncidentClosed, OperatorActed,
                 DueChanged, AdviserAssigned, PersonalDataTaken, LetterPutBack,
                 NoteAdded, NoteStruck, DocumentAdded, DocumentShared, DocumentRemoved,
                 CasesKeptApart, PartnerSuggested>;

// A type of its own, so that copying and destroying dozens of alternatives is compiled once.
struct Event : AnyEvent {
  using AnyEvent::AnyEvent;
  Event();
  Event(const Event& other);
  Event(Event&& other) noexcept;
  Event& operator=(const Event& other);
  Event& operator=(Event&& other) noexcept;
  ~Event();
};


// An event in the journal.
struct Fact {
  std::int64_t seq = 0;  // 1, 2, 3 in its case
  base::Instant at{};
  std::string actor;  // id or role, "system"
  Event event;
  std::string prev_hash, hash;
};

std::string_view type_of(const Event& event);  // "state-entered"
std::vector<std::string> event_types();
std::optional<InstanceNumber> instance_of(const Event& event);
// The payload as canonical JSON, and back. The error names what does not fit.
std::string to_json(const Event& event);
base::Result<Event> from_json(std::string_view type, std::string_view json);

}  // namespace guichet::cases
