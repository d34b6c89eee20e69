// Every day of 2005 to 2040 against the oracle: delays of every sort, rolls, clock changes, send
// windows. Mismatches are counted and the first is shown.
#include <catch2/catch.hpp>

#include "tests/engine/calendar/civil_oracle.hpp"
#include "tests/engine/calendar/france.hpp"

using namespace guichet;
using namespace guichet::calendar;
using namespace guichet::calendar::test;
using base::Delay;
using base::Instant;

namespace {

const CivilOracle& oracle() {
  static const CivilOracle all;
  return all;
}

Instant at(std::int64_t utc_seconds) {
  return Instant{std::chrono::seconds{utc_seconds}};
}
std::int64_t seconds_of(Instant instant) {
  return std::chrono::floor<std::chrono::seconds>(instant).time_since_epoch().count();
}
base::Day civil(std::size_t index) {
  return base::Day{std::chrono::days{oracle().at(index).number}};
}

std::size_t rolled(std::size_t index, Roll how) {
  if (how == Roll::none) return index;
  while (!oracle().open(index)) index = how == Roll::next_business ? index + 1 : index - 1;
  return index;
}
std::size_t business_days_later(std::size_t index, std::int64_t count) {
  while (count > 0) count -= oracle().open(++index) ? 1 : 0;
  return index;
}

class Mismatches {
 public:
  void expect(Instant got, Instant wanted, Instant anchor, const std::string& what) {
    ++compared_;
    if (got < anchor) note(what + " before " + base::iso(anchor) + ": " + base::iso(got));
    if (got != wanted) {
      note(what + " from " + base::iso(anchor) + ": " + base::iso(got) + " instead of " +
           base::iso(wanted));
    }
  }
  void note(const std::string& text) {
    if (count_++ == 0) first_ = text;
  }
  void check(std::int64_t at_least) const {
    INFO(first_);
    CHECK(count_ == 0);
    CHECK(compared_ >= at_least);
  }

 private:
  std::int64_t count_ = 0, compared_ = 0;
  std::string first_;
};

// What a day-grained delay must give: the day, rolled, at nine; never before the anchor.
Instant wanted(std::int64_t anchor, std::size_t day, Roll how) {
  const std::int64_t nine = oracle().at(rolled(day, how)).number * 86400 + 9 * 3600;
  return at(std::max(anchor, oracle().to_utc(nine)));
}

constexpr Roll kRolls[] = {Roll::next_business, Roll::previous_business, Roll::none};

template <typename Each>
void every_day_of_the_years(Each each) {
  const std::size_t last = oracle().index(2040, 12, 31);
  for (std::size_t day = oracle().index(2005, 1, 1); day <= last; ++day) {
    // Another time of the day each day, so that all of them meet all sorts of days.
    const auto minute = static_cast<std::int64_t>(day * 397 % 1440);
    each(day, oracle().to_utc(oracle().at(day).number * 86400 + minute * 60));
  }
}

}  // namespace

TEST_CASE("business days are the oracle's, each of 2005 to 2040") {
  const Calendar calendar = france();
  Mismatches found;
  every_day_of_the_years([&](std::size_t day, std::int64_t) {
    if (calendar.is_business_day(civil(day)) != oracle().open(day)) {
      found.note(base::iso(civil(day)));
    }
  });
  found.check(0);
}

