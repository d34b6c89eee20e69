// Why a built-in function came to null; {0} is its name. The other reasons are in messages.hpp.
#pragma once

#include "engine/base/message.hpp"

namespace guichet::feel::reasons {

using base::MessageText;

inline constexpr MessageText kEmptyList{"bad-argument", "« {0} » : la liste est vide",
                                        "'{0}': the list is empty"};
// Not a mistake by the standard: the median of nothing is nothing.
inline constexpr MessageText kMedianOfNothing{"empty-list", "la médiane d'une liste vide est null",
                                              "the median of an empty list is null"};
inline constexpr MessageText kEndsNotInOrder{"bad-argument", "« {0} » : bornes sans ordre",
                                             "'{0}': the ends are not in order"};
inline constexpr MessageText kItemNoContext{
    "bad-argument", "« {0} » : un élément n'est pas un contexte", "'{0}': an item is no context"};
inline constexpr MessageText kItemNoNumber{"bad-argument",
                                           "« {0} » : la liste ne doit contenir que des nombres",
                                           "'{0}': an item is no number"};
inline constexpr MessageText kItemNoString{"bad-argument",
                                           "« {0} » : la liste ne doit contenir que des chaînes",
                                           "'{0}': an item is no string"};
inline constexpr MessageText kItemsWithoutOrder{"bad-argument",
                                                "« {0} » : éléments sans ordre commun",
                                                "'{0}': the items have no common order"};
inline constexpr MessageText kKeyOrValueMissing{"bad-argument", "« {0} » : il manque key ou value",
                                                "'{0}': key or value is missing"};
inline constexpr MessageText kMalformedEnd{"bad-argument", "« {0} » : borne mal formée",
                                           "'{0}': an end is malformed"};
inline constexpr MessageText kMalformedRange{"bad-argument", "« {0} » : intervalle mal formé",
                                             "'{0}': the range is malformed"};
inline constexpr MessageText kMalformedReplacement{
    "bad-argument", "« {0} » : remplacement mal formé", "'{0}': the replacement is malformed"};
inline constexpr MessageText kMissingEndClosed{"bad-argument",
                                               "« {0} » : une borne absente doit être ouverte",
                                               "'{0}': a missing end must be open"};
inline constexpr MessageText kNoBooleanGiven{"bad-argument",
                                             "« {0} » : la fonction ne rend pas un booléen",
                                             "'{0}': the function gives no boolean"};
inline constexpr MessageText kNoSuchLength{"bad-argument", "« {0} » : longueur impossible",
                                           "'{0}': no such length"};
inline constexpr MessageText kNoSuchPath{"bad-argument", "« {0} » : chemin impossible",
                                         "'{0}': no such path"};
inline constexpr MessageText kNoSuchPosition{"bad-argument", "« {0} » : position hors de la chaîne",
                                             "'{0}': no such position"};
inline constexpr MessageText kNullArgument{"bad-argument", "« {0} » : un argument est null",
                                           "'{0}': an argument is null"};
inline constexpr MessageText kNullHasNoText{"bad-argument", "« {0} » : null n'a pas de texte",
                                            "'{0}': null has no text"};
inline constexpr MessageText kPathEmpty{"bad-argument", "« {0} » : le chemin est vide",
                                        "'{0}': the path is empty"};
inline constexpr MessageText kPathTooLong{"bad-argument", "« {0} » : le chemin est trop long",
                                          "'{0}': the path is too long"};
inline constexpr MessageText kPatternMatchesEmpty{"bad-argument",
                                                  "« {0} » : le motif accepte la chaîne vide",
                                                  "'{0}': the pattern matches an empty string"};
inline constexpr MessageText kSameSeparators{"bad-argument",
                                             "« {0} » : les deux séparateurs sont égaux",
                                             "'{0}': both separators are the same"};
inline constexpr MessageText kScaleOutOfRange{"bad-argument", "« {0} » : échelle hors limites",
                                              "'{0}': the scale is out of range"};
inline constexpr MessageText kTwoNumbersNeeded{"bad-argument",
                                               "« {0} » : il faut au moins deux nombres",
                                               "'{0}': at least two numbers are needed"};
inline constexpr MessageText kUnknownDecimalSign{"bad-argument",
                                                 "« {0} » : séparateur décimal inconnu",
                                                 "'{0}': the decimal separator is not known"};
inline constexpr MessageText kUnknownGrouping{"bad-argument",
                                              "« {0} » : séparateur de milliers inconnu",
                                              "'{0}': the grouping separator is not known"};
inline constexpr MessageText kValuesWithoutOrder{"bad-argument",
                                                 "« {0} » : valeurs sans ordre commun",
                                                 "'{0}': the values have no common order"};
inline constexpr MessageText kWholeNumberNeeded{"bad-argument", "« {0} » : un entier est attendu",
                                                "'{0}': a whole number is expected"};

}  // namespace guichet::feel::reasons
