// An oracle of civil time and French business days that shares nothing with engine/calendar: days
// counted one by one from a known Saturday, Easter by the table of Paschal full moons, summer time
// of Paris by the European rule. All arithmetic is on plain numbers.
#pragma once

#include <cstdint>
#include <vector>

namespace guichet::calendar::test {

constexpr int kOracleFirstYear = 2004, kOracleLastYear = 2050;

struct CivilDay {
  int year, month, day;
  int weekday;  // 0 = Sunday
  bool holiday = false;
  std::int64_t number = 0;  // days since 1970-01-01
};

inline bool leap(int year) {
  return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}
inline int month_length(int year, int month) {
  constexpr int kLengths[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  return month == 2 && leap(year) ? 29 : kLengths[month - 1];
}

class CivilOracle {
 public:
  CivilOracle() {
    CivilDay day{kOracleFirstYear, 1, 1, 4, false, 12418};  // 1 January 2004 was a Thursday
    for (; day.year <= kOracleLastYear; next(day)) days_.push_back(day);
    for (int year = kOracleFirstYear; year <= kOracleLastYear; ++year) mark_holidays(year);
  }

  std::size_t size() const { return days_.size(); }
  const CivilDay& at(std::size_t index) const { return days_[index]; }
  std::size_t index(int year, int month, int day) const {
    std::size_t i = 0;
    for (int y = kOracleFirstYear; y < year; ++y) i += leap(y) ? 366 : 365;
    for (int m = 1; m < month; ++m) i += static_cast<std::size_t>(month_length(year, m));
    return i + static_cast<std::size_t>(day) - 1;
  }
  bool open(std::size_t index) const {
    const CivilDay& day = days_[index];
    return day.weekday != 0 && day.weekday != 6 && !day.holiday;
  }

  std::size_t months_later(std::size_t from, int months) const {
    CivilDay day = days_[from];
    for (int i = 0; i < months; ++i) {
      day.month = day.month == 12 ? 1 : day.month + 1;
      if (day.month == 1) ++day.year;
    }
    const int last = month_length(day.year, day.month);
    return index(day.year, day.month, day.day > last ? last : day.day);
  }

  // Is summer time in force in Paris at this moment, given in seconds of UTC?
  bool summer(std::int64_t utc) const {
    const CivilDay& day = days_[static_cast<std::size_t>(floor_days(utc) - days_[0].number)];
    return utc >= change(day.year, 3) && utc < change(day.year, 10);
  }
  std::int64_t to_local(std::int64_t utc) const { return utc + (summer(utc) ? 7200 : 3600); }
  // The first moment whose local time is at or after this one.
  std::int64_t to_utc(std::int64_t local) const {
    const std::int64_t in_summer = local - 7200, in_winter = local - 3600;
    if (summer(in_summer)) return in_summer;
    // Neither: the clocks skip it, and the first moment after is the change itself.
    if (summer(in_winter)) return change(days_[day_of(in_winter)].year, 3);
    return in_winter;
  }
  std::size_t day_of(std::int64_t seconds) const {
    return static_cast<std::size_t>(floor_days(seconds) - days_[0].number);
  }
  // 01:00 UTC on the last Sunday of a month.
  std::int64_t change(int year, int month) const {
    std::size_t i = index(year, month, 31);
    while (days_[i].weekday != 0) --i;
    return days_[i].number * 86400 + 3600;
  }

 private:
  static std::int64_t floor_days(std::int64_t seconds) {
    return seconds >= 0 ? seconds / 86400 : -((-seconds + 86399) / 86400);
  }

  static void next(CivilDay& day) {
    day.weekday = (day.weekday + 1) % 7;
    ++day.number;
    if (++day.day <= month_length(day.year, day.month)) return;
    day.day = 1;
    if (++day.month <= 12) return;
    day.month = 1;
    ++day.year;
  }

  // The Paschal full moon of each golden number, 1900 to 2199, as days of March (32: 1 April).
  std::size_t easter(int year) const {
    constexpr int kFullMoons[] = {45, 34, 23, 42, 31, 49, 39, 28, 47, 36,
                                  25, 44, 33, 22, 41, 30, 48, 38, 27};
    std::size_t i = index(year, 3, 1) + static_cast<std::size_t>(kFullMoons[year % 19]) - 1;
    do ++i;
    while (days_[i].weekday != 0);
    return i;
  }

  void mark_holidays(int year) {
    constexpr int kFixed[][2] = {{1, 1},  {5, 1},  {5, 8},   {7, 14},
                                 {8, 15}, {11, 1}, {11, 11}, {12, 25}};
    for (const auto& [month, day] : kFixed) days_[index(year, month, day)].holiday = true;
    for (const std::size_t after : {1, 39, 50}) days_[easter(year) + after].holiday = true;
  }

  std::vector<CivilDay> days_;
};

}  // namespace guichet::calendar::test
