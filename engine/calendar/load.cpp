// Reads `guichet: calendar/1`.
#include <algorithm>
#include <array>
#include <charconv>

#include "engine/calendar/calendar.hpp"
#include "engine/calendar/messages.hpp"
#include "engine/calendar/zone.hpp"
#include "engine/yaml/shape.hpp"

namespace guichet::calendar {
namespace {

using base::Diagnostics;
using base::Message;
using yaml::Key;
using yaml::kMapping;
using yaml::kScalar;
using yaml::kSequence;

constexpr Key kCalendarKeys[] = {
    {"guichet", kScalar, true},
    {"id", kScalar, true},
    {"title", kScalar},
    {"zone", kScalar},
    {"fire_at", kScalar},
    {"week", kSequence},
    {"holidays", kSequence | yaml::kEmpty},
    {"closures", kSequence | yaml::kEmpty},
    {"send_window", kMapping},
};
constexpr Key kHolidayKeys[] = {{"name", kScalar, true},
                                {"on", kScalar},
                                {"easter", kScalar},
                                {"from", kScalar},
                                {"until", kScalar}};
constexpr Key kClosureKeys[] = {{"name", kScalar}, {"from", kScalar, true}, {"to", kScalar, true}};
constexpr Key kWindowKeys[] = {{"from", kScalar, true}, {"to", kScalar, true}};

constexpr std::size_t kMaxHolidays = 200;
constexpr std::size_t kMaxClosures = 1000;
constexpr std::int64_t kMaxClosureDays = 366;
// Easter lies between 22 March and 25 April: these offsets stay within its year.
constexpr std::int64_t kFirstEasterOffset = -80, kLastEasterOffset = 249;
// The Gregorian calendar's first whole year, and the last that four digits write.
constexpr std::int64_t kFirstYear = 1583, kLastYear = 9999;

std::optional<unsigned> two_digits(std::string_view text) {
  unsigned value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (text.size() != 2 || error != std::errc{} || end != text.data() + 2) return {};
  return value;
}

// "05-01", "09:00": two numbers of two digits.
std::optional<std::pair<unsigned, unsigned>> two_numbers(std::string_view text, char separator) {
  if (text.size() != 5 || text[2] != separator) return {};
  const auto first = two_digits(text.substr(0, 2)), second = two_digits(text.substr(3));
  if (!first || !second) return {};
  return std::pair{*first, *second};
}

class Reading {
 public:
  explicit Reading(Diagnostics& diagnostics) : diagnostics_(diagnostics) {}

  Calendar::Parts read(const yaml::Node& root) {
    Calendar::Parts parts;
    parts.id = yaml::text_at(root, "id");
    if (const yaml::Node* id = scalar(root, "id")) yaml::read_id(*id, diagnostics_);
    parts.title = yaml::text_at(root, "title", parts.id);
    if (const yaml::Node* zone = scalar(root, "zone")) read_zone(*zone, parts);
    if (const yaml::Node* time = scalar(root, "fire_at")) parts.fire_at = read_time(*time);
    if (const yaml::Node* week = list(root, "week")) read_week(*week, parts);
    if (const yaml::Node* holidays = list(root, "holidays", kMaxHolidays)) {
      for (const yaml::Node& item : holidays->items()) read_holiday(item, parts);
    }
    if (const yaml::Node* closures = list(root, "closures", kMaxClosures)) {
      for (const yaml::Node& item : closures->items()) read_closure(item, parts);
    }
    if (const yaml::Node* window = yaml::at(root, "send_window")) read_window(*window, parts);
    return parts;
  }

 private:
  void error(const yaml::Node& at, Message what, std::optional<Message> hint = {}) {
    diagnostics_.error(at.location(), std::move(what), std::move(hint));
  }

  static const yaml::Node* scalar(const yaml::Node& node, std::string_view key) {
    const yaml::Node* found = yaml::at(node, key);
    return found != nullptr && found->is_scalar() ? found : nullptr;
  }

  const yaml::Node* list(const yaml::Node& node, std::string_view key, std::size_t most = 7) {
    const yaml::Node* found = yaml::at(node, key);
    if (found == nullptr || !found->is_sequence()) return nullptr;
    if (found->items().size() > most) {
      error(*found, Message(messages::kTooMany, {std::string(key), std::to_string(most)}));
      return nullptr;
    }
    return found;
  }

  void read_zone(const yaml::Node& node, Calendar::Parts& parts) {
    parts.zone = node.text();
    if (Zone::find(node.text())) return;
    auto hint = base::suggestion(node.text(), Zone::names());
    error(node, Message(messages::kUnknownZone, {node.text()}),
          hint ? hint : Message(messages::kZoneHint));
  }

  std::chrono::minutes read_time(const yaml::Node& node, unsigned last_hour = 23) {
    const auto time = two_numbers(node.text(), ':');
    if (time && time->first <= last_hour && time->second < 60 &&
        (time->first < 24 || time->second == 0)) {
      return std::chrono::hours{time->first} + std::chrono::minutes{time->second};
    }
    error(node, Message(messages::kNotATime, {node.text()}), Message(messages::kTimeHint));
    return {};
  }

