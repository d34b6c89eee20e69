// One-time passwords against the tables of RFC 4226 (appendix D) and RFC 6238 (appendix B).
#include <catch2/catch.hpp>

#include "engine/accounts/totp.hpp"

using namespace guichet;
using namespace std::chrono_literals;

namespace {

const std::string kSecret = "12345678901234567890";

base::Instant at(std::int64_t seconds) {
  return base::Instant(std::chrono::seconds(seconds));
}

}  // namespace

TEST_CASE("passwords by counter are those of RFC 4226") {
  const std::vector<std::string> expected{"755224", "287082", "359152", "969429", "338314",
                                          "254676", "287922", "162583", "399871", "520489"};
  for (std::size_t i = 0; i < expected.size(); ++i) {
    CHECK(accounts::hotp(kSecret, i) == expected[i]);
  }
}

TEST_CASE("passwords by time are those of RFC 6238, in eight digits") {
  const std::vector<std::pair<std::int64_t, std::string>> expected{{59, "94287082"},
                                                                   {1'111'111'109, "07081804"},
                                                                   {1'111'111'111, "14050471"},
                                                                   {1'234'567'890, "89005924"},
                                                                   {2'000'000'000, "69279037"},
                                                                   {20'000'000'000, "65353130"}};
  for (const auto& [seconds, code] : expected) {
    const auto step = static_cast<std::uint64_t>(accounts::totp_step(at(seconds)));
    CHECK(accounts::hotp(kSecret, step, 8) == code);
  }
}

TEST_CASE("a code holds for its half minute, the one before and the next one") {
  const base::Instant now = at(1'234'567'890);
  const std::int64_t step = accounts::totp_step(now);
  for (std::int64_t away = -3; away <= 3; ++away) {
    const auto code = accounts::hotp(kSecret, static_cast<std::uint64_t>(step + away));
    const auto found = accounts::totp_match(kSecret, code, now, 0);
    INFO(away);
    CHECK(found == (away >= -1 && away <= 1 ? std::optional(step + away) : std::nullopt));
  }
}

TEST_CASE("a code counts once, and none before it afterwards") {
  const base::Instant now = at(1'234'567'890);
  const std::int64_t step = accounts::totp_step(now);
  const auto code = [&](std::int64_t of) {
    return accounts::hotp(kSecret, static_cast<std::uint64_t>(of));
  };
  CHECK_FALSE(accounts::totp_match(kSecret, code(step), now, step));
  CHECK_FALSE(accounts::totp_match(kSecret, code(step - 1), now, step));
  CHECK(accounts::totp_match(kSecret, code(step + 1), now, step) == step + 1);
}

TEST_CASE("what is no code is none: too short, too long, with letters, empty") {
  const base::Instant now = at(59);
  for (const char* wrong : {"", "28708", "2870822", "94287082", "28708a", "287 82"}) {
    CHECK_FALSE(accounts::totp_match(kSecret, wrong, now, 0));
  }
  CHECK(accounts::totp_match(kSecret, "287082", now, 0));
}

TEST_CASE("base 32 is that of RFC 4648, without padding") {
  const std::vector<std::pair<std::string, std::string>> expected{{"", ""},
                                                                  {"f", "MY"},
                                                                  {"fo", "MZXQ"},
                                                                  {"foo", "MZXW6"},
                                                                  {"foob", "MZXW6YQ"},
                                                                  {"fooba", "MZXW6YTB"},
                                                                  {"foobar", "MZXW6YTBOI"}};
  for (const auto& [bytes, text] : expected) CHECK(accounts::base32(bytes) == text);
}

TEST_CASE("the address for a telephone escapes names and says how codes are made") {
  CHECK(accounts::otpauth_uri("foobar", "Pays de Figeac", "a+b@é.fr") ==
        "otpauth://totp/Pays%20de%20Figeac:a%2Bb%40%C3%A9.fr?secret=MZXW6YTBOI"
        "&issuer=Pays%20de%20Figeac&algorithm=SHA1&digits=6&period=30");
}
