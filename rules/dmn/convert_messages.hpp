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
inline constexpr MessageText kOtherLanguage{"other-language",
                                            "une table YAML est en FEEL, ceci est en « {0} »",
                                            "a YAML table is in FEEL, this is in '{0}'"};
inline constexpr MessageText kNotInYaml{
    "not-in-yaml", "une table YAML ne peut pas contenir la décision « {0} » ; voici pourquoi",
    "a YAML table cannot hold the decision '{0}'; the reasons follow"};

}  // namespace guichet::dmn::messages
