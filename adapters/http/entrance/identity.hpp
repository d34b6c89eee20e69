// Who sends a request: the seam between the guard and whatever proves it (accounts and sessions,
// keys, the switch of a desk without accounts).
#pragma once

#include <memory>

#include "adapters/http/transport/message.hpp"
#include "engine/access/principal.hpp"

namespace guichet::desk {
class Desk;
}

namespace guichet::http {

// Is it the page that asks, every minute or as events come, and nobody at the keyboard? That keeps
// no session alive, and is no look at a case where there is nothing new to see.
bool is_poll(const Request& request);

// Called on the loop's thread for each request, before its handler; reads the store at most.
class Identity {
 public:
  virtual ~Identity() = default;
  // Never refuses: whoever is not known is anonymous. Two ways of proof in one request (a key and a
  // cookie) are never mixed: a key wins, and its principal has no session.
  virtual access::Principal find(const Request& request) const = 0;
};

// Of a desk without accounts, which answers its own machine only: `?as=`, the header
// X-Guichet-Role or the role cookie names a role or a member of staff; else the first coordinator.
// She is the administrator too. `partner:ID`, `administrator`, `auditor` and `anonymous` play
// those. Under /r/ and /api/links/ only the session of a letter's link counts, as everywhere.
std::shared_ptr<const Identity> make_loopback_identity(desk::Desk& desk);

// Is `who` somebody whom a visitor of such a desk may play?
bool may_play(const desk::Desk& desk, std::string_view who);

// The cookie in which such a desk keeps the role that its visitor plays.
constexpr std::string_view kRoleCookie = "guichet-role";

}  // namespace guichet::http
