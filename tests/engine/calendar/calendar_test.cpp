#include <catch2/catch.hpp>

#include <random>
#include <set>

#include "engine/calendar/zone.hpp"
#include "tests/engine/calendar/france.hpp"

using namespace guichet;
using namespace guichet::calendar;
using namespace guichet::calendar::test;
using base::Day;
using base::Delay;
using base::iso;
using std::chrono::days;

namespace {

Delay delay(const char* text) {
  return base::parse_delay(text).value();
}

std::string due_local(const Calendar& calendar, const char* from, const char* after,
                      Roll how = Roll::next_business) {
  return iso(calendar.local_time(calendar.due(day(from), delay(after), how)));
}

}  // namespace

TEST_CASE("Easter falls where the churches had it") {
  CHECK(iso(easter(1583)) == "1583-04-10");
  CHECK(iso(easter(1818)) == "1818-03-22");
  CHECK(iso(easter(1943)) == "1943-04-25");
  CHECK(iso(easter(2000)) == "2000-04-23");
  CHECK(iso(easter(2008)) == "2008-03-23");
  CHECK(iso(easter(2009)) == "2009-04-12");
  CHECK(iso(easter(2026)) == "2026-04-05");
  CHECK(iso(easter(2038)) == "2038-04-25");
  CHECK(iso(easter(2285)) == "2285-03-22");
}

TEST_CASE("a holiday bears its name, and holds only in its years") {
  Calendar::Parts parts = france_parts();
  parts.holidays.push_back({.name = "Journée de solidarité",
                            .fixed = std::chrono::month(6) / 3,
                            .from_year = 2010,
                            .until_year = 2011});
  const Calendar calendar(parts);

  CHECK(calendar.holiday(day("2009-05-21")) == "Ascension");
  CHECK_FALSE(calendar.holiday(day("2009-05-22")));
  CHECK_FALSE(calendar.holiday(day("2009-06-03")));
  CHECK(calendar.holiday(day("2010-06-03")) == "Journée de solidarité");
  CHECK(calendar.holiday(day("2011-06-03")));
  CHECK_FALSE(calendar.holiday(day("2012-06-03")));
}

TEST_CASE("a 29 February holds in leap years only") {
  const Calendar calendar(Calendar::Parts{
      .id = "x", .holidays = {{.name = "bissextile", .fixed = std::chrono::month(2) / 29}}});

  CHECK(calendar.holiday(day("2012-02-29")));
  CHECK_FALSE(calendar.holiday(day("2013-02-28")));
  CHECK_FALSE(calendar.holiday(day("2013-03-01")));
}

TEST_CASE("business days are counted strictly after the day") {
  const Calendar calendar = france();

  CHECK(iso(calendar.add_business_days(day("2009-02-05"), 0)) == "2009-02-05");
  CHECK(iso(calendar.add_business_days(day("2009-02-05"), 5)) == "2009-02-12");
  CHECK(iso(calendar.add_business_days(day("2009-02-05"), 10)) == "2009-02-19");
  CHECK(iso(calendar.add_business_days(day("2009-02-05"), 20)) == "2009-03-05");
  CHECK(iso(calendar.add_business_days(day("2009-02-04"), 2)) == "2009-02-06");
  CHECK(iso(calendar.add_business_days(day("2026-03-23"), 5)) == "2026-03-30");
  CHECK(iso(calendar.add_business_days(day("2026-03-23"), 10)) == "2026-04-07");
  CHECK(iso(calendar.add_business_days(day("2026-03-23"), 20)) == "2026-04-21");
}

TEST_CASE("the ladders of the desk's stories fall on their days") {
  const Calendar plain = france();
  Calendar::Parts parts = france_parts();
  parts.closures = {{"Congés", day("2009-08-03"), day("2009-08-21")}};
  const Calendar closed(parts);

  // Asked in August, the partner open: reminder, escalation, silence.
  CHECK(iso(plain.add_business_days(day("2009-08-13"), 5)) == "2009-08-20");
  CHECK(iso(plain.add_business_days(day("2009-08-13"), 10)) == "2009-08-27");
  CHECK(iso(plain.add_business_days(day("2009-08-13"), 20)) == "2009-09-10");
  // The same day, with the partner's clock stopped until the 21st.
  CHECK(iso(closed.add_business_days(day("2009-08-13"), 5)) == "2009-08-28");
  CHECK(iso(closed.add_business_days(day("2009-08-13"), 10)) == "2009-09-04");
  CHECK(iso(closed.add_business_days(day("2009-08-13"), 20)) == "2009-09-18");
  // Over Christmas and the New Year.
  CHECK(iso(plain.add_business_days(day("2009-12-18"), 5)) == "2009-12-28");
  CHECK(iso(plain.add_business_days(day("2009-12-18"), 10)) == "2010-01-05");
  CHECK(iso(plain.add_business_days(day("2009-12-18"), 20)) == "2010-01-19");
  CHECK(iso(plain.add_business_days(day("2009-12-09"), 3)) == "2009-12-14");
}

