// Sentences of a choice: why a partner is not chosen, and the whole as a page of text.
#pragma once

#include "engine/base/message.hpp"

namespace guichet::convention::messages {

using base::MessageText;

inline constexpr MessageText kUnknownBracket{"unknown-bracket",
                                             "{0} : « {1} » n'est pas une tranche connue",
                                             "{0}: '{1}' is not a known bracket"};
inline constexpr MessageText kOutsideValidity{
    "outside-validity", "la convention « {0} » n'est pas en vigueur le {1} ({2})",
    "the convention '{0}' is not in force on {1} ({2})"};
inline constexpr MessageText kNotChosen{"not-chosen", "{0} : {1}", "{0}: {1}"};
inline constexpr MessageText kFailedOn{"failed-on", "{0} : « {1} » au lieu de {2}",
                                       "{0}: '{1}' instead of {2}"};
inline constexpr MessageText kFailedUnknown{"failed-unknown", "{0} : inconnu, attendu {1}",
                                            "{0}: unknown, wanted {1}"};
inline constexpr MessageText kFailedWhen{"failed-when", "la condition n'est pas remplie ({0})",
                                         "the condition does not hold ({0})"};
inline constexpr MessageText kFailedQuota{"failed-quota", "quota atteint ({0}, attendu {1})",
                                          "quota reached ({0}, wanted {1})"};
inline constexpr MessageText kFailedDeclined{"failed-declined", "a déjà décliné pour ce besoin",
                                             "has declined for this need"};
inline constexpr MessageText kFailedAsked{"failed-asked", "est déjà sollicité pour ce besoin",
                                          "has been asked for this need already"};
inline constexpr MessageText kFailedAbsent{"failed-absent", "est absent", "is absent"};
inline constexpr MessageText kFailedRank{"failed-rank",
                                         "vient au rang {0}, l'article en retient {1}",
                                         "comes in place {0}, the article takes {1}"};
inline constexpr MessageText kFailedValidity{"failed-validity",
                                             "convention hors validité ({0} ; {1})",
                                             "convention not in force ({0}; {1})"};

inline constexpr MessageText kFailedInput{"failed-input", "{0} : valeur refusée",
                                          "{0}: the value was refused"};
inline constexpr MessageText kFailedNotKnown{"failed-not-known", "{0} : doit être connu",
                                             "{0}: must be known"};
// Who asks a criterion.
inline constexpr MessageText kFilterOf{"filter-of", "filtre de {0}", "filter of {0}"};
inline constexpr MessageText kNamedFilterOf{"named-filter-of", "filtre « {0} » de {1}",
                                            "filter '{0}' of {1}"};
inline constexpr MessageText kNamedFilter{"named-filter", "filtre « {0} »", "filter '{0}'"};
inline constexpr MessageText kCommonFilter{"common-filter", "filtre de la convention",
                                           "filter of the convention"};
inline constexpr MessageText kDefaultOf{"default-of", "par défaut chez {0}", "default of {0}"};
inline constexpr MessageText kByDefault{"by-default", "par défaut", "by default"};
// A choice as a page.
inline constexpr MessageText kTheme{"choice-theme", "Thème : {0}", "Theme: {0}"};
inline constexpr MessageText kThemeUnknown{"choice-theme-unknown", "Thème inconnu",
                                           "Theme unknown"};
inline constexpr MessageText kNobody{"choice-nobody", "aucun partenaire n'est désigné",
                                     "no partner is designated"};
inline constexpr MessageText kChosen{"choice-chosen", "{0} (règle {1})", "{0} (rule {1})"};
inline constexpr MessageText kChosenUnder{"choice-chosen-under",
                                          "{0}, au titre de {1} « {2} » (règle {3})",
                                          "{0}, under {1} '{2}' (rule {3})"};
inline constexpr MessageText kVia{"choice-via", "par le repli « {0} »", "by the fallback '{0}'"};
inline constexpr MessageText kQueue{"choice-queue", "à traiter par « {0} » (repli « {1} »)",
                                    "for '{0}' to deal with (fallback '{1}')"};
inline constexpr MessageText kWaiting{"choice-waiting",
                                      "{0} est complet ({2}) : attendu jusqu'au {1}",
                                      "{0} is full ({2}): waited for until {1}"};
inline constexpr MessageText kReview{"choice-review", "{0} : à examiner par une personne",
                                     "{0}: for a person to look at"};
inline constexpr MessageText kOthers{
    "choice-others", "Les autres, du plus proche au plus loin :", "The others, nearest first:"};
inline constexpr MessageText kWouldOpen{"choice-would-open",
                                        "Savoir « {0} » permettrait peut-être : {1}",
                                        "Knowing '{0}' may open: {1}"};

}  // namespace guichet::convention::messages
