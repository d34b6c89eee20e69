#include "engine/base/instant.hpp"

#include <fmt/format.h>

#include <array>
#include <charconv>

namespace guichet::base {
namespace {

using std::chrono::duration_cast;
using std::chrono::floor;
using std::chrono::milliseconds;
using std::chrono::seconds;
using std::chrono::year_month_day;

constexpr std::array<std::string_view, 12> kMonthsFr{
    "janvier", "février", "mars",      "avril",   "mai",      "juin",
    "juillet", "août",    "septembre", "octobre", "novembre", "décembre"};
constexpr std::array<std::string_view, 12> kMonthsEn{
    "January", "February", "March",     "April",   "May",      "June",
    "July",    "August",   "September", "October", "November", "December"};
constexpr std::array<std::string_view, 7> kDaysFr{"dimanche", "lundi",    "mardi", "mercredi",
                                                  "jeudi",    "vendredi", "samedi"};
constexpr std::array<std::string_view, 7> kDaysEn{"Sunday",   "Monday", "Tuesday", "Wednesday",
                                                  "Thursday", "Friday", "Saturday"};

// Exactly `digits` digits at the front of `text`, which are taken off it.
std::optional<int> take_number(std::string_view& text, std::size_t digits) {
  if (text.size() < digits) return {};
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + digits, value);
  if (error != std::errc{} || end != text.data() + digits || text[0] == '-') return {};
  text.remove_prefix(digits);
  return value;
}

bool take(std::string_view& text, char expected) {
  if (text.empty() || text[0] != expected) return false;
  text.remove_prefix(1);
  return true;
}

std::optional<Day> take_day(std::string_view& text) {
  const auto year = take_number(text, 4);
  if (!year || !take(text, '-')) return {};
  const auto month = take_number(text, 2);
  if (!month || !take(text, '-')) return {};
  const auto day = take_number(text, 2);
  if (!day) return {};
  const year_month_day date{std::chrono::year(*year),
                            std::chrono::month(static_cast<unsigned>(*month)),
                            std::chrono::day(static_cast<unsigned>(*day))};
  if (!date.ok()) return {};
  return Day{date};
}

// hh:mm[:ss[.fraction]] at the front of `text`.
std::optional<milliseconds> take_time_of_day(std::string_view& text) {
  const auto hour = take_number(text, 2);
  if (!hour || *hour > 23 || !take(text, ':')) return {};
  const auto minute = take_number(text, 2);
  if (!minute || *minute > 59) return {};
  milliseconds out = std::chrono::hours(*hour) + std::chrono::minutes(*minute);
  if (!take(text, ':')) return out;
  const auto second = take_number(text, 2);
  if (!second || *second > 59) return {};
  out += seconds(*second);
  if (take(text, '.')) {
    const auto fraction = take_number(text, 3);
    if (!fraction) return {};
    out += milliseconds(*fraction);
  }
  return out;
}

}  // namespace

Instant from_millis(std::int64_t since_epoch) {
  return Instant{milliseconds(since_epoch)};
}
std::int64_t to_millis(Instant instant) {
  return instant.time_since_epoch().count();
}

std::string iso(Day day) {
  const year_month_day date{day};
  return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(date.year()),
                     static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
}

std::string iso(LocalTime time) {
  const Day day = floor<std::chrono::days>(time);
  const std::chrono::hh_mm_ss clock{time - day};
  return fmt::format("{}T{:02}:{:02}:{:02}", iso(day), clock.hours().count(),
                     clock.minutes().count(), clock.seconds().count());
}

std::string iso(Instant instant) {
  const auto whole = floor<seconds>(instant);
  const auto fraction = duration_cast<milliseconds>(instant - whole).count();
  const std::string text = iso(LocalTime{whole.time_since_epoch()});
  return fraction == 0 ? text + "Z" : fmt::format("{}.{:03}Z", text, fraction);
}

std::optional<Day> parse_day(std::string_view text) {
  const auto day = take_day(text);
  if (!text.empty()) return {};
  return day;
}

std::optional<LocalTime> parse_local_time(std::string_view text) {
  const auto day = take_day(text);
  if (!day) return {};
  if (text.empty()) return LocalTime{*day};
  if (!take(text, 'T') && !take(text, ' ')) return {};
  const auto time = take_time_of_day(text);
  if (!time || !text.empty()) return {};
  return LocalTime{*day} + duration_cast<seconds>(*time);
}

std::optional<Instant> parse_instant(std::string_view text) {
  const auto day = take_day(text);
  if (!day || !take(text, 'T')) return {};
  const auto time = take_time_of_day(text);
  if (!time || text != "Z") return {};
  return Instant{day->time_since_epoch()} + *time;
}

std::string long_date(Day day, Language language) {
  const year_month_day date{day};
  const unsigned weekday = std::chrono::weekday{day}.c_encoding();
  const unsigned month = static_cast<unsigned>(date.month()) - 1;
  const unsigned number = static_cast<unsigned>(date.day());
  const int year = static_cast<int>(date.year());
  if (language == Language::en) {
    return fmt::format("{} {} {} {}", kDaysEn[weekday], number, kMonthsEn[month], year);
  }
  return fmt::format("{} {}{} {} {}", kDaysFr[weekday], number, number == 1 ? "er" : "",
                     kMonthsFr[month], year);
}

std::string short_date(Day day, Language language) {
  if (language == Language::en) return iso(day);
  const year_month_day date{day};
  return fmt::format("{:02}/{:02}/{:04}", static_cast<unsigned>(date.day()),
                     static_cast<unsigned>(date.month()), static_cast<int>(date.year()));
}

}  // namespace guichet::base
