// Instants, days and local times. Time is always an argument: only adapters/app reads a clock.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

#include "engine/base/message.hpp"

namespace guichet::base {

// A moment in UTC, in milliseconds.
using Instant = std::chrono::sys_time<std::chrono::milliseconds>;
// A day of the civil calendar, without zone.
using Day = std::chrono::local_days;
// A moment of the civil calendar, without zone, in seconds.
using LocalTime = std::chrono::local_seconds;

Instant from_millis(std::int64_t since_epoch);
std::int64_t to_millis(Instant instant);

std::string iso(Day day);          // 2009-02-04
std::string iso(Instant instant);  // 2009-02-04T09:00:00Z, with .123 only when not zero
std::string iso(LocalTime time);   // 2009-02-04T09:00:00
std::optional<Day> parse_day(std::string_view iso_date);
std::optional<Instant> parse_instant(std::string_view iso_utc);
// 2009-02-04T10:00, seconds optional; a date alone is midnight.
std::optional<LocalTime> parse_local_time(std::string_view text);

// "mercredi 4 février 2009", "Wednesday 4 February 2009".
std::string long_date(Day day, Language language);
// "04/02/2009" in French, "2009-02-04" in English.
std::string short_date(Day day, Language language);

}  // namespace guichet::base
