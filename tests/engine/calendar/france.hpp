// The calendar that the tests of this folder count with, and the days they write.
#pragma once

#include "engine/calendar/calendar.hpp"

namespace guichet::calendar::test {

inline base::Day day(const char* iso) {
  return base::parse_day(iso).value();
}
inline base::LocalTime local(const char* iso) {
  return base::parse_local_time(iso).value();
}

inline Calendar::Parts france_parts() {
  using std::chrono::month_day;
  const auto fixed = [](const char* name, unsigned month, unsigned date) {
    return HolidayRule{.name = name,
                       .fixed = month_day{std::chrono::month(month), std::chrono::day(date)}};
  };
  const auto moving = [](const char* name, int offset) {
    return HolidayRule{.name = name, .after_easter = offset};
  };
  return {
      .id = "france",
      .holidays = {fixed("Jour de l'an", 1, 1), moving("Lundi de Pâques", 1),
                   fixed("Fête du travail", 5, 1), fixed("Victoire 1945", 5, 8),
                   moving("Ascension", 39), moving("Lundi de Pentecôte", 50),
                   fixed("Fête nationale", 7, 14), fixed("Assomption", 8, 15),
                   fixed("Toussaint", 11, 1), fixed("Armistice", 11, 11), fixed("Noël", 12, 25)}};
}

inline Calendar france() {
  return Calendar(france_parts());
}

}  // namespace guichet::calendar::test
