#include "engine/results/load.hpp"

#include <catch2/catch.hpp>

#include "tests/support/case_fixture.hpp"

using namespace guichet;

namespace {

constexpr base::InstanceNumber kNeed{2};

base::Day day(const char* text) {
  return *base::parse_day(text);
}

cases::Fact fact(const char* at, const char* actor, cases::Event event) {
  return {.at = *base::parse_instant(at), .actor = actor, .event = std::move(event)};
}

cases::Task call_back() {
  return {.id = "call", .entry = 1, .title = "Call back", .by = {"adviser"}};
}

}  // namespace

TEST_CASE("a week belongs to the year of its Thursday") {
  CHECK(results::iso_week(day("2009-12-31")) == "2009-W53");
  CHECK(results::iso_week(day("2010-01-03")) == "2009-W53");
  CHECK(results::iso_week(day("2010-01-04")) == "2010-W01");
  CHECK(results::iso_week(day("2008-12-29")) == "2009-W01");
  CHECK(results::iso_week(day("2008-12-28")) == "2008-W52");
}

TEST_CASE("load is counted by role and week, recorded answers for who recorded them") {
  results::Load load;
  count_load(
      {fact("2026-03-02T10:00:00Z", "system", cases::TaskOpened{kNeed, call_back()}),
       fact("2026-03-08T10:00:00Z", "adviser", cases::ActTaken{.n = kNeed, .name = "qualify"}),
       fact(
           "2026-03-09T10:00:00Z", "someone",
           cases::ActTaken{.n = kNeed, .name = "accept", .reply = true, .recorded_by = "adviser"})},
      *tests::small_desk(), load);
  CHECK(load["adviser"]["2026-W10"].tasks == 1);
  CHECK(load["adviser"]["2026-W10"].acts == 1);
  CHECK(load["adviser"]["2026-W11"].acts == 1);
  CHECK(load.size() == 1);
}

TEST_CASE("the mean counts the empty weeks of the period too") {
  const std::map<std::string, results::WeekLoad> weeks{
      {"2026-W09", {.tasks = 50}}, {"2026-W10", {.tasks = 3}}, {"2026-W12", {.tasks = 5}}};
  const auto s = spread(weeks, &results::WeekLoad::tasks, day("2026-03-02"), day("2026-03-29"));
  CHECK(s.mean == Approx(2.0));
  CHECK(s.peak == 5);
  CHECK(s.peak_week == "2026-W12");
}
