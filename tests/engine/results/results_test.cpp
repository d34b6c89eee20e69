#include "engine/results/results.hpp"

#include "engine/desk/desk.hpp"
#include "tests/support/case_fixture.hpp"
#include "tests/support/silent_log.hpp"

using namespace guichet;
using guichet::tests::small_desk;
using guichet::tests::text;

TEST_CASE("every request is counted once, where it belongs") {
  base::ManualClock clock(*base::parse_instant("2026-03-02T10:00:00Z"));
  tests::SilentLog log;
  const auto store = store::make_memory_store();
  desk::Desk desk(small_desk(), *store, clock, log);
  const auto open = [&](const std::string& reference, const std::string& area,
                        const std::string& consent) {
    return desk
        .submit_and_wait({.id = reference,
                          .actor = access::system_actor(),
                          .body = cases::OpenRequest{{{"reference", text(reference)},
                                                      {"name", text("Ada")},
                                                      {"phone", text("01632 960020")},
                                                      {"description", text("x")},
                                                      {"area", text(area)},
                                                      {"may_share", text(consent)},
                                                      {"themes", text("workshop")}}}})
        ->kase;
  };
  const access::Actor robin = *access::actor_as(*small_desk(), "robin");
  const base::CaseId helped = open("R-1", "riverside", "given");
  open("R-2", "elsewhere", "given");
  open("R-3", "hilltop", "refused");
  REQUIRE(desk.submit_and_wait(
      {.kase = helped, .actor = robin, .body = cases::Act{{2}, "pass_on", {}}}));
  clock.set(*base::parse_instant("2026-03-09T09:00:00Z"));
  std::vector<store::DueTimer> due;
  store->read([&](store::Reader& reader) { due = reader.due_timers(clock.now(), 10); });
  for (const store::DueTimer& each : due) {
    REQUIRE(desk.submit_and_wait(
        {.kase = each.kase, .actor = access::system_actor(), .body = each.fire}));
  }
  REQUIRE(desk.submit_and_wait(
      {.kase = helped,
       .actor = access::partner_actor(desk.directory(), "guild"),
       .body = cases::Reply{.n = {3}, .name = "accept", .with = {{"contact", text("Jo")}}}}));

  results::Results results;
  store->read([&](store::Reader& reader) { results = results::tally(reader, *small_desk()); });

  CHECK(results.total.requests == 3);
  CHECK(results.total.ineligible == 1);
  CHECK(results.total.cases == 2);
  CHECK(results.total.needs == 2);
  CHECK(results.total.referrals == 1);
  CHECK(results.total.accompanied == 1);
  CHECK(results.total.completed == 1);
  CHECK(results.total.reminders == 2);  // to the Guild, and to Robin about R-3
  CHECK(results.theme.at("workshop").needs == 2);
  CHECK(results.commune.at("riverside").completed == 1);
  CHECK(results.month.at("2026-03").requests == 3);
  CHECK(results.partner.at("guild").accepted == 1);
  CHECK(results.partner.at("guild").business_days == 5);
}

TEST_CASE("a firm is counted once: requalified, undone, merged") {
  base::ManualClock clock(*base::parse_instant("2026-03-02T10:00:00Z"));
  tests::SilentLog log;
  const auto store = store::make_memory_store();
  desk::Desk desk(small_desk(), *store, clock, log);
  const access::Actor robin = *access::actor_as(*small_desk(), "robin");
  const auto open = [&](const std::string& reference) {
    return desk
        .submit_and_wait({.actor = access::system_actor(),
                          .body = cases::OpenRequest{{{"reference", text(reference)},
                                                      {"name", text("Ada")},
                                                      {"phone", text("01632 960020")},
                                                      {"description", text("x")},
                                                      {"area", text("riverside")},
                                                      {"may_share", text("given")},
                                                      {"themes", text("workshop")}}}})
        ->kase;
  };
  const auto ask = [&](base::CaseId kase, cases::Body body) {
    return desk.submit_and_wait({.kase = kase, .actor = robin, .body = std::move(body)});
  };
  const auto tally = [&] {
    results::Results results;
    store->read([&](store::Reader& reader) { results = results::tally(reader, *small_desk()); });
    return results;
  };
  const base::CaseId first = open("R-1");
  REQUIRE(ask(first, cases::Act{{2}, "pass_on", {}}));
  REQUIRE(ask(first, cases::Undo{}));
  CHECK(tally().total.referrals == 0);
  REQUIRE(ask(first, cases::Requalify{{2}, "loan", {}}));
  CHECK(tally().total.needs == 1);
  CHECK(tally().theme.contains("loan"));
  CHECK_FALSE(tally().theme.contains("workshop"));

  const base::CaseId second = open("R-2");
  REQUIRE(ask(second, cases::Requalify{{2}, "loan", {}}));
  CHECK(tally().total.cases == 2);
  REQUIRE(ask(second, cases::Merge{first}));
  CHECK(tally().total.cases == 1);
  CHECK(tally().total.needs == 1);
  CHECK(tally().total.requests == 2);
  // Both cases say it.
  store->read([&](store::Reader& reader) {
    CHECK(reader.load(second)->extras.merged_into->number == "R-1");
    CHECK(reader.load(first)->extras.joined.at(0).number == "R-2");
  });
  CHECK_FALSE(ask(first, cases::Merge{second}));
  REQUIRE(ask(second, cases::Unmerge{}));
  CHECK(tally().total.cases == 2);
  store->read([&](store::Reader& reader) { CHECK(reader.load(first)->extras.joined.empty()); });
}
