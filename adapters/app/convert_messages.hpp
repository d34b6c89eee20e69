// Sentences of `guichet convert`.
#pragma once

#include "engine/base/message.hpp"

namespace guichet::app::messages {

inline constexpr base::MessageText kUnknownForm{
    "unknown-form", "« {0} » n'est pas une forme ; au choix : dmn, yaml, csv",
    "'{0}' is not a form; one of: dmn, yaml, csv"};
inline constexpr base::MessageText kUnknownVersion{
    "unknown-version", "« {0} » n'est pas une version écrite ici ; au choix : 1.3, 1.4, 1.5, 1.6",
    "'{0}' is not a version that is written here; one of: 1.3, 1.4, 1.5, 1.6"};
inline constexpr base::MessageText kNotConvertible{
    "not-convertible",
    "« {0} » n'est ni du DMN ni une table (guichet: decision-table/1) ni un modèle"
    " (guichet: decision-model/1)",
    "'{0}' is neither DMN nor a table (guichet: decision-table/1) nor a model"
    " (guichet: decision-model/1)"};
inline constexpr base::MessageText kNeedsOutput{
    "needs-output",
    "la table est trop grande pour un seul fichier : avec --output, ses règles vont dans un CSV",
    "the table is too large for one file: with --output its rules go to a CSV file"};

}  // namespace guichet::app::messages
