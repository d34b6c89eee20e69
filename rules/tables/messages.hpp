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
inline constexpr MessageText kOutputNull{"output-null",
                                         "règle « {0} » : « {1} » n'a pas de valeur : {2}",
                                         "rule '{0}': '{1}' has no value: {3}"};
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

inline constexpr MessageText kResultBecause{"result-because", "{0} : règle {1}", "{0}: rule {1}"};
inline constexpr MessageText kDefaultResult{"default-result",
                                            "{0} : valeur par défaut, aucune règle ne s'applique",
                                            "{0}: the default, since no rule matches"};
inline constexpr MessageText kNoRuleMatches{"no-rule-matches", "aucune règle ne s'applique",
                                            "no rule matches"};
inline constexpr MessageText kNoResult{"no-result", "pas de résultat : {0}", "no result: {0}"};
inline constexpr MessageText kWouldMatch{"would-match", "{0} s'appliquerait si {1} était {2}",
                                         "{0} would match if {1} were {2}"};
inline constexpr MessageText kWouldMatchAt{
    "would-match", "{0} s'appliquerait si {1} était {2}, par exemple {3}, sans être retenue",
    "{0} would match if {1} were {2}, for example {3}, without being selected"};
inline constexpr MessageText kWouldWinAt{"would-win",
                                         "{0} serait retenue si {1} était {2}, par exemple {3}",
                                         "{0} would be selected if {1} were {2}, for example {3}"};

// -- proof --
inline constexpr MessageText kUnreachableRule{
    "unreachable-rule", "la règle « {0} » ne peut jamais être retenue : {1} passent avant elle",
    "rule '{0}' can never be selected: {1} come before it"};
inline constexpr MessageText kMaskedRule{
    "masked-rule", "la règle « {0} » ne peut jamais être retenue : {1} ont priorité sur elle",
    "rule '{0}' can never be selected: {1} have priority over it"};
inline constexpr MessageText kMisleadingRule{
    "misleading-rule",
    "la règle « {0} » cède à « {1} », écrite plus bas mais prioritaire, par exemple à {2}",
    "rule '{0}' gives way to '{1}', written below it but of higher priority, for example {2}"};
inline constexpr MessageText kImpossibleRule{
    "impossible-rule",
    "la règle « {0} » ne peut jamais s'appliquer : aucune valeur admise de « {1} » n'est {2}",
    "rule '{0}' can never match: no value that '{1}' allows is {2}"};
inline constexpr MessageText kOverlappingRules{
    "overlapping-rules", "les règles « {0} » et « {1} » s'appliquent ensemble, par exemple à {2}",
    "rules '{0}' and '{1}' both match, for example {2}"};
inline constexpr MessageText kMayOverlap{
    "may-overlap",
    "les règles « {0} » et « {1} » peuvent s'appliquer ensemble : une cellule à évaluer en décide,"
    " par exemple à {2}",
    "rules '{0}' and '{1}' may both match: a cell that must be evaluated decides, for example {2}"};
inline constexpr MessageText kConflictingRules{
    "conflicting-rules",
    "les règles « {0} » et « {1} » donnent des résultats différents, par exemple à {2}",
    "rules '{0}' and '{1}' give different results, for example {2}"};
inline constexpr MessageText kMayConflict{
    "may-conflict",
    "les règles « {0} » et « {1} » peuvent donner des résultats différents, par exemple à {2}",
    "rules '{0}' and '{1}' may give different results, for example {2}"};
inline constexpr MessageText kSubsumedRule{
    "subsumed-rule",
    "la règle « {0} » n'ajoute rien : « {1} » s'applique aux mêmes cas avec le même résultat",
    "rule '{0}' adds nothing: '{1}' matches the same cases with the same result"};
inline constexpr MessageText kGap{"gap", "aucune règle ne s'applique ({1}), par exemple à {0}",
                                  "no rule matches ({1}), for example {0}"};
inline constexpr MessageText kGapEverywhere{"gap", "aucune règle ne s'applique, par exemple à {0}",
                                            "no rule matches, for example {0}"};
inline constexpr MessageText kPossibleGap{
    "possible-gap", "seule une évaluation dit si une règle s'applique, par exemple à {0}",
    "only an evaluation tells whether a rule matches, for example {0}"};
inline constexpr MessageText kMoreFindings{"more-findings",
                                           "et au moins {0} autre(s) constat(s) de ce genre",
                                           "and at least {0} more finding(s) of this kind"};
inline constexpr MessageText kReadyTest{"ready-test", "test prêt à coller : {0}",
                                        "test ready to paste: {0}"};
inline constexpr MessageText kProofInconclusive{"proof-inconclusive",
                                                "la preuve n'a pas abouti : {0}",
                                                "the proof did not come to an end: {0}"};

// -- coverage --
inline constexpr MessageText kUntestedRule{
    "untested-rule", "aucun test ne retient {0} ; si c'est voulu, « untested » les cite",
    "no test selects {0}; if that is meant, 'untested' lists them"};
inline constexpr MessageText kTestedAfterAll{
    "tested-after-all", "« {0} » est dans « untested » alors qu'un test la retient",
    "'{0}' is listed as untested, yet a test selects it"};

// -- while loading; the rest is in load_messages.hpp --
inline constexpr MessageText kColumnKeys{"wrong-kind", "la colonne « {0} » se décrit par des clés",
                                         "column '{0}' is described by keys"};

// -- while measuring --
inline constexpr MessageText kBenchLines{"bench-lines", "{0} cas mais {1} résultats attendus",
                                         "{0} inputs but {1} expected results"};
inline constexpr MessageText kBenchEmpty{"bench-empty", "aucun cas à mesurer",
                                         "no input to measure"};

}  // namespace guichet::tables::messages
