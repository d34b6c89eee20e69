// Sessions: what a browser holds after coming in. The browser has a random id, the store its hash;
// every step that proves more gives a new id. Inside a transaction, unless only a reader is taken.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

#include "engine/accounts/random.hpp"
#include "engine/store/accounts.hpp"

namespace guichet::accounts {

constexpr std::chrono::minutes kIdleOfAdministrator{30};
constexpr std::chrono::minutes kIdleOfOthers{60};
constexpr std::chrono::hours kSessionLasts{8};
constexpr std::chrono::minutes kSecondStepLasts{10};  // a password typed, its code not yet
constexpr std::chrono::minutes kProofLasts{5};        // for what wants a fresh second factor

// Where a request comes from.
struct Origin {
  std::string ip;
  std::string browser;  // the User-Agent header, or what stands for it
};

// What the browser gets: the one time that the id is known.
struct Opened {
  std::string id;
  store::Session session;
};

// A session that is good now, with its account as it is now; none for the holder of a link.
struct Live {
  store::Session session;
  std::optional<store::Account> account;
  bool is_open() const { return session.stage == store::SessionStage::open; }
};

Opened open_session(store::AccountRows& rows, Random& random, const store::Account& account,
                    store::SessionStage stage, const Origin& origin, base::Instant now);
// For the holder of a link whose code was right, or whose browser is trusted by the address.
struct LinkVisit {
  access::LinkScope scope;
  store::Membership asked;  // institution and adviser; empty: the request's person
  std::string address;      // keyed hash of the address of record
};
Opened open_link_session(store::AccountRows& rows, Random& random, const LinkVisit& visit,
                         const Origin& origin, base::Instant now);

// The session that a browser's id names. Nothing for one that ended, was idle for too long, or
// whose account is disabled.
std::optional<Live> find_session(store::AccountReader& rows, std::string_view id,
                                 base::Instant now);
// Has the session been seen so long ago that it should be told that it was seen now?
bool wants_touch(const store::Session& session, base::Instant now);
// It was seen; nothing where it is gone.
void touch_session(store::AccountRows& rows, const std::string& hash, base::Instant now);

// The same session under a new id, further on: the old id is dead at once.
Opened rotate_session(store::AccountRows& rows, Random& random, store::Session session,
                      store::SessionStage stage, std::optional<base::Instant> proven_at,
                      base::Instant now);
bool is_freshly_proven(const store::Session& session, base::Instant now);

// "Firefox, Linux": enough to know one's own browsers, nothing that identifies them.
std::string device_words(std::string_view user_agent);

}  // namespace guichet::accounts
