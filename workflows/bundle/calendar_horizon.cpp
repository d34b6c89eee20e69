#include "workflows/bundle/calendar_horizon.hpp"

#include <algorithm>
#include <chrono>

#include "engine/yaml/shape.hpp"
#include "workflows/bundle/messages.hpp"
#include "workflows/bundle/reading.hpp"

namespace guichet::bundle {
namespace {

using base::Message;

constexpr int kOpen = 32767;  // as HolidayRule has it

// The last year with a holiday; nothing where one of them returns for ever, or there is none.
std::optional<int> last_year(const calendar::Calendar& calendar) {
  std::optional<int> last;
  for (const calendar::HolidayRule& rule : calendar.parts().holidays) {
    if (!rule.once && rule.until_year >= kOpen) return std::nullopt;
    const int year = rule.once ? static_cast<int>(std::chrono::year_month_day(*rule.once).year())
                               : rule.until_year;
    last = std::max(last.value_or(year), year);
  }
  return last;
}

int years_of(const base::Delay& delay) {
  switch (delay.unit) {
    case base::Delay::Unit::business_days:
      return static_cast<int>(delay.count / 250) + 1;
    case base::Delay::Unit::days:
      return static_cast<int>(delay.count / 365) + 1;
    case base::Delay::Unit::months:
      return static_cast<int>((delay.count + 11) / 12);
    case base::Delay::Unit::milliseconds:
      break;
  }
  return 0;
}

int longest_of(const model::TimerSpec& timer) {
  int longest = 0;
  if (timer.after) {
    const auto* delay = std::get_if<base::Delay>(&*timer.after);
    if (delay != nullptr) longest = years_of(*delay);
  }
  if (timer.plus) longest = std::max(longest, years_of(*timer.plus));
  if (timer.every) longest = std::max(longest, years_of(*timer.every));
  return longest;
}

struct Longest {
  int years = 0;
  std::string timer, workflow;
};

Longest longest_timer(const Desk& desk, const std::string& calendar) {
  Longest found;
  for (const auto& [id, workflow] : desk.workflows) {
    for (const model::Declaration& declaration : workflow->declarations) {
      if (!declaration.timer) continue;
      const std::string& named = declaration.timer->calendar;
      const bool counts = named.empty() ? desk.calendar && desk.calendar->id() == calendar
                                        : named == calendar;
      const int years = longest_of(*declaration.timer);
      if (counts && years > found.years) found = {years, declaration.name, id};
    }
  }
  return found;
}

// Where the file says its holidays.
base::Location holidays_of(const Desk& desk, const std::string& folder, const std::string& id) {
  for (const auto& [path, text] : desk.files) {
    if (!path.starts_with("calendars/")) continue;
    base::Diagnostics ignored;  // it has been loaded without an error
    const auto root = yaml::parse(base::make_source(folder + path, text), ignored);
    if (!root || yaml::text_at(*root, "id") != id) continue;
    const yaml::Node* holidays = yaml::at(*root, "holidays");
    return holidays == nullptr ? root->location() : holidays->location();
  }
  return {};
}

}  // namespace

void warn_of_calendars(const Desk& desk, const std::string& folder, base::Day today,
                       base::Diagnostics& diagnostics) {
  const int year = static_cast<int>(std::chrono::year_month_day(today).year());
  for (const auto& [id, calendar] : desk.calendars) {
    const auto last = last_year(*calendar);
    const Longest longest = longest_timer(desk, id);
    if (!last || longest.years == 0 || *last >= year + longest.years) continue;
    diagnostics.warning(
        holidays_of(desk, shown_folder(folder), id),
        Message(messages::kCalendarEnds, {id, std::to_string(*last), longest.timer,
                                          longest.workflow, std::to_string(year + longest.years)}),
        Message(messages::kAddHolidays));
  }
}

}  // namespace guichet::bundle
