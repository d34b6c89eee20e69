// Sentences of rules/dmn about what a DMN file says; those about XML as such are in
// xml_messages.hpp.
#pragma once

#include "engine/base/message.hpp"

namespace guichet::dmn::messages {

using base::MessageText;

inline constexpr MessageText kNotDmn{"not-dmn", "« {0} » n'est pas la racine d'un modèle DMN",
                                     "'{0}' is not the root of a DMN model"};
inline constexpr MessageText kDmnRoot{
    "dmn-root", "un modèle DMN commence par « definitions » de l'espace de noms {0}",
    "a DMN model begins with 'definitions' of the namespace {0}"};
inline constexpr MessageText kUnknownDmnVersion{
    "unknown-dmn-version", "l'espace de noms « {0} » n'est d'aucune version lue ici (1.1 à 1.6)",
    "the namespace '{0}' is of no version that is read here (1.1 to 1.6)"};
inline constexpr MessageText kUnknownXmlElement{"unknown-element",
                                                "DMN ne connaît pas « {0} » dans « {1} » : ignoré",
                                                "DMN knows no '{0}' in '{1}': ignored"};
inline constexpr MessageText kUnknownAttribute{
    "unknown-attribute", "DMN ne connaît pas l'attribut « {0} » de « {1} » : ignoré",
    "DMN knows no attribute '{0}' of '{1}': ignored"};
inline constexpr MessageText kMissingElement{"missing-element", "« {0} » n'a pas de « {1} »",
                                             "'{0}' has no '{1}'"};
inline constexpr MessageText kMissingAttribute{
    "missing-attribute", "« {0} » n'a pas d'attribut « {1} »", "'{0}' has no attribute '{1}'"};
inline constexpr MessageText kElementTwice{"duplicate-element",
                                           "« {0} » ne figure qu'une fois dans « {1} »",
                                           "'{0}' may stand once only in '{1}'"};
inline constexpr MessageText kIdTwice{"duplicate-id", "l'identifiant « {0} » figure deux fois",
                                      "the id '{0}' is there twice"};
inline constexpr MessageText kNameTwice{"duplicate-name", "le nom « {0} » figure deux fois",
                                        "the name '{0}' is there twice"};
inline constexpr MessageText kFirstOnLine{"first-on-line", "une première fois à la ligne {0}",
                                          "first on line {0}"};
inline constexpr MessageText kEmptyName{"empty-name", "« {0} » n'a pas de nom",
                                        "'{0}' has no name"};
inline constexpr MessageText kUnknownReference{"unknown-reference",
                                               "« {0} » ne mène à aucun élément du modèle",
                                               "'{0}' leads to no element of the model"};
inline constexpr MessageText kNoImportOf{
    "unknown-import", "« {0} » est d'un modèle qui n'est pas importé ; importés : {1}",
    "'{0}' is of a model that is not imported; imported: {1}"};
inline constexpr MessageText kWrongReference{"wrong-reference",
                                             "« {0} » mène à « {1} », qui n'est pas : {2}",
                                             "'{0}' leads to '{1}', which is not: {2}"};
inline constexpr MessageText kReferenceForm{
    "reference-form", "une référence s'écrit « #id » ou « espace-de-noms#id »",
    "a reference is written '#id' or 'namespace#id'"};
inline constexpr MessageText kOneRequirement{
    "one-requirement", "« informationRequirement » mène à une décision ou à une donnée",
    "'informationRequirement' leads to one decision or one input"};
inline constexpr MessageText kImportedValues{
    "imported-values", "des valeurs importées ne sont pas lues : écrivez-les en FEEL",
    "imported values are not read: write them in FEEL"};
inline constexpr MessageText kWrongWord{"wrong-value", "« {0} » n'est pas admis pour {1} : {2}",
                                        "'{0}' may not stand for {1}: {2}"};
inline constexpr MessageText kEntryCount{"entry-count", "la règle a {0} « {1} » pour {2} colonnes",
                                         "the rule has {0} '{1}' for {2} columns"};
inline constexpr MessageText kRowWidth{"row-width", "la ligne a {0} cellules pour {1} colonnes",
                                       "the row has {0} cells for {1} columns"};
inline constexpr MessageText kResultLast{"result-last",
                                         "l'entrée sans variable est le résultat : la dernière",
                                         "the entry without variable is the result: the last"};

}  // namespace guichet::dmn::messages
