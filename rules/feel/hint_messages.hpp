// Sentences of rules/feel about what was most likely meant.
#pragma once

#include "engine/base/message.hpp"

namespace guichet::feel::messages {

using base::MessageText;

inline constexpr MessageText kWrittenAs{"written-as", "s'écrit {0}", "it is written {0}"};
inline constexpr MessageText kDecimalPoint{"decimal-point",
                                           "les décimales s'écrivent avec un point : {0}",
                                           "decimals are written with a point: {0}"};
inline constexpr MessageText kNoThousands{"no-thousands",
                                          "les milliers s'écrivent sans espace : {0}",
                                          "thousands are written without a blank: {0}"};
inline constexpr MessageText kStraightQuotes{
    "straight-quotes", "un texte s'écrit entre guillemets droits doubles : \"…\"",
    "a text is written between straight double quotes: \"...\""};
inline constexpr MessageText kDateAs{"date-as", "s'écrit @\"{0}\"", "it is written @\"{0}\""};
inline constexpr MessageText kRangeAs{"range-as", "un intervalle s'écrit {0}",
                                      "a range is written {0}"};
inline constexpr MessageText kTestsOfOne{
    "tests-of-one", "deux bornes s'écrivent en un intervalle : [1..10], (1..10)",
    "two bounds are written as one range: [1..10], (1..10)"};
inline constexpr MessageText kNoWorkingDays{
    "no-working-days",
    "les jours ouvrés ne se comparent pas à une durée ; en jours du calendrier : @\"P{0}D\"",
    "business days are not compared with a duration; in calendar days: @\"P{0}D\""};
inline constexpr MessageText kDurationAs{
    "duration-as", "une durée en jours s'écrit @\"P{0}D\", en mois @\"P{0}M\"",
    "a duration in days is written @\"P{0}D\", in months @\"P{0}M\""};
inline constexpr MessageText kWithoutQuotes{"without-quotes",
                                            "un nombre s'écrit sans guillemets : {0}",
                                            "a number is written without quotes: {0}"};
inline constexpr MessageText kWithQuotes{"with-quotes",
                                         "un texte s'écrit entre guillemets : \"{0}\"",
                                         "a text is written between quotes: \"{0}\""};
inline constexpr MessageText kCallIt{"call-it",
                                     "une fonction s'appelle avec des parenthèses : {0}(…)",
                                     "a function is called with brackets: {0}(...)"};

}  // namespace guichet::feel::messages
