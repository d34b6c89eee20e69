#include "engine/calendar/zone.hpp"

#include <date/tz.h>

#include <algorithm>

namespace guichet::calendar {

namespace {

using std::chrono::days;
using std::chrono::floor;
using std::chrono::seconds;
using std::chrono::year;

days first_day_of(year which) {
  return std::chrono::local_days{which / 1 / 1}.time_since_epoch();
}

unsigned first_weekday_of(year which) {
  return std::chrono::weekday{std::chrono::local_days{which / 1 / 1}}.c_encoding();
}

// The tz library reads the transitions that the system's files list, and they end in 2037; rules
// of later years are those of an earlier year of the same shape (same leap, same first weekday).
// What to add to a time so that it lies within the listed years.
seconds into_listed_years(seconds since_epoch) {
  constexpr year kLast{2037};
  const std::chrono::year_month_day date{std::chrono::local_days{floor<days>(since_epoch)}};
  if (date.year() <= kLast) return seconds{0};
  year same = kLast;
  while (same.is_leap() != date.year().is_leap() ||
         first_weekday_of(same) != first_weekday_of(date.year())) {
    --same;
  }
  return first_day_of(same) - first_day_of(date.year());
}

}  // namespace

std::shared_ptr<const Zone> Zone::find(std::string_view name) {
  const auto& zones = date::get_tzdb().zones;  // in the order of their names
  const auto found = std::ranges::lower_bound(
      zones, name, {}, [](const date::time_zone& zone) { return std::string_view(zone.name()); });
  if (found == zones.end() || found->name() != name) return nullptr;
  return std::shared_ptr<const Zone>(new Zone(*found));
}

std::vector<std::string> Zone::names() {
  std::vector<std::string> out;
  for (const date::time_zone& zone : date::get_tzdb().zones) out.push_back(zone.name());
  return out;
}

base::LocalTime Zone::to_local(base::Instant instant) const {
  const seconds utc = floor<seconds>(instant.time_since_epoch());
  const date::sys_seconds listed{utc + into_listed_years(utc)};
  return base::LocalTime{utc + rules_.get_info(listed).offset};
}

base::Instant Zone::to_instant(base::LocalTime local) const {
  const seconds shift = into_listed_years(local.time_since_epoch());
  const date::local_info info =
      rules_.get_info(date::local_seconds{local.time_since_epoch() + shift});
  if (info.result == date::local_info::nonexistent) {
    return base::Instant{info.first.end.time_since_epoch() - shift};
  }
  return base::Instant{local.time_since_epoch() - info.first.offset};
}

}  // namespace guichet::calendar
