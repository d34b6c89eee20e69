#include "engine/calendar/calendar.hpp"

#include <algorithm>
#include <cassert>

#include "engine/calendar/open_days.hpp"
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

constexpr int kLastYear = 9999;
constexpr Day kLastDay{std::chrono::year(kLastYear) / 12 / 31};

// The day `count` months on; the last of the month where that month has no such day.
Day add_months(Day day, std::int64_t count) {
  const year_month_day from{day};
  const std::int64_t month = static_cast<int>(from.year()) * std::int64_t{12} +
                             static_cast<unsigned>(from.month()) - 1 + count;
  if (month / 12 > kLastYear) return kLastDay;
  const auto first = std::chrono::year(static_cast<int>(month / 12)) /
                     std::chrono::month(static_cast<unsigned>(month % 12 + 1));
  const year_month_day to = first / from.day();
  return to.ok() ? Day{to} : Day{first / std::chrono::last};
}

Day add_days(Day day, std::int64_t count) {
  return (kLastDay - day).count() < count ? kLastDay : day + days{count};
}

int year_of(Day day) {
  return static_cast<int>(year_month_day{day}.year());
}

std::optional<Day> nth_weekday(const NthWeekday& rule, int year) {
  const std::chrono::weekday weekday{rule.weekday};
  const auto month = std::chrono::year(year) / rule.month;
  if (rule.nth < 0) return Day{month / weekday[std::chrono::last]};
  return Day{month / weekday[static_cast<unsigned>(rule.nth)]};
}

}  // namespace

std::optional<Day> HolidayRule::day_in(int year) const {
  if (year < from_year || year > until_year) return {};
  if (fixed) {
    const year_month_day date = std::chrono::year(year) / fixed->month() / fixed->day();
    return date.ok() ? std::optional(Day{date}) : std::nullopt;
  }
  if (weekday) return nth_weekday(*weekday, year);
  if (once) return year_of(*once) == year ? once : std::nullopt;
  return easter(year) + days{after_easter.value_or(0)};
}

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

Calendar::Calendar(Parts parts)
    : parts_(std::make_shared<const Parts>(std::move(parts))),
      zone_(Zone::find(parts_->zone)),
      open_days_(std::make_shared<const OpenDays>(parts_)) {
  assert(zone_ && !parts_->weekdays.empty());
}

std::optional<std::string> Calendar::holiday(Day day) const {
  const int year = year_of(day);
  const auto found = std::ranges::find_if(
      parts_->holidays, [&](const HolidayRule& rule) { return rule.day_in(year) == day; });
  if (found == parts_->holidays.end()) return {};
  return found->name;
}

bool Calendar::is_business_day(Day day) const {
  std::optional<OpenYear> scratch;
  const int year = year_of(day);
  return open_days_->year(year, scratch)
      .is_open(static_cast<int>((day - first_day_of(year)).count()));
}

Day Calendar::add_business_days(Day day, std::int64_t count) const {
  assert(count >= 0);
  if (count == 0) return day;
  std::optional<OpenYear> scratch;
  const Day from = day + days{1};
  int year = year_of(from);
  // Counted from the year's beginning instead of from the day.
  std::int64_t wanted =
      count + open_days_->year(year, scratch)
                  .among_first(static_cast<int>((from - first_day_of(year)).count()));
  for (; year <= kLastYear; ++year) {
    const OpenYear& open = open_days_->year(year, scratch);
    if (wanted <= open.total()) {
      return first_day_of(year) + days{open.index_of(static_cast<int>(wanted))};
    }
    wanted -= open.total();
  }
  return kLastDay;
}

std::int64_t Calendar::business_days_between(Day first, Day last) const {
  if (last <= first) return 0;
  std::optional<OpenYear> scratch;
  const auto until = [&](Day day) {  // business days of its year up to it, itself included
    const int year = year_of(day);
    return open_days_->year(year, scratch)
        .among_first(static_cast<int>((day - first_day_of(year)).count()) + 1);
  };
  std::int64_t count = until(last) - until(first);
  for (int year = year_of(first); year < year_of(last); ++year) {
    count += open_days_->year(year, scratch).total();
  }
  return count;
}

Day Calendar::roll(Day day, Roll how) const {
  if (how == Roll::none) return day;
  const days step{how == Roll::next_business ? 1 : -1};
  while (day < kLastDay && !is_business_day(day)) day += step;
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
  return instant_of(roll(day, how) + parts_->fire_at);
}

Instant Calendar::due(Instant anchor, const Delay& delay, Roll how) const {
  if (delay.unit == Delay::Unit::milliseconds) {
    return anchor + std::chrono::milliseconds{delay.count};
  }
  return std::max(anchor, due(local_day(anchor), delay, how));
}

Instant Calendar::due(Day anchor, const Delay& delay, Roll how) const {
  switch (delay.unit) {
    case Delay::Unit::business_days:
      return at_fire_time(add_business_days(anchor, delay.count), how);
    case Delay::Unit::days:
      return at_fire_time(add_days(anchor, delay.count), how);
    case Delay::Unit::months:
      return at_fire_time(add_months(anchor, delay.count), how);
    case Delay::Unit::milliseconds:
      break;
  }
  return due(at_fire_time(anchor, Roll::none), delay, how);
}

bool Calendar::may_send_at(LocalTime local) const {
  const SendWindow& window = parts_->send_window;
  const Day day = floor<days>(local);
  const auto time = local - LocalTime{day};
  if (time < window.opens || time >= window.closes) return false;
  return !window.business_days || is_business_day(day);
}

Instant Calendar::next_send(Instant instant) const {
  const LocalTime local = local_time(instant);
  if (may_send_at(local)) return instant;
  // An opening that the clocks skip comes after the window's end where the window is short; one
  // that they have twice may be over the first time and come again.
  for (Day day = floor<days>(local); day < kLastDay; day += days{1}) {
    const Instant opening = instant_of(day + parts_->send_window.opens);
    if (opening >= instant && may_send_at(local_time(opening))) return opening;
    const Instant again = opening + std::chrono::hours{1};
    if (opening < instant && again >= instant && local_time(again) == local_time(opening)) {
      if (may_send_at(local_time(again))) return again;
    }
  }
  return instant;
}

}  // namespace guichet::calendar
