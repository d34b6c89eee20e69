// Sentences of engine/json. {0} is the line, {1} the column, both from 1.
#pragma once

#include "engine/base/message.hpp"

namespace guichet::json::messages {

using base::MessageText;

inline constexpr MessageText kSyntax{"json-syntax",
                                     "JSON, ligne {0}, colonne {1} : « {2} » est inattendu",
                                     "JSON, line {0}, column {1}: unexpected '{2}'"};
inline constexpr MessageText kIncomplete{"json-incomplete",
                                         "JSON, ligne {0}, colonne {1} : la fin manque",
                                         "JSON, line {0}, column {1}: the end is missing"};
inline constexpr MessageText kExtraData{"json-extra-data",
                                        "JSON, ligne {0}, colonne {1} : du texte suit la valeur",
                                        "JSON, line {0}, column {1}: text follows the value"};
inline constexpr MessageText kTooDeep{
    "json-too-deep", "JSON, ligne {0}, colonne {1} : plus de {2} niveaux d'imbrication",
    "JSON, line {0}, column {1}: more than {2} levels of nesting"};
inline constexpr MessageText kDuplicateKey{
    "json-duplicate-key", "JSON, ligne {0}, colonne {1} : la clé « {2} » est déjà définie",
    "JSON, line {0}, column {1}: the key '{2}' is already defined"};
inline constexpr MessageText kNumberOutOfRange{"json-number-out-of-range",
                                               "JSON, ligne {0}, colonne {1} : nombre hors limites",
                                               "JSON, line {0}, column {1}: number out of range"};
inline constexpr MessageText kBadEscape{
    "json-bad-escape", "JSON, ligne {0}, colonne {1} : caractère d'échappement incorrect",
    "JSON, line {0}, column {1}: wrong escape"};
inline constexpr MessageText kNotUtf8{"json-not-utf8",
                                      "JSON, ligne {0}, colonne {1} : ce n'est pas de l'UTF-8",
                                      "JSON, line {0}, column {1}: this is not UTF-8"};
inline constexpr MessageText kBadTypedValue{
    "json-bad-typed-value", "JSON, ligne {0}, colonne {1} : « {2} » n'est pas un {3}",
    "JSON, line {0}, column {1}: '{2}' is not a {3}"};

}  // namespace guichet::json::messages
