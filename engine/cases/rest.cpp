#include "engine/cases/rest.hpp"

#include <algorithm>
#include <chrono>

namespace guichet::cases {
namespace {

using base::Day;
using base::Instant;
using base::LocalTime;
using calendar::Calendar;
using Unit = base::Delay::Unit;

std::int64_t millis(auto duration) {
  return std::chrono::duration_cast<std::chrono::milliseconds>(duration).count();
}

Day day_of(LocalTime local) {
  return std::chrono::floor<std::chrono::days>(local);
}

LocalTime::duration hour_of(const Calendar& clock, std::optional<Instant> was_due) {
  if (!was_due) return std::chrono::duration_cast<LocalTime::duration>(clock.parts().fire_at);
  const LocalTime local = clock.local_time(*was_due);
  return local - day_of(local);
}

std::int64_t business_days_left(const Calendar& clock, Instant stopped, Instant due) {
  if (due <= stopped) return 0;
  const Day today = clock.local_day(stopped), last = clock.local_day(due);
  std::int64_t days = clock.business_days_between(today, last);
  // Somebody chose a day without business.
  if (last > today && !clock.is_business_day(last)) ++days;
  return std::max<std::int64_t>(1, days);
}

// Whole days from the one on which the clock stopped.
std::chrono::days days_left(const Calendar& clock, std::int64_t left,
                            std::optional<Instant> was_due, Instant now) {
  const auto rest =
      std::chrono::duration_cast<LocalTime::duration>(std::chrono::milliseconds(left));
  if (!was_due) return day_of(clock.local_time(now) + rest) - clock.local_day(now);
  const LocalTime due = clock.local_time(*was_due);
  return day_of(due) - day_of(due - rest);
}

}  // namespace

Rest rest_of(const Calendar& clock, Unit unit, Instant stopped, Instant due) {
  switch (unit) {
    case Unit::business_days:
      return {business_days_left(clock, stopped, due), true};
    case Unit::milliseconds:
      return {millis(due - stopped), false};
    case Unit::days:
    case Unit::months:
      break;
  }
  return {millis(clock.local_time(due) - clock.local_time(stopped)), false};
}

Instant due_with(const Calendar& clock, Unit unit, const Rest& rest, std::optional<Instant> was_due,
                 calendar::Roll roll, Instant now) {
  if (rest.amount <= 0) return now;
  const Day today = clock.local_day(now);
  const auto hour = hour_of(clock, was_due);
  if (rest.in_days) {
    return std::max(now, clock.instant_of(clock.add_business_days(today, rest.amount) + hour));
  }
  if (unit == Unit::milliseconds) return now + std::chrono::milliseconds(rest.amount);
  const auto days = days_left(clock, rest.amount, was_due, now);
  LocalTime due = clock.roll(today + days, roll) + hour;
  const bool short_of_it = millis(due - clock.local_time(now)) < rest.amount;
  if (days.count() == 0 && short_of_it) {
    due = clock.roll(today + std::chrono::days(1), roll) + hour;
  }
  return std::max(now, clock.instant_of(due));
}

}  // namespace guichet::cases
