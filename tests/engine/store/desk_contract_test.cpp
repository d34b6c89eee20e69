// The contract of stores, what the desk asks across cases: what falls due, what waits to leave,
// counters.
#include <catch2/catch.hpp>
#include <stdexcept>

#include "tests/engine/store/store_under_test.hpp"
#include "tests/engine/store/written_case.hpp"

using namespace guichet;
using store::at_hour;
using store::kNeed;
using store::kReferral;
using store::LetterStatus;
using store::Transaction;

namespace {

std::vector<std::string> names(const std::vector<store::DueTimer>& timers) {
  std::vector<std::string> names;
  for (const store::DueTimer& timer : timers) names.push_back(timer.fire.name);
  return names;
}

std::vector<std::string> due_at(store::Store& store, base::Instant now, std::size_t most = 99) {
  std::vector<std::string> found;
  store.read([&](store::Reader& reader) { found = names(reader.due_timers(now, most)); });
  return found;
}

std::vector<store::LeasedLetter> lease(store::Store& store, base::Instant now,
                                       std::size_t most = 99) {
  std::vector<store::LeasedLetter> leased;
  store::write_now(store, [&](Transaction& t) {
    leased = t.lease_letters(most, now, now + std::chrono::minutes(5));
  });
  return leased;
}

bool settle(store::Store& store, const store::LeasedLetter& letter, LetterStatus status,
            base::Instant next = {}, const std::string& reason = "") {
  bool taken = false;
  store::write_now(store, [&](Transaction& t) {
    taken = t.settle_letter(letter.id, letter.fence, status, next, reason).has_value();
  });
  return taken;
}

std::vector<std::string> keys(const std::vector<store::LeasedLetter>& letters) {
  std::vector<std::string> keys;
  for (const store::LeasedLetter& letter : letters) keys.push_back(letter.letter.key);
  return keys;
}

using Names = std::vector<std::string>;

}  // namespace

TEST_CASE("timers fall due by their instant, then in the order of arming") {
  const auto under_test = store::make_store_under_test();
  auto& store = under_test->store();
  auto second = store::open_case(store, "1", "cma-46");
  auto first = store::open_case(store, "2", "cma-46");
  first.save({cases::TimerArmed{kReferral, store::armed("tard", at_hour(30))},
              cases::TimerArmed{kReferral, store::armed("un", at_hour(20))}},
             at_hour(10));
  second.save({cases::TimerArmed{kReferral, store::armed("deux", at_hour(20))},
               cases::TimerArmed{kReferral, store::armed("tôt", at_hour(15))},
               cases::TimerArmed{kReferral, store::armed("suspendu", at_hour(12))},
               cases::TimerPaused{kReferral, "demandee", "suspendu", 1, 1, 4, true}},
              at_hour(10));

  CHECK(due_at(store, at_hour(14)).empty());
  CHECK(due_at(store, at_hour(15)) == Names{"tôt"});
  CHECK(due_at(store, at_hour(99)) == Names{"tôt", "un", "deux", "tard"});
  CHECK(due_at(store, at_hour(99), 2) == Names{"tôt", "un"});

  under_test->reopen();
  under_test->store().read([&](store::Reader& reader) {
    CHECK(reader.next_timer() == at_hour(15));
    const store::DueTimer timer = reader.due_timers(at_hour(15), 1).at(0);
    CHECK(timer.kase == second.id());
    CHECK(timer.due_at == at_hour(15));
    CHECK(timer.fire.n == kReferral);
    CHECK(timer.fire.state == "demandee");
    CHECK(timer.fire.entry == 1);
    CHECK(timer.fire.firing == 1);
  });
}

TEST_CASE("a timer that has fired or whose instance is closed is not due") {
  const auto under_test = store::make_store_under_test();
  auto& store = under_test->store();
  auto kase = store::open_case(store, "1", "cma-46");
  kase.save({cases::TimerArmed{kReferral, store::armed("relance", at_hour(20))},
             cases::TimerArmed{kReferral, store::armed("escalade", at_hour(21))}},
            at_hour(10));
  kase.save({cases::TimerFired{kReferral, "demandee", "relance", 1, 1, at_hour(20), false}},
            at_hour(20));
  CHECK(due_at(store, at_hour(99)) == Names{"escalade"});
  kase.save({cases::InstanceClosed{kReferral, "declined", false}}, at_hour(20));
  CHECK(due_at(store, at_hour(99)).empty());
}

