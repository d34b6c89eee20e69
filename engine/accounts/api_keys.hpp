// Keys with which programs call the API: of a partner's own tool, or of the desk's. Shown once;
// the store has a hash and the first characters.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "engine/access/rights.hpp"
#include "engine/accounts/audit.hpp"
#include "engine/accounts/rates.hpp"
#include "engine/store/store.hpp"

namespace guichet::accounts {

struct WantedKey {
  std::string label;                 // which program uses it
  std::string partner;               // of an institution; "": of the desk
  std::vector<std::string> granted;  // names of rights, of rights_for_keys()
  std::string made_by;               // account; "" on the command line
  std::optional<base::Instant> expires_at{};
  // Of the form or call that asks, where it may come twice: the second time nothing is made.
  std::string once{};
};

// What a program may be given: reading cases, acting on them, results. Never accounts or exports.
std::span<const access::Right> rights_for_keys();
// "list_cases, see_case .."
std::string names_of_rights_for_keys();

struct MadeKey {
  std::string key;  // the one time that it is known
  store::ApiKey row;
};

// Requires: the caller has checked the institution. 422 for a right that keys do not have,
// 409 for a call that has made its key.
Outcome<MadeKey> make_api_key(store::Store& store, const Keys& keys, Random& random,
                              const WantedKey& wanted, base::Instant now);
// Nothing for what is no key, or one that was revoked or has expired.
std::optional<store::ApiKey> find_api_key(store::AccountReader& rows, std::string_view key,
                                          base::Instant now);
// Was it last seen so long ago that use_api_key() should be called?
bool wants_note(const store::ApiKey& key, base::Instant now);
void use_api_key(store::AccountRows& rows, const std::string& hash, base::Instant now);
// By its id or its first characters. From then on it opens nothing.
Outcome<store::ApiKey> revoke_api_key(store::Store& store, const Keys& keys,
                                      const std::string& id_or_prefix, const std::string& by,
                                      base::Instant now);

}  // namespace guichet::accounts
