// The contract of stores, what figures are counted from and inboxes list.
#include <catch2/catch.hpp>

#include "tests/engine/store/store_under_test.hpp"
#include "tests/engine/store/written_case.hpp"

using namespace guichet;
using store::at_hour;
using store::kNeed;
using store::kReferral;

namespace {

struct Asked {
  std::vector<store::AskedRow> rows;
  std::size_t total = 0;
};

Asked asked(store::Store& store, const store::AskedFilter& filter) {
  Asked out;
  store.read([&](store::Reader& reader) { out.rows = reader.referrals_of(filter, out.total); });
  return out;
}

std::int64_t revision(store::Store& store) {
  std::int64_t out = 0;
  store.read([&](store::Reader& reader) { out = reader.revision(); });
  return out;
}

cases::Event reply(const std::string& name, std::optional<base::Day> said_on = {}) {
  return cases::ActTaken{.n = kReferral,
                         .name = name,
                         .reply = true,
                         .channel = {},
                         .recorded_by = {},
                         .said_on = said_on};
}

}  // namespace

TEST_CASE("a case is counted by its needs, its referrals and the first answer of each") {
  const auto under_test = store::make_store_under_test();
  auto kase = store::open_case(under_test->store(), "2009-007", "cma-46");
  kase.row().firm = "Boulangerie Salvan";
  kase.row().commune = "46104";
  const base::Day said{std::chrono::year(2009) / 2 / 3};
  kase.save({reply("accepter", said), cases::Meant{kReferral, "question"},
             cases::Meant{kReferral, "accepted"}, cases::TakenUp{kNeed}},
            at_hour(12));
  kase.save({reply("contact_pris")}, at_hour(14));
  kase.save({reply("rendre_compte"), cases::Meant{kReferral, "concluded"},
             cases::InstanceClosed{kReferral, "concluded", true}},
            at_hour(16));

  under_test->reopen();
  std::vector<store::CountedCase> counted;
  under_test->store().read([&](store::Reader& reader) { counted = reader.counted_cases(); });

  REQUIRE(counted.size() == 1);
  CHECK(counted[0].firm);
  CHECK(counted[0].commune == "46104");
  CHECK(counted[0].opened_at == at_hour(9));
  REQUIRE(counted[0].needs.size() == 1);
  CHECK(counted[0].needs[0].theme == "formation");
  CHECK(counted[0].needs[0].accompanied);
  CHECK(counted[0].needs[0].open);
  REQUIRE(counted[0].referrals.size() == 1);
  const store::CountedReferral& referral = counted[0].referrals[0];
  CHECK(referral.partner == "cma-46");
  CHECK(referral.parent == kNeed);
  CHECK(referral.answer == "accepted");
  CHECK(referral.answered_at == at_hour(12));
  CHECK(referral.said_on == said);
  CHECK(referral.contact_at == at_hour(14));
  CHECK(referral.closed_at == at_hour(16));
}

TEST_CASE("what was requalified or undone is not counted") {
  const auto under_test = store::make_store_under_test();
  auto requalified = store::open_case(under_test->store(), "2009-001", "cma-46");
  const base::InstanceNumber next{4};
  requalified.save(
      {cases::InstanceOpened{next, base::InstanceNumber{1}, "need", "creation", "b1", {}},
       cases::NeedRequalified{kNeed, next, "creation"}},
      at_hour(10));
  auto undone = store::open_case(under_test->store(), "2009-002", "cma-46");
  undone.save({cases::InstanceClosed{kReferral, "undone", false},
               cases::InstanceClosed{kNeed, "undone", false}},
              at_hour(10));

  std::vector<store::CountedCase> counted;
  under_test->store().read([&](store::Reader& reader) { counted = reader.counted_cases(); });

  REQUIRE(counted.size() == 2);
  REQUIRE(counted[0].needs.size() == 1);
  CHECK(counted[0].needs[0].theme == "creation");
  CHECK(counted[0].referrals.size() == 1);
  CHECK(counted[1].needs.empty());
  CHECK(counted[1].referrals.empty());
}

TEST_CASE("an answer that was undone is none, and the true one after it counts") {
  const auto under_test = store::make_store_under_test();
  auto kase = store::open_case(under_test->store(), "2009-007", "cma-46");
  const std::int64_t first = kase.snapshot().rev + 1;
  kase.save({reply("decliner"), cases::Meant{kReferral, "declined"}}, at_hour(12));
  kase.save(
      {cases::ActUndone{.n = kReferral, .name = "decliner", .from = first, .until = first + 1}},
      at_hour(13));
  kase.save({reply("accepter"), cases::Meant{kReferral, "accepted"}}, at_hour(14));

  under_test->reopen();
  std::vector<store::CountedCase> counted;
  under_test->store().read([&](store::Reader& reader) { counted = reader.counted_cases(); });

  REQUIRE(counted.size() == 1);
  REQUIRE(counted[0].referrals.size() == 1);
  CHECK(counted[0].referrals[0].answer == "accepted");
  CHECK(counted[0].referrals[0].answered_at == at_hour(14));
}

