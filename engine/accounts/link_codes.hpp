// Coming in by the link of a letter: the link is no proof, a code sent to the address of record is.
// It is asked for by a button, typed in the same browser, counts once and for ten minutes.
#pragma once

#include "engine/accounts/audit.hpp"
#include "engine/accounts/devices.hpp"
#include "engine/accounts/rates.hpp"
#include "engine/store/store.hpp"

namespace guichet::accounts {

constexpr std::chrono::minutes kCodeLasts{10};
constexpr std::int32_t kCodeTries = 5;
constexpr std::size_t kCodeLength = 8;

// What the link leads to, as the caller has found it: the address is that of record, never one that
// a request names.
struct Link {
  std::string locator;  // what stands in the address bar
  access::LinkScope scope;
  store::Membership asked;  // institution and adviser; empty: the request's person
  std::string email;
};

struct SentCode {
  std::string code;   // for the letter alone: never logged, never in an answer
  std::string nonce;  // for a cookie of the browser that asked
};

struct Entered {
  std::string id;  // of the session, for its cookie
  store::Session session;
  std::string device{};  // for the cookie of a trusted device, where one was asked for
};

class LinkCodes {
 public:
  // All of it lives as long.
  LinkCodes(store::Store& store, const Keys& keys, Random& random)
      : store_(store), keys_(keys), random_(random) {}

  // A new code; the one before is void. One in 15 minutes an address, ten an hour a network.
  Outcome<SentCode> request(const Link& link, const Origin& origin, base::Instant now);
  // `nonce`: what the browser's cookie holds.
  Outcome<Entered> redeem(const Link& link, const std::string& code, const std::string& nonce,
                          bool trust, const Origin& origin, base::Instant now);
  // Without a code: from a browser that the address trusts, or in which a session that the same
  // address was proved for is open. 401 where neither is so.
  Outcome<Entered> enter_known(const Link& link, const std::string& device,
                               const std::string& session, const Origin& origin, base::Instant now);

 private:
  std::string owner_of(const Link& link) const;
  std::string locator_of(const Link& link) const;
  std::string hash_of(const Link& link, const std::string& code) const;
  Entered enter(store::AccountRows& rows, const Link& link, const Origin& origin,
                base::Instant now);
  void note(store::AccountRows& rows, const Link& link, std::string_view act,
            std::string_view result, const Origin& origin, base::Instant now) const;

  store::Store& store_;
  const Keys& keys_;
  Random& random_;
};

}  // namespace guichet::accounts
