// Sentences of rules/convention.
#pragma once

#include "engine/base/message.hpp"

namespace guichet::convention::messages {

using base::MessageText;

// -- while loading --
inline constexpr MessageText kUnknownWord{"unknown-word",
                                          "« {0} » n'est pas admis ici ; au choix : {1}",
                                          "'{0}' may not stand here; one of: {1}"};
inline constexpr MessageText kNoThemeFact{
    "no-theme-fact", "« facts » doit dire où lire le thème (« theme: ... »)",
    "'facts' must say where the theme is read ('theme: ...')"};
inline constexpr MessageText kUnknownFact{"unknown-fact",
                                          "« {0} » n'est pas un fait de la convention",
                                          "'{0}' is not a fact of the convention"};
inline constexpr MessageText kUnknownType{"unknown-type", "« {0} » n'est pas un type",
                                          "'{0}' is not a type"};
inline constexpr MessageText kUnknownReferential{"unknown-referential",
                                                 "« {0} » n'est pas un référentiel du guichet",
                                                 "'{0}' is not a referential of the desk"};
inline constexpr MessageText kUnknownArticle{"unknown-article",
                                             "« {0} » n'est pas un article de la convention",
                                             "'{0}' is not an article of the convention"};
inline constexpr MessageText kUnusedArticle{"unused-article",
                                            "aucun partenaire n'intervient au titre de « {0} »",
                                            "no partner acts under '{0}'"};
inline constexpr MessageText kUnknownPartner{
    "unknown-partner", "« {0} » ne figure pas dans partners.yaml", "'{0}' is not in partners.yaml"};
inline constexpr MessageText kUnknownQueue{"unknown-queue", "« {0} » n'est pas un rôle du guichet",
                                           "'{0}' is not a role of the desk"};
inline constexpr MessageText kUnknownValue{"unknown-value", "« {0} » est inconnu de « {1} »",
                                           "'{0}' is not known to '{1}'"};
inline constexpr MessageText kNothingLeft{
    "nothing-left", "« not » retire tout ce que « in » retient", "'not' takes away all of 'in'"};
inline constexpr MessageText kFactTwice{"duplicate-fact", "« {0} » figure deux fois dans la clause",
                                        "'{0}' is there twice in the clause"};
inline constexpr MessageText kNotASet{"not-a-set",
                                      "« {0} » attend un test, par exemple \"[0..20)\"",
                                      "'{0}' takes a test, for example \"[0..20)\""};
inline constexpr MessageText kNoScope{"no-scope", "« {0} » n'a aucun domaine (« scope »)",
                                      "'{0}' has no scope"};
inline constexpr MessageText kThemeOutside{"theme-outside-article",
                                           "aucun de ces thèmes ne relève de l'article « {0} »",
                                           "none of these themes belongs to article '{0}'"};
inline constexpr MessageText kQuotaTwice{"duplicate-quota", "le quota « {0} » figure deux fois",
                                         "quota '{0}' is there twice"};
inline constexpr MessageText kNotPositive{"not-positive", "il faut un nombre d'au moins 1",
                                          "a number of at least 1 is needed"};
inline constexpr MessageText kNoDelay{"not-a-delay",
                                      "« {0} » n'est pas un délai (5bd, 3 days, P1M)",
                                      "'{0}' is not a delay (5bd, 3 days, P1M)"};
inline constexpr MessageText kSelectForm{"select-form",
                                         "« {0} » n'est pas un choix : all, one, first-3",
                                         "'{0}' is not a selection: all, one, first-3"};

inline constexpr MessageText kTooManyFacts{"too-many-facts", "la convention a plus de {0} faits",
                                           "the convention has more than {0} facts"};

// -- while choosing --
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

}  // namespace guichet::convention::messages