TEST_CASE("0 to 40 business days from every day of 2005 to 2040, rolled each way") {
  const Calendar calendar = france();
  Mismatches found;
  every_day_of_the_years([&](std::size_t day, std::int64_t anchor) {
    std::size_t target = day;
    for (std::int64_t count = 0; count <= 40; ++count) {
      if (count > 0) target = business_days_later(target, 1);
      for (const Roll how : kRolls) {
        found.expect(calendar.due(at(anchor), {Delay::Unit::business_days, count}, how),
                     wanted(anchor, target, how), at(anchor), std::to_string(count) + "bd");
      }
      const std::int64_t back = calendar.business_days_between(civil(day), civil(target));
      if (back != count) found.note("between: " + std::to_string(back));
    }
  });
  found.check(13'000 * 41 * 3);
}

TEST_CASE("days, weeks, months and years from every day of 2005 to 2040, rolled each way") {
  const Calendar calendar = france();
  Mismatches found;
  every_day_of_the_years([&](std::size_t day, std::int64_t anchor) {
    for (const int count : {0, 1, 2, 6, 7, 9, 14, 21, 28, 30, 31, 45, 90, 365, 366, 1000}) {
      for (const Roll how : kRolls) {
        found.expect(calendar.due(at(anchor), {Delay::Unit::days, count}, how),
                     wanted(anchor, day + static_cast<std::size_t>(count), how), at(anchor),
                     std::to_string(count) + " days");
      }
    }
    for (const int count : {0, 1, 2, 3, 5, 6, 8, 11, 12, 13, 18, 24, 30, 36, 48, 60}) {
      for (const Roll how : kRolls) {
        found.expect(calendar.due(at(anchor), {Delay::Unit::months, count}, how),
                     wanted(anchor, oracle().months_later(day, count), how), at(anchor),
                     std::to_string(count) + " months");
      }
    }
  });
  found.check(13'000 * 32 * 3);
}

TEST_CASE("hours and minutes are exact, every half hour around each change of clocks") {
  const Calendar calendar = france();
  Mismatches found;
  for (int year = 2005; year <= 2040; ++year) {
    for (const int month : {3, 10}) {
      const std::int64_t change = oracle().change(year, month);
      for (std::int64_t anchor = change - 26 * 3600; anchor <= change + 26 * 3600; anchor += 1800) {
        for (const std::int64_t minutes :
             {0, 1, 30, 59, 60, 61, 120, 480, 1439, 1440, 1441, 2880}) {
          found.expect(calendar.due(at(anchor), {Delay::Unit::milliseconds, minutes * 60'000}),
                       at(anchor + minutes * 60), at(anchor), std::to_string(minutes) + " minutes");
        }
        const std::int64_t local = calendar.local_time(at(anchor)).time_since_epoch().count();
        if (local != oracle().to_local(anchor)) found.note(base::iso(at(anchor)) + " local");
        const base::LocalTime asked{std::chrono::seconds{anchor + 3600}};
        if (seconds_of(calendar.instant_of(asked)) != oracle().to_utc(anchor + 3600)) {
          found.note(base::iso(asked) + " to UTC");
        }
      }
    }
  }
  found.check(36 * 2 * 100 * 12);
}

TEST_CASE("letters leave at the oracle's next half hour, on any day or on business days") {
  struct Case {
    int opens, closes;  // half hours
    bool business;
  };
  for (const Case& each : {Case{14, 40, false},
                           {14, 40, true},
                           {17, 36, true},
                           {0, 48, true},
                           {4, 6, false},
                           {5, 6, false},
                           {0, 5, true}}) {
    Calendar::Parts parts = france_parts();
    parts.send_window = {std::chrono::minutes{each.opens * 30},
                         std::chrono::minutes{each.closes * 30}, each.business};
    const Calendar calendar(parts);
    const auto may_leave = [&](std::int64_t utc) {
      const std::int64_t local = oracle().to_local(utc);
      const std::int64_t half_hour = local % 86400 / 1800;
      const bool day = !each.business || oracle().open(oracle().day_of(local));
      return day && half_hour >= each.opens && half_hour < each.closes;
    };
    Mismatches found;
    every_day_of_the_years([&](std::size_t, std::int64_t anchor) {
      anchor -= anchor % 1800;
      std::int64_t leaves = anchor;
      while (!may_leave(leaves)) leaves += 1800;
      found.expect(calendar.next_send(at(anchor)), at(leaves), at(anchor), "sent");
    });
    for (int year = 2005; year <= 2040; ++year) {
      for (const int month : {3, 10}) {
        for (std::int64_t half = -48; half <= 48; ++half) {
          const std::int64_t anchor = oracle().change(year, month) + half * 1800;
          std::int64_t leaves = anchor;
          while (!may_leave(leaves)) leaves += 1800;
          found.expect(calendar.next_send(at(anchor)), at(leaves), at(anchor), "sent");
        }
      }
    }
    INFO(each.opens << "-" << each.closes << (each.business ? " business" : ""));
    found.check(13'000);
  }
}

TEST_CASE("zones overseas count their own days") {
  struct Place {
    const char* zone;
    int offset;  // hours
  };
  for (const Place& place : {Place{"Indian/Reunion", 4},
                             {"America/Martinique", -4},
                             {"America/Cayenne", -3},
                             {"Indian/Mayotte", 3},
                             {"Pacific/Noumea", 11},
                             {"Pacific/Tahiti", -10}}) {
    Calendar::Parts parts = france_parts();
    parts.zone = place.zone;
    const Calendar calendar(parts);
    Mismatches found;
    every_day_of_the_years([&](std::size_t, std::int64_t anchor) {
      const std::size_t day = oracle().day_of(anchor + place.offset * 3600);
      const std::size_t target = business_days_later(day, 5);
      const std::int64_t nine = oracle().at(target).number * 86400 + (9 - place.offset) * 3600;
      found.expect(calendar.due(at(anchor), {Delay::Unit::business_days, 5}), at(nine), at(anchor),
                   "5bd");
    });
    INFO(place.zone);
    found.check(13'000);
  }
}

TEST_CASE("the longest delay that can be written is the last day there is, not an early one") {
  const Calendar calendar = france();
  const Instant anchor = base::parse_instant("2026-03-02T08:00:00Z").value();

  for (const char* longest : {"1000000 years", "1000000 months", "1000000 days", "1000000 weeks",
                              "1000000bd", "1000000 hours"}) {
    const Delay delay = base::parse_delay(longest).value();
    INFO(longest);
    CHECK(calendar.due(anchor, delay) > anchor);
    CHECK(calendar.due(anchor, delay, Roll::previous_business) > anchor);
    CHECK(calendar.due(anchor, delay, Roll::previous_business) <=
          calendar.instant_of(local("9999-12-31T09:00")));
  }
}

TEST_CASE("a due date that would lie before its anchor is due at once") {
  const Calendar calendar = france();
  const Instant friday_afternoon = calendar.instant_of(local("2026-03-06T15:00"));

  CHECK(calendar.due(friday_afternoon, {Delay::Unit::days, 0}) == friday_afternoon);
  CHECK(calendar.due(friday_afternoon, {Delay::Unit::days, 1}, Roll::previous_business) ==
        friday_afternoon);
  CHECK(calendar.due(calendar.instant_of(local("2026-03-06T08:00")), {Delay::Unit::days, 0}) ==
        calendar.instant_of(local("2026-03-06T09:00")));
}
