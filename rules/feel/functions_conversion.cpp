// date(), time(), date and time(), duration(): temporal values from text and from parts.
#include "rules/feel/number.hpp"
#include "rules/feel/run.hpp"
#include "rules/feel/temporal.hpp"
#include "rules/feel/text.hpp"

namespace guichet::feel {
namespace {

Value checked(Call& call, const Value& result, std::string_view text) {
  if (!result.is_null()) return result;
  return call.fail(messages::kNotTemporal, {shown(text)});
}

Value out_of_range(Call& call, const Value& result) {
  if (!result.is_null()) return result;
  return call.fail(messages::kOutOfRange, {std::string(call.name)});
}

Value date_from(Call& call) {
  if (call[0].kind() == Kind::string) return checked(call, parse_date(call.text(0)), call.text(0));
  return make_date_of_days(days_of(call[0]));
}

// A whole number in a parameter; nothing where it has a fraction or is too large for a part.
std::optional<std::int64_t> part(const Value& value) {
  const auto whole = is_whole(value) ? truncated(value) : std::nullopt;
  if (!whole || *whole > kMostYear || *whole < -kMostYear) return std::nullopt;
  return whole;
}

Value date_of_parts(Call& call) {
  const auto year = part(call[0]), month = part(call[1]), day = part(call[2]);
  if (!year || !month || !day) return out_of_range(call, {});
  return out_of_range(call,
                      make_date({*year, static_cast<int>(std::clamp<std::int64_t>(*month, 0, 99)),
                                 static_cast<int>(std::clamp<std::int64_t>(*day, 0, 99))}));
}

struct ClockParts {
  std::int64_t seconds = 0;
  std::int64_t nanos = 0;
};

// Hour, minute and second (which may have a fraction) from three arguments.
std::optional<ClockParts> clock_of(Call& call, std::size_t first) {
  const auto hour = part(call[first]), minute = part(call[first + 1]);
  const auto second = truncated(call[first + 2]);
  if (!hour || !minute || !second || *hour < 0 || *hour > 23 || *minute < 0 || *minute > 59 ||
      sign_of(call[first + 2]) < 0 || *second > 59)
    return std::nullopt;
  const Value fraction = subtract(call[first + 2], decimal(*second, 0), call.arena);
  const auto nanos = truncated(multiply(fraction, decimal(1, 9), call.arena));
  return ClockParts{*hour * 3600 + *minute * 60 + *second, nanos.value_or(0)};
}

std::optional<Zone> zone_of_offset(const Value& offset) {
  if (offset.is_null()) return Zone{};
  const std::int64_t seconds = seconds_of(offset);
  if (seconds > 18 * 3600 || seconds < -18 * 3600) return std::nullopt;
  return Zone{Zone::Form::offset, static_cast<std::int32_t>(seconds), 0};
}

Value time_of_parts(Call& call) {
  const auto clock = clock_of(call, 0);
  const auto zone = zone_of_offset(call[3]);
  if (!clock || !zone) return out_of_range(call, {});
  return make_time(clock->seconds, clock->nanos, *zone);
}

Value time_from_text(Call& call) {
  return checked(call, parse_time(call.text(0)), call.text(0));
}
Value time_from_time(Call& call) {
  return call[0];
}

Value time_from_day(Call& call) {
  if (call[0].kind() == Kind::date) return make_time(0, 0, Zone{Zone::Form::offset, 0, 0});
  return make_time(seconds_of(call[0]), nanos_of(call[0]), zone_of(call[0]));
}

Value date_time_from_text(Call& call) {
  return checked(call, parse_date_time(call.text(0)), call.text(0));
}

Value date_time_from_day(Call& call) {
  return call[0].kind() == Kind::date_time
             ? call[0]
             : make_date_time(days_of(call[0]) * kSecondsPerDay, 0, Zone{});
}

Value date_time_of_both(Call& call) {
  return make_date_time(days_of(call[0]) * kSecondsPerDay + seconds_of(call[1]), nanos_of(call[1]),
                        zone_of(call[1]));
}

// The instant of a date and time, seen in another zone.
Value date_time_in_zone(Call& call) {
  const auto zone = find_zone(call.text(1));
  if (!zone) return checked(call, {}, call.text(1));
  const std::int64_t utc = utc_seconds(call[0]);
  return make_date_time(utc + offset_at_utc(*zone, utc), nanos_of(call[0]), *zone);
}

Value date_time_of_parts(Call& call, const std::optional<Zone>& zone) {
  const Value day = date_of_parts(call);
  const auto clock = clock_of(call, 3);
  if (day.is_null() || !clock || !zone) return out_of_range(call, {});
  return make_date_time(days_of(day) * kSecondsPerDay + clock->seconds, clock->nanos, *zone);
}

Value date_time_with_offset(Call& call) {
  return date_time_of_parts(call, zone_of_offset(call[6]));
}

Value date_time_with_zone(Call& call) {
  return date_time_of_parts(call, find_zone(call.text(6)));
}

Value duration_from(Call& call) {
  return checked(call, parse_duration(call.text(0)), call.text(0));
}

Value duration_same(Call& call) {
  return call[0];
}

constexpr BuiltinRow kConversionFunctions[] = {
    {"date", "from: from date", Want::date, date_from},
    {"date", "year: number, month: number, day: number", Want::date, date_of_parts},
    {"time", "from: string", Want::time, time_from_text},
    {"time", "from: time", Want::time, time_from_time},
    {"time", "from: day", Want::time, time_from_day},
    {"time", "hour: number, minute: number, second: number, offset: days??", Want::time,
     time_of_parts},
    {"date and time", "from: string", Want::date_time, date_time_from_text},
    {"date and time", "from: day", Want::date_time, date_time_from_day},
    {"date and time", "date: day, time: time", Want::date_time, date_time_of_both},
    {"date and time", "date: date and time, timezone: string", Want::date_time, date_time_in_zone},
    {"date and time",
     "year: number, month: number, day: number, hour: number, minute: number, second: number, "
     "offset: days??",
     Want::date_time, date_time_with_offset},
    {"date and time",
     "year: number, month: number, day: number, hour: number, minute: number, second: number, "
     "timezone: string",
     Want::date_time, date_time_with_zone},
    {"duration", "from: string", Want::duration, duration_from},
    {"duration", "from: duration", Want::duration, duration_same},
};

}  // namespace

std::span<const BuiltinRow> conversion_functions() {
  return kConversionFunctions;
}

}  // namespace guichet::feel
