#include "adapters/http/transport/rate_limits.hpp"

#include <catch2/catch.hpp>

using namespace guichet;
using namespace guichet::http;
using std::chrono::seconds;

namespace {

const base::Instant kNoon = *base::parse_instant("2026-03-02T12:00:00Z");
constexpr accounts::Rate kTwoAMinute{"test", 2, seconds(60)};

}  // namespace

TEST_CASE("what is used up is told with the time to wait, and comes back by itself") {
  RateLimits limits;
  CHECK(limits.take(kTwoAMinute, "a", kNoon).left == 1);
  CHECK(limits.take(kTwoAMinute, "a", kNoon + seconds(59)).left == 0);
  const Allowance over = limits.take(kTwoAMinute, "a", kNoon + seconds(59));
  CHECK_FALSE(over.allowed);
  CHECK(over.until_reset == seconds(1));
  CHECK(limits.take(kTwoAMinute, "b", kNoon + seconds(59)).allowed);
  CHECK(limits.take(kTwoAMinute, "a", kNoon + seconds(60)).left == 1);

  Headers headers;
  add_rate_headers(over, headers);
  CHECK(headers.get("RateLimit-Limit") == "2");
  CHECK(headers.get("RateLimit-Remaining") == "0");
  CHECK(headers.get("RateLimit-Reset") == "1");
  CHECK(headers.get("Retry-After") == "1");
}

TEST_CASE("a clock that was set back keeps nobody waiting for longer than the window") {
  RateLimits limits;
  limits.take(kTwoAMinute, "a", kNoon + std::chrono::hours(2));
  limits.take(kTwoAMinute, "a", kNoon + std::chrono::hours(2));
  CHECK(limits.take(kTwoAMinute, "a", kNoon).allowed);
}

TEST_CASE("many who asked once are forgotten, and their windows with them") {
  RateLimits limits;
  for (int i = 0; i < 20'000; ++i) {
    CHECK(limits.take(kTwoAMinute, std::to_string(i), kNoon + seconds(i)).left == 1);
  }
}
