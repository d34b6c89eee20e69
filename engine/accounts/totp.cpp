#include "engine/accounts/totp.hpp"

#include <fmt/format.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>

#include <array>
#include <chrono>
#include <stdexcept>

#include "engine/accounts/keys.hpp"

namespace guichet::accounts {
namespace {

constexpr std::chrono::seconds kStep{30};

std::array<unsigned char, 20> hmac_sha1(std::string_view key, std::string_view text) {
  std::array<unsigned char, 20> out{};
  unsigned size = 0;
  const unsigned char* done =
      HMAC(EVP_sha1(), key.data(), static_cast<int>(key.size()),
           reinterpret_cast<const unsigned char*>(text.data()), text.size(), out.data(), &size);
  if (done == nullptr) throw std::runtime_error("HMAC-SHA-1 cannot be computed");
  return out;
}

std::string percent_encoded(std::string_view text) {
  std::string out;
  for (const char c : text) {
    const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                       c == '-' || c == '.' || c == '_' || c == '~';
    out += plain ? std::string(1, c) : fmt::format("%{:02X}", static_cast<unsigned char>(c));
  }
  return out;
}

}  // namespace

std::string hotp(std::string_view secret, std::uint64_t counter, int digits) {
  std::string text(8, '\0');
  for (std::size_t i = 8; i-- > 0; counter >>= 8U) text[i] = static_cast<char>(counter & 0xFFU);
  const auto mac = hmac_sha1(secret, text);
  // RFC 4226 section 5.3: the last half-byte says where the 31 bits are taken from.
  const std::size_t at = mac[19] & 0x0FU;
  const std::uint32_t bits = (mac[at] & 0x7FU) << 24U |
                             static_cast<std::uint32_t>(mac[at + 1]) << 16U |
                             static_cast<std::uint32_t>(mac[at + 2]) << 8U | mac[at + 3];
  std::uint32_t modulus = 1;
  for (int i = 0; i < digits; ++i) modulus *= 10;
  return fmt::format("{:0{}}", bits % modulus, digits);
}

std::int64_t totp_step(base::Instant now) {
  return std::chrono::floor<std::chrono::seconds>(now).time_since_epoch() / kStep;
}

std::optional<std::int64_t> totp_match(std::string_view secret, std::string_view code,
                                       base::Instant now, std::int64_t last_step) {
  std::optional<std::int64_t> found;
  const std::int64_t current = totp_step(now);
  // All three are compared, whichever fits.
  for (std::int64_t step = current - 1; step <= current + 1; ++step) {
    const bool same = equal_secrets(hotp(secret, static_cast<std::uint64_t>(step)), code);
    if (same && step > last_step) found = step;
  }
  return found;
}

std::string base32(std::string_view bytes) {
  constexpr std::string_view kAlphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  std::string out;
  std::uint32_t buffer = 0;
  int bits = 0;
  for (const char c : bytes) {
    buffer = buffer << 8U | static_cast<unsigned char>(c);
    for (bits += 8; bits >= 5; bits -= 5) out += kAlphabet[buffer >> (bits - 5) & 0x1FU];
  }
  if (bits > 0) out += kAlphabet[buffer << (5 - bits) & 0x1FU];
  return out;  // without the '=' at the end, which applications do not want
}

std::string otpauth_uri(std::string_view secret, std::string_view issuer,
                        std::string_view account) {
  const std::string name = percent_encoded(issuer);
  return fmt::format("otpauth://totp/{}:{}?secret={}&issuer={}&algorithm=SHA1&digits=6&period=30",
                     name, percent_encoded(account), base32(secret), name);
}

}  // namespace guichet::accounts
