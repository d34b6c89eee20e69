// Words of workflows/words: the annexe whole, and the difference of two.
#pragma once

#include "engine/base/message.hpp"

namespace guichet::words::messages {

using base::MessageText;

inline constexpr MessageText kTitle{"annexe-title", "Annexe : parcours « {0} »",
                                    "Annex: path '{0}'"};
inline constexpr MessageText kIntroRequest{"annexe-intro-request",
                                           "Le parcours {0} dit ce que devient une demande, de son "
                                           "arrivée au guichet à sa prise en charge.",
                                           "The path {0} says what becomes of a request, from its "
                                           "arrival at the desk until it is taken up."};
inline constexpr MessageText kIntroNeed{
    "annexe-intro-need",
    "Le parcours {0} dit comment un besoin est accompagné, de son ouverture à son issue.",
    "The path {0} says how a need is accompanied, from its opening to its outcome."};
inline constexpr MessageText kIntroReferral{
    "annexe-intro-referral",
    "Le parcours {0} dit ce qui est attendu d’un partenaire que le guichet sollicite, et dans "
    "quels délais.",
    "The path {0} says what is expected of a partner that the desk asks, and within what delays."};
inline constexpr MessageText kIntroCase{
    "annexe-intro-case", "Le parcours {0} dit ce qui est fait, par qui et dans quels délais.",
    "The path {0} says what is done, by whom and within what delays."};
inline constexpr MessageText kBeginsAt{"annexe-begins-at", "Il commence à l’étape {0}.",
                                       "It begins at step {0}."};
inline constexpr MessageText kBusinessDays{
    "annexe-business-days",
    "Les jours ouvrés sont ceux du calendrier du guichet ; une échéance qui tombe un jour fermé "
    "est reportée au jour ouvré suivant, sauf mention contraire.",
    "Working days are those of the desk's calendar; a deadline that falls on a closed day moves to "
    "the next working day, unless said otherwise."};
inline constexpr MessageText kWhoDoesWhat{"annexe-who-does-what", "Qui fait quoi", "Who does what"};
inline constexpr MessageText kRole{"annexe-role", "**{0}** : {1}.", "**{0}**: {1}."};
inline constexpr MessageText kRoleDoes{"annexe-role-does", "à faire : {0}", "to do: {0}"};
inline constexpr MessageText kRoleConfirms{"annexe-role-confirms",
                                           "confirmer le choix des partenaires",
                                           "confirming the choice of partners"};
inline constexpr MessageText kRoleMay{"annexe-role-may", "peut choisir ou répondre {0}",
                                      "may choose or answer {0}"};
inline constexpr MessageText kRoleHears{"annexe-role-hears", "reçoit des lettres",
                                        "is told by letter"};
inline constexpr MessageText kRoleReminded{"annexe-role-reminded", "reçoit des relances",
                                           "is reminded"};
inline constexpr MessageText kRoleEscalated{"annexe-role-escalated",
                                            "reçoit une alerte en cas de retard",
                                            "is alerted when something is late"};
inline constexpr MessageText kEnds{"annexe-ends", "Fins possibles", "Possible ends"};
inline constexpr MessageText kOutcome{"annexe-outcome", " ; issue : {0}", "; outcome: {0}"};
inline constexpr MessageText kOutcomeField{"annexe-outcome-field",
                                           " ; issue : celle qui est indiquée dans {0}",
                                           "; outcome: as given in {0}"};
inline constexpr MessageText kSuccess{"annexe-success", " ; compte comme mené à bien",
                                      "; counts as completed"};
inline constexpr MessageText kAcceptedWord{"annexe-outcome-accepted", "acceptée", "accepted"};
inline constexpr MessageText kDeclinedWord{"annexe-outcome-declined", "déclinée", "declined"};
inline constexpr MessageText kSilentWord{"annexe-outcome-silent", "sans réponse", "no answer"};
inline constexpr MessageText kWithdrawnWord{"annexe-outcome-withdrawn", "retirée", "withdrawn"};
inline constexpr MessageText kConcludedWord{"annexe-outcome-concluded", "conclue", "concluded"};
inline constexpr MessageText kPromises{"annexe-promises", "Engagements", "Commitments"};
inline constexpr MessageText kSla{"annexe-sla", "Délai visé ({0}) : {1} au plus.",
                                  "Aim for {0}: {1} at most."};
inline constexpr MessageText kSlaIn{"annexe-sla-in", "Délai visé ({0}) : {1} au plus dans {2}.",
                                    "Aim for {0}: {1} at most in {2}."};
inline constexpr MessageText kRetention{
    "annexe-retention",
    "Les données personnelles sont conservées {0} après la clôture du dossier, puis rendues "
    "anonymes.",
    "Personal data is kept for {0} after the case is closed, then made anonymous."};
inline constexpr MessageText kReopen{"annexe-reopen", "{0} peut rouvrir ce qui est clos ({1})",
                                     "{0} may open again what is closed ({1})"};
inline constexpr MessageText kReopenWithin{
    "annexe-reopen-within", ", dans les {0} qui suivent la clôture", ", within {0} of its closing"};
inline constexpr MessageText kNever{"annexe-never", "Ceci n’arrive jamais : {0}.",
                                    "This never happens: {0}."};
inline constexpr MessageText kAlways{"annexe-always", "Ceci est toujours vrai : {0}.",
                                     "This is always true: {0}."};
inline constexpr MessageText kLeadsTo{"annexe-leads-to", "Quand {0}, ceci finit par arriver : {1}.",
                                      "When {0}, then it follows that {1}."};
inline constexpr MessageText kLeadsToWithin{"annexe-leads-to-within",
                                            "Quand {0}, ceci arrive sous {2} : {1}.",
                                            "When {0}, then it follows that {1} within {2}."};
inline constexpr MessageText kBefore{"annexe-before", "Ceci : {1} ; n’arrive qu’après cela : {0}.",
                                     "This: {1}; comes only after that: {0}."};
inline constexpr MessageText kAtMostTimes{"annexe-at-most-times",
                                          "Ceci arrive {1} fois au plus : {0}.",
                                          "This happens {1} times at most: {0}."};
inline constexpr MessageText kEveryCaseEnds{
    "annexe-every-case-ends", "Tout dossier arrive à son terme.", "Every case comes to its end."};

// -- difference --
inline constexpr MessageText kDifference{"annexe-difference", "Ce qui change : {0}",
                                         "What changes: {0}"};
inline constexpr MessageText kNoDifference{"annexe-no-difference", "Rien ne change.",
                                           "Nothing changes."};
inline constexpr MessageText kAdded{"annexe-added", "ajoute : {0}", "adds: {0}"};
inline constexpr MessageText kRemoved{"annexe-removed", "retire : {0}", "removes: {0}"};
inline constexpr MessageText kRenamed{"annexe-renamed",
                                      "s’appelle désormais autrement : {0}, puis {1}",
                                      "has another name now: {0}, then {1}"};
inline constexpr MessageText kReplaced{"annexe-replaced", "remplace : {0} par : {1}",
                                       "replaces: {0} by: {1}"};

}  // namespace guichet::words::messages
