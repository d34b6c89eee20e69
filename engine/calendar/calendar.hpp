// Business days and due dates: holidays by rule and date, closures, the zone's local time. A
// Calendar is immutable and shared between threads.
#pragma once

#include <chrono>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <vector>

#include "engine/base/delay.hpp"
#include "engine/base/diagnostic.hpp"
#include "engine/base/instant.hpp"
#include "engine/yaml/node.hpp"

namespace guichet::calendar {

class Zone;
class OpenDays;

// A weekday of a month: the first, second .. of it, or the last.
struct NthWeekday {
  unsigned weekday = 1;  // 0 = Sunday
  int nth = 1;           // 1 to 4; -1: the last
  std::chrono::month month{1};
};

// A day that returns every year (a month and day, days after Easter Sunday, a weekday of a month),
// or one day alone. Exactly one of the four is set.
struct HolidayRule {
  std::string name;
  std::optional<std::chrono::month_day> fixed;
  std::optional<int> after_easter;
  std::optional<NthWeekday> weekday;
  std::optional<base::Day> once;
  int from_year = -32767;  // first year in which it holds
  int until_year = 32767;  // last one

  // The day it gives in a year; nothing where it gives none (29 February, out of its years).
  std::optional<base::Day> day_in(int year) const;
};

// A stretch of days without business, both ends included.
struct Closure {
  std::string name;
  base::Day first, last;
};

// The local hours between which letters may leave, on any day or on business days alone; outside
// they wait.
struct SendWindow {
  std::chrono::minutes opens{0};
  std::chrono::minutes closes{24 * 60};
  bool business_days = false;
};

// What to do with a due day that is no business day.
enum class Roll { next_business, previous_business, none };

class Calendar {
 public:
  struct Parts {
    std::string id;
    std::string zone = "Europe/Paris";           // IANA
    std::chrono::minutes fire_at{9 * 60};        // local time at which day-grained timers fall due
    std::set<unsigned> weekdays{1, 2, 3, 4, 5};  // worked days, 0 = Sunday
    std::vector<HolidayRule> holidays;
    std::vector<HolidayRule> worked;  // business days whatever the week and the holidays say
    std::vector<Closure> closures;
    SendWindow send_window;
    std::string title;  // for people; the id where empty
  };
  // Requires: the zone exists, no year is without a business day (load_calendar checks both).
  explicit Calendar(Parts parts);

  const std::string& id() const { return parts_->id; }
  const std::string& zone() const { return parts_->zone; }
  const Parts& parts() const { return *parts_; }

  std::optional<std::string> holiday(base::Day day) const;  // its name
  bool is_business_day(base::Day day) const;
  // The count-th business day strictly after `day`. Requires: count >= 0; 0 gives `day`. Nothing
  // lies after 9999-12-31.
  base::Day add_business_days(base::Day day, std::int64_t count) const;
  // Business days d with first < d <= last (the inverse of add_business_days).
  std::int64_t business_days_between(base::Day first, base::Day last) const;
  base::Day roll(base::Day day, Roll how) const;

  base::Day local_day(base::Instant instant) const;
  base::LocalTime local_time(base::Instant instant) const;
  // Of a local time that the zone skips, the first one after; of one that it has twice, the first.
  base::Instant instant_of(base::LocalTime local) const;

  // When a delay counted from `anchor` falls due. `5bd`: the 5th business day strictly after the
  // anchor's local day, at fire_at. Days and months: that day (clamped to the month's end), rolled,
  // at fire_at. Elapsed time: exactly. Never before the anchor: what would be (0 days from the
  // afternoon, a roll backwards) is due at once.
  base::Instant due(base::Instant anchor, const base::Delay& delay,
                    Roll how = Roll::next_business) const;
  // The same, counted from a day instead of a moment; elapsed time from that day's fire_at.
  base::Instant due(base::Day anchor, const base::Delay& delay,
                    Roll how = Roll::next_business) const;
  // `instant` itself if letters may leave then, else the next moment at which they may.
  base::Instant next_send(base::Instant instant) const;

 private:
  base::Instant at_fire_time(base::Day day, Roll how) const;
  bool may_send_at(base::LocalTime local) const;

  std::shared_ptr<const Parts> parts_;
  std::shared_ptr<const Zone> zone_;
  std::shared_ptr<const OpenDays> open_days_;
};

// Easter Sunday of the Gregorian calendar.
base::Day easter(int year);

using Calendars = std::map<std::string, std::shared_ptr<const Calendar>, std::less<>>;
// Reads the `guichet: calendar/1` of a desk, which may extend each other. Those with an error, or
// that extend one with an error, are left out.
Calendars load_calendars(std::span<const yaml::Node* const> roots, base::Diagnostics& diagnostics);
// One that extends no other; nullptr after an error.
std::shared_ptr<const Calendar> load_calendar(const yaml::Node& root,
                                              base::Diagnostics& diagnostics);

}  // namespace guichet::calendar