TEST_CASE("business days agree with a count day by day") {
  // The oracle knows the holidays of two years by heart and nothing of the code under test.
  const std::set<std::string> holidays{
      "2009-01-01", "2009-04-13", "2009-05-01", "2009-05-08", "2009-05-21", "2009-06-01",
      "2009-07-14", "2009-08-15", "2009-11-01", "2009-11-11", "2009-12-25", "2010-01-01",
      "2010-04-05", "2010-05-01", "2010-05-08", "2010-05-13", "2010-05-24", "2010-07-14",
      "2010-08-15", "2010-11-01", "2010-11-11", "2010-12-25"};
  const auto is_open = [&](Day each) {
    const auto since_thursday = (each.time_since_epoch().count() % 7 + 7) % 7;  // 1970-01-01
    return since_thursday != 2 && since_thursday != 3 && !holidays.contains(iso(each));
  };
  const Calendar calendar = france();
  std::mt19937 random(20090204);

  for (int round = 0; round < 2000; ++round) {
    const Day from = day("2009-01-01") + days{random() % 600};
    const auto count = static_cast<std::int64_t>(random() % 80);
    Day expected = from;
    for (std::int64_t left = count; left > 0; left -= is_open(expected) ? 1 : 0) {
      expected += days{1};
    }
    INFO(iso(from) << " + " << count);
    REQUIRE(iso(calendar.add_business_days(from, count)) == iso(expected));
    REQUIRE(calendar.business_days_between(from, expected) == count);
  }
}

TEST_CASE("nothing lies between a day and itself or an earlier one") {
  const Calendar calendar = france();

  CHECK(calendar.business_days_between(day("2009-02-05"), day("2009-02-05")) == 0);
  CHECK(calendar.business_days_between(day("2009-02-05"), day("2009-01-05")) == 0);
}

TEST_CASE("a due day that is no business day rolls the way it is told") {
  const Calendar calendar = france();

  CHECK(iso(calendar.roll(day("2009-05-01"), Roll::next_business)) == "2009-05-04");
  CHECK(iso(calendar.roll(day("2009-05-02"), Roll::previous_business)) == "2009-04-30");
  CHECK(iso(calendar.roll(day("2009-05-02"), Roll::none)) == "2009-05-02");
  CHECK(iso(calendar.roll(day("2009-05-05"), Roll::next_business)) == "2009-05-05");
}

TEST_CASE("months keep the day and are clamped to the month's end") {
  const Calendar calendar = france();

  CHECK(due_local(calendar, "2009-06-15", "6 months") == "2009-12-15T09:00:00");
  CHECK(due_local(calendar, "2026-08-31", "P6M") == "2027-03-01T09:00:00");
  CHECK(due_local(calendar, "2026-08-31", "P6M", Roll::none) == "2027-02-28T09:00:00");
  CHECK(due_local(calendar, "2026-08-31", "P6M", Roll::previous_business) == "2027-02-26T09:00:00");
  CHECK(due_local(calendar, "2027-08-31", "P6M", Roll::none) == "2028-02-29T09:00:00");
  CHECK(due_local(calendar, "2028-02-29", "1 year", Roll::none) == "2029-02-28T09:00:00");
  CHECK(due_local(calendar, "2009-11-30", "3 months", Roll::none) == "2010-02-28T09:00:00");
}

TEST_CASE("days and weeks are calendar days, rolled") {
  const Calendar calendar = france();

  CHECK(due_local(calendar, "2009-12-15", "30 days") == "2010-01-14T09:00:00");
  CHECK(due_local(calendar, "2009-04-24", "1 week") == "2009-05-04T09:00:00");
  CHECK(due_local(calendar, "2009-04-24", "1 week", Roll::none) == "2009-05-01T09:00:00");
  CHECK(due_local(calendar, "2009-02-07", "0bd") == "2009-02-09T09:00:00");
}

TEST_CASE("a delay of days counts from the anchor's local day") {
  const Calendar calendar = france();

  // 23:30 UTC on Wednesday is Thursday in Paris.
  const auto late = base::parse_instant("2009-02-04T23:30:00Z").value();
  CHECK(iso(calendar.local_day(late)) == "2009-02-05");
  CHECK(iso(calendar.due(late, delay("5bd"))) == "2009-02-12T08:00:00Z");
}

