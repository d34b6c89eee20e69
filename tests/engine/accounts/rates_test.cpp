// How often one may try: guesses at one account, from one network, and who is not kept out by it.
#include <catch2/catch.hpp>

#include <deque>

#include "tests/engine/accounts/premises.hpp"

using namespace guichet;
using namespace guichet::accounts;
using namespace std::chrono_literals;

namespace {

template <typename Work>
auto in_rows(Premises& desk, Work work) {
  std::optional<decltype(work(std::declval<store::AccountRows&>()))> out;
  desk.store->write([&](store::Transaction& t) { out = work(t.accounts()); }, {});
  return *out;
}

}  // namespace

TEST_CASE("five guesses, then each waits twice as long, up to a quarter of an hour") {
  Premises desk;
  const auto guess = [&] {
    return in_rows(desk,
                   [&](store::AccountRows& rows) { return count_guess(rows, "x", desk.now); });
  };
  for (int i = 0; i < 5; ++i) CHECK_FALSE(guess());
  for (const std::chrono::seconds wait : {30s, 60s, 120s, 240s, 480s, 900s}) {
    INFO(wait.count());
    CHECK(guess() == wait);
    desk.now += wait - 1ms;
    CHECK(guess() == 1ms);
    desk.now += 1ms;
    CHECK_FALSE(guess());
  }
}

TEST_CASE("a quarter of an hour without a guess forgets them, and so does being right") {
  Premises desk;
  const auto guess = [&] {
    return in_rows(desk,
                   [&](store::AccountRows& rows) { return count_guess(rows, "x", desk.now); });
  };
  for (int i = 0; i < 5; ++i) guess();
  REQUIRE(guess());
  desk.now += 15min;
  for (int i = 0; i < 5; ++i) CHECK_FALSE(guess());
  REQUIRE(guess());
  in_rows(desk, [&](store::AccountRows& rows) { return forget_guesses(rows, "x"), 0; });
  CHECK_FALSE(guess());
}

TEST_CASE("ten thousand guesses a day come to no more than thirty in any hour") {
  Premises desk;
  std::deque<base::Instant> looked_at;
  std::size_t most = 0;
  for (int second = 0; second < 24 * 3600; second += 8) {
    desk.now = nine() + std::chrono::seconds(second);
    const bool waits = in_rows(desk, [&](store::AccountRows& rows) {
      return count_guess(rows, "x", desk.now).has_value();
    });
    if (!waits) looked_at.push_back(desk.now);
    while (!looked_at.empty() && desk.now - looked_at.front() >= 1h) looked_at.pop_front();
    most = std::max(most, looked_at.size());
  }
  CHECK(most >= 6);
  CHECK(most <= 30);
}

TEST_CASE("bursts with pauses do not get round it either") {
  Premises desk;
  std::deque<base::Instant> looked_at;
  std::size_t most = 0;
  for (int turn = 0; turn < 100; ++turn) {
    for (int i = 0; i < 50; ++i) {
      const bool waits = in_rows(desk, [&](store::AccountRows& rows) {
        return count_guess(rows, "x", desk.now).has_value();
      });
      if (!waits) looked_at.push_back(desk.now);
      desk.now += 1s;
    }
    desk.now += 15min;
    while (!looked_at.empty() && desk.now - looked_at.front() >= 1h) looked_at.pop_front();
    most = std::max(most, looked_at.size());
  }
  CHECK(most <= 30);
}

TEST_CASE("a bucket holds its number at once and fills again evenly") {
  Premises desk;
  const Rate rate{"test", 3, 30s};
  const auto take_one = [&](const std::string& whom = "a") {
    return in_rows(desk,
                   [&](store::AccountRows& rows) { return take(rows, rate, whom, desk.now); });
  };
  for (int i = 0; i < 3; ++i) CHECK_FALSE(take_one());
  CHECK(take_one() == 10s);
  CHECK_FALSE(take_one("b"));
  desk.now += 10s;
  CHECK_FALSE(take_one());
  CHECK(take_one() == 10s);
  desk.now += 10min;
  for (int i = 0; i < 3; ++i) CHECK_FALSE(take_one());
  CHECK(take_one());
}

