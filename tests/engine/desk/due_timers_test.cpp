#include "engine/desk/due_timers.hpp"

#include "engine/desk/desk.hpp"
#include "tests/support/case_fixture.hpp"
#include "tests/support/silent_log.hpp"

using namespace guichet;
using guichet::tests::changed_desk;
using guichet::tests::text;
using Names = std::vector<std::string>;

TEST_CASE("timers of one moment fire in the order in which the path writes them") {
  const auto definition =
      changed_desk({{"workflows/help.yaml", "      nudge:  {after: 3bd, remind: adviser}\n",
                     "      daily: {after: 1bd, every: 1bd, times: 9, remind: adviser}\n"
                     "      nudge:  {after: 3bd, remind: adviser}\n"}});
  base::ManualClock clock(*base::parse_instant("2026-03-02T10:00:00Z"));
  tests::SilentLog log;
  const auto store = store::make_memory_store();
  desk::Desk desk(definition, *store, clock, log);
  REQUIRE(desk.submit_and_wait({.actor = access::system_actor(),
                                .body = cases::OpenRequest{{{"reference", text("R-1")},
                                                            {"name", text("Ada")},
                                                            {"phone", text("01632 960020")},
                                                            {"description", text("x")},
                                                            {"area", text("riverside")},
                                                            {"may_share", text("given")},
                                                            {"themes", text("workshop")}}}}));
  const auto next = [&] {
    std::vector<store::DueTimer> due;
    store->read([&](store::Reader& reader) {
      clock.set(*reader.next_timer());
      due = desk::due_timers(reader, *definition, clock.now(), 1);
    });
    REQUIRE(due.size() == 1);
    REQUIRE(desk.submit_and_wait(
        {.kase = due[0].kase, .actor = access::system_actor(), .body = due[0].fire}));
    return base::iso(due[0].due_at).substr(0, 10) + " " + due[0].fire.name;
  };

  CHECK(next() == "2026-03-03 daily");
  CHECK(next() == "2026-03-04 daily");
  // `daily` was armed again later than `nudge`, and stands before it.
  CHECK(next() == "2026-03-05 daily");
  CHECK(next() == "2026-03-05 nudge");
}

TEST_CASE("what comes before a command is kept with it, or stops it") {
  base::ManualClock clock(*base::parse_instant("2026-03-02T10:00:00Z"));
  tests::SilentLog log;
  const auto store = store::make_memory_store();
  desk::Desk desk(guichet::tests::small_desk(), *store, clock, log);
  const cases::Command open{.actor = access::system_actor(),
                            .body = cases::OpenRequest{{{"reference", text("R-1")},
                                                        {"name", text("Ada")},
                                                        {"phone", text("01632 960020")},
                                                        {"description", text("x")}}}};
  bool refused = false, done = false;
  desk.submit_after([](store::Transaction&) { return false; }, open,
                    [&](const cases::Outcome& outcome) { refused = !outcome; });
  CHECK(refused);
  desk.submit_after([](store::Transaction& transaction) { return !transaction.load({1}); }, open,
                    [&](const cases::Outcome& outcome) { done = outcome.has_value(); });
  CHECK(done);
}
