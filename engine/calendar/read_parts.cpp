#include "engine/calendar/read_parts.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <ranges>

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
    {"extends", kScalar},
    {"remove", kSequence},
    {"zone", kScalar},
    {"fire_at", kScalar},
    {"week", kSequence},
    {"holidays", kSequence | yaml::kEmpty},
    {"worked", kSequence | yaml::kEmpty},
    {"closures", kSequence | yaml::kEmpty},
    {"send_window", kMapping},
};
constexpr Key kHolidayKeys[] = {{"name", kScalar, true},
                                {"on", kScalar},
                                {"easter", kScalar},
                                {"from", kScalar},
                                {"until", kScalar}};
constexpr Key kClosureKeys[] = {{"name", kScalar}, {"from", kScalar, true}, {"to", kScalar, true}};
constexpr Key kWindowKeys[] = {{"from", kScalar}, {"to", kScalar}, {"days", kScalar}};

constexpr std::size_t kMaxHolidays = 200;
constexpr std::size_t kMaxClosures = 1000;
constexpr std::int64_t kMaxClosureDays = 366;
// Easter lies between 22 March and 25 April: these offsets stay within its year.
constexpr std::int64_t kFirstEasterOffset = -80, kLastEasterOffset = 249;
// The Gregorian calendar's first whole year, and the last that four digits write.
constexpr std::int64_t kEarliestYear = 1583, kLatestYear = 9999;

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

// The place of a word among those of a list; it may be written by its first three letters.
template <std::size_t N>
std::optional<unsigned> place_of(std::string_view word,
                                 const std::array<std::string_view, N>& words) {
  const auto found = std::ranges::find_if(
      words, [&](std::string_view full) { return word == full || word == full.substr(0, 3); });
  if (found == words.end()) return {};
  return static_cast<unsigned>(found - words.begin());
}

std::optional<unsigned> parse_weekday(std::string_view word) {
  static constexpr std::array<std::string_view, 7> kDays{
      "sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"};
  return place_of(word, kDays);
}

// "first monday of may", "last monday of august".
std::optional<NthWeekday> parse_nth_weekday(std::string_view text) {
  static constexpr std::array<std::string_view, 5> kNth{"last", "first", "second", "third",
                                                        "fourth"};
  static constexpr std::array<std::string_view, 12> kMonths{
      "january", "february", "march",     "april",   "may",      "june",
      "july",    "august",   "september", "october", "november", "december"};
  std::vector<std::string_view> words;
  for (const auto word : std::views::split(text, ' ')) words.emplace_back(word.begin(), word.end());
  if (words.size() != 4 || words[2] != "of") return {};
  const auto nth = std::ranges::find(kNth, words[0]);
  const auto weekday = parse_weekday(words[1]);
  const auto month = place_of(words[3], kMonths);
  if (nth == kNth.end() || !weekday || !month) return {};
  const int place = static_cast<int>(nth - kNth.begin());
  return NthWeekday{*weekday, place == 0 ? -1 : place, std::chrono::month(*month + 1)};
}

class Reading {
 public:
  Reading(Diagnostics& diagnostics, bool base_known)
      : diagnostics_(diagnostics), base_known_(base_known) {}

  // What the file says over what it inherits.
  Calendar::Parts read(const yaml::Node& root, Calendar::Parts parts) {
    parts.id = yaml::text_at(root, "id");
    if (const yaml::Node* id = scalar(root, "id")) yaml::read_id(*id, diagnostics_);
    parts.title = yaml::text_at(root, "title", parts.id);
    if (const yaml::Node* zone = scalar(root, "zone")) read_zone(*zone, parts);
    if (const yaml::Node* time = scalar(root, "fire_at")) parts.fire_at = read_time(*time);
    if (const yaml::Node* week = list(root, "week")) read_week(*week, parts);
    read_removed(root, parts);
    read_rules(root, "holidays", parts.holidays);
    read_rules(root, "worked", parts.worked);
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
    parts.weekdays.clear();
    for (const yaml::Node& item : node.items()) {
      const std::string& word = item.text();
      const auto day = parse_weekday(word);
      if (!day) {
        error(item, Message(messages::kUnknownWeekday, {word}), Message(messages::kWeekdayHint));
      } else if (!parts.weekdays.insert(*day).second) {
        error(item, Message(messages::kRepeatedWeekday, {word}));
      }
    }
    if (node.items().empty()) error(node, Message(messages::kEmptyWeek));
  }

