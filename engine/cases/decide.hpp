// The pure heart: a snapshot, a command and one reading of the clock in; facts and effects out, or
// a rejection with every reason at once. No storage, no network, no clock inside.
#pragma once

#include <exception>
#include <expected>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "engine/cases/command.hpp"
#include "engine/cases/effect.hpp"
#include "engine/cases/event.hpp"
#include "rules/convention/convention.hpp"
#include "workflows/bundle/desk.hpp"

namespace guichet::cases {

// What decide() may look at besides the case. Everything outlives the call.
struct Surroundings {
  const bundle::Desk& desk;  // the active definition
  // The definition an instance is pinned to; nullptr where the store does not have it.
  std::function<const bundle::Desk*(const std::string& hash)> pinned;
  const bundle::Directory& directory;  // as the database has it
  convention::Loads loads;             // quotas used and open referrals, by partner
  base::Instant now{};
  std::string secret;  // for reply links
};

struct Decision {
  Snapshot after;  // events folded into what was given
  std::vector<Event> events;
  std::vector<LetterEffect> letters;
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

// Token of a reply link: HMAC(secret, case, instance, entry), shortened to 128 bits.
std::string reply_token(std::string_view secret, base::CaseId id, base::InstanceNumber n,
                        std::int32_t entry);

}  // namespace guichet::cases
