// Zones: IANA names by the system's tzdata.
#include <date/tz.h>

#include <array>

#include "rules/feel/temporal.hpp"

namespace guichet::feel {
namespace {

constexpr std::uint8_t kOffsetZone = 1;
constexpr std::uint8_t kNamedZone = 2;
constexpr std::uint8_t kWestOfUtc = 4;

const date::time_zone& zone_at(std::uint16_t index) {
  return date::get_tzdb().zones[index];
}

// The first day of a year within the tables, by leap and first weekday.
std::int64_t year_like(bool leap, int weekday) {
  static const auto kYears = [] {
    std::array<std::array<std::int64_t, 8>, 2> years{};
    for (std::int64_t year = 2010; year <= 2037; ++year) {
      const std::int64_t first = days_from_civil({year, 1, 1});
      std::int64_t& known =
          years[is_leap(year) ? 1 : 0][static_cast<std::size_t>(weekday_from_days(first))];
      if (known == 0) known = first;
    }
    return years;
  }();
  return kYears[leap ? 1 : 0][static_cast<std::size_t>(weekday)];
}

// The system's tables end in 2037 and std::chrono's years at 32,767: an instant past either is
// read as one of a year of the same shape (same leap, same first weekday) within the tables.
std::int64_t within_tables(std::int64_t seconds) {
  const std::int64_t days = floor_div(seconds, kSecondsPerDay);
  const CivilDate civil = civil_from_days(days);
  if (civil.year > 1700 && civil.year <= 2037) return seconds;
  if (civil.year <= 1700) return days_from_civil({1700, 1, 1}) * kSecondsPerDay;
  const std::int64_t first = days_from_civil({civil.year, 1, 1});
  return seconds -
         (first - year_like(is_leap(civil.year), weekday_from_days(first))) * kSecondsPerDay;
}

Value with_zone(Kind kind, std::int64_t payload, std::int64_t nanos, const Zone& zone) {
  int exponent = 0;
  std::uint8_t flags = 0;
  if (zone.form == Zone::Form::offset) {
    flags = kOffsetZone | (zone.offset < 0 ? kWestOfUtc : 0);
    exponent = zone.offset < 0 ? -zone.offset : zone.offset;
  } else if (zone.form == Zone::Form::named) {
    flags = kNamedZone;
    exponent = zone.name;
  }
  return ValueAccess::make(kind, payload, static_cast<std::uint32_t>(nanos), exponent, flags);
}

}  // namespace

Zone zone_of(const Value& value) {
  const std::uint8_t flags = ValueAccess::flags(value);
  const auto stored = static_cast<std::uint16_t>(ValueAccess::exponent(value));
  if (flags & kOffsetZone)
    return {Zone::Form::offset, flags & kWestOfUtc ? -std::int32_t{stored} : stored, 0};
  if (flags & kNamedZone) return {Zone::Form::named, 0, stored};
  return {};
}

std::optional<Zone> find_zone(std::string_view name) {
  if (name == "Z") return Zone{Zone::Form::offset, 0, 0};
  const auto& zones = date::get_tzdb().zones;
  const auto found = std::lower_bound(
      zones.begin(), zones.end(), name,
      [](const date::time_zone& zone, std::string_view wanted) { return zone.name() < wanted; });
  if (found == zones.end() || found->name() != name) return std::nullopt;
  return Zone{Zone::Form::named, 0, static_cast<std::uint16_t>(found - zones.begin())};
}

std::string zone_name(const Zone& zone) {
  return zone_at(zone.name).name();
}

std::optional<std::int32_t> offset_at_local(const Zone& zone, std::int64_t local_seconds) {
  if (zone.form == Zone::Form::none) return std::nullopt;
  if (zone.form == Zone::Form::offset) return zone.offset;
  const date::local_seconds local{std::chrono::seconds(within_tables(local_seconds))};
  // In the hour that does not exist, and in the one that comes twice, the earlier offset.
  return static_cast<std::int32_t>(zone_at(zone.name).get_info(local).first.offset.count());
}

std::int32_t offset_at_utc(const Zone& zone, std::int64_t utc_seconds) {
  if (zone.form != Zone::Form::named) return zone.offset;
  const date::sys_seconds instant{std::chrono::seconds(within_tables(utc_seconds))};
  return static_cast<std::int32_t>(zone_at(zone.name).get_info(instant).offset.count());
}

Value make_time(std::int64_t seconds_of_day, std::int64_t nanos, const Zone& zone) {
  return with_zone(Kind::time, floor_mod(seconds_of_day, kSecondsPerDay), nanos, zone);
}

Value make_date_time(std::int64_t local_seconds, std::int64_t nanos, const Zone& zone) {
  if (make_date_of_days(floor_div(local_seconds, kSecondsPerDay)).is_null()) return {};
  return with_zone(Kind::date_time, local_seconds, nanos, zone);
}

Value date_time_at(base::Instant instant, const Zone& zone) {
  const std::int64_t millis = base::to_millis(instant);
  const std::int64_t seconds = floor_div(millis, 1000);
  return make_date_time(seconds + offset_at_utc(zone, seconds),
                        (millis - seconds * 1000) * 1'000'000, zone);
}

Value Arena::date_time(base::Instant instant, std::string_view zone) {
  const auto found = find_zone(zone);
  return date_time_at(instant, found ? *found : Zone{Zone::Form::offset, 0, 0});
}

}  // namespace guichet::feel
