// Sentences of rules/convention about how a convention is written.
#pragma once

#include "engine/base/message.hpp"

namespace guichet::convention::messages {

using base::MessageText;

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

inline constexpr MessageText kReservedFact{"reserved-fact",
                                           "« {0} » est un mot de la langue, pas un nom de fait",
                                           "'{0}' is a word of the language and no name of a fact"};
inline constexpr MessageText kThemeIsOne{"theme-is-one", "« theme » ne peut pas être une liste",
                                         "'theme' cannot be a list"};
inline constexpr MessageText kNoBrackets{
    "no-brackets", "« {0} », code « {1} » : il faut des colonnes min et max, nombres ou vides",
    "'{0}', code '{1}': columns min and max are needed, numbers or empty"};
inline constexpr MessageText kNeedsReferential{
    "needs-referential", "« {0} » : le fait « {1} » n'a pas de référentiel (« in: ... »)",
    "'{0}': the fact '{1}' has no referential ('in: ...')"};
inline constexpr MessageText kUnknownColumn{
    "unknown-column", "« {0} » n'est pas une colonne de « {1} »", "'{0}' is not a column of '{1}'"};
inline constexpr MessageText kUnknownLevel{
    "unknown-level", "« {0} » n'est pas un niveau de « {1} »", "'{0}' is not a level of '{1}'"};
inline constexpr MessageText kReferentialVersion{
    "referential-version", "« {0} » : la convention attend la version {1}, le guichet a {2}",
    "'{0}': the convention was written for version {1}, the desk has {2}"};
inline constexpr MessageText kTwice{"defined-twice", "« {0} » figure deux fois",
                                    "'{0}' is there twice"};
inline constexpr MessageText kNeedsId{"needs-id", "il manque « id »", "'id' is missing"};
inline constexpr MessageText kUnknownInstitution{
    "unknown-institution", "« {0} » n'est pas une institution", "'{0}' is not an institution"};
inline constexpr MessageText kInstitutionCycle{
    "institution-cycle", "« {0} » ferait partie d'elle-même", "'{0}' would be part of itself"};
inline constexpr MessageText kNoDefaultTheme{
    "no-default-theme", "un thème par défaut n'a pas de sens : l'article ou la clause le dit",
    "a default theme makes no sense: the article or the clause says it"};
inline constexpr MessageText kThemesAreListed{
    "themes-are-listed", "les thèmes d'un filtre sont une liste, pas une condition",
    "a filter's themes are a list, not a condition"};
inline constexpr MessageText kNoAlternative{"no-alternative",
                                            "« any_of » attend une liste de critères",
                                            "'any_of' takes a list of criteria"};
inline constexpr MessageText kEmptyFilter{"empty-filter", "ce filtre ne demande rien",
                                          "this filter asks nothing"};
inline constexpr MessageText kNotPlain{
    "not-plain", "« not » attend des valeurs ou des intervalles, pas une condition",
    "'not' takes values or intervals, not a condition"};
inline constexpr MessageText kPatternNeedsList{
    "pattern-needs-list", "« {0} » : les valeurs de « {1} » ne sont pas connues",
    "'{0}': the values of '{1}' are not known"};
inline constexpr MessageText kNoArticle{"no-article", "il manque « article »",
                                        "'article' is missing"};
inline constexpr MessageText kPreferAndRank{"prefer-and-rank",
                                            "« prefer » et « rank » disent la même chose : un seul",
                                            "'prefer' and 'rank' say the same: only one of them"};
inline constexpr MessageText kRankTwice{"rank-twice", "« {0} » est déjà pris en compte",
                                        "'{0}' counts already"};
inline constexpr MessageText kCountsAndPer{
    "counts-and-per", "« counts » et « per » se contredisent : « open » va sans période",
    "'counts' and 'per' contradict each other: 'open' has no period"};
inline constexpr MessageText kNeedsPeriod{"needs-period",
                                          "il manque « per » (day, week, month ...)",
                                          "'per' is missing (day, week, month ...)"};
inline constexpr MessageText kNeedsWait{"needs-wait",
                                        "il manque « wait » : combien de temps attendre (P3D)",
                                        "'wait' is missing: how long to wait (P3D)"};
inline constexpr MessageText kWaitsForNothing{"waits-for-nothing",
                                              "« {0} » ne sert qu'avec « on_full: wait »",
                                              "'{0}' serves only with 'on_full: wait'"};
inline constexpr MessageText kWaitInDays{
    "wait-in-days", "« {0} » : une attente se compte en jours, semaines ou mois (P3D)",
    "'{0}': a wait is counted in days, weeks or months (P3D)"};
inline constexpr MessageText kTooManyRows{"too-many-rows",
                                          "les filtres font plus de {0} cas de cette clause",
                                          "the filters make more than {0} cases of this clause"};
inline constexpr MessageText kContradiction{
    "contradiction", "« {0} » ne s'appliquera jamais : ses critères sur « {1} » s'excluent",
    "'{0}' can never hold: its criteria on '{1}' exclude each other"};

inline constexpr MessageText kTooManyFacts{"too-many-facts", "la convention a plus de {0} faits",
                                           "the convention has more than {0} facts"};
inline constexpr MessageText kEndsSoon{"convention-ends-soon",
                                       "la convention « {0} » prend fin le {1} (dans {2} jours)",
                                       "the convention '{0}' ends on {1} (in {2} days)"};
inline constexpr MessageText kHasEnded{
    "convention-has-ended", "la convention « {0} » a pris fin le {1} : personne n'est désigné",
    "the convention '{0}' ended on {1}: nobody is designated"};
inline constexpr MessageText kVersionsOverlap{
    "versions-overlap", "la convention « {0} » est déjà en vigueur aux mêmes dates ({1})",
    "the convention '{0}' is in force on the same days already ({1})"};

}  // namespace guichet::convention::messages
