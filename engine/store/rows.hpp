// The rows of the contract of storage: what is written with a step, waits in the outbox, and is
// shown in lists. Plain values.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "engine/access/sight.hpp"
#include "engine/cases/command.hpp"
#include "engine/cases/effect.hpp"
#include "engine/cases/event.hpp"
#include "engine/cases/snapshot.hpp"

namespace guichet::store {

// What the ledger keeps of a command, so that asking again gives the first answer.
struct LedgerEntry {
  std::string command_id;
  cases::Receipt receipt;
  base::Instant at{};
  std::string content{};  // cases::content_of; "" in rows from before it was kept
};

struct DueTimer {
  base::CaseId kase;
  cases::FireTimer fire;
  base::Instant due_at{};
};

// A letter waiting to leave, leased to one worker. The fence makes a late report harmless.
struct LeasedLetter {
  base::OutboxId id;
  std::int64_t fence = 0;
  std::int32_t attempts = 0;  // before this one
  base::CaseId kase;
  cases::LetterEffect letter;
};

enum class Attempt { counts, does_not_count };
enum class LetterStatus { waiting, leased, delivered, refused, printed, recalled };

struct OutboxRow {
  base::OutboxId id;
  base::CaseId kase;
  cases::LetterEffect letter;
  LetterStatus status = LetterStatus::waiting;
  std::int32_t attempts = 0;
  base::Instant next_at{};  // from when a worker may take it; of a leased one, the lease's end
  std::string reason;
  bool called_back = false;  // while leased: unless it leaves now, it never will
};

// What lists show of a case; made by the desk at each step, since only the definition knows which
// fields are a name or a place. Stores keep it as it is.
struct CaseRow {
  base::CaseId id;
  std::string number, person, firm, commune, owner, verdict;
  std::vector<std::string> themes, states;  // of its needs, in their order
  base::Instant opened_at{};
  std::optional<base::Instant> closed_at;
};

// A step to be written whole.
struct Step {
  CaseRow row;
  cases::Snapshot after;
  std::vector<cases::Fact> facts;  // new ones, sealed
  std::vector<cases::LetterEffect> letters;
  // Keys of earlier letters that will not leave. One that is leased is called back from its relay:
  // it ends as delivered or as recalled, it never waits again.
  std::vector<std::string> recalled{};
  std::vector<cases::LetterReturned> put_back{};  // recalled or called back before: not any more
  // Bytes to be kept. Those of documents whose removal is among the facts go, and all of the case's
  // with its personal data.
  std::vector<cases::DocumentEffect> documents{};
};

// Something that will be late if nobody acts: an open task's due date, or a timer that falls due.
struct PromiseRow {
  base::CaseId kase;
  base::InstanceNumber n;
  std::string number, person, theme;
  std::string what;  // task title, or timer name
  bool task = true;
  std::vector<std::string> by;  // roles of a task; the partner's id of a referral's timer
  std::string state;
  base::Instant due_at{};
  std::string owner;
};

struct CaseFilter {
  access::Sight visible_to;  // whose list it is; there is no list for nobody in particular
  std::string text{};        // in number, person, firm, whatever its case and accents
  std::string owner{}, theme{};
  bool open_only = true;
  std::size_t first = 0, most = 50;
};

}  // namespace guichet::store
