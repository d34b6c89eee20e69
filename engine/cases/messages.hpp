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
inline constexpr MessageText kFieldNotYours{
    "field-not-yours", "vous ne pouvez pas écrire le champ « {0} » à cette étape",
    "you may not write the field '{0}' at this stage"};
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

inline constexpr MessageText kAskOutside{
    "ask-outside", "La convention a pris fin : choisir les partenaires, avec un motif",
    "The framework agreement has ended: choose the partners, with a motive"};
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
inline constexpr MessageText kCallAfterBounce{"call-after-bounce",
                                              "Appeler {0} : la lettre « {1} » n'est pas arrivée",
                                              "Call {0}: letter '{1}' did not arrive"};
inline constexpr MessageText kTickNotDone{
    "tick-not-done", "cette tâche se fait en confirmant les partenaires (« {0} »)",
    "this task is done by confirming the partners ('{0}')"};
inline constexpr MessageText kAgendaSilence{"agenda-silence",
                                            "{0} : sans réponse pour un besoin « {1} »",
                                            "{0}: no answer for a need '{1}'"};
inline constexpr MessageText kAgendaLate{
    "agenda-late", "Besoin « {0} » en retard à l'étape « {1} »", "Need '{0}' late at step '{1}'"};

inline constexpr MessageText kNoConsentFor{
    "no-consent-for", "la personne n'a pas donné son accord pour transmettre sa demande à « {0} »",
    "the person has not agreed to have the request passed on to '{0}'"};
inline constexpr MessageText kNoConsentState{
    "no-consent-state", "« {0} » : un accord est donné (given), refusé (refused) ou retiré (withdrawn)",
    "'{0}': a consent is given, refused or withdrawn"};
inline constexpr MessageText kNoConsentField{"no-consent-field",
                                             "« {0} » n'est pas un champ d'accord du guichet",
                                             "'{0}' is not a consent field of the desk"};
inline constexpr MessageText kNothingToWithdraw{
    "nothing-to-withdraw", "la personne n'a pas donné d'accord qui puisse être retiré",
    "there is no agreement of the person to withdraw"};
inline constexpr MessageText kSaidAlready{"said-already", "c'est déjà enregistré ainsi ({0})",
                                          "this is recorded already ({0})"};
inline constexpr MessageText kSaidInFuture{"said-in-future",
                                           "ce qui est dit est dit : le {0} est dans l'avenir",
                                           "what was said is past: {0} lies in the future"};
inline constexpr MessageText kForStaff{"for-staff", "cet acte revient au guichet",
                                       "this act is for the desk's staff"};
inline constexpr MessageText kNotForPartners{
    "not-for-partners", "cet acte revient à la personne ou au guichet, pas à un partenaire",
    "this act is for the person or the desk, not for a partner"};
inline constexpr MessageText kHeld{
    "held", "« {0} » est en attente : ce dossier est réuni au dossier {1}, où la suite se fait",
    "'{0}' stands still: this case is merged into {1}, where things go on"};

inline constexpr MessageText kUnknownTheme{"unknown-theme", "« {0} » n'est pas un thème ({1})",
                                           "'{0}' is not a theme ({1})"};
inline constexpr MessageText kNotANeed{"not-a-need", "« {0} » n'est pas un besoin",
                                       "'{0}' is not a need"};
inline constexpr MessageText kSameTheme{"same-theme", "ce besoin est déjà du thème « {0} »",
                                        "this need is of theme '{0}' already"};
inline constexpr MessageText kThemeOpen{"theme-open",
                                        "un besoin « {0} » est déjà ouvert dans ce dossier",
                                        "a need '{0}' is open in this case already"};
inline constexpr MessageText kNotAsked{"not-asked",
                                       "« {0} » n'est pas sollicité pour ce besoin : rien à garder",
                                       "'{0}' is not being asked for this need: nothing to keep"};
inline constexpr MessageText kCaseRefused{
    "case-refused", "la demande n'est pas qualifiée ou n'est pas recevable : pas de second besoin",
    "the request is not qualified, or was refused: no further need"};

inline constexpr MessageText kNothingToUndo{"nothing-to-undo", "il n'y a pas d'acte à annuler",
                                            "there is no act to take back"};
inline constexpr MessageText kNotLastAct{
    "not-last-act", "l'acte n° {0} n'est pas le dernier du dossier : c'est « {1} » (n° {2})",
    "act {0} is not the last one of the case: that is '{1}' ({2})"};
inline constexpr MessageText kUndoIsTheirs{
    "undo-is-theirs", "« {0} » s'annule par qui l'a fait ({1}) ou par la coordination",
    "'{0}' is taken back by who did it ({1}) or by a coordinator"};
inline constexpr MessageText kNoUndo{"no-undo", "« {0} » ne s'annule pas ainsi ; {1}",
                                     "'{0}' is not taken back this way; {1}"};
inline constexpr MessageText kPutRightAgain{"put-right-again",
                                            "une correction se corrige par une autre",
                                            "what was put right is put right again by another act"};
inline constexpr MessageText kTooOld{"undo-too-old", "il date d'avant cette possibilité",
                                     "it is from before this was possible"};
inline constexpr MessageText kMergeBack{"merge-back", "séparez ou réunissez de nouveau les dossiers",
                                        "part or merge the cases again"};
inline constexpr MessageText kGoneOn{"gone-on", "« {0} » a avancé depuis ({1}) : il n'est plus temps",
                                     "'{0}' has gone on since ({1}): it is too late"};
inline constexpr MessageText kFieldChanged{"field-changed", "« {0} » a été changé depuis",
                                           "'{0}' has been changed since"};

inline constexpr MessageText kNoLetter{"no-letter", "ce dossier n'a pas de lettre « {0} »",
                                       "this case has no letter '{0}'"};
inline constexpr MessageText kLetterLeft{
    "letter-left", "la lettre « {0} » à {1} est partie, ou a déjà été rappelée",
    "letter '{0}' to {1} has left, or has been called back already"};

inline constexpr MessageText kUnknownCase{"unknown-case", "il n'y a pas de dossier {0}",
                                          "there is no case {0}"};
inline constexpr MessageText kClosedCase{"closed-case", "le dossier {0} est clos",
                                         "case {0} is closed"};

}  // namespace guichet::cases::messages
