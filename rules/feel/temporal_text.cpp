// Temporal values from text (XML Schema's lexical forms, and @Zone/Name) and to text.
#include <charconv>

#include "rules/feel/temporal.hpp"
#include "rules/feel/text.hpp"

namespace guichet::feel {
namespace {

// Reads from the front of a text; every take_ answers false, and moves nothing, on a mismatch.
class Reader {
 public:
  explicit Reader(std::string_view text) : rest_(text) {}

  bool at_end() const { return rest_.empty(); }
  char peek() const { return rest_.empty() ? '\0' : rest_.front(); }
  std::string_view rest() const { return rest_; }
  bool take(char c) {
    if (peek() != c) return false;
    rest_.remove_prefix(1);
    return true;
  }
  // Exactly two digits.
  bool take_pair(int& value) {
    if (rest_.size() < 2 || !is_digit(rest_[0]) || !is_digit(rest_[1])) return false;
    value = (rest_[0] - '0') * 10 + (rest_[1] - '0');
    rest_.remove_prefix(2);
    return true;
  }
  // Digits, as many as there are; at most `most`.
  std::string_view take_digits(std::size_t most) {
    std::size_t count = 0;
    while (count < rest_.size() && is_digit(rest_[count])) ++count;
    if (count > most) count = 0;
    const std::string_view digits = rest_.substr(0, count);
    rest_.remove_prefix(count);
    return digits;
  }

