// Sentences of workflows/migrate: what changed, and what that does to cases.
#pragma once

#include "engine/base/message.hpp"

namespace guichet::migrate::messages {

using base::MessageText;

// -- differences --
inline constexpr MessageText kWorkflowAdded{"workflow-added", "nouveau parcours « {0} »",
                                            "new path '{0}'"};
inline constexpr MessageText kWorkflowRemoved{
    "workflow-removed", "le parcours « {0} » est supprimé", "the path '{0}' is removed"};
inline constexpr MessageText kStateAdded{"state-added", "nouvel état « {0} »", "new state '{0}'"};
inline constexpr MessageText kStateRemoved{"state-removed", "l'état « {0} » est supprimé",
                                           "the state '{0}' is removed"};
inline constexpr MessageText kStateKind{"state-kind-changed",
                                        "l'état « {0} » change de nature : {1}, puis {2}",
                                        "the state '{0}' changes its kind: {1}, then {2}"};
inline constexpr MessageText kStateParent{"state-parent-changed",
                                          "l'état « {0} » passe de « {1} » à « {2} »",
                                          "the state '{0}' moves from '{1}' to '{2}'"};
inline constexpr MessageText kStateRegions{"state-regions-changed",
                                           "l'état « {0} » a d'autres volets : {1}, puis {2}",
                                           "the state '{0}' has other regions: {1}, then {2}"};
inline constexpr MessageText kStateHistory{"state-history-changed",
                                           "l'historique « {0} » change : {1}, puis {2}",
                                           "the history '{0}' changes: {1}, then {2}"};
inline constexpr MessageText kStateContent{
    "state-content-changed",
    "ce que fait l'état « {0} » en entrant, en sortant ou tant qu'il dure a changé",
    "what the state '{0}' does on entry, on exit or while it lasts has changed"};
inline constexpr MessageText kTransitionAdded{"transition-added", "« {0} » : nouveau passage ({1})",
                                              "'{0}': new transition ({1})"};
inline constexpr MessageText kTransitionRemoved{
    "transition-removed", "« {0} » : passage supprimé ({1})", "'{0}': transition removed ({1})"};
inline constexpr MessageText kTransitionChanged{
    "transition-changed", "« {0} » : le passage ({1}) a d'autres conditions, suites ou lettres",
    "'{0}': the transition ({1}) has other conditions, targets or letters"};
inline constexpr MessageText kTimerAdded{"timer-added", "nouvelle minuterie « {0} » : {1}",
                                         "new timer '{0}': {1}"};
inline constexpr MessageText kTimerRemoved{"timer-removed", "minuterie « {0} » supprimée",
                                           "timer '{0}' removed"};
inline constexpr MessageText kTimerChanged{"timer-changed", "minuterie « {0} » : {1}, puis {2}",
                                           "timer '{0}': {1}, then {2}"};
inline constexpr MessageText kRoleChanged{"role-changed", "« {0} » : qui agit change, {1} puis {2}",
                                          "'{0}': who may act changes, {1} then {2}"};
inline constexpr MessageText kRequireChanged{
    "require-changed", "« {0} » : ce qui est exigé ou accepté change, {1} puis {2}",
    "'{0}': what is required or accepted changes, {1} then {2}"};
inline constexpr MessageText kShareChanged{
    "share-changed", "« {0} » : ce que les partenaires voient change, {1} puis {2}",
    "'{0}': what partners see changes, {1} then {2}"};
inline constexpr MessageText kFieldAdded{"field-added", "nouveau champ « {0} »", "new field '{0}'"};
inline constexpr MessageText kFieldRemoved{
    "field-removed", "le champ « {0} » est supprimé ; ce qui y est écrit reste au dossier",
    "the field '{0}' is removed; what is written in it stays with the case"};
inline constexpr MessageText kFieldType{"field-type-changed",
                                        "le champ « {0} » change de type : {1}, puis {2}",
                                        "the field '{0}' changes its type: {1}, then {2}"};
inline constexpr MessageText kTableChanged{"table-changed", "la table « {0} » a changé",
                                           "the table '{0}' has changed"};
inline constexpr MessageText kConventionChanged{
    "convention-changed", "la convention « {0} » a changé", "the convention '{0}' has changed"};
inline constexpr MessageText kIntakeChanged{
    "intake-changed",
    "l'accueil (intake.yaml) a changé pour les demandes "
    "à venir",
    "intake (intake.yaml) has changed for requests to come"};

// -- why a position is not simply carried over --
inline constexpr MessageText kPathGone{"path-gone", "le parcours « {0} » n'existe plus",
                                       "the path '{0}' is gone"};
inline constexpr MessageText kStateGone{"state-gone", "l'état « {0} » n'existe plus",
                                        "the state '{0}' is gone"};
inline constexpr MessageText kKindDiffers{
    "kind-differs", "l'état « {0} » n'a plus la même nature ({1}, maintenant {2})",
    "the state '{0}' is of another kind ({1}, now {2})"};
inline constexpr MessageText kHistoryGone{
    "history-gone", "l'historique « {0} », où des états sont retenus, n'existe plus ou a changé",
    "the history '{0}', which remembers states, is gone or has changed"};
inline constexpr MessageText kRegionMissing{
    "region-missing", "dans « {0} », aucun état du volet « {1} » ne serait actif",
    "in '{0}', no state of the region '{1}' would be active"};
inline constexpr MessageText kRegionBegins{
    "region-begins", "dans « {0} », le nouveau volet « {1} » commence par « {2} »",
    "in '{0}', the new region '{1}' begins in '{2}'"};
inline constexpr MessageText kTwoInOne{"two-in-one",
                                       "« {0} » aurait deux états actifs : « {1} » et « {2} »",
                                       "'{0}' would have two active states: '{1}' and '{2}'"};
inline constexpr MessageText kUnreachable{
    "unreachable-target",
    "« {0} » ne peut être atteint dans la nouvelle version (force: true l'autorise)",
    "'{0}' cannot be reached in the new version (force: true allows it)"};
inline constexpr MessageText kDoesNotFit{
    "value-does-not-fit", "le champ « {0} » contient une valeur qui ne convient plus : {1}",
    "the field '{0}' holds a value that fits no more: {1}"};

// -- plan files --
inline constexpr MessageText kUnknownWorkflow{"unknown-workflow",
                                              "« {0} » n'est un parcours d'aucune des versions",
                                              "'{0}' is a path of none of the versions"};
inline constexpr MessageText kUnknownVersion{
    "unknown-version", "« {0} » n'est l'étiquette ni l'empreinte d'aucune version connue",
    "'{0}' is neither the label nor the hash of a known version"};
inline constexpr MessageText kOtherTarget{
    "other-target", "le plan mène à « {0} », mais le dossier contient la version « {1} »",
    "the plan leads to '{0}', but the folder holds the version '{1}'"};
inline constexpr MessageText kUnknownOldState{
    "unknown-old-state", "« {0} » n'est un état d'aucune des versions de départ",
    "'{0}' is a state of none of the versions it starts from"};
inline constexpr MessageText kUnknownNewState{"unknown-new-state",
                                              "« {0} » n'est pas un état de la nouvelle version",
                                              "'{0}' is not a state of the new version"};
inline constexpr MessageText kNotAPlace{
    "not-a-place", "« {0} » est un historique : nommez un état où un dossier peut se trouver",
    "'{0}' is a history: name a state that a case can stand in"};
inline constexpr MessageText kUnknownNewField{"unknown-new-field",
                                              "« {0} » n'est pas un champ de la nouvelle version",
                                              "'{0}' is not a field of the new version"};
inline constexpr MessageText kUnknownOldField{"unknown-old-field",
                                              "« {0} » n'est un champ d'aucune des versions de "
                                              "départ",
                                              "'{0}' is a field of none of the versions it starts "
                                              "from"};
inline constexpr MessageText kUnknownTimer{"unknown-timer",
                                           "« {0} » n'est pas une minuterie de la nouvelle version",
                                           "'{0}' is not a timer of the new version"};
inline constexpr MessageText kUnknownTimerChange{"unknown-timer-change",
                                                 "« {0} » : écrire keep, rebase ou restart",
                                                 "'{0}': write keep, rebase or restart"};
inline constexpr MessageText kUnknownUnmapped{"unknown-unmapped",
                                              "« {0} » : écrire leave, refuse ou incident",
                                              "'{0}': write leave, refuse or incident"};
inline constexpr MessageText kNothingToDo{
    "field-rule-empty", "« {0} » : dites from (le champ d'avant), using (la formule) ou les deux",
    "'{0}': say from (the field before), using (the formula) or both"};
inline constexpr MessageText kUnusedRule{"rule-unused",
                                         "aucun dossier en cours n'est concerné par « {0} »",
                                         "no open case is concerned by '{0}'"};
inline constexpr MessageText kTimerHint{
    "timer-rule-hint",
    "une minuterie s'écrit chemin.minuterie, ou chemin.* pour toutes celles d'un état",
    "a timer is written path.timer, or path.* for all of a state's"};

inline constexpr MessageText kIncomplete{
    "plan-incomplete", "le plan ne dit pas où vont les dossiers qui sont dans « {0} »",
    "the plan does not say where the cases go that stand in '{0}'"};
inline constexpr MessageText kIncompleteHint{
    "plan-incomplete-hint",
    "écrivez un état ({0}), qui leur laisse tâches et échéances, ou {goto: ÉTAT, reason: "
    "\"POURQUOI\"}, qui les y fait entrer",
    "write a state ({0}), which leaves them their tasks and due dates, or {goto: STATE, reason: "
    "\"WHY\"}, which makes them enter it"};
inline constexpr MessageText kReasonMissing{
    "reason-missing",
    "dites pourquoi ces dossiers vont dans « {0} » (reason) : leur journal le garde",
    "say why these cases go to '{0}' (reason): their journals keep it"};

// -- plans that are suggested: what stands beside a line --
inline constexpr MessageText kForgets{"suggested-forgets",
                                      "l'historique n'existe plus : la reprise partira du début",
                                      "the history is gone: going back will begin anew"};
inline constexpr MessageText kFirstPart{"suggested-first-part",
                                        "« {0} » a maintenant des parties : la première",
                                        "'{0}' has parts now: the first of them"};
inline constexpr MessageText kSameName{"suggested-same-name", "même nom ailleurs : « {0} »",
                                       "the same name elsewhere: '{0}'"};
inline constexpr MessageText kSameActs{"suggested-same-acts",
                                       "renommé ? mêmes actes, minuteries et suites ({0})",
                                       "renamed? the same acts, timers and targets ({0})"};
inline constexpr MessageText kSameTitle{"suggested-same-title", "renommé ? même titre : « {0} »",
                                        "renamed? the same title: '{0}'"};
inline constexpr MessageText kSameTask{"suggested-same-task", "renommé ? même tâche",
                                       "renamed? the same task"};
inline constexpr MessageText kSameOutcome{
    "suggested-same-outcome", "renommé ? même issue : « {0} »", "renamed? the same outcome: '{0}'"};
inline constexpr MessageText kChoose{"suggested-choose", "à compléter, par exemple : {0}",
                                     "to be completed, for example: {0}"};

}  // namespace guichet::migrate::messages
