#include "rules/feel/temporal.hpp"

#include "rules/feel/number.hpp"

namespace guichet::feel {
namespace {

// Durations beyond this many seconds are out of range; twice the calendar's width.
constexpr std::int64_t kMostSeconds = 70'000'000'000'000'000;
constexpr std::int64_t kMostMonths = 30'000'000'000;

Value add_months(const Value& a, std::int64_t months) {
  const CivilDate date = civil_from_days(days_of(a));
  const std::int64_t index = date.year * 12 + date.month - 1 + months;
  CivilDate moved{floor_div(index, 12), static_cast<int>(floor_mod(index, 12)) + 1, date.day};
  moved.day = std::min(date.day, days_in_month(moved.year, moved.month));
  const Value day = make_date(moved);
  if (day.is_null() || a.kind() == Kind::date) return day;
  const std::int64_t time = floor_mod(seconds_of(a), kSecondsPerDay);
  return make_date_time(days_of(day) * kSecondsPerDay + time, nanos_of(a), zone_of(a));
}

// a + seconds.nanos, where a is a date, a time or a date_time. Zoned times move in UTC, so that
// an hour more is an hour later across a change of clocks.
Value move_by(const Value& a, std::int64_t seconds, std::int64_t nanos) {
  if (a.kind() == Kind::date)
    return make_date_of_days(floor_div(days_of(a) * kSecondsPerDay + seconds, kSecondsPerDay));
  std::int64_t sum_nanos = nanos_of(a) + nanos;
  const std::int64_t carry = floor_div(sum_nanos, kNanosPerSecond);
  sum_nanos -= carry * kNanosPerSecond;
  const Zone zone = zone_of(a);
  if (a.kind() == Kind::time) return make_time(seconds_of(a) + seconds + carry, sum_nanos, zone);
  if (zone.form != Zone::Form::named)
    return make_date_time(seconds_of(a) + seconds + carry, sum_nanos, zone);
  const std::int64_t utc = utc_seconds(a) + seconds + carry;
  return make_date_time(utc + offset_at_utc(zone, utc), sum_nanos, zone);
}

// Seconds of a time from midnight UTC; of a local one, from midnight.
std::int64_t utc_seconds_of_time(const Value& time) {
  // A named zone's offset depends on the day: the epoch's, so that the answer never changes.
  return seconds_of(time) - offset_at_local(zone_of(time), 0).value_or(0);
}

}  // namespace

std::int64_t days_of(const Value& value) {
  const std::int64_t payload = ValueAccess::payload(value);
  return value.kind() == Kind::date ? payload : floor_div(payload, kSecondsPerDay);
}

std::int64_t seconds_of(const Value& value) {
  return ValueAccess::payload(value);
}
std::int64_t nanos_of(const Value& value) {
  return ValueAccess::aux(value);
}
std::int64_t months_of(const Value& value) {
  return ValueAccess::payload(value);
}

bool is_zoned(const Value& value) {
  return zone_of(value).form != Zone::Form::none;
}

std::int64_t utc_seconds(const Value& value) {
  if (value.kind() == Kind::date) return days_of(value) * kSecondsPerDay;
  const std::int64_t local = seconds_of(value);
  return local - offset_at_local(zone_of(value), local).value_or(0);
}

Value make_days_duration(std::int64_t seconds, std::int64_t nanos) {
  const std::int64_t carry = floor_div(nanos, kNanosPerSecond);
  const std::int64_t whole = seconds + carry;
  if (whole > kMostSeconds || whole < -kMostSeconds) return {};
  return ValueAccess::make(Kind::days_duration, whole,
                           static_cast<std::uint32_t>(nanos - carry * kNanosPerSecond));
}

Value make_months_duration(std::int64_t months) {
  if (months > kMostMonths || months < -kMostMonths) return {};
  return ValueAccess::make(Kind::months_duration, months);
}

bool is_point(Kind kind) {
  return kind == Kind::date || kind == Kind::date_time;
}

bool is_duration(Kind kind) {
  return kind == Kind::days_duration || kind == Kind::months_duration;
}

bool is_temporal(Kind kind) {
  return is_point(kind) || kind == Kind::time || is_duration(kind);
}

Value negate_duration(const Value& duration) {
  if (duration.kind() == Kind::months_duration) return make_months_duration(-months_of(duration));
  return make_days_duration(-seconds_of(duration), -nanos_of(duration));
}

Value add_temporal(const Value& a, const Value& b) {
  if (is_duration(a.kind()) && !is_duration(b.kind())) return add_temporal(b, a);
  if (b.kind() == Kind::months_duration) {
    if (a.kind() == Kind::months_duration) return make_months_duration(months_of(a) + months_of(b));
    return is_point(a.kind()) ? add_months(a, months_of(b)) : Value();
  }
  if (b.kind() != Kind::days_duration) return {};
  if (a.kind() == Kind::days_duration)
    return make_days_duration(seconds_of(a) + seconds_of(b), nanos_of(a) + nanos_of(b));
  if (is_point(a.kind()) || a.kind() == Kind::time) return move_by(a, seconds_of(b), nanos_of(b));
  return {};
}

Value subtract_temporal(const Value& a, const Value& b) {
  if (is_duration(b.kind())) return add_temporal(a, negate_duration(b));
  if (a.kind() == Kind::time && b.kind() == Kind::time) {
    if (is_zoned(a) != is_zoned(b)) return {};
    return make_days_duration(utc_seconds_of_time(a) - utc_seconds_of_time(b),
                              nanos_of(a) - nanos_of(b));
  }
  if (!is_point(a.kind()) || !is_point(b.kind())) return {};
  // A date stands for its midnight in UTC, beside a date and time with a zone.
  const bool left_zoned = a.kind() == Kind::date || is_zoned(a);
  const bool right_zoned = b.kind() == Kind::date || is_zoned(b);
  const bool either_local = (a.kind() == Kind::date_time && !is_zoned(a)) ||
                            (b.kind() == Kind::date_time && !is_zoned(b));
  if (either_local && (left_zoned || right_zoned)) return {};
  const std::int64_t left_nanos = a.kind() == Kind::date ? 0 : nanos_of(a);
  const std::int64_t right_nanos = b.kind() == Kind::date ? 0 : nanos_of(b);
  return make_days_duration(utc_seconds(a) - utc_seconds(b), left_nanos - right_nanos);
}

Value duration_as_number(const Value& duration, Arena& arena) {
  if (duration.kind() == Kind::months_duration) return decimal(months_of(duration), 0);
  return add(decimal(seconds_of(duration), 0), decimal(nanos_of(duration), -9), arena);
}

Value scale_duration(const Value& duration, const Value& factor, Arena& arena) {
  const Value product = multiply(duration_as_number(duration, arena), factor, arena);
  if (product.is_null()) return {};
  const Value whole = round_to(product, 0, Rounding::floor, arena);
  if (duration.kind() == Kind::months_duration) {
    const auto months = truncated(product);
    return months ? make_months_duration(*months) : Value();
  }
  const auto seconds = truncated(whole);
  const Value rest = multiply(subtract(product, whole, arena), decimal(1, 9), arena);
  const auto nanos = truncated(rest);
  return seconds && nanos ? make_days_duration(*seconds, *nanos) : Value();
}

Value divide_duration(const Value& duration, const Value& by, Arena& arena) {
  if (is_duration(by.kind())) {
    if (by.kind() != duration.kind()) return {};
    return divide(duration_as_number(duration, arena), duration_as_number(by, arena), arena);
  }
  if (sign_of(by) == 0) return {};
  const Value quotient = divide(duration_as_number(duration, arena), by, arena);
  if (quotient.is_null()) return {};
  const Value unit =
      duration.kind() == Kind::months_duration ? make_months_duration(1) : make_days_duration(1, 0);
  return scale_duration(unit, quotient, arena);
}

std::optional<int> compare_temporal(const Value& a, const Value& b) {
  const auto order = [](std::int64_t left, std::int64_t right) {
    return left < right ? -1 : left > right ? 1 : 0;
  };
  if (a.kind() != b.kind()) return std::nullopt;
  switch (a.kind()) {
    case Kind::date:
    case Kind::months_duration:
      return order(seconds_of(a), seconds_of(b));
    case Kind::days_duration: {
      const int seconds = order(seconds_of(a), seconds_of(b));
      return seconds != 0 ? seconds : order(nanos_of(a), nanos_of(b));
    }
    // DMN compares times by their value in seconds: fractions do not count.
    case Kind::time:
      if (is_zoned(a) != is_zoned(b)) return std::nullopt;
      return order(utc_seconds_of_time(a), utc_seconds_of_time(b));
    case Kind::date_time:
      if (is_zoned(a) != is_zoned(b)) return std::nullopt;
      return order(utc_seconds(a), utc_seconds(b));
    default:
      return std::nullopt;
  }
}

}  // namespace guichet::feel
