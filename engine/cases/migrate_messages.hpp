// Sentences of engine/cases about migrations.
#pragma once

#include "engine/base/message.hpp"

namespace guichet::cases::messages {

using base::MessageText;

inline constexpr MessageText kNothingToMigrate{"nothing-to-migrate",
                                               "rien de ce dossier ne relève d'une autre version",
                                               "nothing of this case is pinned to another version"};
inline constexpr MessageText kCannotMigrate{
    "cannot-migrate", "« {0} » ({1}) ne peut passer à la nouvelle version sans un plan : {2}",
    "'{0}' ({1}) cannot go over to the new version without a plan: {2}"};
inline constexpr MessageText kFieldDoesNotFit{"migrated-value-does-not-fit",
                                              "le champ « {0} » ne peut recevoir « {1} » : {2}",
                                              "the field '{0}' cannot take '{1}': {2}"};
inline constexpr MessageText kNotMigrated{
    "not-migrated", "ce dossier n'a pas changé de version par ce plan, ou en est déjà revenu",
    "this case was not migrated by this plan, or has come back already"};
inline constexpr MessageText kNotReversible{
    "not-reversible",
    "le retour n'est plus possible : le passage a envoyé des lettres, ouvert ou clos quelque chose",
    "there is no way back: the migration sent letters, or opened or closed something"};
inline constexpr MessageText kSomethingFollowed{
    "something-followed",
    "le retour n'est plus possible : depuis le passage il y a eu « {0} », le {1}",
    "there is no way back: since the migration there was '{0}', on {1}"};

}  // namespace guichet::cases::messages