  // Takes inherited holidays, worked days and closures off, by name.
  void read_removed(const yaml::Node& root, Calendar::Parts& parts) {
    const yaml::Node* remove = list(root, "remove", kMaxClosures);
    if (remove == nullptr || !base_known_) return;
    std::vector<std::string> names;
    for (const HolidayRule& each : parts.holidays) names.push_back(each.name);
    for (const HolidayRule& each : parts.worked) names.push_back(each.name);
    for (const Closure& each : parts.closures) names.push_back(each.name);
    for (const yaml::Node& item : remove->items()) {
      const auto named = [&](const auto& each) { return each.name == item.text(); };
      const std::size_t removed = std::erase_if(parts.holidays, named) +
                                  std::erase_if(parts.worked, named) +
                                  std::erase_if(parts.closures, named);
      if (removed > 0) continue;
      error(item, Message(messages::kNothingToRemove, {item.text()}),
            base::suggestion(item.text(), names));
    }
  }

  // A rule of an inherited one's name takes its place.
  void read_rules(const yaml::Node& root, std::string_view key, std::vector<HolidayRule>& rules) {
    const yaml::Node* items = list(root, key, kMaxHolidays);
    if (items == nullptr) return;
    std::vector<HolidayRule> own;
    for (const yaml::Node& item : items->items()) {
      if (auto rule = read_rule(item)) own.push_back(std::move(*rule));
    }
    std::erase_if(rules, [&](const HolidayRule& inherited) {
      return std::ranges::find(own, inherited.name, &HolidayRule::name) != own.end();
    });
    for (HolidayRule& rule : own) rules.push_back(std::move(rule));
  }

  std::optional<HolidayRule> read_rule(const yaml::Node& node) {
    if (!yaml::check_shape(node, kHolidayKeys, diagnostics_)) return {};
    HolidayRule rule{.name = yaml::text_at(node, "name")};
    const yaml::Node* on = yaml::at(node, "on");
    const yaml::Node* easter_offset = yaml::at(node, "easter");
    if ((on == nullptr) == (easter_offset == nullptr)) {
      error(node, Message(messages::kHolidayRule), Message(messages::kHolidayRuleHint));
      return {};
    }
    if (on != nullptr) read_on(*on, rule);
    if (easter_offset != nullptr) rule.after_easter = read_easter(*easter_offset);
    if (const yaml::Node* from = yaml::at(node, "from")) rule.from_year = read_year(*from);
    if (const yaml::Node* until = yaml::at(node, "until")) {
      rule.until_year = read_year(*until);
      if (rule.until_year < rule.from_year) {
        ends_before_start(*until, std::to_string(rule.from_year), until->text());
      }
    }
    return rule;
  }

  // "05-01", 2026-05-15, "last monday of august".
  void read_on(const yaml::Node& node, HolidayRule& rule) {
    if (const auto numbers = two_numbers(node.text(), '-')) {
      const std::chrono::month_day date{std::chrono::month(numbers->first),
                                        std::chrono::day(numbers->second)};
      if (date.ok()) {
        rule.fixed = date;
        return;
      }
    } else if (const auto day = base::parse_day(node.text())) {
      rule.once = *day;
      return;
    } else if (const auto weekday = parse_nth_weekday(node.text())) {
      rule.weekday = *weekday;
      return;
    }
    error(node, Message(messages::kNotAMonthDay, {node.text()}), Message(messages::kMonthDayHint));
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
    if (!year) return static_cast<int>(kEarliestYear);
    if (*year < kEarliestYear || *year > kLatestYear) {
      error(node, Message(messages::kYearRange, {node.text(), std::to_string(kEarliestYear),
                                                 std::to_string(kLatestYear)}));
      return static_cast<int>(kEarliestYear);
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
    SendWindow window;
    if (const yaml::Node* from = yaml::at(node, "from")) window.opens = read_time(*from);
    if (const yaml::Node* to = yaml::at(node, "to")) {
      window.closes = read_time(*to, 24);
      if (window.closes <= window.opens) {
        ends_before_start(*to, yaml::text_at(node, "from", "00:00"), to->text());
      }
    }
    if (const yaml::Node* which = yaml::at(node, "days")) {
      window.business_days = which->text() == "business";
      if (!window.business_days && which->text() != "any") {
        error(*which, Message(messages::kWindowDays, {which->text()}),
              base::suggestion(which->text(), {"any", "business"}));
      }
    }
    parts.send_window = window;
  }

  void ends_before_start(const yaml::Node& at, std::string first, std::string last) {
    error(at, Message(messages::kEndsBeforeStart, {std::move(first), std::move(last)}));
  }

  Diagnostics& diagnostics_;
  bool base_known_;
};

}  // namespace

Calendar::Parts read_parts(const yaml::Node& root, std::optional<Calendar::Parts> inherited,
                           Diagnostics& diagnostics) {
  yaml::check_header(root, "calendar", diagnostics);
  yaml::check_shape(root, kCalendarKeys, diagnostics);
  const bool base_known = inherited.has_value();
  return Reading(diagnostics, base_known)
      .read(root, std::move(inherited).value_or(Calendar::Parts{}));
}

}  // namespace guichet::calendar
