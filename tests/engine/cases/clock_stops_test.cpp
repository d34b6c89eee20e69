// Due dates that stood still, in cases: what somebody chose keeps its hour.
#include "tests/support/case_fixture.hpp"

using namespace guichet;
using guichet::tests::CaseFixture;
using guichet::tests::Change;
using guichet::tests::kQuestion;
using guichet::tests::opened;
using guichet::tests::text;

namespace {

std::vector<Change> with_nudge(const std::string& nudge) {
  return {{"fields.yaml", "  result:", "  back_on: {of: need, type: date}\n  result:"},
          {"workflows/help.yaml", "fields: [theme, result]", "fields: [theme, result, back_on]"},
          {"workflows/help.yaml", "initial: with_us",
           "pause: {by: adviser, until: back_on}\ninitial: with_us"},
          {"workflows/help.yaml", "      nudge:  {after: 3bd, remind: adviser}\n", nudge}};
}

void go_to(CaseFixture& kase, std::string_view moment) {
  kase.now = *base::parse_instant(moment);
}

bool suspend(CaseFixture& kase) {
  return kase.act(2, "suspendre",
                  {{"back_on", feel::Stored(feel::Value::date(*base::parse_day("2026-06-01")))}});
}

bool move_due(CaseFixture& kase, std::int32_t n, std::string name, std::string_view due) {
  return kase.run(
      kase.staff(),
      cases::ChangeDue{{n}, std::move(name), "", *base::parse_instant(due), "by agreement"});
}

}  // namespace

TEST_CASE("the hour that an operator chose is kept over a question") {
  CaseFixture kase = opened({kQuestion});
  REQUIRE(kase.act(2, "pass_on"));
  REQUIRE(move_due(kase, 3, "reminder", "2026-03-11T14:30:00Z"));
  go_to(kase, "2026-03-03T10:00:00Z");
  REQUIRE(kase.reply(3, "ask", {{"reason", text("When?")}}));
  CHECK(kase.moment(3, "reminder").empty());

  go_to(kase, "2026-03-10T16:00:00Z");
  REQUIRE(kase.run(kase.staff(), cases::CompleteTask{{3}, kase.instance(3).tasks[0].id, 0}));

  // Six business days were left on the 3rd.
  CHECK(kase.moment(3, "reminder") == "2026-03-18T14:30:00Z");
  CHECK(kase.instance(3).extras.paused.empty());
}

TEST_CASE("a question on the day of the due date does not make it fall due too early") {
  CaseFixture kase = opened({kQuestion});
  REQUIRE(kase.act(2, "pass_on"));
  REQUIRE(move_due(kase, 3, "reminder", "2026-03-04T14:30:00Z"));
  go_to(kase, "2026-03-04T10:00:00Z");
  REQUIRE(kase.reply(3, "ask", {{"reason", text("When?")}}));

  go_to(kase, "2026-03-09T14:00:00Z");
  REQUIRE(kase.run(kase.staff(), cases::CompleteTask{{3}, kase.instance(3).tasks[0].id, 0}));

  CHECK(kase.moment(3, "reminder") == "2026-03-10T14:30:00Z");
}

TEST_CASE("a moment that a path names keeps its hour over a pause, and is not rolled") {
  CaseFixture kase = opened(with_nudge(
      "      nudge:  {at: 'date and time(\"2026-03-05T14:30:00\")', remind: adviser}\n"));
  REQUIRE(kase.moment(2, "nudge") == "2026-03-05T14:30:00Z");

  SECTION("days before") {
    go_to(kase, "2026-03-03T10:00:00Z");
    REQUIRE(suspend(kase));
    go_to(kase, "2026-03-26T18:00:00Z");
    REQUIRE(kase.act(2, "reprendre"));
    // A Saturday; summer time begins on the next day.
    CHECK(kase.moment(2, "nudge") == "2026-03-28T14:30:00Z");
  }
  SECTION("over the change to summer time") {
    go_to(kase, "2026-03-03T10:00:00Z");
    REQUIRE(suspend(kase));
    go_to(kase, "2026-03-28T18:00:00Z");
    REQUIRE(kase.act(2, "reprendre"));
    CHECK(kase.moment(2, "nudge") == "2026-03-30T13:30:00Z");
  }
  SECTION("on its day") {
    go_to(kase, "2026-03-05T10:00:00Z");
    REQUIRE(suspend(kase));
    go_to(kase, "2026-03-10T12:00:00Z");
    REQUIRE(kase.act(2, "reprendre"));
    CHECK(kase.moment(2, "nudge") == "2026-03-11T14:30:00Z");
  }
}

TEST_CASE("what an operator set over days is not brought forward to the calendar's hour") {
  CaseFixture kase = opened(with_nudge("      nudge:  {after: 3 days, remind: adviser}\n"));
  REQUIRE(move_due(kase, 2, "nudge", "2026-03-06T16:45:00Z"));
  go_to(kase, "2026-03-05T10:00:00Z");
  REQUIRE(suspend(kase));

  go_to(kase, "2026-03-11T10:00:00Z");
  REQUIRE(kase.act(2, "reprendre"));

  CHECK(kase.moment(2, "nudge") == "2026-03-12T16:45:00Z");
}
