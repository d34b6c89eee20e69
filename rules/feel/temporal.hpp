// Dates, times and durations: proleptic Gregorian calendar, years to +-999,999,999, IANA zones.
// Functions answering a Value return null where there is no result (out of range, no such day).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "engine/base/instant.hpp"
#include "rules/feel/representation.hpp"

namespace guichet::feel {

inline constexpr std::int64_t kMostYear = 999'999'999;
inline constexpr std::int64_t kSecondsPerDay = 86'400;
inline constexpr std::int64_t kNanosPerSecond = 1'000'000'000;

struct CivilDate {
  std::int64_t year = 1970;
  int month = 1;
  int day = 1;
};

std::int64_t days_from_civil(const CivilDate& date);
CivilDate civil_from_days(std::int64_t days);
int days_in_month(std::int64_t year, int month);
bool is_leap(std::int64_t year);
int weekday_from_days(std::int64_t days);  // 1 Monday .. 7 Sunday
int iso_week_from_days(std::int64_t days);

// Floor division and its remainder, for times before the epoch.
std::int64_t floor_div(std::int64_t a, std::int64_t b);
std::int64_t floor_mod(std::int64_t a, std::int64_t b);

// -- zones --
Zone zone_of(const Value& time_or_date_time);
std::optional<Zone> find_zone(std::string_view name);  // "Europe/Paris"; exact names only
std::string zone_name(const Zone& zone);               // Requires: named
// Seconds east of UTC at a local time; none where the zone is none.
std::optional<std::int32_t> offset_at_local(const Zone& zone, std::int64_t local_seconds);
std::int32_t offset_at_utc(const Zone& zone, std::int64_t utc_seconds);

// -- making --
Value make_date(const CivilDate& date);  // null unless it is a day of the calendar
Value make_date_of_days(std::int64_t days);
Value make_time(std::int64_t seconds_of_day, std::int64_t nanos, const Zone& zone);
Value make_date_time(std::int64_t local_seconds, std::int64_t nanos, const Zone& zone);
Value make_days_duration(std::int64_t seconds, std::int64_t nanos);  // nanos may be any amount
Value make_months_duration(std::int64_t months);
Value date_time_at(base::Instant instant, const Zone& zone);

// -- reading --
std::int64_t days_of(const Value& date_or_date_time);
std::int64_t seconds_of(const Value& value);  // of the day, local, or of the duration
std::int64_t nanos_of(const Value& value);
std::int64_t months_of(const Value& months_duration);
// Seconds since the epoch in UTC. Of a date and of a local date_time: as if in UTC.
std::int64_t utc_seconds(const Value& date_or_date_time);
bool is_zoned(const Value& time_or_date_time);

// -- arithmetic; null where the kinds do not go together or the result is out of range --
Value add_temporal(const Value& a, const Value& b);
Value subtract_temporal(const Value& a, const Value& b);
Value scale_duration(const Value& duration, const Value& factor, Arena& arena);
Value divide_duration(const Value& duration, const Value& by, Arena& arena);
Value negate_duration(const Value& duration);
// The value of a days duration in seconds, or of a months duration in months, as a number.
Value duration_as_number(const Value& duration, Arena& arena);
bool is_point(Kind kind);  // a date, with or without a time
bool is_duration(Kind kind);
bool is_temporal(Kind kind);

// -1, 0, 1 for two values of one temporal kind; nothing where they have no order (one zoned, the
// other local).
std::optional<int> compare_temporal(const Value& a, const Value& b);

// -- text --
Value parse_date(std::string_view text);
Value parse_time(std::string_view text);
Value parse_date_time(std::string_view text);
Value parse_duration(std::string_view text);
void append_temporal(std::string& out, const Value& value);

}  // namespace guichet::feel
