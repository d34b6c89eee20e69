#include "engine/base/delay_words.hpp"

#include <array>

namespace guichet::base {
namespace {

// One and several, in French and in English.
struct UnitWords {
  std::string_view one_fr, many_fr, one_en, many_en;
};
constexpr UnitWords kBusinessDay{"jour ouvré", "jours ouvrés", "working day", "working days"};
constexpr UnitWords kDay{"jour", "jours", "day", "days"};
constexpr UnitWords kWeek{"semaine", "semaines", "week", "weeks"};
constexpr UnitWords kMonth{"mois", "mois", "month", "months"};
constexpr UnitWords kYear{"an", "ans", "year", "years"};
constexpr UnitWords kHour{"heure", "heures", "hour", "hours"};
constexpr UnitWords kMinute{"minute", "minutes", "minute", "minutes"};
constexpr UnitWords kSecond{"seconde", "secondes", "second", "seconds"};

// The largest unit of which the delay is a whole number.
struct Step {
  std::int64_t size;
  const UnitWords* words;
};

std::string counted(std::int64_t count, const UnitWords& words, Language language) {
  const bool french = language == Language::fr;
  const bool one = french ? count < 2 : count == 1;
  const std::string_view word =
      french ? (one ? words.one_fr : words.many_fr) : (one ? words.one_en : words.many_en);
  return std::to_string(count) + " " + std::string(word);
}

template <std::size_t N>
std::string in_units(std::int64_t count, const std::array<Step, N>& steps, Language language) {
  for (const Step& step : steps) {
    if (count != 0 && count % step.size == 0) {
      return counted(count / step.size, *step.words, language);
    }
  }
  return counted(count / steps.back().size, *steps.back().words, language);
}

}  // namespace

std::string in_words(const Delay& delay, Language language) {
  constexpr std::array kDays{Step{7, &kWeek}, Step{1, &kDay}};
  constexpr std::array kMonths{Step{12, &kYear}, Step{1, &kMonth}};
  constexpr std::array kMillis{Step{3'600'000, &kHour}, Step{60'000, &kMinute},
                               Step{1000, &kSecond}};
  switch (delay.unit) {
    case Delay::Unit::business_days:
      return counted(delay.count, kBusinessDay, language);
    case Delay::Unit::days:
      return in_units(delay.count, kDays, language);
    case Delay::Unit::months:
      return in_units(delay.count, kMonths, language);
    case Delay::Unit::milliseconds:
      break;
  }
  return in_units(delay.count, kMillis, language);
}

}  // namespace guichet::base