TEST_CASE("a referral that was undone ties its partner to nothing") {
  const auto under_test = store::make_store_under_test();
  auto kase = store::open_case(under_test->store(), "2009-007", "cma-46");
  const access::Sight sight =
      access::Sight::of({.persona = access::Persona::partner, .partners = {"cma-46"}});
  const auto seen = [&] {
    std::size_t tied = 0;
    std::size_t total = 0;
    under_test->store().read([&](store::Reader& reader) {
      tied = reader.tie(kase.id())->asked.size();
      reader.list({.visible_to = sight, .open_only = false}, total);
    });
    return std::pair(tied, total);
  };
  CHECK(seen() == std::pair<std::size_t, std::size_t>(1, 1));
  kase.save({cases::InstanceClosed{kReferral, "undone", false}}, at_hour(10));
  CHECK(seen() == std::pair<std::size_t, std::size_t>(0, 0));

  const store::AskedFilter ended{
      .partner = "cma-46", .open = false, .from = at_hour(0), .until = at_hour(24)};
  CHECK(asked(under_test->store(), ended).total == 0);
  CHECK(asked(under_test->store(), ended).rows.empty());
}

TEST_CASE("a survey tells to whom it was put, and who answered") {
  const auto under_test = store::make_store_under_test();
  const auto survey = [](const char* key, const char* id) {
    cases::LetterEffect out = store::letter(key, at_hour(11));
    out.letter = id;
    out.n = kNeed;
    return out;
  };
  const auto answer = [](const char* value) {
    return cases::FieldWritten{cases::Owner::instance, kNeed, "satisfaction",
                               feel::Stored::string(value)};
  };
  auto& store = under_test->store();
  auto answered = store::open_case(store, "2009-001", "cma-46");
  answered.save({answer("assez")}, at_hour(11), {survey("1-1", "survey")});
  auto silent = store::open_case(store, "2009-002", "cma-46");
  silent.save({}, at_hour(11), {survey("2-1", "survey")});
  auto other = store::open_case(store, "2009-003", "cma-46");
  other.save({}, at_hour(11), {survey("3-1", "news")});
  auto spoken = store::open_case(store, "2009-004", "cma-46");
  spoken.save({answer("peu")}, at_hour(11));
  under_test->reopen();

  std::vector<store::SurveyRow> rows;
  under_test->store().read([&](store::Reader& reader) {
    rows = reader.surveyed({.letter = "survey", .field = "satisfaction"});
  });

  std::string told;
  for (const store::SurveyRow& each : rows) {
    CHECK(each.n == kNeed);
    told += std::to_string(each.kase.value) + ":" + each.answer + " ";
  }
  CHECK(told == "1:assez 2: 4:peu ");
}

TEST_CASE("the revision grows with every change, and with nothing else") {
  const auto under_test = store::make_store_under_test();
  const std::int64_t empty = revision(under_test->store());
  auto kase = store::open_case(under_test->store(), "2009-007", "cma-46");
  const std::int64_t opened = revision(under_test->store());
  kase.save({cases::Meant{kReferral, "accepted"}}, at_hour(12));
  const std::int64_t answered = revision(under_test->store());
  under_test->reopen();

  CHECK(empty < opened);
  CHECK(opened < answered);
  CHECK(revision(under_test->store()) == answered);
}

TEST_CASE("an inbox lists what asks its partner, open ones with their deadlines") {
  const auto under_test = store::make_store_under_test();
  auto own = store::open_case(under_test->store(), "2009-007", "cma-46");
  own.save({cases::StateEntered{kReferral, "demandee", 1},
            cases::TimerArmed{kReferral, store::armed("relance", at_hour(20))},
            cases::TaskOpened{kReferral, {"question", 1, "Répondre", {}, at_hour(30), true}}},
           at_hour(10));
  store::open_case(under_test->store(), "2009-008", "cci-46");

  under_test->reopen();
  const Asked open = asked(under_test->store(), {.partner = "cma-46"});
  const Asked nobody = asked(under_test->store(), {.partner = "cma"});

  CHECK(nobody.rows.empty());
  CHECK(open.total == 1);
  REQUIRE(open.rows.size() == 1);
  const store::AskedRow& row = open.rows[0];
  CHECK(row.kase == own.id());
  CHECK(row.number == "2009-007");
  CHECK(row.subject == own.snapshot().find(kNeed)->workflow);
  CHECK(row.asked.n == kReferral);
  CHECK(row.asked.referral->partner == "cma-46");
  REQUIRE(row.asked.innermost() != nullptr);
  CHECK(row.asked.innermost()->path == "demandee");
  CHECK(row.questions);
  REQUIRE(row.asked.timers.size() == 1);
  CHECK(row.asked.timers[0].name == "relance");
  CHECK(row.asked.timers[0].due_at == at_hour(20));
}

TEST_CASE("what has ended is listed by stretch of time and outcome, the latest first, by pages") {
  const auto under_test = store::make_store_under_test();
  for (int hour = 12; hour < 15; ++hour) {
    auto kase = store::open_case(under_test->store(), "2009-0" + std::to_string(hour), "cma-46");
    kase.save({cases::InstanceClosed{kReferral, hour == 13 ? "declined" : "concluded", false}},
              at_hour(hour));
  }
  auto& store = under_test->store();
  const auto numbers = [](const Asked& given) {
    std::string out;
    for (const store::AskedRow& each : given.rows) out += each.number + " ";
    return out;
  };

  CHECK(asked(store, {.partner = "cma-46"}).rows.empty());
  CHECK(numbers(asked(store, {.partner = "cma-46", .open = false})) ==
        "2009-014 2009-013 2009-012 ");
  const Asked second = asked(store, {.partner = "cma-46", .open = false, .first = 1, .most = 1});
  CHECK(numbers(second) == "2009-013 ");
  CHECK(second.total == 3);
  CHECK(numbers(asked(store, {.partner = "cma-46", .open = false, .outcome = "declined"})) ==
        "2009-013 ");
  CHECK(numbers(asked(
            store,
            {.partner = "cma-46", .open = false, .from = at_hour(13), .until = at_hour(14)})) ==
        "2009-013 ");
}
