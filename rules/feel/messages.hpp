// Sentences of rules/feel: mistakes found at load, and the reasons of nulls.
#pragma once

#include "engine/base/message.hpp"

namespace guichet::feel::messages {

using base::MessageText;

// -- mistakes at load --
inline constexpr MessageText kSyntax{"feel-syntax", "« {0} » est attendu ici",
                                     "expected '{0}' here"};
inline constexpr MessageText kValueExpected{"feel-syntax", "une valeur est attendue ici",
                                            "expected a value here"};
inline constexpr MessageText kNameExpected{"feel-syntax", "un nom est attendu ici",
                                           "expected a name here"};
inline constexpr MessageText kTypeExpected{"feel-syntax", "un type est attendu ici",
                                           "expected a type here"};
inline constexpr MessageText kStringExpected{"feel-syntax", "une chaîne est attendue ici",
                                             "expected a string here"};
inline constexpr MessageText kUnexpected{"feel-syntax", "« {0} » n'a pas de sens ici",
                                         "'{0}' makes no sense here"};
inline constexpr MessageText kUnexpectedEnd{"feel-syntax", "l'expression s'arrête trop tôt",
                                            "the expression ends too soon"};
inline constexpr MessageText kOpenString{"feel-syntax", "cette chaîne n'est pas fermée",
                                         "this string is not closed"};
inline constexpr MessageText kOpenComment{"feel-syntax", "ce commentaire n'est pas fermé",
                                          "this comment is not closed"};
inline constexpr MessageText kEmpty{"feel-empty", "une expression est attendue ici",
                                    "an expression is expected here"};
inline constexpr MessageText kTooDeep{"feel-too-deep", "plus de {0} niveaux d'imbrication",
                                      "more than {0} levels of nesting"};
inline constexpr MessageText kTooLarge{"feel-too-large", "plus de {0} éléments dans l'expression",
                                       "more than {0} parts in the expression"};
inline constexpr MessageText kMoreMistakes{
    "more-mistakes", "plus de {0} fautes dans cette expression : les autres ne sont pas montrées",
    "more than {0} mistakes in this expression: the others are not shown"};
inline constexpr MessageText kUnknownName{"unknown-name", "« {0} » n'est pas un nom connu ici",
                                          "'{0}' is not a name known here"};
inline constexpr MessageText kUnknownFunction{"unknown-function", "« {0} » n'est pas une fonction",
                                              "'{0}' is not a function"};
inline constexpr MessageText kUnknownMember{"unknown-member", "« {0} » n'existe pas dans {1}",
                                            "'{0}' does not exist in {1}"};
inline constexpr MessageText kUnknownType{"unknown-type", "« {0} » n'est pas un type",
                                          "'{0}' is not a type"};
inline constexpr MessageText kUnknownParameter{
    "unknown-parameter", "« {0} » n'a pas de paramètre « {1} »", "'{0}' has no parameter '{1}'"};
inline constexpr MessageText kWrongCount{"wrong-argument-count",
                                         "« {0} » attend {1} argument(s), pas {2}",
                                         "'{0}' takes {1} argument(s), not {2}"};
inline constexpr MessageText kNoSignature{"wrong-arguments", "« {0} » ne s'appelle pas ainsi : {1}",
                                          "'{0}' is not called like this: {1}"};
inline constexpr MessageText kCannotFit{"type-mismatch", "{0} attendu, mais ceci est {1}",
                                        "expected {0}, but this is {1}"};
inline constexpr MessageText kOperatorTypes{"type-mismatch", "« {0} » ne va pas entre {1} et {2}",
                                            "'{0}' does not go between {1} and {2}"};
inline constexpr MessageText kNotListed{"unknown-value",
                                        "« {0} » n'est pas une valeur possible ici",
                                        "'{0}' is not a possible value here"};
inline constexpr MessageText kPossibleValues{"possible-values", "valeurs possibles : {0}",
                                             "possible values: {0}"};
inline constexpr MessageText kCalledAs{"called-as", "s'appelle ainsi : {0}", "it is called {0}"};
inline constexpr MessageText kNotTemporal{"not-temporal",
                                          "« {0} » n'est ni une date, ni une heure, ni une durée",
                                          "'{0}' is no date, time or duration"};
inline constexpr MessageText kBadNumber{"bad-number", "« {0} » n'est pas un nombre",
                                        "'{0}' is not a number"};
inline constexpr MessageText kNumberTooLarge{
    "bad-number", "le nombre {0} dépasse ce qui se calcule (10 puissance 6144)",
    "the number {0} is beyond what can be computed (10 to the power 6144)"};
inline constexpr MessageText kBadPattern{"bad-pattern",
                                         "« {0} » n'est pas une expression régulière : {1}",
                                         "'{0}' is not a regular expression: {2}"};
inline constexpr MessageText kEmptyRange{"empty-range", "cet intervalle est vide : rien n'y entre",
                                         "this range is empty: nothing is in it"};
inline constexpr MessageText kExternal{"external-function",
                                       "les fonctions externes ne sont pas exécutées",
                                       "external functions are not run"};

// -- reasons of nulls --
inline constexpr MessageText kNullOperand{"null-operand", "« {0} » a reçu null",
                                          "'{0}' was given null"};
inline constexpr MessageText kDivisionByZero{"division-by-zero", "division par zéro",
                                             "division by zero"};
inline constexpr MessageText kOutOfRange{"out-of-range", "« {0} » : résultat hors limites",
                                         "'{0}': the result is out of range"};
inline constexpr MessageText kMixedZones{"mixed-zones", "l'une a un fuseau horaire, l'autre non",
                                         "one has a time zone and the other has none"};
inline constexpr MessageText kNoOrder{"not-comparable", "{0} et {1} ne se comparent pas",
                                      "{0} and {1} cannot be compared"};
inline constexpr MessageText kNoRange{"no-range", "{0} et {1} ne bornent aucun intervalle",
                                      "{0} and {1} bound no range"};
inline constexpr MessageText kNotBoolean{"not-a-condition", "une condition est attendue, pas {0}",
                                         "a condition is expected, not {0}"};
inline constexpr MessageText kNoMember{"no-member", "« {0} » n'existe pas dans {1}",
                                       "'{0}' does not exist in {1}"};
inline constexpr MessageText kNotAFunction{"not-a-function", "{0} ne s'appelle pas",
                                           "{0} cannot be called"};
inline constexpr MessageText kBadIndex{"bad-index", "la liste n'a pas d'élément {0}",
                                       "the list has no item {0}"};
inline constexpr MessageText kArgumentTypes{"bad-argument", "« {0} » n'accepte pas {1}",
                                            "'{0}' does not accept {1}"};
inline constexpr MessageText kWrongType{"wrong-type", "{0} attendu, pas {1}",
                                        "expected {0}, not {1}"};
inline constexpr MessageText kUndefined{"undefined-name", "« {0} » n'a pas de valeur",
                                        "'{0}' has no value"};
inline constexpr MessageText kDuplicateKey{"duplicate-key", "la clé « {0} » est double",
                                           "the key '{0}' occurs twice"};
inline constexpr MessageText kStepBudget{"step-budget", "plus de {0} pas de calcul",
                                         "more than {0} steps"};
inline constexpr MessageText kListBudget{"list-budget", "plus de {0} éléments dans une liste",
                                         "more than {0} items in a list"};
inline constexpr MessageText kStringBudget{"string-budget", "plus de {0} octets dans une chaîne",
                                           "more than {0} bytes in a string"};
inline constexpr MessageText kMemoryBudget{"memory-budget", "plus de {0} octets de mémoire",
                                           "more than {0} bytes of memory"};
inline constexpr MessageText kDepthBudget{"depth-budget", "plus de {0} appels imbriqués",
                                          "more than {0} nested calls"};
inline constexpr MessageText kPatternBudget{"pattern-budget",
                                            "l'expression régulière demande trop de temps",
                                            "the regular expression takes too long"};

}  // namespace guichet::feel::messages
