// Sentences of rules/tables.
#pragma once

#include "engine/base/message.hpp"

namespace guichet::tables::messages {

using base::MessageText;

// -- tests of a table --
inline constexpr MessageText kTestResult{"test-result",
                                         "test {0} : résultat attendu {1}, obtenu {2}",
                                         "test {0}: expected result {1}, got {2}"};
inline constexpr MessageText kTestFires{"test-fires",
                                        "test {0} : règles attendues [{1}], applicables [{2}]",
                                        "test {0}: expected rules [{1}] to match, but [{2}] do"};
inline constexpr MessageText kTestSelects{
    "test-selects", "test {0} : règles attendues [{1}], retenues [{2}]",
    "test {0}: expected rules [{1}] to be selected, but [{2}] are"};
inline constexpr MessageText kTestWhyNot{
    "test-why-not", "test {0} : la règle « {1} » devrait échouer sur [{2}], elle échoue sur [{3}]",
    "test {0}: rule '{1}' should fail on [{2}], it fails on [{3}]"};

// -- while deciding --
inline constexpr MessageText kInputMissing{"input-missing", "« {0} » n'a pas de valeur",
                                           "'{0}' has no value"};
inline constexpr MessageText kInputType{"input-type", "« {0} » : {1} n'est pas de type {2}",
                                        "'{0}': {1} is not of type {2}"};
inline constexpr MessageText kInputNotAllowed{
    "input-not-allowed", "« {0} » : {1} n'est pas admis ({2})", "'{0}': {1} is not allowed ({2})"};
inline constexpr MessageText kOutputNotAllowed{
    "output-not-allowed", "règle « {0} » : {2} n'est pas une valeur de la colonne « {1} »",
    "rule '{0}': {2} is no value of column '{1}'"};
inline constexpr MessageText kSeveralRules{
    "several-rules", "plusieurs règles s'appliquent, il n'en faut qu'une (U) : {0}",
    "several rules match where one may (U): {0}"};
inline constexpr MessageText kRulesDisagree{
    "rules-disagree", "les règles qui s'appliquent donnent des résultats différents (A) : {0}",
    "the rules that match give different results (A): {0}"};
inline constexpr MessageText kCannotAggregate{
    "cannot-aggregate", "{0} : les résultats ne peuvent pas être réunis en une valeur",
    "{0}: the results cannot be brought to one value"};
inline constexpr MessageText kOutsideValidity{
    "outside-validity", "« {0} » n'est pas en vigueur le {1} (du {2} au {3} exclu)",
    "'{0}' is not in force on {1} (from {2} to {3} excluded)"};

// -- what a rule came to --
inline constexpr MessageText kRuleMatches{"rule-matches", "{0} s'applique", "{0} matches"};
inline constexpr MessageText kRuleFails{"rule-fails", "{0} ne s'applique pas : {1}",
                                        "{0} does not match: {1}"};
inline constexpr MessageText kCellFails{"cell-fails", "{0} vaut {1}, attendu {2}",
                                        "{0} is {1}, wanted {2}"};
inline constexpr MessageText kCellUnknown{"cell-unknown", "{0} est inconnu, attendu {2}",
                                          "{0} is unknown, wanted {2}"};

// -- proof --
inline constexpr MessageText kUnreachableRule{
    "unreachable-rule", "la règle « {0} » ne peut jamais être retenue : {1} passent avant elle",
    "rule '{0}' can never be selected: {1} come before it"};
inline constexpr MessageText kOverlappingRules{
    "overlapping-rules", "les règles « {0} » et « {1} » s'appliquent ensemble, par exemple à {2}",
    "rules '{0}' and '{1}' both match, for example {2}"};
inline constexpr MessageText kConflictingRules{
    "conflicting-rules",
    "les règles « {0} » et « {1} » donnent des résultats différents, par exemple à {2}",
    "rules '{0}' and '{1}' give different results, for example {2}"};
inline constexpr MessageText kGap{"gap", "aucune règle ne s'applique, par exemple à {0}",
                                  "no rule matches, for example {0}"};
inline constexpr MessageText kProofInconclusive{
    "proof-inconclusive", "la preuve n'a pas abouti ({0} étapes) : {1}",
    "the proof did not come to an end ({0} steps): {1}"};

// -- while measuring --
inline constexpr MessageText kBenchLines{"bench-lines", "{0} cas mais {1} résultats attendus",
                                         "{0} inputs but {1} expected results"};
inline constexpr MessageText kBenchEmpty{"bench-empty", "aucun cas à mesurer",
                                         "no input to measure"};

}  // namespace guichet::tables::messages
