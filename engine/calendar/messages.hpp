// Sentences of engine/calendar.
#pragma once

#include "engine/base/message.hpp"

namespace guichet::calendar::messages {

using base::MessageText;

inline constexpr MessageText kUnknownZone{"unknown-zone", "le fuseau horaire « {0} » n'existe pas",
                                          "the time zone '{0}' does not exist"};
inline constexpr MessageText kZoneHint{"zone-hint", "par exemple Europe/Paris",
                                       "for example Europe/Paris"};
inline constexpr MessageText kNotATime{"not-a-time", "« {0} » n'est pas une heure",
                                       "'{0}' is not a time of day"};
inline constexpr MessageText kTimeHint{"time-hint", "heures et minutes : \"09:00\"",
                                       "hours and minutes: \"09:00\""};
inline constexpr MessageText kUnknownWeekday{
    "unknown-weekday", "« {0} » n'est pas un jour de la semaine", "'{0}' is not a day of the week"};
inline constexpr MessageText kWeekdayHint{"weekday-hint",
                                          "mon, tue, wed, thu, fri, sat, sun (lundi à dimanche)",
                                          "mon, tue, wed, thu, fri, sat, sun"};
inline constexpr MessageText kRepeatedWeekday{
    "repeated-weekday", "« {0} » est déjà dans la semaine", "'{0}' is already in the week"};
inline constexpr MessageText kEmptyWeek{"empty-week", "la semaine n'a aucun jour ouvré",
                                        "the week has no business day"};
inline constexpr MessageText kHolidayRule{"holiday-rule",
                                          "un jour férié a soit « on », soit « easter »",
                                          "a holiday has either 'on' or 'easter'"};
inline constexpr MessageText kHolidayRuleHint{
    "holiday-rule-hint", "{name: Fête du Travail, on: \"05-01\"} ou {name: Ascension, easter: 39}",
    "{name: Labour Day, on: \"05-01\"} or {name: Ascension, easter: 39}"};
inline constexpr MessageText kNotAMonthDay{
    "not-a-month-day", "« {0} » n'est pas un jour de l'année", "'{0}' is not a day of the year"};
inline constexpr MessageText kMonthDayHint{
    "month-day-hint",
    "mois et jour (\"05-01\"), un jour seul (2026-05-15), ou \"last monday of august\"",
    "month and day (\"05-01\"), one day alone (2026-05-15), or \"last monday of august\""};
inline constexpr MessageText kUnknownBase{
    "unknown-calendar", "aucun calendrier ne s'appelle « {0} »", "no calendar is called '{0}'"};
inline constexpr MessageText kExtendsItself{"extends-itself",
                                            "le calendrier « {0} » s'étend lui-même",
                                            "the calendar '{0}' extends itself"};
inline constexpr MessageText kNothingToRemove{"nothing-to-remove",
                                              "le calendrier étendu n'a pas de « {0} »",
                                              "the calendar that is extended has no '{0}'"};
inline constexpr MessageText kNoBusinessDay{
    "no-business-day", "certaines années n'ont aucun jour ouvré : un délai ne finirait jamais",
    "some years have no business day: a delay would never end"};
inline constexpr MessageText kWindowDays{"window-days", "« {0} » n'est ni any ni business",
                                         "'{0}' is neither any nor business"};
inline constexpr MessageText kEasterRange{
    "easter-range", "{0} jours après Pâques sortent de l'année (de {1} à {2})",
    "{0} days after Easter leave the year (from {1} to {2})"};
inline constexpr MessageText kYearRange{"year-range", "l'année {0} n'est pas entre {1} et {2}",
                                        "the year {0} is not between {1} and {2}"};
inline constexpr MessageText kNotADay{"not-a-day", "« {0} » n'est pas une date",
                                      "'{0}' is not a date"};
inline constexpr MessageText kDayHint{"day-hint", "année, mois, jour : 2009-08-10",
                                      "year, month, day: 2009-08-10"};
inline constexpr MessageText kEndsBeforeStart{"ends-before-start",
                                              "la fin ({1}) précède le début ({0})",
                                              "the end ({1}) is before the beginning ({0})"};
inline constexpr MessageText kClosureTooLong{"closure-too-long",
                                             "une fermeture dure {0} jours au plus, celle-ci {1}",
                                             "a closure lasts {0} days at most, this one {1}"};
inline constexpr MessageText kTooMany{"too-many", "« {0} » a plus de {1} éléments",
                                      "'{0}' has more than {1} elements"};

}  // namespace guichet::calendar::messages
