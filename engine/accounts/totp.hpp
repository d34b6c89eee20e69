// One-time passwords by counter (RFC 4226) and by time (RFC 6238), as telephones' applications
// make them: SHA-1, six digits, 30 seconds.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "engine/base/instant.hpp"

namespace guichet::accounts {

constexpr std::size_t kTotpSecretBytes = 20;

// `secret`: raw bytes. `digits`: 6 to 8.
std::string hotp(std::string_view secret, std::uint64_t counter, int digits = 6);
std::int64_t totp_step(base::Instant now);

// The step that the code is of, among this one, the one before and the next one; nothing where it
// is of none, or of one that is not after `last_step`: a code counts once.
std::optional<std::int64_t> totp_match(std::string_view secret, std::string_view code,
                                       base::Instant now, std::int64_t last_step);

std::string base32(std::string_view bytes);
// What an application reads as a picture: otpauth://totp/ISSUER:ACCOUNT?secret=..
std::string otpauth_uri(std::string_view secret, std::string_view issuer, std::string_view account);

}  // namespace guichet::accounts