TEST_CASE("a letter is leased when it may leave, to one worker, until its lease ends") {
  const auto under_test = store::make_store_under_test();
  auto& store = under_test->store();
  auto kase = store::open_case(store, "1", "cma-46");
  kase.save({cases::Noted{kReferral, "x"}}, at_hour(10), {store::letter("1-5-1", at_hour(10))});

  store.read([](store::Reader& reader) { CHECK(reader.next_letter() == at_hour(10)); });
  CHECK(lease(store, at_hour(9)).empty());
  const auto leased = lease(store, at_hour(10));
  REQUIRE(leased.size() == 1);
  CHECK(leased[0].attempts == 0);
  CHECK(leased[0].kase == kase.id());
  CHECK(leased[0].letter.to_address == "a.martin@exemple.test");
  CHECK(leased[0].letter.text == "Bonjour « A. Martin »,\n");
  CHECK(leased[0].letter.leaves_at == at_hour(10));
  CHECK(lease(store, at_hour(10)).empty());
  CHECK(lease(store, at_hour(10) + std::chrono::minutes(4)).empty());

  const auto again = lease(store, at_hour(10) + std::chrono::minutes(5));

  REQUIRE(again.size() == 1);
  CHECK(again[0].id == leased[0].id);
  CHECK(again[0].attempts == 1);
  CHECK(again[0].fence > leased[0].fence);
}

TEST_CASE("a late report under an old fence is ignored") {
  const auto under_test = store::make_store_under_test();
  auto& store = under_test->store();
  auto kase = store::open_case(store, "1", "cma-46");
  kase.save({cases::Noted{kReferral, "x"}}, at_hour(10), {store::letter("1-5-1", at_hour(10))});
  const auto first = lease(store, at_hour(10));
  const auto second = lease(store, at_hour(11));
  REQUIRE(second.size() == 1);

  CHECK(!settle(store, first[0], LetterStatus::refused, at_hour(11), "trop tard"));
  CHECK(settle(store, second[0], LetterStatus::delivered, at_hour(11)));
  CHECK(!settle(store, second[0], LetterStatus::refused, at_hour(11), "deux fois"));

  store.read([&](store::Reader& reader) {
    const auto rows = reader.letters(kase.id());
    REQUIRE(rows.size() == 1);
    CHECK(rows[0].status == LetterStatus::delivered);
    CHECK(rows[0].attempts == 2);
    CHECK(rows[0].reason.empty());
    CHECK(rows[0].letter.html == "<p>Bonjour</p>");
    CHECK(!reader.next_letter());
  });
}

TEST_CASE("a letter put back waits for its next time, and a refused one keeps the reason") {
  const auto under_test = store::make_store_under_test();
  auto& store = under_test->store();
  auto kase = store::open_case(store, "1", "cma-46");
  kase.save({cases::Noted{kReferral, "x"}}, at_hour(10), {store::letter("1-5-1", at_hour(10))});

  CHECK(settle(store, lease(store, at_hour(10))[0], LetterStatus::waiting, at_hour(12), "occupé"));
  store.read([](store::Reader& reader) { CHECK(reader.next_letter() == at_hour(12)); });
  CHECK(lease(store, at_hour(11)).empty());
  const auto last = lease(store, at_hour(12));
  REQUIRE(last.size() == 1);
  CHECK(settle(store, last[0], LetterStatus::refused, at_hour(12), "550 inconnu"));
  store.read([&](store::Reader& reader) {
    CHECK(reader.letters(kase.id()).at(0).status == LetterStatus::refused);
    CHECK(reader.letters(kase.id()).at(0).reason == "550 inconnu");
  });
}

TEST_CASE("letters of a case to one addressee leave in order, and delay nobody else") {
  const auto under_test = store::make_store_under_test();
  auto& store = under_test->store();
  auto kase = store::open_case(store, "1", "cma-46");
  auto other_case = store::open_case(store, "2", "cma-46");
  cases::LetterEffect elsewhere = store::letter("1-5-3", at_hour(12));
  elsewhere.to = "cci-46";
  kase.save({cases::Noted{kReferral, "x"}}, at_hour(10),
            {store::letter("1-5-1", at_hour(11)), store::letter("1-5-2", at_hour(10)), elsewhere});
  other_case.save({cases::Noted{kReferral, "x"}}, at_hour(10),
                  {store::letter("2-5-1", at_hour(12))});

  CHECK(lease(store, at_hour(10)).empty());
  store.read([](store::Reader& reader) { CHECK(reader.next_letter() == at_hour(11)); });
  CHECK(keys(lease(store, at_hour(12), 2)) == Names{"1-5-1", "1-5-3"});
  CHECK(keys(lease(store, at_hour(12), 2)) == Names{"2-5-1"});
  const auto after_leases = lease(store, at_hour(20));
  CHECK(keys(after_leases) == Names{"1-5-1", "1-5-3", "2-5-1"});
  CHECK(settle(store, after_leases[0], LetterStatus::printed));
  CHECK(keys(lease(store, at_hour(20))) == Names{"1-5-2"});
}

