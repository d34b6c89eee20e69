// Sentences of engine/desk.
#pragma once

#include "engine/base/message.hpp"

namespace guichet::desk::messages {

using base::MessageText;

inline constexpr MessageText kUnknownCase{"unknown-case", "il n'y a pas de dossier {0}",
                                          "there is no case {0}"};
inline constexpr MessageText kKeyOfAnother{
    "key-of-another", "cette clé a déjà servi pour le dossier {0} : il en faut une autre",
    "this key has served for case {0} already: another one is needed"};
inline constexpr MessageText kKeyReused{
    "key-reused",
    "cette clé a déjà servi pour une autre commande du dossier {0} : il en faut une nouvelle",
    "this key has served for another command of case {0} already: a new one is needed"};
inline constexpr MessageText kUnknownColumn{
    "unknown-column", "la colonne « {0} » n'est pas connue de l'accueil (intake.yaml)",
    "the column '{0}' is not known to intake (intake.yaml)"};
inline constexpr MessageText kEmptyCell{"empty-cell", "il manque : {0}", "missing: {0}"};
inline constexpr MessageText kTwiceInFile{"twice-in-file",
                                          "le numéro « {0} » est déjà plus haut dans ce fichier",
                                          "number '{0}' stands further up in this file already"};

}  // namespace guichet::desk::messages
