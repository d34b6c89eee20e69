// Accounts of people and keys of programs as an administrator keeps them: what pages and API both
// call. Waits for the store: off the loop.
#pragma once

#include <string>
#include <vector>

#include "adapters/http/site.hpp"
#include "engine/accounts/account_book.hpp"
#include "engine/accounts/api_keys.hpp"

namespace guichet::http {

// As typed.
struct WantedAccount {
  std::string email, name;
  std::vector<std::string> roles;     // access::Persona, the first one is the account's own
  std::string member;                 // of the desk's staff; "" for none
  std::vector<std::string> partners;  // "cma-46", or "cma-46/roux" for one of its advisers
};
WantedAccount wanted_of(const store::Account& account);

struct WantedProgram {
  std::string label, partner;
  std::vector<std::string> may;
  std::int64_t days = 365;
  std::string once{};  // key of a form or call that may come twice
};
constexpr std::int64_t kMostKeyDays = 731;

// Requires: the site has a reception. `by`: the administrator's account.
accounts::Outcome<store::Account> add_account(Site& site, const WantedAccount& wanted,
                                              const std::string& by);
accounts::Outcome<store::Account> change_account(Site& site, const std::string& id,
                                                 const WantedAccount& wanted,
                                                 const std::string& by);
// A new link to set a password goes to the account's address; links before are void.
accounts::Outcome<void> invite_account(Site& site, const std::string& id, const std::string& by);
accounts::Outcome<void> disable_account(Site& site, const std::string& id, const std::string& by);
accounts::Outcome<accounts::MadeKey> make_key(Site& site, const WantedProgram& wanted,
                                              const std::string& by);

// Which field of a form a refusal is about: "email", "name", "role", "member", "partner", "label",
// "may", "days", "password", "reason"; "" for the whole.
std::string field_of_fault(const base::Message& fault);

std::string account_json(const store::Account& account);
std::string key_json(const store::ApiKey& key);

}  // namespace guichet::http
