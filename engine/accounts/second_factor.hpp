// An account's second factor: the secret of its one-time passwords, sealed, and recovery codes for
// the day on which the telephone is lost. On rows at hand; no transaction of its own.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/accounts/keys.hpp"
#include "engine/accounts/rates.hpp"

namespace guichet::accounts {

constexpr std::size_t kRecoveryCodes = 10;

// What a person is shown once, to be scanned or typed.
struct Enrolment {
  std::string secret;  // base 32
  std::string uri;     // otpauth://
};

// Does the account owe a second factor: coordinator, administrator, auditor?
bool owes_second_factor(const store::Account& account);
bool has_second_factor(const store::Account& account);

// A new secret that waits for its first code; what the account uses today goes on until then.
Enrolment begin_enrolment(store::Account& account, const Keys& keys, Random& random,
                          const std::string& issuer);
// The secret that waits, shown again; nothing where none does, or the desk's key has changed.
std::optional<Enrolment> pending_enrolment(const store::Account& account, const Keys& keys,
                                           const std::string& issuer);
// The first code of the waiting secret makes it the account's. The recovery codes, shown once.
Outcome<std::vector<std::string>> finish_enrolment(store::Account& account, const Keys& keys,
                                                   Random& random, std::string_view code,
                                                   base::Instant now);
// Makes the waiting secret the account's without a code: whoever has the machine hands it out.
std::vector<std::string> enrol_at_once(store::Account& account, const Keys& keys, Random& random);

// Ten codes in place of those before.
std::vector<std::string> new_recovery_codes(store::Account& account, const Keys& keys,
                                            Random& random);

// A one-time password, or a recovery code, is used up. 401 where it is neither.
Outcome<void> use_code(store::Account& account, const Keys& keys, std::string_view code,
                       base::Instant now);

}  // namespace guichet::accounts
