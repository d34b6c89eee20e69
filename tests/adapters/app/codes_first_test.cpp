// Codes of links before the letters of the outbox.
#include "adapters/app/codes_first.hpp"

#include <catch2/catch.hpp>

#include "tests/support/silent_log.hpp"

using namespace guichet;
using namespace std::chrono_literals;
using delivery::Outcome;
using delivery::Parcel;

namespace {

const base::Instant kNow = *base::parse_instant("2026-03-02T10:00:00Z");

// An outbox in which two letters wait.
class TwoLetters final : public delivery::ParcelQueue {
 public:
  void claim(std::size_t most, base::Instant,
             std::function<void(std::vector<Parcel>)> done) override {
    asked = most;
    std::vector<Parcel> out;
    for (std::int64_t id = 1; id <= 2 && out.size() < most; ++id) out.push_back({.id = id});
    done(std::move(out));
  }
  void report(std::int64_t id, std::int64_t, const Outcome&, base::Instant) override {
    reported.push_back(id);
  }
  std::optional<base::Instant> next_due() override { return kNow + 1h; }

  std::size_t asked = 0;
  std::vector<std::int64_t> reported;
};

Parcel code() {
  return {.key = "code-1-3-a", .date = kNow, .expires_at = kNow + 10min};
}

std::vector<std::int64_t> claimed(app::CodesFirst& queue, std::size_t most, base::Instant now) {
  std::vector<std::int64_t> out;
  queue.claim(most, now, [&](const std::vector<Parcel>& parcels) {
    for (const Parcel& each : parcels) out.push_back(each.id);
  });
  return out;
}

}  // namespace

TEST_CASE("a code leaves before the letters that wait, and takes one of their places") {
  TwoLetters letters;
  tests::SilentLog log;
  app::CodesFirst queue(letters, log);
  queue.post(code());
  CHECK(queue.next_due() == kNow);

  CHECK(claimed(queue, 4, kNow) == std::vector<std::int64_t>{-1, 1, 2});
  CHECK(letters.asked == 3);
  CHECK(claimed(queue, 4, kNow) == std::vector<std::int64_t>{1, 2});
  CHECK(queue.next_due() == kNow + 1h);
}

TEST_CASE("a code that could not leave is tried again at its time; one that left is gone") {
  TwoLetters letters;
  tests::SilentLog log;
  app::CodesFirst queue(letters, log);
  queue.post(code());
  REQUIRE(claimed(queue, 1, kNow) == std::vector<std::int64_t>{-1});

  queue.report(-1, 0, {.kind = Outcome::Kind::later, .next_at = kNow + 5min}, kNow);
  CHECK(claimed(queue, 1, kNow) == std::vector<std::int64_t>{1});
  CHECK(claimed(queue, 1, kNow + 5min) == std::vector<std::int64_t>{-1});
  queue.report(-1, 0, {.kind = Outcome::Kind::sent}, kNow + 5min);
  CHECK(claimed(queue, 1, kNow + 9min) == std::vector<std::int64_t>{1});
}

TEST_CASE("what became of the outbox's letters is the outbox's to know") {
  TwoLetters letters;
  tests::SilentLog log;
  app::CodesFirst queue(letters, log);

  queue.report(2, 7, {.kind = Outcome::Kind::sent}, kNow);

  CHECK(letters.reported == std::vector<std::int64_t>{2});
}
