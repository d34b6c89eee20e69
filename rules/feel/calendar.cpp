// The proleptic Gregorian calendar in 64 bits (std::chrono stops at the year 32,767).
#include "rules/feel/temporal.hpp"

namespace guichet::feel {

std::int64_t floor_div(std::int64_t a, std::int64_t b) {
  const std::int64_t quotient = a / b;
  return a % b != 0 && (a < 0) != (b < 0) ? quotient - 1 : quotient;
}

std::int64_t floor_mod(std::int64_t a, std::int64_t b) {
  return a - floor_div(a, b) * b;
}

// Howard Hinnant's algorithms: eras of 400 years that begin on 1 March.
std::int64_t days_from_civil(const CivilDate& date) {
  const std::int64_t year = date.year - (date.month <= 2 ? 1 : 0);
  const std::int64_t era = floor_div(year, 400);
  const std::int64_t year_of_era = year - era * 400;
  const int month = date.month + (date.month > 2 ? -3 : 9);
  const std::int64_t day_of_year = (153 * month + 2) / 5 + date.day - 1;
  const std::int64_t day_of_era =
      year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
  return era * 146'097 + day_of_era - 719'468;
}

CivilDate civil_from_days(std::int64_t days) {
  const std::int64_t shifted = days + 719'468;
  const std::int64_t era = floor_div(shifted, 146'097);
  const std::int64_t day_of_era = shifted - era * 146'097;
  const std::int64_t year_of_era =
      (day_of_era - day_of_era / 1460 + day_of_era / 36'524 - day_of_era / 146'096) / 365;
  const std::int64_t day_of_year =
      day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  const std::int64_t month = (5 * day_of_year + 2) / 153;
  CivilDate date;
  date.day = static_cast<int>(day_of_year - (153 * month + 2) / 5 + 1);
  date.month = static_cast<int>(month < 10 ? month + 3 : month - 9);
  date.year = year_of_era + era * 400 + (date.month <= 2 ? 1 : 0);
  return date;
}

bool is_leap(std::int64_t year) {
  return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

int days_in_month(std::int64_t year, int month) {
  if (month == 2) return is_leap(year) ? 29 : 28;
  return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
}

int weekday_from_days(std::int64_t days) {
  return static_cast<int>(floor_mod(days + 3, 7)) + 1;
}

int iso_week_from_days(std::int64_t days) {
  // The week belongs to the year that holds its Thursday.
  const std::int64_t thursday = days - weekday_from_days(days) + 4;
  const std::int64_t year = civil_from_days(thursday).year;
  return static_cast<int>((thursday - days_from_civil({year, 1, 1})) / 7) + 1;
}

Value make_date(const CivilDate& date) {
  if (date.year < -kMostYear || date.year > kMostYear || date.month < 1 || date.month > 12 ||
      date.day < 1 || date.day > days_in_month(date.year, date.month))
    return {};
  return ValueAccess::make(Kind::date, days_from_civil(date));
}

Value make_date_of_days(std::int64_t days) {
  static const std::int64_t kFirst = days_from_civil({-kMostYear, 1, 1});
  static const std::int64_t kLast = days_from_civil({kMostYear, 12, 31});
  if (days < kFirst || days > kLast) return {};
  return ValueAccess::make(Kind::date, days);
}

}  // namespace guichet::feel
