// Links by which a person sets the password of her account: the first one, or a new one. Sent to
// the account's address, good for three days and one use. The browser sees a random token, the
// store has its hash. Whoever reads the mailbox is the person; a second factor is not touched.
#pragma once

#include "engine/accounts/audit.hpp"
#include "engine/accounts/password_hash.hpp"
#include "engine/accounts/rates.hpp"
#include "engine/accounts/sessions.hpp"
#include "engine/store/store.hpp"

namespace guichet::accounts {

constexpr std::chrono::hours kInvitationLasts{72};
constexpr Rate kMissedInvitations{"invitation-ip", 20, std::chrono::minutes(10)};

struct Invited {
  std::string token;  // for the letter alone: never logged
  base::Instant ends_at{};
  store::Account account;
};

class Invitations {
 public:
  // All of it lives as long. `desk_name`: nobody's password.
  Invitations(store::Store& store, const Keys& keys, Random& random, PasswordHasher& hasher,
              std::string desk_name)
      : store_(store),
        keys_(keys),
        random_(random),
        hasher_(hasher),
        desk_name_(std::move(desk_name)) {}

  // A new link; those before are void. 404 for no account, 409 for a disabled one.
  Outcome<Invited> invite(const std::string& account, const std::string& by, base::Instant now);
  // Whose link it is. 404 for one that is none, was used, or is too old.
  Outcome<store::Account> find(const std::string& token, const Origin& origin, base::Instant now);
  // Sets the password; the link is used up, sessions and trusted devices end. 422 where the policy
  // has something to say; the link then stays.
  Outcome<store::Account> accept(const std::string& token, const std::string& password,
                                 const Origin& origin, base::Instant now);

 private:
  Outcome<store::Account> invited(store::AccountRows& rows, const std::string& token,
                                  base::Instant now) const;

  store::Store& store_;
  const Keys& keys_;
  Random& random_;
  PasswordHasher& hasher_;
  std::string desk_name_;
};

}  // namespace guichet::accounts
