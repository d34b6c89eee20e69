// Coming in by password and second factor, and keeping one's own account. Calls wait for the store
// and, where there is a password, for its hash: never on a network loop's thread or the store's.
#pragma once

#include <memory>

#include "engine/accounts/audit.hpp"
#include "engine/accounts/password_hash.hpp"
#include "engine/accounts/second_factor.hpp"
#include "engine/accounts/sessions.hpp"
#include "engine/store/store.hpp"

namespace guichet::accounts {

struct Credentials {
  std::string email, password;
  std::string device;    // what a trusted device's cookie holds; "" for none
  std::string replaces;  // id of the session that the browser had; it ends
};

// Where somebody stands after a step. `session` says what is wanted next: awaiting_code, enrolling
// (a second factor is owed and not yet set up), or nothing.
struct SignedIn {
  std::string id;  // new, for the cookie
  store::Session session;
  store::Account account;
  std::string device{};  // for the cookie of a trusted device, where one was asked for
};

class SignIn {
 public:
  // All of it lives as long. `desk_name`: issuer of second factors, and nobody's password.
  SignIn(store::Store& store, const Keys& keys, Random& random, PasswordHasher& hasher,
         std::string desk_name)
      : store_(store),
        keys_(keys),
        random_(random),
        hasher_(hasher),
        desk_name_(std::move(desk_name)) {}

  // 401 for whatever does not fit, in one sentence and the same time; 429 with a wait.
  Outcome<SignedIn> log_in(const Credentials& given, const Origin& origin, base::Instant now);
  // The second step. `trust`: this browser, for 30 days: guesses of others do not keep it out.
  Outcome<SignedIn> confirm(const std::string& id, const std::string& code, bool trust,
                            const Origin& origin, base::Instant now);
  // Proves again that it is her: by code, by password where the account has no second factor.
  Outcome<SignedIn> step_up(const std::string& id, const std::string& proof, const Origin& origin,
                            base::Instant now);
  // Nothing happens for a session that is none.
  void log_out(const std::string& id, const Origin& origin, base::Instant now);

  // Every other session ends, and so does the trust of devices.
  Outcome<SignedIn> change_password(const std::string& id, const std::string& present,
                                    const std::string& wanted, const Origin& origin,
                                    base::Instant now);
  // Wants a fresh proof where there is a second factor already.
  Outcome<Enrolment> begin_second_factor(const std::string& id, base::Instant now);
  struct Enrolled {
    SignedIn signed_in;
    std::vector<std::string> recovery;  // shown once
  };
  Outcome<Enrolled> finish_second_factor(const std::string& id, const std::string& code,
                                         const Origin& origin, base::Instant now);
  // Ten new recovery codes; those before are void. Wants a fresh proof.
  Outcome<std::vector<std::string>> renew_recovery(const std::string& id, const Origin& origin,
                                                   base::Instant now);
  // Of her own sessions and trusted devices, one by its handle.
  Outcome<void> revoke(const std::string& id, const std::string& handle, const Origin& origin,
                       base::Instant now);
  // All but this one, and every trusted device.
  Outcome<void> revoke_others(const std::string& id, const Origin& origin, base::Instant now);

 private:
  struct Attempt;
  Outcome<Attempt> begin_attempt(const Credentials& given, const Origin& origin, base::Instant now);
  Outcome<SignedIn> finish_attempt(const Attempt& attempt, const Credentials& given,
                                   const std::string& better_hash, const Origin& origin,
                                   base::Instant now);
  Outcome<Live> live(store::AccountReader& rows, const std::string& id, base::Instant now) const;
  Outcome<SignedIn> checked(store::AccountRows& rows, const Live& live, const std::string& code,
                            std::string_view act, const Origin& origin, base::Instant now);
  std::string trust(store::AccountRows& rows, const store::Account& account, const Origin& origin,
                    base::Instant now);
  void note(store::AccountRows& rows, const store::Account& account, std::string_view act,
            std::string_view result, const Origin& origin, base::Instant now) const;

  store::Store& store_;
  const Keys& keys_;
  Random& random_;
  PasswordHasher& hasher_;
  std::string desk_name_;
};

}  // namespace guichet::accounts
