// Built-in functions of dates and times, and the properties of temporal values and ranges.
#include "rules/feel/number.hpp"
#include "rules/feel/run.hpp"
#include "rules/feel/temporal.hpp"

namespace guichet::feel {
namespace {

Value whole(std::int64_t value) {
  return decimal(value, 0);
}

constexpr std::string_view kDays[] = {"Monday", "Tuesday",  "Wednesday", "Thursday",
                                      "Friday", "Saturday", "Sunday"};
constexpr std::string_view kMonths[] = {"January",   "February", "March",    "April",
                                        "May",       "June",     "July",     "August",
                                        "September", "October",  "November", "December"};

Value day_of_year(Call& call) {
  const std::int64_t days = days_of(call[0]);
  return whole(days - days_from_civil({civil_from_days(days).year, 1, 1}) + 1);
}

Value day_of_week(Call& call) {
  return call.arena.string(kDays[weekday_from_days(days_of(call[0])) - 1]);
}

Value month_of_year(Call& call) {
  return call.arena.string(kMonths[civil_from_days(days_of(call[0])).month - 1]);
}

Value week_of_year(Call& call) {
  return whole(iso_week_from_days(days_of(call[0])));
}

// Whole months between two days; the time of day does not count.
Value months_between(Call& call) {
  const CivilDate from = civil_from_days(days_of(call[0]));
  const CivilDate to = civil_from_days(days_of(call[1]));
  std::int64_t months = (to.year - from.year) * 12 + (to.month - from.month);
  if (months > 0 && to.day < from.day) --months;
  if (months < 0 && to.day > from.day) ++months;
  return make_months_duration(months);
}

Zone zone_of_run(const Evaluation& evaluation) {
  const auto zone = find_zone(evaluation.zone);
  return zone ? *zone : Zone{Zone::Form::offset, 0, 0};
}

Value now(Call& call) {
  const Evaluation& evaluation = call.run.evaluation();
  return date_time_at(evaluation.now, zone_of_run(evaluation));
}

Value today(Call& call) {
  return make_date_of_days(days_of(now(call)));
}

// Same value in the same representation: no zone is converted, no date is a date and time.
Value is(Call& call) {
  const Value& a = call[0];
  const Value& b = call[1];
  if (a.kind() != b.kind()) return Value::boolean(false);
  if (a.kind() == Kind::time || a.kind() == Kind::date_time)
    return Value::boolean(seconds_of(a) == seconds_of(b) && nanos_of(a) == nanos_of(b) &&
                          zone_of(a) == zone_of(b));
  return Value::boolean(equal(a, b));
}

std::optional<Value> date_property(const Value& value, std::string_view name) {
  const std::int64_t days = days_of(value);
  if (name == "year") return whole(civil_from_days(days).year);
  if (name == "month") return whole(civil_from_days(days).month);
  if (name == "day") return whole(civil_from_days(days).day);
  if (name == "weekday") return whole(weekday_from_days(days));
  return std::nullopt;
}

std::optional<Value> time_property(const Value& value, std::string_view name, Arena& arena) {
  const std::int64_t seconds = floor_mod(seconds_of(value), kSecondsPerDay);
  if (name == "hour") return whole(seconds / 3600);
  if (name == "minute") return whole(seconds / 60 % 60);
  if (name == "second") return add(whole(seconds % 60), decimal(nanos_of(value), -9), arena);
  const Zone zone = zone_of(value);
  if (name == "time offset") {
    const std::int64_t at = value.kind() == Kind::time ? 0 : seconds_of(value);
    const auto offset = offset_at_local(zone, at);
    return offset ? make_days_duration(*offset, 0) : Value();
  }
  if (name == "timezone")
    return zone.form == Zone::Form::named ? arena.string(zone_name(zone)) : Value();
  return std::nullopt;
}

std::optional<Value> duration_property(const Value& value, std::string_view name, Arena& arena) {
  if (value.kind() == Kind::months_duration) {
    if (name == "years") return whole(months_of(value) / 12);
    if (name == "months") return whole(months_of(value) % 12);
    return std::nullopt;
  }
  const bool negative = seconds_of(value) < 0;
  const Value positive = negative ? negate_duration(value) : value;
  const std::int64_t seconds = seconds_of(positive);
  const std::int64_t sign = negative ? -1 : 1;
  if (name == "days") return whole(sign * (seconds / kSecondsPerDay));
  if (name == "hours") return whole(sign * (seconds / 3600 % 24));
  if (name == "minutes") return whole(sign * (seconds / 60 % 60));
  if (name == "seconds") {
    const Value parts = add(whole(seconds % 60), decimal(nanos_of(positive), -9), arena);
    return negative ? negate(parts, arena) : parts;
  }
  return std::nullopt;
}

std::optional<Value> range_property(const Range& range, std::string_view name) {
  if (name == "start") return range.low;
  if (name == "end") return range.high;
  if (name == "start included") return Value::boolean(range.low_closed);
  if (name == "end included") return Value::boolean(range.high_closed);
  return std::nullopt;
}

constexpr BuiltinRow kTemporalFunctions[] = {
    {"day of year", "date: day", Want::number, day_of_year},
    {"day of week", "date: day", Want::string, day_of_week},
    {"month of year", "date: day", Want::string, month_of_year},
    {"week of year", "date: day", Want::number, week_of_year},
    {"years and months duration", "from: day, to: day", Want::months, months_between},
    {"now", "", Want::date_time, now},
    {"today", "", Want::date, today},
    {"is", "value1: any, value2: any", Want::boolean, is},
};

}  // namespace

std::optional<Value> property_of(const Value& value, std::string_view name, Arena& arena) {
  switch (value.kind()) {
    case Kind::date:
      return date_property(value, name);
    case Kind::date_time:
      if (const auto property = date_property(value, name)) return property;
      return time_property(value, name, arena);
    case Kind::time:
      return time_property(value, name, arena);
    case Kind::days_duration:
    case Kind::months_duration:
      return duration_property(value, name, arena);
    case Kind::range:
      return range_property(*ValueAccess::target<Range>(value), name);
    default:
      return std::nullopt;
  }
}

std::span<const BuiltinRow> temporal_functions() {
  return kTemporalFunctions;
}

}  // namespace guichet::feel
