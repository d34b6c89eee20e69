#include "adapters/app/parcels.hpp"

#include "tests/adapters/app/desk_in_memory.hpp"

using namespace guichet;
using namespace std::chrono_literals;
using delivery::Outcome;
using delivery::Parcel;
using store::LetterStatus;
using tests::DeskInMemory;

namespace {

constexpr auto kLease = 30min;

// One letter of welcome waits, its rest is over.
struct Waiting : DeskInMemory {
  std::unique_ptr<delivery::ParcelQueue> outbox = app::make_outbox(desk, kLease);

  explicit Waiting(bool email = true) {
    open(true, email);
    REQUIRE(letters().size() == 1);
    clock.set(letters()[0].letter.leaves_at);
  }
  std::vector<Parcel> claim() {
    std::vector<Parcel> out;
    outbox->claim(10, clock.now(), [&](std::vector<Parcel> parcels) { out = std::move(parcels); });
    return out;
  }
  Parcel claimed() {
    const auto parcels = claim();
    REQUIRE(parcels.size() == 1);
    return parcels[0];
  }
  void report(const Parcel& parcel, const Outcome& outcome) {
    outbox->report(parcel.id, parcel.fence, outcome, clock.now());
  }
};

}  // namespace

TEST_CASE("a letter rests until it may no more be called back, then it is claimed as written") {
  DeskInMemory desk;
  desk.open();
  const auto outbox = app::make_outbox(desk.desk, kLease);
  const auto due = outbox->next_due();
  REQUIRE(due);
  CHECK(*due == desk.clock.now() + 10min);
  std::size_t early = 99;
  outbox->claim(10, *due - 1ms, [&](const std::vector<Parcel>& all) { early = all.size(); });
  CHECK(early == 0);

  std::vector<Parcel> parcels;
  outbox->claim(10, *due, [&](std::vector<Parcel> all) { parcels = std::move(all); });

  REQUIRE(parcels.size() == 1);
  const cases::LetterEffect letter = desk.letters()[0].letter;
  CHECK(parcels[0].key == letter.key);
  CHECK(parcels[0].to_address == "ada@example.test");
  CHECK(parcels[0].from_name == "Riverside Makers");
  CHECK(parcels[0].from_address == "desk@example.test");
  CHECK(parcels[0].subject == letter.subject);
  CHECK(parcels[0].text == letter.text);
  CHECK(parcels[0].html == letter.html);
  CHECK(parcels[0].date == letter.made_at);
  CHECK(parcels[0].attempts == 0);
}

TEST_CASE("a claimed letter is not given twice while its lease lasts, and again when it is over") {
  Waiting desk;
  const Parcel first = desk.claimed();

  CHECK(desk.claim().empty());

  desk.clock.set(desk.clock.now() + kLease);
  const Parcel again = desk.claimed();
  CHECK(again.key == first.key);
  CHECK(again.fence != first.fence);
}

TEST_CASE("a letter that was sent is told to its case") {
  Waiting desk;

  desk.report(desk.claimed(), {.kind = Outcome::Kind::sent});

  CHECK(desk.letters()[0].status == LetterStatus::delivered);
  const auto told = desk.events<cases::LetterDelivered>();
  REQUIRE(told.size() == 1);
  CHECK(told[0].key == desk.letters()[0].letter.key);
  CHECK_FALSE(desk.outbox->next_due());
}

TEST_CASE("a letter that is refused for good opens an incident with the relay's words") {
  Waiting desk;

  desk.report(desk.claimed(),
              {.kind = Outcome::Kind::refused, .code = 550, .reason = "no such box"});

  CHECK(desk.letters()[0].status == LetterStatus::refused);
  CHECK(desk.letters()[0].reason == "no such box");
  const auto told = desk.events<cases::LetterRefused>();
  REQUIRE(told.size() == 1);
  CHECK(told[0].reason == "no such box");
  const auto incidents = desk.events<cases::IncidentOpened>();
  REQUIRE(incidents.size() == 1);
  CHECK(incidents[0].code == "letter-refused");
  CHECK(desk.events<cases::LetterDelivered>().empty());
}

