// Sentences of preview, publish and migrate, and of what runs when a folder says something else.
#pragma once

#include "adapters/app/messages.hpp"

namespace guichet::app::messages {

inline constexpr MessageText kFolderBroken{
    "folder-broken",
    "le dossier {0} contient des erreurs : la version publiée le {1} reste en service",
    "the folder {0} has mistakes: the version published on {1} stays in force"};
inline constexpr MessageText kFolderDiffers{
    "folder-differs",
    "le dossier {0} dit autre chose que la version publiée le {1}, qui reste en service : « "
    "guichet "
    "preview » montre la différence, « guichet publish » mettrait le dossier à sa place",
    "the folder {0} says something else than the version published on {1}, which stays in force: "
    "'guichet preview' shows the difference, 'guichet publish' would put the folder in its place"};
inline constexpr MessageText kPublishedBroken{
    "published-broken", "la version en service ({0}) de {1} ne se charge plus",
    "the version in force ({0}) of {1} does not load any more"};
inline constexpr MessageText kMend{
    "mend",
    "un plan qui les emmène (à relire, puis : --plan FICHIER) ; ou --keep-in-flight : ils "
    "finissent sous leur version",
    "a plan that carries them (read it over, then: --plan FILE); or --keep-in-flight: they finish "
    "under their version"};
inline constexpr MessageText kMendIncomplete{
    "mend-incomplete",
    "un plan à compléter : remplacez chaque « ? » par un état, ou par {goto: ÉTAT, reason: "
    "\"POURQUOI\"}, puis --plan FICHIER ; ou --keep-in-flight : ils finissent sous leur version",
    "a plan to complete: put a state in the place of each '?', or {goto: STATE, reason: \"WHY\"}, "
    "then --plan FILE; or --keep-in-flight: they finish under their version"};
inline constexpr MessageText kNoMend{
    "mend-none",
    "aucun plan ne peut les emmener sans une règle pour leurs champs ; --keep-in-flight : ils "
    "finissent sous leur version",
    "no plan can carry them without a rule for their fields; --keep-in-flight: they finish under "
    "their version"};
inline constexpr MessageText kWouldRefuse{"would-refuse", "« publish » refuserait : {0}",
                                          "'publish' would refuse: {0}"};
inline constexpr MessageText kNothingToRevert{
    "nothing-to-revert", "aucun passage n'a eu lieu dans cette base : rien à reprendre",
    "no migration has been carried out in this database: nothing to take back"};
inline constexpr MessageText kPublishFirst{
    "publish-first", "le dossier {0} n'est pas la version en service : « guichet publish » d'abord",
    "the folder {0} is not the version in force: run 'guichet publish' first"};
inline constexpr MessageText kPublished{"published", "publié : {0}", "published: {0}"};
inline constexpr MessageText kPinned{
    "pinned",
    "{0} {0|dossier ouvert continue|dossiers ouverts continuent} sous leur version ; les nouveaux "
    "suivent celle-ci",
    "{0} open {0|case goes|cases go} on under their version; new ones follow this one"};
inline constexpr MessageText kPlanMissing{"plan-missing", "il n'y a pas de plan dans {0}",
                                          "there is no plan in {0}"};
inline constexpr MessageText kBadReplay{"bad-replay", "« {0} » n'est pas un nombre de dossiers",
                                        "'{0}' is not a number of cases"};

}  // namespace guichet::app::messages