TEST_CASE("the same letter does not enter the outbox twice") {
  const auto under_test = store::make_store_under_test();
  auto& store = under_test->store();
  auto kase = store::open_case(store, "1", "cma-46");
  kase.save({cases::Noted{kReferral, "x"}}, at_hour(10), {store::letter("1-5-1", at_hour(10))});
  const store::Step twice =
      kase.step({cases::Noted{kReferral, "y"}}, at_hour(10), {store::letter("1-5-1", at_hour(10))});
  const auto error = store::write_now(store, [&](Transaction& t) { t.save(twice); });
  REQUIRE(error);
  CHECK(error->what.key() == "duplicate-letter");
  CHECK(store::load(store, kase.id())->rev == kase.snapshot().rev);
}

TEST_CASE("counters are of the periods at hand, and of referrals not closed") {
  const auto under_test = store::make_store_under_test();
  auto& store = under_test->store();
  auto kase = store::open_case(store, "1", "cma-46");
  store::open_case(store, "2", "cma-46");
  kase.save({cases::QuotaReserved{kReferral, "cma-46", "q1", "2009-02"},
             cases::QuotaReserved{kReferral, "cma-46", "q1", "2009-02"},
             cases::QuotaReserved{kReferral, "cma-46", "q1", "2009-01"},
             cases::QuotaReserved{kReferral, "cma-46", "q2", "open"},
             cases::QuotaReserved{kReferral, "cci-46", "q1", "2009"}},
            at_hour(10));
  under_test->reopen();

  store::write_now(under_test->store(), [](Transaction& t) {
    const auto loads = t.loads(at_hour(10));
    CHECK(loads.reserved("cma-46", "q1", "2009-02") == 2);
    CHECK(loads.reserved("cma-46", "q1", "2009-01") == 0);
    CHECK(loads.reserved("cma-46", "q2", "open") == 2);
    CHECK(loads.reserved("cci-46", "q1", "2009") == 1);
    CHECK(loads.open("cma-46") == 2);
    CHECK(loads.open("cci-46") == 0);
  });
}

TEST_CASE("a closed referral leaves the counter of open ones") {
  const auto under_test = store::make_store_under_test();
  auto& store = under_test->store();
  auto kase = store::open_case(store, "1", "cma-46");
  kase.save({cases::QuotaReserved{kReferral, "cma-46", "q2", "open"},
             cases::InstanceClosed{kReferral, "declined", false}},
            at_hour(10));
  store::write_now(store, [](Transaction& t) {
    CHECK(t.loads(at_hour(10)).open("cma-46") == 0);
    CHECK(t.loads(at_hour(10)).reserved("cma-46", "q2", "open") == 0);
  });
}

TEST_CASE("a letter that is called back never leaves, and holds up nobody behind it") {
  const auto under_test = store::make_store_under_test();
  auto& store = under_test->store();
  auto kase = store::open_case(store, "1", "cma-46");
  kase.save({cases::Noted{kNeed, "a"}}, at_hour(10),
            {store::letter("1-a", at_hour(11)), store::letter("1-b", at_hour(11))});
  store::Step step =
      kase.step({cases::LetterRecalled{kNeed, "1-a", "accord", "cma-46"}}, at_hour(10));
  step.recalled = {"1-a"};
  REQUIRE_FALSE(store::write_now(store, [&](Transaction& t) { t.save(step); }));
  store.read([&](store::Reader& reader) {
    const auto rows = reader.letters(kase.id());
    REQUIRE(rows.size() == 2);
    CHECK(rows[0].status == LetterStatus::recalled);
    CHECK(rows[1].status == LetterStatus::waiting);
  });
  CHECK(keys(lease(store, at_hour(12))) == Names{"1-b"});
}

namespace {

// A case with one letter, and steps that call it back or put it back.
struct OneLetter {
  std::unique_ptr<store::StoreUnderTest> under_test = store::make_store_under_test();
  store::Store& store = under_test->store();
  store::WrittenCase kase = store::open_case(store, "1", "cma-46");

  OneLetter() {
    kase.save({cases::Noted{kNeed, "a"}}, at_hour(10), {store::letter("1-a", at_hour(11))});
  }
  bool call_back() {
    store::Step step =
        kase.step({cases::LetterRecalled{kNeed, "1-a", "accord", "cma-46"}}, at_hour(12));
    step.recalled = {"1-a"};
    return kase.keeps(step);
  }
  bool put_back(base::Instant leaves_at) {
    store::Step step =
        kase.step({cases::LetterPutBack{kNeed, "1-a", "accord", "cma-46"}}, at_hour(12));
    step.put_back = {{"1-a", leaves_at}};
    return kase.keeps(step);
  }
  std::optional<LetterStatus> settles(const store::LeasedLetter& letter, LetterStatus status) {
    std::optional<LetterStatus> became;
    store::write_now(store, [&](Transaction& t) {
      became = t.settle_letter(letter.id, letter.fence, status, at_hour(13), "busy");
    });
    return became;
  }
  store::OutboxRow row() {
    store::OutboxRow found;
    store.read([&](store::Reader& reader) { found = reader.letters(kase.id()).at(0); });
    return found;
  }
};

}  // namespace