TEST_CASE("elapsed time is exact, over a change of clocks and on a Sunday") {
  const Calendar calendar = france();
  const auto before = base::parse_instant("2009-03-28T22:15:30.250Z").value();

  CHECK(iso(calendar.due(before, delay("PT8H"))) == "2009-03-29T06:15:30.250Z");
  CHECK(due_local(calendar, "2009-02-06", "PT8H") == "2009-02-06T17:00:00");
}

TEST_CASE("a local time that the clocks skip is the first moment after") {
  const Calendar calendar = france();

  CHECK(iso(calendar.instant_of(local("2009-03-29T01:59"))) == "2009-03-29T00:59:00Z");
  CHECK(iso(calendar.instant_of(local("2009-03-29T02:00"))) == "2009-03-29T01:00:00Z");
  CHECK(iso(calendar.instant_of(local("2009-03-29T02:30"))) == "2009-03-29T01:00:00Z");
  CHECK(iso(calendar.instant_of(local("2009-03-29T03:00"))) == "2009-03-29T01:00:00Z");
}

TEST_CASE("of a local time that comes twice the first is meant") {
  const Calendar calendar = france();

  CHECK(iso(calendar.instant_of(local("2009-10-25T02:30"))) == "2009-10-25T00:30:00Z");
  CHECK(iso(calendar.instant_of(local("2009-10-25T03:00"))) == "2009-10-25T02:00:00Z");
  CHECK(iso(calendar.local_time(base::parse_instant("2009-10-25T00:30:00Z").value())) ==
        "2009-10-25T02:30:00");
  CHECK(iso(calendar.local_time(base::parse_instant("2009-10-25T01:30:00Z").value())) ==
        "2009-10-25T02:30:00");
}

TEST_CASE("summer time still changes long after the system's tables end") {
  const Calendar calendar = france();

  for (const int year : {2030, 2037, 2038, 2044, 2071, 2100}) {
    INFO(year);
    const Day march{std::chrono::year(year) / 3 / std::chrono::Sunday[std::chrono::last]};
    const auto before = calendar.instant_of(march + std::chrono::hours{1});
    const auto after = calendar.instant_of(march + std::chrono::hours{4});
    CHECK(after - before == std::chrono::hours{2});
    const Day july{std::chrono::year(year) / 7 / 1};
    CHECK(calendar.instant_of(july).time_since_epoch() ==
          july.time_since_epoch() - std::chrono::hours{2});
    CHECK(calendar.local_time(calendar.instant_of(july + std::chrono::hours{9})) ==
          july + std::chrono::hours{9});
  }
}

TEST_CASE("every local time but the skipped ones comes back from its instant") {
  const Calendar calendar = france();
  std::mt19937 random(7);

  for (int round = 0; round < 5000; ++round) {
    const base::LocalTime time =
        base::LocalTime{day("1980-01-01")} + std::chrono::minutes{random() % (80 * 366 * 1440)};
    const base::LocalTime back = calendar.local_time(calendar.instant_of(time));
    const bool skipped = back != time;
    INFO(iso(time));
    if (skipped) CHECK(back - time <= std::chrono::hours{1});
    CHECK(back >= time);
  }
}

TEST_CASE("letters wait for the window in which they may leave") {
  Calendar::Parts parts = france_parts();
  parts.send_window = {std::chrono::minutes{8 * 60 + 30}, std::chrono::hours{18}};
  const Calendar calendar(parts);
  const auto sent = [&](const char* at) {
    return iso(calendar.local_time(calendar.next_send(calendar.instant_of(local(at)))));
  };

  CHECK(sent("2009-02-05T07:00") == "2009-02-05T08:30:00");
  CHECK(sent("2009-02-05T08:30") == "2009-02-05T08:30:00");
  CHECK(sent("2009-02-05T17:59") == "2009-02-05T17:59:00");
  CHECK(sent("2009-02-05T18:00") == "2009-02-06T08:30:00");
  CHECK(sent("2009-02-28T23:00") == "2009-03-01T08:30:00");
}

TEST_CASE("without a window letters leave at once, to the millisecond") {
  const Calendar calendar = france();
  const auto now = base::parse_instant("2009-02-08T02:03:04.567Z").value();

  CHECK(calendar.next_send(now) == now);
}

TEST_CASE("every zone that the system names is found, and no other") {
  REQUIRE(Zone::names().size() > 300);
  for (const std::string& name : Zone::names()) {
    INFO(name);
    CHECK(Zone::find(name) != nullptr);
  }
  CHECK(Zone::find("Europe/Pari") == nullptr);
  CHECK(Zone::find("") == nullptr);
  CHECK(Zone::find("zzz") == nullptr);
}
