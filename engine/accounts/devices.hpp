// Browsers that were told to be trusted for thirty days: a random secret in a cookie, its hash in a
// row that can be taken away. Inside a transaction, unless only a reader is taken.
#pragma once

#include "engine/accounts/sessions.hpp"

namespace guichet::accounts {

constexpr std::chrono::hours kTrustLasts{24 * 30};

// What the cookie is to hold. `owner`: an account's id, or the keyed hash of an address of record.
std::string trust_device(store::AccountRows& rows, Random& random, const std::string& owner,
                         const Origin& origin, base::Instant now);
// The row, where the secret is of this owner's and has not ended.
std::optional<store::TrustedDevice> find_device(store::AccountReader& rows, std::string_view secret,
                                                const std::string& owner, base::Instant now);
// Ends the session or the trusted device of the account that a list shows by this handle.
bool revoke_by_handle(store::AccountRows& rows, const std::string& account,
                      const std::string& handle);

}  // namespace guichet::accounts
