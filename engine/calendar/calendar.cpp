#include "engine/calendar/calendar.hpp"

#include <algorithm>
#include <cassert>

#include "engine/calendar/zone.hpp"

namespace guichet::calendar {

using base::Day;
using base::Delay;
using base::Instant;
using base::LocalTime;
using std::chrono::days;
using std::chrono::floor;
using std::chrono::months;
using std::chrono::year_month_day;

namespace {

// The day `count` months on; the last of the month where that month has no such day.
Day add_months(Day day, std::int64_t count) {
  const year_month_day from{day};
  const year_month_day to = from + months{count};
  if (to.ok()) return Day{to};
  return Day{to.year() / to.month() / std::chrono::last};
}

bool falls_on(const HolidayRule& rule, Day day, const year_month_day& date) {
  const int year = static_cast<int>(date.year());
  if (year < rule.from_year || year > rule.until_year) return false;
  if (rule.fixed) return *rule.fixed == date.month() / date.day();
  return day == easter(year) + days{rule.after_easter.value_or(0)};
}

}  // namespace

// Meeus, Jones and Butcher's computation.
Day easter(int year) {
  const int a = year % 19, b = year / 100, c = year % 100;
  const int d = b / 4, e = b % 4;
  const int f = (b + 8) / 25, g = (b - f + 1) / 3;
  const int h = (19 * a + b - d - g + 15) % 30;
  const int i = c / 4, k = c % 4;
  const int l = (32 + 2 * e + 2 * i - h - k) % 7;
  const int m = (a + 11 * h + 22 * l) / 451;
  const int month = (h + l - 7 * m + 114) / 31;
  const int day = (h + l - 7 * m + 114) % 31 + 1;
  return Day{std::chrono::year(year) / month / day};
}

Calendar::Calendar(Parts parts) : parts_(std::move(parts)), zone_(Zone::find(parts_.zone)) {
  assert(zone_ && !parts_.weekdays.empty());
}

std::optional<std::string> Calendar::holiday(Day day) const {
  const year_month_day date{day};
  const auto found = std::ranges::find_if(
      parts_.holidays, [&](const HolidayRule& rule) { return falls_on(rule, day, date); });
  if (found == parts_.holidays.end()) return {};
  return found->name;
}

bool Calendar::is_closed(Day day) const {
  return std::ranges::any_of(parts_.closures, [&](const Closure& closure) {
    return closure.first <= day && day <= closure.last;
  });
}

bool Calendar::is_business_day(Day day) const {
  if (!parts_.weekdays.contains(std::chrono::weekday{day}.c_encoding())) return false;
  if (is_closed(day)) return false;
  const year_month_day date{day};
  return std::ranges::none_of(parts_.holidays,
                              [&](const HolidayRule& rule) { return falls_on(rule, day, date); });
}

Day Calendar::add_business_days(Day day, std::int64_t count) const {
  assert(count >= 0);
  for (std::int64_t left = count; left > 0;) {
    day += days{1};
    if (is_business_day(day)) --left;
  }
  return day;
}

std::int64_t Calendar::business_days_between(Day first, Day last) const {
  std::int64_t count = 0;
  for (Day day = first + days{1}; day <= last; day += days{1}) {
    if (is_business_day(day)) ++count;
  }
  return count;
}

Day Calendar::roll(Day day, Roll how) const {
  if (how == Roll::none) return day;
  const days step{how == Roll::next_business ? 1 : -1};
  while (!is_business_day(day)) day += step;
  return day;
}

Day Calendar::local_day(Instant instant) const {
  return floor<days>(local_time(instant));
}

LocalTime Calendar::local_time(Instant instant) const {
  return zone_->to_local(instant);
}

Instant Calendar::instant_of(LocalTime local) const {
  return zone_->to_instant(local);
}

Instant Calendar::at_fire_time(Day day, Roll how) const {
  return instant_of(roll(day, how) + parts_.fire_at);
}

Instant Calendar::due(Instant anchor, const Delay& delay, Roll how) const {
  if (delay.unit == Delay::Unit::milliseconds) {
    return anchor + std::chrono::milliseconds{delay.count};
  }
  return due(local_day(anchor), delay, how);
}

Instant Calendar::due(Day anchor, const Delay& delay, Roll how) const {
  switch (delay.unit) {
    case Delay::Unit::business_days:
      return at_fire_time(add_business_days(anchor, delay.count), how);
    case Delay::Unit::days:
      return at_fire_time(anchor + days{delay.count}, how);
    case Delay::Unit::months:
      return at_fire_time(add_months(anchor, delay.count), how);
    case Delay::Unit::milliseconds:
      break;
  }
  return due(at_fire_time(anchor, Roll::none), delay, how);
}

Instant Calendar::next_send(Instant instant) const {
  const LocalTime local = local_time(instant);
  const Day day = floor<days>(local);
  const auto time = local - LocalTime{day};
  const SendWindow& window = parts_.send_window;
  if (time < window.opens) return instant_of(day + window.opens);
  if (time < window.closes) return instant;
  return instant_of(day + days{1} + window.opens);
}

}  // namespace guichet::calendar
