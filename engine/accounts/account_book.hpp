// Who has an account: made, changed, disabled by whoever keeps the desk. What takes rights away
// ends the account's sessions in the same transaction. Calls wait for the store and for hashes.
#pragma once

#include "engine/accounts/audit.hpp"
#include "engine/accounts/password_hash.hpp"
#include "engine/accounts/second_factor.hpp"
#include "engine/store/store.hpp"

namespace guichet::accounts {

struct Person {
  std::string email, name;
  std::vector<access::Persona> personas;  // the first one is the account's own
  std::string member;                     // of the desk's staff
  std::vector<store::Membership> partners;
};

class AccountBook {
 public:
  // All of it lives as long. `desk_name`: issuer of second factors, and nobody's password.
  AccountBook(store::Store& store, const Keys& keys, Random& random, PasswordHasher& hasher,
              std::string desk_name)
      : store_(store),
        keys_(keys),
        random_(random),
        hasher_(hasher),
        desk_name_(std::move(desk_name)) {}

  // Requires: the caller has checked that the desk has the member and the institutions.
  Outcome<store::Account> add(const Person& person, const std::string& password,
                              const std::string& by, base::Instant now);
  // Nobody can come in until a password is set: by an invitation, or set_password().
  Outcome<store::Account> add_without_password(const Person& person, const std::string& by,
                                               base::Instant now);
  Outcome<store::Account> change(const std::string& id, const Person& person, const std::string& by,
                                 base::Instant now);
  Outcome<void> set_password(const std::string& id, const std::string& password,
                             const std::string& by, base::Instant now);
  // The last administrator stays.
  Outcome<void> disable(const std::string& id, const std::string& by, base::Instant now);
  Outcome<void> enable(const std::string& id, const std::string& by, base::Instant now);

  // A second factor that holds at once, in place of the one before.
  struct Handed {
    Enrolment enrolment;
    std::vector<std::string> recovery;
  };
  Outcome<Handed> hand_second_factor(const std::string& id, const std::string& by,
                                     base::Instant now);
  // The next time she comes in, whoever owes a second factor sets a new one up.
  Outcome<void> remove_second_factor(const std::string& id, const std::string& by,
                                     base::Instant now);
  // Ends all of an account's sessions, and the trust of its devices. How many sessions there were.
  Outcome<std::size_t> end_sessions(const std::string& id, const std::string& by,
                                    base::Instant now);

  // By id or e-mail.
  std::optional<store::Account> find(const std::string& id_or_email);
  std::vector<store::Account> list();

  // About 98 bits, in groups that can be read out.
  std::string new_password();

 private:
  Outcome<store::Account> keep_new(const Person& person, std::string password_hash,
                                   const std::string& by, base::Instant now);
  using Change = std::function<Outcome<void>(store::AccountRows&, store::Account&)>;
  Outcome<store::Account> change_row(const std::string& id, std::string_view act,
                                     const std::string& by, base::Instant now,
                                     const Change& change);
  void note(store::AccountRows& rows, const std::string& by, std::string_view act,
            const store::Account& account, base::Instant now) const;

  store::Store& store_;
  const Keys& keys_;
  Random& random_;
  PasswordHasher& hasher_;
  std::string desk_name_;
};

}  // namespace guichet::accounts
