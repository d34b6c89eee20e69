// Business days and due dates: holidays by rule and date, closures, the zone's local time. A
// Calendar is immutable and shared between threads.
#pragma once

#include <chrono>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "engine/base/delay.hpp"
#include "engine/base/diagnostic.hpp"
#include "engine/base/instant.hpp"
#include "engine/yaml/node.hpp"

namespace guichet::calendar {

class Zone;

// A holiday that returns every year: a month and day, or days after Easter Sunday.
struct HolidayRule {
  std::string name;
  std::optional<std::chrono::month_day> fixed;
  std::optional<int> after_easter;
  int from_year = -32767;  // first year in which it holds
  int until_year = 32767;  // last one
};

// A stretch of days without business, both ends included.
struct Closure {
  std::string name;
  base::Day first, last;
};

// The local hours between which letters may leave; outside it they wait.
struct SendWindow {
  std::chrono::minutes opens{0};
  std::chrono::minutes closes{24 * 60};
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
    std::vector<Closure> closures;
    SendWindow send_window;
    std::string title;  // for people; the id where empty
  };
  // Requires: the zone exists, some weekday is worked (load_calendar checks both).
  explicit Calendar(Parts parts);

  const std::string& id() const { return parts_.id; }
  const std::string& zone() const { return parts_.zone; }
  const Parts& parts() const { return parts_; }

  std::optional<std::string> holiday(base::Day day) const;  // its name
  bool is_business_day(base::Day day) const;
  // The count-th business day strictly after `day`. Requires: count >= 0; 0 gives `day`.
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
  // at fire_at. Elapsed time: exactly.
  base::Instant due(base::Instant anchor, const base::Delay& delay,
                    Roll how = Roll::next_business) const;
  // The same, counted from a day instead of a moment; elapsed time from that day's fire_at.
  base::Instant due(base::Day anchor, const base::Delay& delay,
                    Roll how = Roll::next_business) const;
  // `instant` itself if letters may leave then, else the next moment at which they may: the next
  // opening of the window, on whatever day.
  base::Instant next_send(base::Instant instant) const;

 private:
  bool is_closed(base::Day day) const;
  base::Instant at_fire_time(base::Day day, Roll how) const;

  Parts parts_;
  std::shared_ptr<const Zone> zone_;
};

// Easter Sunday of the Gregorian calendar.
base::Day easter(int year);

// Reads `guichet: calendar/1`; nullptr after an error.
std::shared_ptr<const Calendar> load_calendar(const yaml::Node& root,
                                              base::Diagnostics& diagnostics);

}  // namespace guichet::calendar