TEST_CASE("a letter that was called back from its relay does not wait again") {
  OneLetter one;
  const auto leased = lease(one.store, at_hour(12));
  REQUIRE(leased.size() == 1);
  REQUIRE(one.call_back());
  CHECK(one.row().status == LetterStatus::leased);
  CHECK(one.row().called_back);

  SECTION("where the relay says later") {
    CHECK(one.settles(leased[0], LetterStatus::waiting) == LetterStatus::recalled);
    CHECK(lease(one.store, at_hour(20)).empty());
  }
  SECTION("where the relay refuses it") {
    CHECK(one.settles(leased[0], LetterStatus::refused) == LetterStatus::recalled);
  }
  SECTION("where it leaves all the same, it has left") {
    CHECK(one.settles(leased[0], LetterStatus::delivered) == LetterStatus::delivered);
    CHECK_FALSE(one.row().called_back);
  }
  SECTION("where the worker is gone") {
    CHECK(lease(one.store, at_hour(20)).empty());
    CHECK(one.row().status == LetterStatus::recalled);
    CHECK_FALSE(one.settles(leased[0], LetterStatus::delivered));
  }
  SECTION("it is called back once") {
    CHECK_FALSE(one.call_back());
  }
  SECTION("where that is undone, it waits as before") {
    REQUIRE(one.put_back(at_hour(14)));
    CHECK(one.settles(leased[0], LetterStatus::waiting) == LetterStatus::waiting);
    CHECK(lease(one.store, at_hour(13)).size() == 1);
  }
}

TEST_CASE("a letter that was called back and put back leaves from the moment that was said") {
  OneLetter one;
  REQUIRE(one.call_back());
  CHECK(one.row().status == LetterStatus::recalled);
  REQUIRE(one.put_back(at_hour(14)));
  CHECK(lease(one.store, at_hour(13)).empty());
  CHECK(keys(lease(one.store, at_hour(14))) == Names{"1-a"});
  CHECK_FALSE(one.put_back(at_hour(15)));
}

TEST_CASE("a letter that has left is not called back, and nothing of the step is kept") {
  OneLetter one;
  REQUIRE(one.settles(lease(one.store, at_hour(12)).at(0), LetterStatus::delivered));
  const std::int64_t rev = one.kase.snapshot().rev;
  CHECK_FALSE(one.call_back());
  CHECK(one.row().status == LetterStatus::delivered);
  one.store.read([&](store::Reader& reader) { CHECK(reader.load(one.kase.id())->rev == rev); });
}

TEST_CASE("a quota of which more is released than was reserved has none taken, not fewer") {
  const auto under_test = store::make_store_under_test();
  auto& store = under_test->store();
  auto kase = store::open_case(store, "1", "cma-46");
  const cases::QuotaReleased released{kNeed, "cma-46", "max", "2009-02"};
  kase.save({released, released}, at_hour(10));
  kase.save({cases::QuotaReserved{kNeed, "cma-46", "max", "2009-02"}}, at_hour(11));
  const auto reserved = [&] {
    std::int64_t count = 0;
    store::write_now(store, [&](Transaction& t) {
      count = t.loads(at_hour(12)).reserved("cma-46", "max", "2009-02");
    });
    return count;
  };
  CHECK(reserved() == 1);
  // A step that is not kept leaves the counter as it was.
  const store::Step step = kase.step({released, released}, at_hour(12));
  CHECK(store::write_now(store, [&](Transaction& t) {
    t.save(step);
    throw std::runtime_error("stopped");
  }));
  CHECK(reserved() == 1);
}

TEST_CASE("a quota that is released can be used again; the writer reads journal and letters") {
  const auto under_test = store::make_store_under_test();
  auto& store = under_test->store();
  auto kase = store::open_case(store, "1", "cma-46");
  kase.save({cases::QuotaReserved{kNeed, "cma-46", "max", "2009-02"},
             cases::QuotaReserved{kNeed, "cma-46", "max", "2009-02"}},
            at_hour(10), {store::letter("1-a", at_hour(11))});
  kase.save({cases::QuotaReleased{kNeed, "cma-46", "max", "2009-02"}}, at_hour(11));
  store::write_now(store, [&](Transaction& t) {
    CHECK(t.loads(at_hour(12)).reserved("cma-46", "max", "2009-02") == 1);
    CHECK(t.facts(kase.id()).size() == static_cast<std::size_t>(kase.snapshot().rev));
    CHECK(t.letters(kase.id()).at(0).letter.key == "1-a");
  });
}
