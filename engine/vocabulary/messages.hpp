// Sentences of engine/vocabulary about its files; those said to whoever types a value are in
// value_messages.hpp.
#pragma once

#include "engine/base/message.hpp"

namespace guichet::vocabulary::messages {

using base::MessageText;

// fields.yaml
inline constexpr MessageText kUnknownType{"unknown-field-type", "le type « {0} » n'existe pas",
                                          "the type '{0}' does not exist"};
inline constexpr MessageText kTypesAre{"field-types-are",
                                       "types possibles : {0}, et « list of » devant l'un d'eux",
                                       "possible types: {0}, and 'list of' before one of them"};
inline constexpr MessageText kUnknownSubject{
    "unknown-subject", "un champ ne peut pas décrire « {0} »", "a field cannot describe '{0}'"};
inline constexpr MessageText kOneOf{"one-of", "possibilités : {0}", "possible: {0}"};
inline constexpr MessageText kNoListOfConsents{
    "no-list-of-consents", "un accord ne se met pas en liste", "a consent does not go into a list"};
inline constexpr MessageText kNeedsKey{"type-needs-key", "un champ de type « {0} » demande « {1} »",
                                       "a field of type '{0}' needs '{1}'"};
inline constexpr MessageText kKeyWithoutUse{"key-without-use",
                                            "« {0} » ne sert pas à un champ de type « {1} »",
                                            "'{0}' has no use in a field of type '{1}'"};
inline constexpr MessageText kRepeatedValue{"repeated-value", "la valeur « {0} » est déjà là",
                                            "the value '{0}' is there already"};
inline constexpr MessageText kEmptyValue{"empty-value", "une valeur vide n'est pas un choix",
                                         "an empty value is no choice"};
inline constexpr MessageText kLabelOfNothing{"label-of-nothing",
                                             "« {0} » n'est pas une des valeurs du champ",
                                             "'{0}' is not one of the field's values"};
inline constexpr MessageText kUnknownReferential{"unknown-referential",
                                                 "le référentiel « {0} » n'est pas déclaré",
                                                 "the referential '{0}' is not declared"};
inline constexpr MessageText kUnknownMeaning{
    "unknown-meaning", "« {0} » n'est pas un sens d'accord", "'{0}' is no meaning of a consent"};
inline constexpr MessageText kUnknownClass{"unknown-class",
                                           "la classe de données « {0} » n'est pas déclarée",
                                           "the data class '{0}' is not declared"};
inline constexpr MessageText kNotARetention{
    "not-a-retention", "« {0} » n'est pas une durée de conservation", "'{0}' is no retention time"};
inline constexpr MessageText kRetentionHint{"retention-hint", "par exemple P3Y ou P18M",
                                            "for example P3Y or P18M"};
inline constexpr MessageText kReservedId{
    "reserved-id", "« {0} » a déjà un sens dans les expressions : choisissez un autre nom",
    "'{0}' has a meaning of its own in expressions: choose another name"};
inline constexpr MessageText kCheckAgainstToday{"check-against-today",
                                                "« check » ne peut pas dépendre du jour : « {0} »",
                                                "'check' cannot depend on the day: '{0}'"};

// Referentials
inline constexpr MessageText kUnknownColumn{"unknown-column",
                                            "le référentiel « {0} » n'a pas de colonne « {1} »",
                                            "the referential '{0}' has no column '{1}'"};
inline constexpr MessageText kRepeatedCode{"repeated-code", "le code « {0} » est déjà défini",
                                           "the code '{0}' is already defined"};
inline constexpr MessageText kEmptyCode{"empty-code", "cette ligne n'a pas de code",
                                        "this row has no code"};

// Notes of lookup()
inline constexpr MessageText kLookupUnknownList{"lookup-unknown-list",
                                                "le référentiel « {0} » n'existe pas",
                                                "the referential '{0}' does not exist"};
inline constexpr MessageText kLookupUnknownCode{"lookup-unknown-code",
                                                "le code « {1} » n'est pas dans « {0} »",
                                                "the code '{1}' is not in '{0}'"};
inline constexpr MessageText kLookupWithoutCode{"lookup-without-code",
                                                "le code à chercher dans « {0} » est inconnu",
                                                "the code to look up in '{0}' is unknown"};

}  // namespace guichet::vocabulary::messages
