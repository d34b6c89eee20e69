// Sentences of workflows/check about names; those about forms are in form_messages.hpp, those about
// what a path can do in finding_messages.hpp.
#pragma once

#include "engine/base/message.hpp"

namespace guichet::check::messages {

using base::MessageText;

// Files and kinds.
inline constexpr MessageText kUnknownKind{"unknown-kind", "« {0} » n'est pas une sorte de parcours",
                                          "'{0}' is no kind of workflow"};
inline constexpr MessageText kKindNotYet{
    "not-yet", "la sorte « {0} » est comprise mais pas encore exécutée par cette version",
    "the kind '{0}' is understood but not carried out by this version"};
inline constexpr MessageText kDuplicateWorkflow{"duplicate-workflow",
                                                "un autre fichier définit déjà le parcours « {0} »",
                                                "another file defines the workflow '{0}' already"};
inline constexpr MessageText kUnknownBase{"unknown-base",
                                          "« extends » : le parcours « {0} » n'existe pas",
                                          "'extends': there is no workflow '{0}'"};
inline constexpr MessageText kNotABase{
    "not-a-base", "« {0} » ne peut pas être étendu : il n'est pas de sorte « base »",
    "'{0}' cannot be extended: it is not of kind 'base'"};
inline constexpr MessageText kBaseExtends{"base-extends",
                                          "un parcours de sorte « base » n'en étend pas un autre",
                                          "a workflow of kind 'base' does not extend another"};
inline constexpr MessageText kUnusedBase{"unused-base", "aucun parcours n'étend « {0} »",
                                         "no workflow extends '{0}'"};
inline constexpr MessageText kOnlyWhenExtending{"only-when-extending",
                                                "« remove » n'a de sens qu'avec « extends »",
                                                "'remove' makes sense with 'extends' only"};

// Names.
inline constexpr MessageText kUnknownState{"unknown-state", "l'état « {0} » n'existe pas",
                                           "there is no state '{0}'"};
inline constexpr MessageText kNotReachableByName{
    "not-in-sight", "« {0} » existe mais ne se voit pas d'ici ; écrivez son chemin : {1}",
    "'{0}' exists but is not in sight from here; write its path: {1}"};
inline constexpr MessageText kAmbiguousState{"ambiguous-state",
                                             "« {0} » désigne deux états à la même distance : {1}",
                                             "'{0}' names two states at one distance: {1}"};
inline constexpr MessageText kWritePath{"write-path", "écrivez le chemin depuis la racine",
                                        "write the path from the root"};
inline constexpr MessageText kUnknownRole{"unknown-role", "le rôle « {0} » n'est pas déclaré",
                                          "the role '{0}' is not declared"};
inline constexpr MessageText kDeclaredRoles{"declared-roles", "rôles déclarés dans desk.yaml : {0}",
                                            "roles declared in desk.yaml: {0}"};
inline constexpr MessageText kUnknownField{"unknown-field",
                                           "le champ « {0} » n'est pas déclaré dans fields.yaml",
                                           "the field '{0}' is not declared in fields.yaml"};
inline constexpr MessageText kForeignField{"foreign-field",
                                           "le champ « {0} » n'appartient pas à ce parcours",
                                           "the field '{0}' does not belong to this workflow"};
inline constexpr MessageText kAddToFields{"add-to-fields",
                                          "ajoutez-le à « fields: » s'il est bien à lui",
                                          "add it to 'fields:' if it does"};
inline constexpr MessageText kFieldOfOther{
    "field-of-other",
    "le champ « {0} » décrit autre chose (« of: {1} ») et ne peut être à ce parcours",
    "the field '{0}' describes something else ('of: {1}') and cannot belong to this workflow"};
inline constexpr MessageText kNotAList{"not-a-list", "le champ « {0} » n'est pas une liste",
                                       "the field '{0}' is not a list"};
inline constexpr MessageText kUnknownLetter{"unknown-letter",
                                            "le courrier « {0} » n'est pas dans letters/",
                                            "the letter '{0}' is not in letters/"};
inline constexpr MessageText kDefaultLetter{
    "default-letter", "c'est le courrier par défaut ; « letter: » en nomme un autre",
    "this is the letter by default; 'letter:' names another"};
inline constexpr MessageText kLetterWanted{"letter-wanted", "quel courrier envoyer à « {0} » ?",
                                           "which letter is to be sent to '{0}'?"};
inline constexpr MessageText kWriteLetter{"write-letter", "ajoutez « letter: ... »",
                                          "add 'letter: ...'"};
inline constexpr MessageText kLetterNamesTimer{
    "letter-names-timer", "le courrier « {0} » annonce l'échéance « {1} », que ce parcours n'a pas",
    "the letter '{0}' announces the due date '{1}', which this workflow lacks"};
inline constexpr MessageText kUnknownTable{"unknown-table",
                                           "la table de décision « {0} » n'est pas dans rules/",
                                           "the decision table '{0}' is not in rules/"};
inline constexpr MessageText kUnknownConvention{"unknown-convention",
                                                "la convention « {0} » n'est pas dans rules/",
                                                "the convention '{0}' is not in rules/"};
inline constexpr MessageText kUnknownRefusal{
    "unknown-refusal", "le motif de refus « {0} » n'est pas dans « refusals: » de desk.yaml",
    "the refusal '{0}' is not under 'refusals:' in desk.yaml"};
inline constexpr MessageText kUnknownWorkflow{
    "unknown-workflow", "le parcours « {0} » n'existe pas", "there is no workflow '{0}'"};
inline constexpr MessageText kNotAReferral{"not-a-referral",
                                           "le parcours « {0} » n'est pas de sorte « referral »",
                                           "the workflow '{0}' is not of kind 'referral'"};
inline constexpr MessageText kUnknownTask{"unknown-task", "aucune tâche ne s'appelle « {0} »",
                                          "no task is called '{0}'"};
inline constexpr MessageText kUnknownSend{"unknown-send", "aucun « send » ne s'appelle « {0} »",
                                          "no 'send' is called '{0}'"};
inline constexpr MessageText kUnknownTimer{"unknown-timer", "aucune minuterie ne s'appelle « {0} »",
                                           "no timer is called '{0}'"};
inline constexpr MessageText kUnknownCalendar{"unknown-calendar",
                                              "le calendrier « {0} » n'est pas dans calendars/",
                                              "the calendar '{0}' is not in calendars/"};
inline constexpr MessageText kUnknownTag{"unknown-tag", "aucun état ne porte la marque « {0} »",
                                         "no state has the tag '{0}'"};
inline constexpr MessageText kUnlikelyEvent{
    "unlikely-event", "rien ne déclenche l'évènement « {0} »", "nothing raises the event '{0}'"};

}  // namespace guichet::check::messages
