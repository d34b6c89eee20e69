// What a clock that stood still leaves of a due date, against an oracle that walks from day to day.
#include <catch2/catch.hpp>

#include <set>

#include "engine/cases/rest.hpp"
#include "tests/engine/calendar/civil_oracle.hpp"
#include "tests/engine/calendar/france.hpp"

using namespace guichet;
using namespace guichet::calendar::test;
using base::Instant;
using calendar::Calendar;
using calendar::Roll;
using cases::due_with;
using cases::Rest;
using cases::rest_of;
using Unit = base::Delay::Unit;

namespace {

constexpr std::int64_t kDay = 86400;

const CivilOracle& oracle() {
  static const CivilOracle all;
  return all;
}

Instant at(std::int64_t utc_seconds) {
  return Instant{std::chrono::seconds{utc_seconds}};
}

// Three weeks of August, each year, in which nobody works.
Calendar with_closures() {
  Calendar::Parts parts = france_parts();
  for (int year = 2010; year <= 2016; ++year) {
    const std::string text = std::to_string(year);
    parts.closures.push_back(
        {"Congés", day((text + "-08-02").c_str()), day((text + "-08-20").c_str())});
  }
  return Calendar(parts);
}

bool open(std::size_t index) {
  const CivilDay& day = oracle().at(index);
  const bool closed = day.year <= 2016 && day.month == 8 && day.day >= 2 && day.day <= 20;
  return oracle().open(index) && !closed;
}

// The local second of a day, by the oracle, in UTC.
std::int64_t utc(std::size_t index, std::int64_t second) {
  return oracle().to_utc(oracle().at(index).number * kDay + second);
}

struct Stop {
  std::size_t day;      // on which the clock stopped
  std::int64_t second;  // of that day
  std::size_t due_day;
  std::int64_t due_second;
  std::size_t on_day;  // on which it goes on
  std::int64_t on_second;

