#include "adapters/delivery/schedule.hpp"

#include <catch2/catch.hpp>

#include <set>

using namespace guichet;
using namespace std::chrono_literals;
using delivery::delay_after;
using delivery::next_attempt;

namespace {
const base::Instant kNow = base::from_millis(1'772'438'400'000);
}

TEST_CASE("delays are 5, 10, 20, 40, then 67 minutes within 20 % for a thousand keys") {
  const std::vector<std::chrono::minutes> nominal{5min, 10min, 20min, 40min, 67min, 67min};
  for (int key = 0; key < 1000; ++key) {
    for (int failed = 1; failed <= 6; ++failed) {
      const double ratio =
          std::chrono::duration<double>(delay_after(std::to_string(key), failed)) /
          std::chrono::duration<double>(nominal[static_cast<std::size_t>(failed - 1)]);
      REQUIRE(ratio >= 0.8);
      REQUIRE(ratio <= 1.2);
    }
  }
}

TEST_CASE("letters held up together come back apart, and each always at its own time") {
  std::set<std::int64_t> delays;
  for (int key = 0; key < 100; ++key) delays.insert(delay_after(std::to_string(key), 1).count());
  CHECK(delays.size() > 90);
  CHECK(delay_after("12-34-1", 3) == delay_after("12-34-1", 3));
}

TEST_CASE("a letter is given up after five days of attempts") {
  int failed = 0;
  base::Instant now = kNow;
  while (const auto next = next_attempt("12-34-1", ++failed, now, {})) now = *next;
  CHECK(failed == 111);
  CHECK(now - kNow > 96h);
  CHECK(now - kNow < 144h);
}

TEST_CASE("no attempt is planned after a letter expires") {
  CHECK(next_attempt("12-34-1", 1, kNow, kNow + 10min));
  CHECK_FALSE(next_attempt("12-34-1", 1, kNow, kNow + 3min));
}
