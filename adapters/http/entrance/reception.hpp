// Where people come in: what engine/accounts needs to work, and threads of its own for what waits
// for hashes and for the store, so that nobody's slow work keeps others from signing in. One per
// served desk with accounts; outlives the server.
#pragma once

#include <functional>
#include <memory>
#include <string>

#include "adapters/http/accounts/audit_chain.hpp"
#include "adapters/http/transport/rate_limits.hpp"
#include "adapters/http/transport/slow_work.hpp"
#include "engine/accounts/account_book.hpp"
#include "engine/accounts/invitations.hpp"
#include "engine/accounts/link_codes.hpp"
#include "engine/accounts/sign_in.hpp"
#include "engine/base/clock.hpp"
#include "engine/base/log.hpp"

namespace guichet::http {

class Reception {
 public:
  struct Parts {
    store::Store& store;
    const base::Clock& clock;
    base::Log& log;
    std::string desk_name;
    // False only for plain HTTP on the loopback address: cookies then cannot be `__Host-` ones.
    bool secure = true;
    accounts::HashCost cost{};
  };
  Reception(Parts parts, std::unique_ptr<accounts::Keys> keys,
            std::unique_ptr<accounts::Random> random);
  Reception(const Reception&) = delete;

  // Runs `work` on one of its threads. False, and nothing done, where too many wait already.
  bool post(std::function<void()> work) { return threads_.post(std::move(work)); }

  // Thread rule of the four: on this object's threads, or a command line's.
  accounts::SignIn& sign_in() { return sign_in_; }
  accounts::AccountBook& book() { return book_; }
  accounts::LinkCodes& links() { return links_; }
  accounts::Invitations& invitations() { return invitations_; }
  // How far the chain of the audit has been checked by this process.
  AuditChain& chain() { return chain_; }
  RateLimits& exports() { return exports_; }

  store::Store& store() const { return parts_.store; }
  const base::Clock& clock() const { return parts_.clock; }
  base::Log& log() const { return parts_.log; }
  const accounts::Keys& keys() const { return *keys_; }
  accounts::Random& random() const { return *random_; }
  bool is_secure() const { return parts_.secure; }

 private:
  Parts parts_;
  std::unique_ptr<accounts::Keys> keys_;
  std::unique_ptr<accounts::Random> random_;
  accounts::PasswordHasher hasher_;
  accounts::SignIn sign_in_;
  accounts::AccountBook book_;
  accounts::LinkCodes links_;
  accounts::Invitations invitations_;
  AuditChain chain_;
  RateLimits exports_;
  SlowWork threads_;  // last: they use all of the above
};

// The cookies' names: with the prefix by which a browser takes them from this very host only.
std::string_view session_cookie(bool secure);
std::string_view device_cookie(bool secure);
std::string_view nonce_cookie(bool secure);

}  // namespace guichet::http
