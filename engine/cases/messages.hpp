// Sentences of engine/cases: why a command is refused, what went wrong with accepted work.
#pragma once

#include "engine/base/message.hpp"

namespace guichet::cases::messages {

using base::MessageText;

inline constexpr MessageText kUnreadableFact{
    "unreadable-fact", "un fait « {0} » du journal ne se relit pas ({1})",
    "a fact '{0}' of the journal cannot be read back ({1})"};
inline constexpr MessageText kUnreadableCase{
    "unreadable-case", "la partie « {0} » d'un dossier enregistré ne se relit pas",
    "part '{0}' of a stored case cannot be read back"};
inline constexpr MessageText kUnknownInstance{
    "unknown-instance", "ce dossier n'a pas d'élément n° {0}", "this case has no item number {0}"};
inline constexpr MessageText kInstanceClosed{"instance-closed", "« {0} » est clos depuis le {1}",
                                             "'{0}' has been closed since {1}"};
inline constexpr MessageText kStaleRevision{
    "stale-revision",
    "le dossier a changé entre-temps (vous aviez vu la version {0}, il en est à la {1}) : "
    "relisez-le avant d'agir",
    "the case has changed meanwhile (you saw revision {0}, it is at {1}): read it again first"};
inline constexpr MessageText kNotOffered{
    "not-offered", "« {0} » n'est pas possible à l'étape « {1} » ; possible maintenant : {2}",
    "'{0}' is not possible at step '{1}'; possible now: {2}"};
inline constexpr MessageText kNothingOffered{
    "nothing-offered", "« {0} » n'est pas possible : rien n'est attendu à l'étape « {1} »",
    "'{0}' is not possible: nothing is awaited at step '{1}'"};
inline constexpr MessageText kWrongRole{"wrong-role", "« {0} » revient à : {1} ; vous êtes : {2}",
                                        "'{0}' is for: {1}; you are: {2}"};
inline constexpr MessageText kMissingField{"missing-field", "il manque : {0}", "missing: {0}"};
inline constexpr MessageText kUnexpectedField{"unexpected-field",
                                              "« {0} » n'accepte pas le champ « {1} »",
                                              "'{0}' does not take the field '{1}'"};
inline constexpr MessageText kRefusedByPath{"refused-by-path", "{0}", "{0}"};
inline constexpr MessageText kConditionFalse{"condition-false",
                                             "les conditions de « {0} » ne sont pas réunies",
                                             "the conditions of '{0}' are not met"};
inline constexpr MessageText kTimerGone{
    "timer-gone", "l'échéance « {0} » n'est plus armée : l'étape a été quittée ou elle est passée",
    "expected an active timer '{0}', but its state was left or it has fired"};
inline constexpr MessageText kTimerEarly{"timer-early", "l'échéance « {0} » ne tombe que le {1}",
                                         "timer '{0}' is not due before {1}"};
inline constexpr MessageText kUnknownTask{"unknown-task", "la tâche « {0} » n'est pas ouverte",
                                          "task '{0}' is not open"};
inline constexpr MessageText kEndlessStep{
    "endless-step",
    "le parcours « {0} » tourne en rond : plus de 1 000 étapes automatiques de suite",
    "path '{0}' turns in circles: more than 1,000 automatic steps in a row"};
inline constexpr MessageText kNoDefinition{"no-definition",
                                           "la version {0} du parcours n'est pas dans la base",
                                           "version {0} of the path is not in the database"};
inline constexpr MessageText kSaveNeeds{"save-needs",
                                        "pour enregistrer une demande il faut au moins : {0}",
                                        "to save a request at least these are needed: {0}"};
inline constexpr MessageText kUnknownPartner{"unknown-partner",
                                             "« {0} » n'est pas un partenaire du guichet",
                                             "'{0}' is not a partner of the desk"};
inline constexpr MessageText kNoConsent{
    "no-consent", "la personne n'a pas donné son accord pour transmettre sa demande",
    "the person has not agreed to have the request passed on"};
inline constexpr MessageText kNeedsMotive{
    "needs-motive",
    "« {0} » n'est pas désigné par la convention pour ce besoin : indiquez un motif ({1})",
    "'{0}' is not designated by the framework agreement for this need: give a motive ({1})"};
inline constexpr MessageText kAlreadyAsked{
    "already-asked", "« {0} » est déjà sollicité pour ce besoin ou a décliné",
    "'{0}' has already been asked for this need, or has declined"};
inline constexpr MessageText kUnknownField{"unknown-field", "« {0} » n'est pas un champ du guichet",
                                           "'{0}' is not a field of the desk"};

inline constexpr MessageText kConfirmPartners{"confirm-partners", "Confirmer les partenaires",
                                              "Confirm the partners"};
inline constexpr MessageText kWaitingFor{"waiting-for-partner",
                                         "{0} est complet : à reprendre le {1}",
                                         "{0} is full: to be taken up again on {1}"};
inline constexpr MessageText kNobodyDesignated{
    "nobody-designated", "Aucun partenaire n'est désigné par la convention : à décider",
    "The framework agreement designates nobody: to be decided"};
inline constexpr MessageText kPrintLetter{"print-letter", "Imprimer et poster : {0} ({1})",
                                          "Print and post: {0} ({1})"};
inline constexpr MessageText kCallInstead{"call-instead", "Appeler {0} ({1}) : {2}",
                                          "Call {0} ({1}): {2}"};
inline constexpr MessageText kTickNotDone{
    "tick-not-done", "cette tâche se fait en confirmant les partenaires (« {0} »)",
    "this task is done by confirming the partners ('{0}')"};
inline constexpr MessageText kAgendaSilence{"agenda-silence",
                                            "{0} : sans réponse pour un besoin « {1} »",
                                            "{0}: no answer for a need '{1}'"};
inline constexpr MessageText kAgendaLate{
    "agenda-late", "Besoin « {0} » en retard à l'étape « {1} »", "Need '{0}' late at step '{1}'"};

inline constexpr MessageText kNotBuilt{"not-built", "cet acte n'existe pas encore",
                                       "this act does not exist yet"};

}  // namespace guichet::cases::messages
