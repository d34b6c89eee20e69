// Sentences of rules/tables about how a table is written.
#pragma once

#include "engine/base/message.hpp"

namespace guichet::tables::messages {

using base::MessageText;

inline constexpr MessageText kNotOfType{"not-of-type", "« {0} » n'est pas de type {1}",
                                        "'{0}' is not of type {1}"};
inline constexpr MessageText kUnknownType{"unknown-type", "« {0} » n'est pas un type",
                                          "'{0}' is not a type"};
inline constexpr MessageText kUnknownWord{"unknown-word",
                                          "« {0} » n'est pas admis ici ; au choix : {1}",
                                          "'{0}' may not stand here; one of: {1}"};
inline constexpr MessageText kUnknownHitPolicy{
    "unknown-hit-policy", "« {0} » n'est pas une politique de choix (U A P F R O C C+ C< C> C#)",
    "'{0}' is not a hit policy (U A P F R O C C+ C< C> C#)"};
inline constexpr MessageText kNoDay{"not-a-date", "« {0} » n'est pas une date (2009-02-04)",
                                    "'{0}' is not a date (2009-02-04)"};
inline constexpr MessageText kVersionsOverlap{
    "versions-overlap", "la table « {0} » est déjà en vigueur aux mêmes dates ({1})",
    "table '{0}' is in force on the same days already ({1})"};
inline constexpr MessageText kTwoVersions{
    "two-versions",
    "« {0} » est aussi dans {1} : deux versions successives ne sont pas encore"
    " exécutées dans un même espace",
    "'{0}' is also in {1}: two versions, one after the other, are not yet run in one desk"};
inline constexpr MessageText kUnknownZone{"unknown-zone",
                                          "« {0} » n'est pas un fuseau horaire (Europe/Paris)",
                                          "'{0}' is not a time zone (Europe/Paris)"};
inline constexpr MessageText kOfModels{"not-in-a-table",
                                       "« {0} » ne se place pas dans une table de décision",
                                       "'{0}' does not stand in a decision table"};
inline constexpr MessageText kUseModel{
    "use-a-model", "plusieurs décisions, types et fonctions : « guichet: decision-model/1 »",
    "several decisions, types and functions: 'guichet: decision-model/1'"};
inline constexpr MessageText kWriteLetter{"write-the-letter", "écrivez {0}", "write {0}"};
inline constexpr MessageText kQuoteTheWord{"quote-the-word",
                                           "un texte s'écrit entre guillemets : \"{0}\"",
                                           "text is written in quotes: \"{0}\""};
inline constexpr MessageText kOneOf{"one-of", "au choix : {0}", "one of: {0}"};
inline constexpr MessageText kSeparatorLine{
    "separator-line", "une grille n'a pas de ligne de tirets : l'en-tête puis les règles",
    "a grid has no line of dashes: the heading, then the rules"};
inline constexpr MessageText kDecimalComma{
    "decimal-comma",
    "« {0} » se lit comme deux valeurs ; un nombre à virgule s'écrit avec un point",
    "'{0}' reads as two values; a decimal number is written with a point"};
inline constexpr MessageText kListNotInterval{
    "list-not-interval", "« {0} » est une liste de valeurs ; un intervalle s'écrit [1..10]",
    "'{0}' is a list of values; an interval is written [1..10]"};
inline constexpr MessageText kTruthInCell{
    "truth-in-cell", "« {0} » ne teste pas la valeur de cette colonne : toutes passent, ou aucune",
    "'{0}' does not test this column's value: all of them pass, or none"};
inline constexpr MessageText kTabInGrid{"tab-in-grid",
                                        "une tabulation sépare mal les cellules : mettez « | »",
                                        "a tab does not separate cells: use '|'"};
inline constexpr MessageText kEmptyValidity{"empty-validity",
                                            "la fin de validité précède son début",
                                            "the end of validity comes before its beginning"};
inline constexpr MessageText kNoInputs{"no-inputs", "la table n'a aucune entrée",
                                       "the table has no input"};
inline constexpr MessageText kNoOutputs{"no-outputs", "la table n'a aucune sortie",
                                        "the table has no output"};
inline constexpr MessageText kTooManyInputs{"too-many-inputs", "la table a plus de {0} entrées",
                                            "the table has more than {0} inputs"};
inline constexpr MessageText kColumnTwice{"duplicate-column", "la colonne « {0} » figure deux fois",
                                          "column '{0}' is there twice"};
inline constexpr MessageText kUnknownColumn{"unknown-column",
                                            "« {0} » n'est ni une entrée ni une sortie de la table",
                                            "'{0}' is neither an input nor an output of the table"};
inline constexpr MessageText kColumnMissing{"missing-column",
                                            "la colonne « {0} » manque dans les règles",
                                            "column '{0}' is missing in the rules"};
inline constexpr MessageText kWrongSide{
    "wrong-side", "« {0} » est du mauvais côté de « || » : entrées à gauche, sorties à droite",
    "'{0}' is on the wrong side of '||': inputs on the left, outputs on the right"};
inline constexpr MessageText kRulesOnce{"rules-once", "il faut soit « rules » soit « rules_from »",
                                        "either 'rules' or 'rules_from' is needed, not both"};
inline constexpr MessageText kGridNeedsBlock{
    "grid-needs-block", "la grille des règles s'écrit dans un bloc : « rules: | »",
    "the grid of rules is written in a block: 'rules: |'"};
inline constexpr MessageText kNoRules{"no-rules", "la grille n'a pas d'en-tête",
                                      "the grid has no heading"};
inline constexpr MessageText kNoFilesHere{"no-files-here", "« {0} » ne peut pas être lu ici",
                                          "'{0}' cannot be read here"};
inline constexpr MessageText kFileOutside{"file-outside",
                                          "« {0} » n'est pas dans le dossier de la table",
                                          "'{0}' is not in the table's folder"};
inline constexpr MessageText kNoRow{"not-a-row",
                                    "une ligne de la grille commence et finit par « | »",
                                    "a row of the grid begins and ends with '|'"};
inline constexpr MessageText kOneDoubleBar{"one-double-bar",
                                           "« || » doit séparer une fois les entrées des sorties",
                                           "'||' must separate inputs from outputs, once"};
inline constexpr MessageText kDoubleBarElsewhere{
    "double-bar-elsewhere", "« || » n'est pas à la même place que dans l'en-tête",
    "'||' does not stand where it stands in the heading"};
inline constexpr MessageText kRowWidth{"row-width", "{0} cellules au lieu de {1}",
                                       "{0} cells instead of {1}"};
inline constexpr MessageText kNoRuleId{"no-rule-id", "la règle n'a pas d'identifiant",
                                       "the rule has no id"};
inline constexpr MessageText kEmptyInputCell{"empty-cell",
                                             "cellule vide : écrivez « - » pour « peu importe »",
                                             "empty cell: write '-' for 'any'"};
inline constexpr MessageText kEmptyOutputCell{"empty-output",
                                              "sortie vide : écrivez « null » pour « rien »",
                                              "empty output: write 'null' for 'nothing'"};
inline constexpr MessageText kRuleTwice{"duplicate-rule", "la règle « {0} » figure deux fois",
                                        "rule '{0}' is there twice"};
inline constexpr MessageText kNotListed{"not-listed", "{0} n'est pas une valeur admise de « {1} »",
                                        "{0} is not an allowed value of '{1}'"};
inline constexpr MessageText kNoDelay{"not-a-delay", "{0} n'est pas un délai (1bd, 3 days, P3M)",
                                      "{0} is not a delay (1bd, 3 days, P3M)"};
inline constexpr MessageText kPriorityNeedsValues{
    "priority-needs-values",
    "avec {0}, une sortie au moins doit énumérer ses valeurs par priorité (« values »)",
    "under {0} at least one output must list its values by priority ('values')"};
inline constexpr MessageText kPriorityNotConstant{
    "priority-not-constant", "« {0} » décide de la priorité : sa valeur ne peut pas être calculée",
    "'{0}' decides priority: its value cannot be computed"};
inline constexpr MessageText kOneOutputOnly{"one-output-only",
                                            "avec {0}, la table n'a qu'une sortie",
                                            "under {0} the table has one output only"};
inline constexpr MessageText kNoDefault{
    "no-default", "« complete: default » : la sortie « {0} » n'a pas de « default »",
    "'complete: default': output '{0}' has no 'default'"};
inline constexpr MessageText kUnknownRule{"unknown-rule", "« {0} » n'est pas une règle de la table",
                                          "'{0}' is not a rule of the table"};
inline constexpr MessageText kUnknownInput{"unknown-input",
                                           "« {0} » n'est pas une entrée de la table",
                                           "'{0}' is not an input of the table"};
inline constexpr MessageText kUnknownOutput{"unknown-output",
                                            "« {0} » n'est pas une sortie de la table",
                                            "'{0}' is not an output of the table"};
inline constexpr MessageText kUnknownVariable{"unknown-variable",
                                              "« {0} » n'est pas une donnée que la table lit",
                                              "'{0}' is not a variable that the table reads"};
inline constexpr MessageText kGivenOrContext{"given-or-context",
                                             "un test a soit « given » soit « context »",
                                             "a test has either 'given' or 'context'"};
inline constexpr MessageText kTestExpectsNothing{"test-expects-nothing", "le test n'attend rien",
                                                 "the test expects nothing"};
inline constexpr MessageText kExpectByOutput{
    "expect-by-output", "la table a plusieurs sorties : écrivez « {sortie: valeur} »",
    "the table has several outputs: write '{output: value}'"};

}  // namespace guichet::tables::messages