 private:
  std::string_view rest_;
};

std::int64_t to_number(std::string_view digits) {
  std::int64_t value = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return value;
}

bool read_date(Reader& in, CivilDate& date) {
  const bool negative = in.take('-');
  const std::string_view year = in.take_digits(9);
  if (year.size() < 4 || (year.size() > 4 && year.front() == '0')) return false;
  date.year = negative ? -to_number(year) : to_number(year);
  return in.take('-') && in.take_pair(date.month) && in.take('-') && in.take_pair(date.day);
}

// ".123456789" into nanoseconds; further digits are dropped.
bool read_fraction(Reader& in, std::int64_t& nanos, bool digits_required) {
  nanos = 0;
  if (!in.take('.')) return true;
  std::string_view digits = in.take_digits(64);
  if (digits.empty()) return !digits_required;
  std::string nine(digits.substr(0, 9));
  nine.append(9 - nine.size(), '0');
  nanos = to_number(nine);
  return true;
}

bool read_offset(Reader& in, Zone& zone) {
  const bool west = in.peek() == '-';
  if (!in.take('-') && !in.take('+')) return false;
  int hours = 0, minutes = 0, seconds = 0;
  if (!in.take_pair(hours) || !in.take(':') || !in.take_pair(minutes)) return false;
  if (in.take(':') && !in.take_pair(seconds)) return false;
  const int total = hours * 3600 + minutes * 60 + seconds;
  if (minutes > 59 || seconds > 59 || total > 18 * 3600) return false;
  zone = {Zone::Form::offset, west ? -total : total, 0};
  return true;
}

bool read_zone(Reader& in, Zone& zone) {
  if (in.at_end()) return true;
  if (in.take('Z')) {
    zone = {Zone::Form::offset, 0, 0};
    return in.at_end();
  }
  if (in.take('@')) {
    if (in.rest() == "Z") return false;
    const auto found = find_zone(in.rest());
    if (found) zone = *found;
    return found.has_value();
  }
  return read_offset(in, zone) && in.at_end();
}

struct ClockTime {
  std::int64_t seconds = 0;  // of the day; 86,400 for 24:00:00
  std::int64_t nanos = 0;
  Zone zone;
};

bool read_time(Reader& in, ClockTime& time) {
  int hour = 0, minute = 0, second = 0;
  if (!in.take_pair(hour) || !in.take(':') || !in.take_pair(minute) || !in.take(':') ||
      !in.take_pair(second) || !read_fraction(in, time.nanos, true))
    return false;
  if (minute > 59 || second > 59 || hour > 24) return false;
  if (hour == 24 && (minute != 0 || second != 0 || time.nanos != 0)) return false;
  time.seconds = hour * 3600 + minute * 60 + second;
  return read_zone(in, time.zone);
}

// One component of a duration: digits, then a letter of `units`, which must come in that order.
bool read_component(Reader& in, std::string_view& units, char& unit, std::int64_t& amount) {
  const std::string_view digits = in.take_digits(18);
  if (digits.empty()) return false;
  unit = in.peek();
  const std::size_t at = units.find(unit);
  if (in.at_end() || at == std::string_view::npos) return false;
  in.take(unit);
  units.remove_prefix(at + 1);
  amount = to_number(digits);
  return true;
}

bool accumulate(std::int64_t& total, std::int64_t amount, std::int64_t factor) {
  std::int64_t product = 0;
  return !__builtin_mul_overflow(amount, factor, &product) &&
         !__builtin_add_overflow(total, product, &total);
}

Value read_months(Reader in, bool negative) {
  std::string_view units = "YM";
  std::int64_t months = 0;
  while (!in.at_end()) {
    char unit = 0;
    std::int64_t amount = 0;
    if (!read_component(in, units, unit, amount) ||
        !accumulate(months, amount, unit == 'Y' ? 12 : 1))
      return {};
  }
  return make_months_duration(negative ? -months : months);
}

bool read_seconds(Reader& in, std::int64_t& seconds, std::int64_t& nanos) {
  std::string_view units = "HM";
  while (!in.at_end()) {
    const Reader before = in;
    char unit = 0;
    std::int64_t amount = 0;
    if (!units.empty() && read_component(in, units, unit, amount)) {
      if (!accumulate(seconds, amount, unit == 'H' ? 3600 : 60)) return false;
      continue;
    }
    in = before;
    const std::string_view whole = in.take_digits(18);
    if (whole.empty() || !read_fraction(in, nanos, false) || !in.take('S')) return false;
    return in.at_end() && accumulate(seconds, to_number(whole), 1);
  }
  return true;
}

Value read_days(Reader in, bool negative) {
  std::int64_t seconds = 0, nanos = 0;
  if (in.peek() != 'T') {
    std::string_view units = "D";
    char unit = 0;
    std::int64_t amount = 0;
    if (!read_component(in, units, unit, amount) || !accumulate(seconds, amount, kSecondsPerDay))
      return {};
  }
  if (in.take('T') && (in.at_end() || !read_seconds(in, seconds, nanos))) return {};
  if (!in.at_end()) return {};
  return negative ? make_days_duration(-seconds, -nanos) : make_days_duration(seconds, nanos);
}

void append_padded(std::string& out, std::int64_t value, std::size_t width) {
  const std::string digits = std::to_string(value);
  if (digits.size() < width) out.append(width - digits.size(), '0');
  out += digits;
}

void append_fraction(std::string& out, std::int64_t nanos) {
  if (nanos == 0) return;
  std::string digits = std::to_string(nanos);
  digits.insert(0, 9 - digits.size(), '0');
  digits.erase(digits.find_last_not_of('0') + 1);
  out += "." + digits;
}

void append_date(std::string& out, std::int64_t days) {
  const CivilDate date = civil_from_days(days);
  if (date.year < 0) out += '-';
  append_padded(out, date.year < 0 ? -date.year : date.year, 4);
  out += '-';
  append_padded(out, date.month, 2);
  out += '-';
  append_padded(out, date.day, 2);
}

void append_clock(std::string& out, std::int64_t seconds, std::int64_t nanos) {
  append_padded(out, seconds / 3600, 2);
  out += ':';
  append_padded(out, seconds / 60 % 60, 2);
  out += ':';
  append_padded(out, seconds % 60, 2);
  append_fraction(out, nanos);
}

void append_zone(std::string& out, const Zone& zone) {
  if (zone.form == Zone::Form::none) return;
  if (zone.form == Zone::Form::named) {
    out += "@" + zone_name(zone);
    return;
  }
  if (zone.offset == 0) {
    out += 'Z';
    return;
  }
  const std::int32_t magnitude = zone.offset < 0 ? -zone.offset : zone.offset;
  out += zone.offset < 0 ? '-' : '+';
  append_padded(out, magnitude / 3600, 2);
  out += ':';
  append_padded(out, magnitude / 60 % 60, 2);
  if (magnitude % 60 != 0) {
    out += ':';
    append_padded(out, magnitude % 60, 2);
  }
}

void append_months(std::string& out, std::int64_t months) {
  if (months < 0) out += '-';
  const std::int64_t magnitude = months < 0 ? -months : months;
  out += 'P';
  if (magnitude / 12 != 0) out += std::to_string(magnitude / 12) + "Y";
  if (magnitude % 12 != 0 || magnitude == 0) out += std::to_string(magnitude % 12) + "M";
}

void append_days(std::string& out, std::int64_t seconds, std::int64_t nanos) {
  if (seconds < 0) {
    out += '-';
    seconds = -seconds;
    if (nanos != 0) {
      nanos = kNanosPerSecond - nanos;
      --seconds;
    }
  }
  out += 'P';
  if (seconds >= kSecondsPerDay) out += std::to_string(seconds / kSecondsPerDay) + "D";
  const std::int64_t rest = seconds % kSecondsPerDay;
  if (rest == 0 && nanos == 0) {
    if (seconds == 0) out += "T0S";
    return;
  }
  out += 'T';
  if (rest / 3600 != 0) out += std::to_string(rest / 3600) + "H";
  if (rest / 60 % 60 != 0) out += std::to_string(rest / 60 % 60) + "M";
  if (rest % 60 != 0 || nanos != 0) {
    out += std::to_string(rest % 60);
    append_fraction(out, nanos);
    out += 'S';
  }
}

}  // namespace

Value parse_date(std::string_view text) {
  Reader in(text);
  CivilDate date;
  return read_date(in, date) && in.at_end() ? make_date(date) : Value();
}

Value parse_time(std::string_view text) {
  Reader in(text);
  ClockTime time;
  if (!read_time(in, time)) return {};
  return make_time(time.seconds, time.nanos, time.zone);
}

Value parse_date_time(std::string_view text) {
  Reader in(text);
  CivilDate date;
  if (!read_date(in, date)) return {};
  const Value day = make_date(date);
  if (day.is_null()) return {};
  ClockTime time;
  if (!in.at_end() && (!in.take('T') || !read_time(in, time))) return {};
  return make_date_time(days_of(day) * kSecondsPerDay + time.seconds, time.nanos, time.zone);
}

Value parse_duration(std::string_view text) {
  Reader in(text);
  const bool negative = in.take('-');
  if (!in.take('P') || in.at_end()) return {};
  const Value months = read_months(in, negative);
  return months.is_null() ? read_days(in, negative) : months;
}

void append_temporal(std::string& out, const Value& value) {
  switch (value.kind()) {
    case Kind::date:
      append_date(out, days_of(value));
      break;
    case Kind::time:
      append_clock(out, seconds_of(value), nanos_of(value));
      append_zone(out, zone_of(value));
      break;
    case Kind::date_time:
      append_date(out, days_of(value));
      out += 'T';
      append_clock(out, floor_mod(seconds_of(value), kSecondsPerDay), nanos_of(value));
      append_zone(out, zone_of(value));
      break;
    case Kind::months_duration:
      append_months(out, months_of(value));
      break;
    case Kind::days_duration:
      append_days(out, seconds_of(value), nanos_of(value));
      break;
    default:
      break;
  }
}

std::optional<Value> parse_temporal(std::string_view text, Arena&) {
  for (Value (*parse)(std::string_view) :
       {parse_date, parse_date_time, parse_time, parse_duration}) {
    const Value value = parse(text);
    if (!value.is_null()) return value;
  }
  return std::nullopt;
}

}  // namespace guichet::feel
