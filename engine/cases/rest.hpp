// What a clock that stands still has left, and when that is over once it goes on. A deadline of
// days keeps its days and the hour at which it was to fall due; one of hours keeps its hours.
// Private to this module.
#pragma once

#include "engine/calendar/calendar.hpp"

namespace guichet::cases {

struct Rest {
  // Business days, the one of the due date included and never less than one before it is over; else
  // milliseconds, by the local clock where days or months are counted, so that a change to summer
  // time in between moves nothing. 0 or less: it was over already.
  std::int64_t amount = 0;
  bool in_days = false;  // business days
};

Rest rest_of(const calendar::Calendar& clock, base::Delay::Unit unit, base::Instant stopped,
             base::Instant due);

// `was_due`: what had been due when the clock stopped; where nobody knows it any more (cases of
// earlier versions of the program), the calendar's hour. Never before `now`; on the last day never
// less than what was left of it.
base::Instant due_with(const calendar::Calendar& clock, base::Delay::Unit unit, const Rest& rest,
                       std::optional<base::Instant> was_due, calendar::Roll roll,
                       base::Instant now);

}  // namespace guichet::cases