TEST_CASE("a letter given up after days counts as refused") {
  Waiting desk;

  desk.report(desk.claimed(), {.kind = Outcome::Kind::gave_up, .reason = "five days"});

  CHECK(desk.letters()[0].status == LetterStatus::refused);
  CHECK(desk.events<cases::LetterRefused>().size() == 1);
}

TEST_CASE("a letter that is to be tried later waits for its hour, and its case hears nothing") {
  Waiting desk;
  const auto next = desk.clock.now() + 5min;

  desk.report(desk.claimed(), {.kind = Outcome::Kind::later, .reason = "busy", .next_at = next});

  CHECK(desk.letters()[0].status == LetterStatus::waiting);
  CHECK(desk.outbox->next_due() == next);
  CHECK(desk.claim().empty());
  CHECK(desk.events<cases::LetterRefused>().empty());
  desk.clock.set(next);
  CHECK(desk.claimed().attempts == 1);
}

TEST_CASE("a letter called back from its relay ends there, and nobody is to call instead") {
  Waiting desk;
  const Parcel parcel = desk.claimed();
  REQUIRE(desk.desk.submit_and_wait({.kase = {1},
                                     .actor = *access::actor_as(desk.desk.definition(), "robin"),
                                     .body = cases::RecallLetter{parcel.key}}));

  SECTION("where it would be tried later") {
    desk.report(parcel, {.kind = Outcome::Kind::later, .next_at = desk.clock.now() + 5min});
  }
  SECTION("where it is refused for good") {
    desk.report(parcel, {.kind = Outcome::Kind::refused});
  }

  CHECK(desk.letters()[0].status == LetterStatus::recalled);
  CHECK_FALSE(desk.outbox->next_due());
  CHECK(desk.events<cases::LetterRefused>().empty());
  CHECK(desk.events<cases::IncidentOpened>().empty());
}

TEST_CASE("a relay that is down uses up none of a letter's attempts") {
  Waiting desk;
  const auto next = desk.clock.now() + 5min;

  desk.report(desk.claimed(),
              {.kind = Outcome::Kind::relay_down, .reason = "535", .next_at = next});

  CHECK(desk.letters()[0].status == LetterStatus::waiting);
  desk.clock.set(next);
  CHECK(desk.claimed().attempts == 0);
}

TEST_CASE("a report that comes after its lease was given on changes nothing") {
  Waiting desk;
  const Parcel late = desk.claimed();
  desk.clock.set(desk.clock.now() + kLease);
  const Parcel current = desk.claimed();

  desk.report(late, {.kind = Outcome::Kind::refused, .reason = "late"});

  CHECK(desk.letters()[0].status == LetterStatus::leased);
  CHECK(desk.events<cases::LetterRefused>().empty());
  desk.report(current, {.kind = Outcome::Kind::sent});
  CHECK(desk.letters()[0].status == LetterStatus::delivered);
}

TEST_CASE("what is printed is taken out of the way at the first claim") {
  Waiting desk(false);
  REQUIRE(desk.letters()[0].letter.channel == "printed");

  CHECK(desk.claim().empty());

  CHECK(desk.letters()[0].status == LetterStatus::printed);
  CHECK_FALSE(desk.outbox->next_due());
}

TEST_CASE("a store that fails gives no parcel, and the letter stays") {
  Waiting desk;
  desk.store.fails = true;
  CHECK(desk.claim().empty());

  desk.store.fails = false;
  CHECK(desk.claim().size() == 1);
}

TEST_CASE("the host of Message-IDs is that of the desk's address") {
  CHECK(app::host_of(*tests::small_desk()) == "example.test");
  CHECK(app::host_of(bundle::Desk{}) == "guichet.invalid");
}
