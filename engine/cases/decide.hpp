// The pure heart: a snapshot, a command and one reading of the clock in; facts and effects out, or
// a rejection with every reason at once. No storage, no network, no clock inside.
#pragma once

#include <exception>
#include <expected>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "engine/cases/command.hpp"
#include "engine/cases/effect.hpp"
#include "engine/cases/event.hpp"
#include "rules/convention/convention.hpp"
#include "workflows/bundle/desk.hpp"

namespace guichet::cases {

enum class Whereabouts {
  waiting,      // no relay has it, however long it has been due
  handed_over,  // a relay has it and has not answered yet
  called_back,  // handed over, and called back since: unless it leaves now, it never will
  left,         // delivered, printed, or refused for good
  recalled,     // never left, and will not
};

// A letter of the case in the outbox.
struct QueuedLetter {
  std::string key, letter, channel, to_kind, to, to_name;
  base::InstanceNumber n;
  base::Instant leaves_at{};
  Whereabouts where = Whereabouts::waiting;

  // Its addressee may have read it.
  bool may_be_known() const {
    return where != Whereabouts::waiting && where != Whereabouts::recalled;
  }
};

// What decide() may look at besides the case. Everything outlives the call.
struct Surroundings {
  const bundle::Desk& desk;  // the active definition
  // The definition an instance is pinned to; nullptr where the store does not have it.
  std::function<const bundle::Desk*(const std::string& hash)> pinned;
  const bundle::Directory& directory;  // as the database has it
  convention::Loads loads;             // quotas used and open referrals, by partner
  base::Instant now{};
  std::string secret;  // for reply links
  // Told of each arm that is taken, or whose refusal is the answer: for coverage.
  std::function<void(const model::Workflow&, model::TransitionIndex)> taken = {};
  // Of this case, asked for by few commands: its journal and its letters.
  std::function<std::vector<Fact>()> journal = {};
  std::function<std::vector<QueuedLetter>()> letters = {};
  // Another case as it stands; nothing where there is none.
  std::function<std::optional<Snapshot>(base::CaseId)> other = {};
};

struct Decision {
  Snapshot after;  // events folded into what was given
  std::vector<Event> events;
  std::vector<LetterEffect> letters;
  std::vector<std::string> recalled;     // keys of letters in the outbox that must not leave
  std::vector<LetterReturned> put_back;  // letters of the outbox that may leave after all
  std::vector<DocumentEffect> documents;  // bytes to keep under their keys
  std::vector<ForOther> elsewhere;       // what other cases are told, in the same transaction
};

// A case names a definition that nobody has any more: a fault of the database, thrown.
class UnknownDefinition : public std::exception {
 public:
  explicit UnknownDefinition(std::string hash) : hash_(std::move(hash)) {}
  const std::string& hash() const { return hash_; }
  const char* what() const noexcept override { return "unknown definition"; }

 private:
  std::string hash_;
};

// Requires: for OpenRequest, `snapshot` is fresh (id set, rev 0); else the case as loaded.
std::expected<Decision, base::Rejection> decide(const Snapshot& snapshot, const Command& command,
                                                const Surroundings& surroundings);

// Why recorded values keep a case from going over by the plan: those that the types of the new
// version would not take. Nothing where none does.
std::vector<base::Message> value_misfits(const Snapshot& snapshot, const Surroundings& surroundings,
                                         const migrate::Plan& plan);

// Token of a reply link: HMAC(secret, case, instance, entry), shortened to 128 bits.
std::string reply_token(std::string_view secret, base::CaseId id, base::InstanceNumber n,
                        std::int32_t entry);

}  // namespace guichet::cases
