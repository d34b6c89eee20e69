#include "engine/accounts/second_factor.hpp"

#include <algorithm>

#include "engine/accounts/messages.hpp"
#include "engine/accounts/totp.hpp"

namespace guichet::accounts {
namespace {

using access::Persona;
using store::Account;

constexpr std::size_t kRecoveryLength = 10;

std::string recovery_hash(const Account& account, const Keys& keys, std::string_view code) {
  return keys.hash(Purpose::recovery, account.id + " " + std::string(code));
}

// True, and the code gone, where it is one of those that are left.
bool use_recovery_code(Account& account, const Keys& keys, std::string_view code) {
  const std::string hash = recovery_hash(account, keys, code);
  const auto found = std::ranges::find_if(
      account.recovery, [&](const std::string& each) { return equal_secrets(each, hash); });
  if (found == account.recovery.end()) return false;
  account.recovery.erase(found);
  return true;
}

}  // namespace

std::vector<std::string> new_recovery_codes(Account& account, const Keys& keys, Random& random) {
  std::vector<std::string> codes;
  account.recovery.clear();
  for (std::size_t i = 0; i < kRecoveryCodes; ++i) {
    const std::string code = random_text(random, kReadableAlphabet, kRecoveryLength);
    account.recovery.push_back(recovery_hash(account, keys, code));
    codes.push_back(code.substr(0, 5) + "-" + code.substr(5));
  }
  return codes;
}

bool owes_second_factor(const Account& account) {
  return std::ranges::any_of(account.personas, [](Persona each) {
    return each == Persona::coordinator || each == Persona::administrator ||
           each == Persona::auditor;
  });
}

bool has_second_factor(const Account& account) {
  return !account.totp_secret.empty();
}

Enrolment begin_enrolment(Account& account, const Keys& keys, Random& random,
                          const std::string& issuer) {
  std::string secret(kTotpSecretBytes, '\0');
  random.fill({reinterpret_cast<unsigned char*>(secret.data()), secret.size()});
  account.totp_pending = keys.seal(secret, account.id, random);
  return {base32(secret), otpauth_uri(secret, issuer, account.email)};
}

std::optional<Enrolment> pending_enrolment(const Account& account, const Keys& keys,
                                           const std::string& issuer) {
  const auto secret = keys.unseal(account.totp_pending, account.id);
  if (!secret) return {};
  return Enrolment{base32(*secret), otpauth_uri(*secret, issuer, account.email)};
}

Outcome<std::vector<std::string>> finish_enrolment(Account& account, const Keys& keys,
                                                   Random& random, std::string_view code,
                                                   base::Instant now) {
  if (account.totp_pending.empty()) return refused(409, messages::kNothingToConfirm);
  const auto secret = keys.unseal(account.totp_pending, account.id);
  if (!secret) return refused(409, messages::kKeyChanged);
  const auto step = totp_match(*secret, as_typed(code), now, 0);
  if (!step) return refused(422, messages::kWrongCode);
  auto codes = enrol_at_once(account, keys, random);
  account.totp_step = *step;
  return codes;
}

std::vector<std::string> enrol_at_once(Account& account, const Keys& keys, Random& random) {
  account.totp_secret = std::move(account.totp_pending);
  account.totp_pending.clear();
  account.totp_step = 0;
  return new_recovery_codes(account, keys, random);
}

Outcome<void> use_code(Account& account, const Keys& keys, std::string_view code,
                       base::Instant now) {
  if (!has_second_factor(account)) return refused(409, messages::kNoSecondFactor);
  const auto secret = keys.unseal(account.totp_secret, account.id);
  if (!secret) return refused(409, messages::kKeyChanged);
  const std::string typed = as_typed(code);
  if (const auto step = totp_match(*secret, typed, now, account.totp_step)) {
    account.totp_step = *step;
    return {};
  }
  if (use_recovery_code(account, keys, typed)) return {};
  return refused(401, messages::kWrongCode);
}

}  // namespace guichet::accounts
