// Sentences of rules/dmn about turning a model into YAML.
#pragma once

#include "engine/base/message.hpp"

namespace guichet::dmn::messages {

using base::MessageText;

inline constexpr MessageText kNoSuchDecision{
    "unknown-decision", "le modèle n'a pas de décision « {0} »", "the model has no decision '{0}'"};
inline constexpr MessageText kWhichDecision{"which-decision",
                                            "le modèle a plusieurs tables de décision : {0}",
                                            "the model has several decision tables: {0}"};
inline constexpr MessageText kNameDecision{"name-the-decision", "dites laquelle (--decision)",
                                           "say which one (--decision)"};
inline constexpr MessageText kNoTableAtAll{"no-table", "aucune décision du modèle n'est une table",
                                           "no decision of the model is a table"};
inline constexpr MessageText kNotATable{"not-a-table", "la décision « {0} » n'est pas une table",
                                        "the decision '{0}' is not a table"};
inline constexpr MessageText kNotFeel{"other-language",
                                      "une table YAML est en FEEL, ceci est en « {0} »",
                                      "a YAML table is in FEEL, this is in '{0}'"};
inline constexpr MessageText kNotInYaml{
    "not-in-yaml", "une table YAML ne peut pas contenir la décision « {0} » ; voici pourquoi",
    "a YAML table cannot hold the decision '{0}'; the reasons follow"};

inline constexpr MessageText kModelNotInYaml{
    "not-in-yaml", "le modèle « {0} » ne s'écrit pas en YAML ; voici pourquoi",
    "the model '{0}' cannot be written in YAML; the reasons follow"};
inline constexpr MessageText kTypeLost{"type-lost",
                                       "le type de « {0} » ({1}) ne figure pas dans le texte FEEL",
                                       "the type of '{0}' ({1}) is not in the FEEL text"};
inline constexpr MessageText kForeignFunction{"foreign-function",
                                              "une fonction d'un autre langage n'est pas du FEEL",
                                              "a function of another language is not FEEL"};
inline constexpr MessageText kTableInside{
    "table-inside", "une table à l'intérieur d'une autre expression ne s'écrit pas en FEEL",
    "a table inside another expression cannot be written in FEEL"};
inline constexpr MessageText kNoImportsInYaml{
    "no-imports", "un modèle YAML n'importe pas d'autre modèle (« {0} »)",
    "a YAML model imports no other model ('{0}')"};
inline constexpr MessageText kFunctionType{"function-type",
                                           "un modèle YAML n'a pas de type de fonction (« {0} »)",
                                           "a YAML model has no function types ('{0}')"};

}  // namespace guichet::dmn::messages
