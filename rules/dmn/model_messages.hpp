// Sentences of models: what compiling and running one may find wrong. Those of reading the XML are
// in xml_messages.hpp.
#pragma once

#include "engine/base/message.hpp"

namespace guichet::dmn::messages {

using base::MessageText;

inline constexpr MessageText kUnknownType{"unknown-type", "« {0} » n'est pas un type du modèle",
                                          "'{0}' is not a type of the model"};
inline constexpr MessageText kRecursiveType{
    "recursive-type", "le type « {0} » se contient lui-même", "the type '{0}' contains itself"};
inline constexpr MessageText kUnknownElement{"unknown-element",
                                             "« {0} » ne désigne aucun élément du modèle",
                                             "'{0}' is no element of the model"};
inline constexpr MessageText kWrongElement{"wrong-element",
                                           "« {0} » est un élément d'un autre genre",
                                           "'{0}' is an element of another kind"};
inline constexpr MessageText kCycle{"cyclic-requirement",
                                    "« {0} » dépend de son propre résultat : {1}",
                                    "'{0}' depends on its own result: {1}"};
inline constexpr MessageText kUnknownImport{"unknown-import",
                                            "aucun modèle importé n'a l'espace de noms « {0} »",
                                            "no imported model has the namespace '{0}'"};
inline constexpr MessageText kOtherLanguage{
    "unknown-language", "le langage d'expression « {0} » n'est pas lu (FEEL l'est)",
    "the expression language '{0}' is not read (FEEL is)"};
inline constexpr MessageText kRewriteInFeel{"rewrite-in-feel",
                                            "récrire l'expression en FEEL, puis ôter "
                                            "expressionLanguage",
                                            "write it in FEEL, then drop expressionLanguage"};
// -- what other tools leave unsaid --
inline constexpr MessageText kForeignType{"foreign-type",
                                          "« {0} » n'est pas un type de DMN : lu comme {1}",
                                          "'{0}' is not a type of DMN: read as {1}"};
inline constexpr MessageText kOtherName{"other-name", "« {0} » désigne la décision requise « {1} »",
                                        "'{0}' is taken for what is required as '{1}'"};
inline constexpr MessageText kNotRequired{
    "not-required", "« {0} » est lu sans que « {1} » le requière (informationRequirement)",
    "'{0}' is read, although '{1}' does not require it (informationRequirement)"};
inline constexpr MessageText kDecisionNotRequired{
    "decision-not-required",
    "« {0} » est une décision que « {1} » ne requiert pas : il manque un informationRequirement",
    "'{0}' is a decision that '{1}' does not require: an informationRequirement is missing"};
inline constexpr MessageText kUndeclared{
    "undeclared-input", "« {0} » n'est déclaré nulle part : lu dans les données fournies",
    "'{0}' is declared nowhere: it is read from the input"};
inline constexpr MessageText kNoExpression{"no-expression", "il manque une expression",
                                           "an expression is missing"};
inline constexpr MessageText kExternal{"external-function",
                                       "la fonction externe {0}.{1} n'est pas disponible",
                                       "the external function {0}.{1} is not available"};
inline constexpr MessageText kNotFunctionItem{"wrong-type",
                                              "« {0} » n'est pas le type d'une fonction",
                                              "'{0}' is not the type of a function"};
inline constexpr MessageText kUnknownHitPolicy{
    "unknown-hit-policy", "« {0} » n'est pas une politique de table", "'{0}' is not a hit policy"};
inline constexpr MessageText kCellCount{
    "cell-count", "la règle a {0} cellules d'entrée et {1} de sortie ; la table attend {2} et {3}",
    "the rule has {0} input and {1} output entries; the table wants {2} and {3}"};
inline constexpr MessageText kTooManyInputs{"too-many-inputs",
                                            "la table a {0} entrées ; {1} au plus",
                                            "the table has {0} inputs; at most {1}"};
inline constexpr MessageText kNoOutput{"no-output", "la table n'a pas de sortie",
                                       "the table has no output"};
inline constexpr MessageText kPrioritiesNeeded{
    "priorities-needed", "la politique {0} demande l'ordre des valeurs de sortie (outputValues)",
    "hit policy {0} needs the order of output values (outputValues)"};
inline constexpr MessageText kAggregateOne{"one-output",
                                           "la politique {0} ne s'applique qu'à une sortie unique",
                                           "hit policy {0} applies to a single output only"};

inline constexpr MessageText kDefaultIsText{
    "default-not-text", "la valeur par défaut d'une sortie doit être une expression littérale",
    "the default of an output must be a literal expression"};
inline constexpr MessageText kBrokenTable{"broken-table", "la table de « {0} » est incorrecte",
                                          "the table of '{0}' is wrong"};

// -- of a run --
inline constexpr MessageText kBroken{"not-evaluated", "l'expression n'a pas pu être lue : {0}",
                                     "the expression could not be read: {0}"};
inline constexpr MessageText kDoesNotFit{"wrong-type", "{0} : {1} attendu, pas {2}",
                                         "{0}: expected {1}, not {2}"};
inline constexpr MessageText kMemberMissing{"missing-member", "{0} manque ({1} attendu)",
                                            "{0} is missing (expected {1})"};
inline constexpr MessageText kNotAllowed{"not-allowed",
                                         "{0} : {1} n'est pas permis ; attendu : {2}",
                                         "{0}: {1} is not allowed; expected: {2}"};
inline constexpr MessageText kConditionNotBoolean{"not-boolean",
                                                  "la condition est {0}, ni vraie ni fausse",
                                                  "the condition is {0}, neither true nor false"};
inline constexpr MessageText kNotAList{"not-a-list", "liste attendue, pas {0}",
                                       "expected a list, not {0}"};
inline constexpr MessageText kNoLogic{"no-logic", "la décision « {0} » n'a pas de logique",
                                      "the decision '{0}' has no logic"};
inline constexpr MessageText kMissingInput{"missing-input", "« {0} » n'est pas fourni : null",
                                           "'{0}' is not supplied: null"};
inline constexpr MessageText kUnknownInput{"unknown-input",
                                           "« {0} » n'est pas une donnée que le modèle lit",
                                           "'{0}' is not an input that the model reads"};

}  // namespace guichet::dmn::messages