TEST_CASE("a clock set back keeps nobody out for longer than the rate") {
  Premises desk;
  const Rate rate{"test", 1, 15min};
  in_rows(desk, [&](store::AccountRows& rows) { return take(rows, rate, "a", desk.now); });
  desk.now -= 24h;
  const auto wait =
      in_rows(desk, [&](store::AccountRows& rows) { return take(rows, rate, "a", desk.now); });
  CHECK(wait == 15min);
}

TEST_CASE("a throttled login says for how long, and looks at no password meanwhile") {
  Premises desk;
  desk.partner();
  for (int i = 0; i < 5; ++i) CHECK(fault(desk.enter(kAlbert, "wrong")) == "wrong-login");
  const auto refused = desk.enter(kAlbert);
  REQUIRE_FALSE(refused);
  CHECK(refused.error().rejection.status == 429);
  CHECK(refused.error().retry_after == 30s);
  CHECK(refused.error().rejection.reasons.front().in(base::Language::fr) ==
        "trop d'essais : réessayez dans 30 s");
  desk.now += 30s;
  CHECK(desk.enter(kAlbert));
}

TEST_CASE("an address that nobody has is throttled as one that somebody has") {
  Premises desk;
  for (int i = 0; i < 5; ++i) CHECK(fault(desk.enter("nobody@x.example")) == "wrong-login");
  CHECK(fault(desk.enter("NOBODY@x.example")) == "too-often");
  CHECK(fault(desk.enter("other@x.example")) == "wrong-login");
}

TEST_CASE("a browser that she trusts is not kept out by the guesses of others") {
  Premises desk;
  desk.equipped();
  const std::string nadege = "nadege@figeac.example";
  const auto half = desk.sign_in.log_in({nadege, kGoodPassword, "", ""}, desk.origin, desk.now);
  const auto in = desk.sign_in.confirm(half->id, desk.code_of(nadege), true, desk.origin, desk.now);
  REQUIRE(in);
  REQUIRE(in->device.size() == 64);
  const Origin attacker{"203.0.113.9", ""};
  for (int i = 0; i < 20; ++i) {
    (void)desk.sign_in.log_in({nadege, "wrong", "", ""}, attacker, desk.now);
  }
  CHECK(fault(desk.sign_in.log_in({nadege, kGoodPassword, "", ""}, desk.origin, desk.now)) ==
        "too-often");
  CHECK(desk.sign_in.log_in({nadege, kGoodPassword, in->device, ""}, desk.origin, desk.now));
  // The trust ends after thirty days, and is nobody else's.
  desk.now += 24h * 30;
  for (int i = 0; i < 6; ++i) {
    (void)desk.sign_in.log_in({nadege, "wrong", "", ""}, attacker, desk.now);
  }
  CHECK(fault(desk.sign_in.log_in({nadege, kGoodPassword, in->device, ""}, desk.origin,
                                  desk.now)) == "too-often");
}

TEST_CASE("one network tries twenty-five times in fifteen seconds at most") {
  Premises desk;
  const auto wrong = [&](int i, const std::string& ip) {
    return fault(desk.sign_in.log_in({std::to_string(i) + "@x.example", "wrong", "", ""}, {ip, ""},
                                     desk.now));
  };
  for (int i = 0; i < 25; ++i) {
    CHECK(wrong(i, "2001:db8:1:2::" + std::to_string(i)) == "wrong-login");
  }
  CHECK(wrong(25, "2001:db8:1:2:ffff::1") == "too-often");
  CHECK(wrong(26, "2001:db8:1:3::1") == "wrong-login");
  CHECK(wrong(27, "192.0.2.1") == "wrong-login");
  desk.now += 600ms;
  CHECK(wrong(28, "2001:db8:1:2:ffff::1") == "wrong-login");
}

TEST_CASE("addresses are shortened for the audit, and what is none stays") {
  CHECK(truncated_ip("192.0.2.77") == "192.0.2.0");
  CHECK(truncated_ip("2001:db8:1:2:3:4:5:6") == "2001:db8:1::");
  CHECK(network_of("2001:db8:1:2:3:4:5:6") == "2001:db8:1:2::");
  CHECK(network_of("192.0.2.77") == "192.0.2.77");
  CHECK(network_of("::ffff:192.0.2.77") == "192.0.2.77");
  CHECK(truncated_ip("::ffff:192.0.2.77") == "192.0.2.0");
  CHECK(truncated_ip("") == "");
  CHECK(truncated_ip("unknown") == "unknown");
}
