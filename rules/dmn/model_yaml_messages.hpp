// Sentences about `decision-model/1`.
#pragma once

#include "engine/base/message.hpp"

namespace guichet::dmn::messages {

using base::MessageText;

inline constexpr MessageText kModelNameTwice{"duplicate-name",
                                             "« {0} » figure deux fois parmi les noms du modèle",
                                             "'{0}' is there twice among the names of the model"};
inline constexpr MessageText kExprOrTable{"expr-or-table", "il faut soit « expr » soit « table »",
                                          "either 'expr' or 'table' is needed, not both"};
inline constexpr MessageText kCircle{"circle", "« {0} » dépend de soi : {1}",
                                     "'{0}' depends on itself: {1}"};
inline constexpr MessageText kUnknownModelType{
    "unknown-type", "« {0} » n'est pas un type du modèle", "'{0}' is not a type of the model"};
inline constexpr MessageText kTypeOrMembers{"type-or-members",
                                            "il faut soit « type » soit « members »",
                                            "either 'type' or 'members' is needed, not both"};
inline constexpr MessageText kUnknownMember{"unknown-member", "le modèle n'a pas de {1} « {0} »",
                                            "the model has no {1} '{0}'"};
inline constexpr MessageText kFileOutsideModel{"file-outside",
                                               "« {0} » n'est pas dans le dossier du modèle",
                                               "'{0}' is not in the model's folder"};
inline constexpr MessageText kNotInModel{
    "not-in-model", "« {0} » n'a pas d'effet dans un modèle : la table doit être utilisée seule",
    "'{0}' has no effect in a model: the table must be used by itself"};
inline constexpr MessageText kNotATableFile{
    "not-a-table-file", "« {0} » n'est pas une table de décision", "'{0}' is not a decision table"};

}  // namespace guichet::dmn::messages