  std::int64_t stopped() const { return utc(day, second); }
  std::int64_t due() const { return utc(due_day, due_second); }
  std::int64_t now() const { return utc(on_day, on_second); }
};

// The days that were still to come are to come again, one after the other, and the last at its
// hour.
std::int64_t business_days(const Stop& stop) {
  std::size_t left = 0;
  for (std::size_t i = stop.day + 1; i <= stop.due_day; ++i) {
    left += open(i) || i == stop.due_day ? 1 : 0;
  }
  left = std::max<std::size_t>(left, 1);
  std::size_t last = stop.on_day;
  while (left > 0) left -= open(++last) ? 1 : 0;
  return utc(last, stop.due_second);
}

std::int64_t calendar_days(const Stop& stop, bool rolled) {
  std::size_t last = stop.on_day + (stop.due_day - stop.day);
  const auto roll = [&] {
    while (rolled && !open(last)) ++last;
  };
  roll();
  // Its last day: what was left of it is left of it again, or there is another day.
  const std::int64_t left = stop.due_second - stop.second;
  const auto gives =
      static_cast<std::int64_t>(last - stop.on_day) * kDay + stop.due_second - stop.on_second;
  if (stop.due_day == stop.day && gives < left) {
    last = stop.on_day + 1;
    roll();
  }
  return utc(last, stop.due_second);
}

class Mismatches {
 public:
  void expect(Instant got, std::int64_t wanted, const Stop& stop) {
    ++compared_;
    if (got == at(wanted) && got >= at(stop.now())) return;
    if (count_++ > 0) return;
    first_ = "stopped " + base::iso(at(stop.stopped())) + ", due " + base::iso(at(stop.due())) +
             ", on " + base::iso(at(stop.now())) + ": " + base::iso(got) + " instead of " +
             base::iso(at(wanted));
  }
  void check() const {
    INFO(first_);
    CHECK(count_ == 0);
    CHECK(compared_ > 50'000);
  }

 private:
  std::int64_t count_ = 0, compared_ = 0;
  std::string first_;
};

template <typename Each>
void many_stops(Each each) {
  const std::size_t last = oracle().index(2016, 1, 1);
  for (std::size_t day = oracle().index(2010, 1, 1); day < last; ++day) {
    // Other hours each day; the calendar's nine o'clock, and hours that somebody chose.
    const auto second = static_cast<std::int64_t>(day * 397 % 1440) * 60;
    const auto on_second = static_cast<std::int64_t>(day * 811 % 1440) * 60;
    const std::int64_t due_second = day % 3 == 0 ? 14 * 3600 + 1800 : 9 * 3600;
    for (const std::size_t left : {0, 1, 2, 3, 5, 8, 21, 62}) {
      for (const std::size_t stood : {0, 1, 2, 4, 10, 33, 210}) {
        const Stop stop{day, second, day + left, due_second, day + stood, on_second};
        if (stop.due() > stop.stopped() && stop.now() >= stop.stopped()) each(stop);
      }
    }
  }
}

Instant computed(const Calendar& clock, Unit unit, const Stop& stop, Roll roll) {
  const Rest rest = rest_of(clock, unit, at(stop.stopped()), at(stop.due()));
  return due_with(clock, unit, rest, at(stop.due()), roll, at(stop.now()));
}

}  // namespace

TEST_CASE("business days that were left are left again, at the hour of the due date") {
  const Calendar clock = with_closures();
  Mismatches found;
  many_stops([&](const Stop& stop) {
    found.expect(computed(clock, Unit::business_days, stop, Roll::next_business),
                 business_days(stop), stop);
  });
  found.check();
}

TEST_CASE("days that were left are left again, whatever the clocks do in between") {
  const Calendar clock = with_closures();
  Mismatches found;
  many_stops([&](const Stop& stop) {
    for (const Unit unit : {Unit::days, Unit::months}) {
      found.expect(computed(clock, unit, stop, Roll::next_business), calendar_days(stop, true),
                   stop);
      found.expect(computed(clock, unit, stop, Roll::none), calendar_days(stop, false), stop);
    }
  });
  found.check();
}

TEST_CASE("elapsed time that was left is left again to the second, over changes of clocks") {
  const Calendar clock = with_closures();
  Mismatches found;
  many_stops([&](const Stop& stop) {
    found.expect(computed(clock, Unit::milliseconds, stop, Roll::next_business),
                 stop.now() + (stop.due() - stop.stopped()), stop);
  });
  found.check();
}

TEST_CASE("a clock that stands for a part of a day moves no due date of another day") {
  const Calendar clock = france();
  for (const Unit unit : {Unit::business_days, Unit::days, Unit::months}) {
    const Stop stop{oracle().index(2026, 3, 2), 10 * 3600, oracle().index(2026, 3, 5), 52'200,
                    oracle().index(2026, 3, 2), 16 * 3600};
    CHECK(computed(clock, unit, stop, Roll::next_business) == at(stop.due()));
  }
}

TEST_CASE("what was over when the clock stopped is due as soon as it goes on") {
  const Calendar clock = france();
  const Instant due = *base::parse_instant("2026-03-02T09:00:00Z");
  const Instant stopped = due + std::chrono::minutes(1), now = due + std::chrono::hours(99);
  for (const Unit unit : {Unit::business_days, Unit::days, Unit::milliseconds}) {
    const Rest rest = rest_of(clock, unit, stopped, due);
    CHECK(due_with(clock, unit, rest, due, Roll::next_business, now) == now);
  }
}

TEST_CASE("without the due date that was, days end at the calendar's hour") {
  const Calendar clock = france();
  const Instant now = *base::parse_instant("2026-03-02T15:00:00Z");
  CHECK(due_with(clock, Unit::business_days, {2, true}, {}, Roll::next_business, now) ==
        *base::parse_instant("2026-03-04T08:00:00Z"));
  CHECK(due_with(clock, Unit::days, {2 * 86'400'000, false}, {}, Roll::next_business, now) ==
        *base::parse_instant("2026-03-04T08:00:00Z"));
}
