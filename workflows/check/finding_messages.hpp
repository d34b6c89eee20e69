// Sentences of workflows/check about what a path can and cannot do.
#pragma once

#include "engine/base/message.hpp"

namespace guichet::check::messages {

using base::MessageText;

inline constexpr MessageText kUnreachable{"unreachable-state", "rien ne mène à l'état « {0} »",
                                          "nothing leads to the state '{0}'"};
inline constexpr MessageText kLeadThere{"lead-there",
                                        "écrivez « goto: {0} » quelque part, ou ôtez l'état",
                                        "write 'goto: {0}' somewhere, or remove the state"};
inline constexpr MessageText kLeadOut{
    "lead-out", "donnez-lui un acte, un évènement ou une minuterie avec « goto: »",
    "give it an act, an event or a timer with 'goto:'"};
inline constexpr MessageText kAddEnd{
    "add-end", "ajoutez un état, par exemple « clos: {final: true, outcome: ...} »",
    "add a state, for example 'closed: {final: true, outcome: ...}'"};
inline constexpr MessageText kEndlessApplicant{
    "endless-wait", "« {0} » attend le demandeur sans échéance qui en fasse sortir",
    "'{0}' waits for the applicant with no deadline that leaves"};
inline constexpr MessageText kLeadOutOfCircle{
    "lead-out-of-circle", "donnez à une ligne une condition que le parcours finit par changer",
    "give a line a condition that the workflow comes to change"};
inline constexpr MessageText kWriteGoto{"write-goto", "ajoutez « goto: » ou « do: »",
                                        "add 'goto:' or 'do:'"};
inline constexpr MessageText kAddFinal{"add-final",
                                       "ajoutez-y un état avec « final: true », ou ôtez « done »",
                                       "add a state with 'final: true' to it, or remove 'done'"};
inline constexpr MessageText kMistakenKind{
    "mistaken-kind", "« kind: {0} », mais un partenaire y répond",
    "'kind: {0}', but a partner answers in it"};
inline constexpr MessageText kKindReferral{"kind-referral", "écrivez « kind: referral »",
                                           "write 'kind: referral'"};
inline constexpr MessageText kOutcomeNotFinal{
    "outcome-not-final", "« {0} » n'a de sens que dans un état final",
    "'{0}' makes sense in a final state only"};
inline constexpr MessageText kMakeFinal{"make-final", "ajoutez « final: true »",
                                        "add 'final: true'"};
inline constexpr MessageText kDoesNothing{"does-nothing", "« {0} » ne fait rien",
                                          "'{0}' does nothing"};
inline constexpr MessageText kSayWhat{
    "say-what", "ajoutez « goto: », « do: », ou « remind: » à une minuterie",
    "add 'goto:', 'do:', or 'remind:' to a timer"};
inline constexpr MessageText kAcceptedUnheard{
    "referral-unheard", "rien ne suit quand un partenaire accepte dans « {0} »",
    "nothing follows when a partner accepts in '{0}'"};
inline constexpr MessageText kNobodyUnheard{
    "referral-unheard", "si aucun partenaire n'est trouvé, « {0} » attend sans fin",
    "where no partner is found, '{0}' waits without end"};
inline constexpr MessageText kListenTo{"listen-to", "ajoutez « {0}: {goto: ...} » sous « events »",
                                       "add '{0}: {goto: ...}' under 'events'"};
inline constexpr MessageText kDeadEnd{"dead-end",
                                      "de l'état « {0} », aucun état final ne peut être atteint",
                                      "from the state '{0}' no final state can be reached"};
inline constexpr MessageText kNoEnd{"no-end", "le parcours n'a pas d'état final à sa racine",
                                    "the workflow has no final state at its root"};
inline constexpr MessageText kOnlyPeople{
    "only-people",
    "seule une personne peut faire sortir de « {0} », et aucune minuterie n'y veille",
    "only a person leads out of '{0}', and no timer watches over it"};
inline constexpr MessageText kAddTimer{"add-timer", "ajoutez une minuterie, par exemple un rappel",
                                       "add a timer, for example a reminder"};
inline constexpr MessageText kEndlessWait{
    "endless-wait", "« {0} » attend une réponse du dehors sans échéance qui en fasse sortir",
    "'{0}' waits for an answer from outside with no deadline that leaves"};
inline constexpr MessageText kAddDeadline{
    "add-deadline", "ajoutez une minuterie avec « goto: », ici ou dans un état englobant",
    "add a timer with 'goto:', here or in an enclosing state"};
inline constexpr MessageText kEndlessReferral{
    "endless-wait", "« {0} » attend des partenaires sans rien prévoir pour leurs réponses",
    "'{0}' waits for partners and provides nothing for their answers"};
inline constexpr MessageText kAddReferralEvents{
    "add-referral-events", "ajoutez « events: {referral.accepted: ..., referral.nobody: ...} »",
    "add 'events: {referral.accepted: ..., referral.nobody: ...}'"};
inline constexpr MessageText kEndlessStep{"endless-step",
                                          "entrer dans « {0} » fait tourner le parcours sans fin",
                                          "entering '{0}' makes the workflow turn without end"};
inline constexpr MessageText kNothingChanges{
    "nothing-changes", "cette ligne « always » sans « goto » ne change rien et se répéterait",
    "this line of 'always' without 'goto' changes nothing and would repeat itself"};
inline constexpr MessageText kAfterLeaving{
    "after-leaving", "« {0} » ne sonnera jamais : « {1} » fait sortir plus tôt",
    "'{0}' will never be due: '{1}' leaves earlier"};
inline constexpr MessageText kOutOfOrder{"out-of-order",
                                         "« {0} » sonne avant « {1} », qui est écrit plus haut",
                                         "'{0}' is due before '{1}', which is written above"};
inline constexpr MessageText kMixedTime{"mixed-time",
                                        "« {0} » compte en heures parmi des jours ouvrés",
                                        "'{0}' counts in hours among business days"};
inline constexpr MessageText kMixedDays{
    "mixed-days", "« {0} » compte en jours calendaires parmi des jours ouvrés",
    "'{0}' counts in calendar days among business days"};
inline constexpr MessageText kWriteBusinessDays{"write-business-days", "écrivez par exemple 3bd",
                                                "write for example 3bd"};
inline constexpr MessageText kRepeatsForEver{
    "repeats-for-ever", "« {0} » se répète sans limite et rien d'autre ne fait sortir",
    "'{0}' repeats without limit and nothing else leads out"};
inline constexpr MessageText kAddTimes{"add-times", "ajoutez « times: »", "add 'times:'"};
inline constexpr MessageText kNeverDone{"never-done",
                                        "« done » n'arrivera jamais : « {0} » n'a pas d'état final",
                                        "'done' will never come: '{0}' has no final state"};
inline constexpr MessageText kDoneMissing{
    "done-missing", "toutes les régions de « {0} » finissent, mais rien ne suit",
    "all the regions of '{0}' end, but nothing follows"};
inline constexpr MessageText kAddDone{"add-done", "ajoutez « done: {goto: ...} »",
                                      "add 'done: {goto: ...}'"};
inline constexpr MessageText kOutcomeMissing{"outcome-missing",
                                             "l'état final « {0} » ne dit pas son issue",
                                             "the final state '{0}' does not say its outcome"};
inline constexpr MessageText kAddOutcome{"add-outcome", "ajoutez « outcome: ... »",
                                         "add 'outcome: ...'"};

}  // namespace guichet::check::messages