  void read_week(const yaml::Node& node, Calendar::Parts& parts) {
    constexpr std::array<std::string_view, 7> kDays{"sunday",   "monday", "tuesday", "wednesday",
                                                    "thursday", "friday", "saturday"};
    parts.weekdays.clear();
    for (const yaml::Node& item : node.items()) {
      const std::string& word = item.text();
      const auto day = std::ranges::find_if(
          kDays, [&](std::string_view full) { return word == full || word == full.substr(0, 3); });
      if (day == kDays.end()) {
        error(item, Message(messages::kUnknownWeekday, {word}), Message(messages::kWeekdayHint));
      } else if (!parts.weekdays.insert(static_cast<unsigned>(day - kDays.begin())).second) {
        error(item, Message(messages::kRepeatedWeekday, {word}));
      }
    }
    if (node.items().empty()) error(node, Message(messages::kEmptyWeek));
  }

  void read_holiday(const yaml::Node& node, Calendar::Parts& parts) {
    if (!yaml::check_shape(node, kHolidayKeys, diagnostics_)) return;
    HolidayRule rule{.name = yaml::text_at(node, "name")};
    const yaml::Node* on = yaml::at(node, "on");
    const yaml::Node* easter_offset = yaml::at(node, "easter");
    if ((on == nullptr) == (easter_offset == nullptr)) {
      error(node, Message(messages::kHolidayRule), Message(messages::kHolidayRuleHint));
      return;
    }
    if (on != nullptr) rule.fixed = read_month_day(*on);
    if (easter_offset != nullptr) rule.after_easter = read_easter(*easter_offset);
    if (const yaml::Node* from = yaml::at(node, "from")) rule.from_year = read_year(*from);
    if (const yaml::Node* until = yaml::at(node, "until")) {
      rule.until_year = read_year(*until);
      if (rule.until_year < rule.from_year) {
        ends_before_start(*until, std::to_string(rule.from_year), until->text());
      }
    }
    parts.holidays.push_back(std::move(rule));
  }

  std::optional<std::chrono::month_day> read_month_day(const yaml::Node& node) {
    if (const auto numbers = two_numbers(node.text(), '-')) {
      const std::chrono::month_day date{std::chrono::month(numbers->first),
                                        std::chrono::day(numbers->second)};
      if (date.ok()) return date;
    }
    error(node, Message(messages::kNotAMonthDay, {node.text()}), Message(messages::kMonthDayHint));
    return {};
  }

  int read_easter(const yaml::Node& node) {
    const auto offset = yaml::read_integer(node, diagnostics_);
    if (!offset) return 0;
    if (*offset < kFirstEasterOffset || *offset > kLastEasterOffset) {
      error(node, Message(messages::kEasterRange, {node.text(), std::to_string(kFirstEasterOffset),
                                                   std::to_string(kLastEasterOffset)}));
      return 0;
    }
    return static_cast<int>(*offset);
  }

  int read_year(const yaml::Node& node) {
    const auto year = yaml::read_integer(node, diagnostics_);
    if (!year) return static_cast<int>(kFirstYear);
    if (*year < kFirstYear || *year > kLastYear) {
      error(node, Message(messages::kYearRange,
                          {node.text(), std::to_string(kFirstYear), std::to_string(kLastYear)}));
      return static_cast<int>(kFirstYear);
    }
    return static_cast<int>(*year);
  }

  std::optional<base::Day> read_day(const yaml::Node& node) {
    const auto day = base::parse_day(node.text());
    if (!day) error(node, Message(messages::kNotADay, {node.text()}), Message(messages::kDayHint));
    return day;
  }

  void read_closure(const yaml::Node& node, Calendar::Parts& parts) {
    if (!yaml::check_shape(node, kClosureKeys, diagnostics_)) return;
    const yaml::Node& to = *yaml::at(node, "to");
    const auto first = read_day(*yaml::at(node, "from")), last = read_day(to);
    if (!first || !last) return;
    const std::int64_t length = (*last - *first).count() + 1;
    if (length < 1) ends_before_start(to, base::iso(*first), base::iso(*last));
    if (length > kMaxClosureDays) {
      error(to, Message(messages::kClosureTooLong,
                        {std::to_string(kMaxClosureDays), std::to_string(length)}));
    }
    parts.closures.push_back({yaml::text_at(node, "name"), *first, *last});
  }

  void read_window(const yaml::Node& node, Calendar::Parts& parts) {
    if (!yaml::check_shape(node, kWindowKeys, diagnostics_)) return;
    const yaml::Node& from = *yaml::at(node, "from");
    const yaml::Node& to = *yaml::at(node, "to");
    parts.send_window = {read_time(from), read_time(to, 24)};
    if (parts.send_window.closes <= parts.send_window.opens) {
      ends_before_start(to, from.text(), to.text());
    }
  }

  void ends_before_start(const yaml::Node& at, std::string first, std::string last) {
    error(at, Message(messages::kEndsBeforeStart, {std::move(first), std::move(last)}));
  }

  Diagnostics& diagnostics_;
};

}  // namespace

std::shared_ptr<const Calendar> load_calendar(const yaml::Node& root, Diagnostics& diagnostics) {
  Diagnostics own;
  yaml::check_header(root, "calendar", own);
  yaml::check_shape(root, kCalendarKeys, own);
  Calendar::Parts parts = Reading(own).read(root);
  for (const base::Diagnostic& each : own.list()) diagnostics.add(each);
  if (own.has_errors()) return nullptr;
  return std::make_shared<const Calendar>(std::move(parts));
}

}  // namespace guichet::calendar
