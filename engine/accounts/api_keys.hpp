// Keys with which programs call the API: of a partner's own tool, or of the desk's. Shown once;
// the store has a hash and the first characters.
#pragma once

#include <string>
#include <vector>

#include "engine/accounts/audit.hpp"
#include "engine/accounts/rates.hpp"
#include "engine/store/store.hpp"

namespace guichet::accounts {

struct WantedKey {
  std::string label;                 // which program uses it
  std::string partner;               // of an institution; "": of the desk
  std::vector<std::string> granted;  // names of rights
  std::string made_by;               // account; "" on the command line
};

struct MadeKey {
  std::string key;  // the one time that it is known
  store::ApiKey row;
};

// Requires: the caller has checked the institution and the rights.
Outcome<MadeKey> make_api_key(store::Store& store, const Keys& keys, Random& random,
                              const WantedKey& wanted, base::Instant now);
// Nothing for what is no key, or one that was revoked.
std::optional<store::ApiKey> find_api_key(store::AccountReader& rows, std::string_view key);
// Was it last seen so long ago that use_api_key() should be called?
bool wants_note(const store::ApiKey& key, base::Instant now);
void use_api_key(store::AccountRows& rows, const std::string& hash, base::Instant now);
// By its id or its first characters. From then on it opens nothing.
Outcome<store::ApiKey> revoke_api_key(store::Store& store, const Keys& keys,
                                      const std::string& id_or_prefix, const std::string& by,
                                      base::Instant now);

}  // namespace guichet::accounts
