// Words of workflows/diagram.
#pragma once

#include "engine/base/message.hpp"

namespace guichet::diagram::messages {

using base::MessageText;

inline constexpr MessageText kEverywhere{"diagram-everywhere", "À toute étape ouverte",
                                         "At every open step"};
inline constexpr MessageText kPath{"diagram-path",
                                   "Parcours « {0} » : {1} étapes et fins, {2} flèches.",
                                   "Path '{0}': {1} steps and ends, {2} arrows."};
inline constexpr MessageText kAfter{"diagram-after", "après {0}", "after {0}"};
inline constexpr MessageText kEvery{"diagram-every", "{0}, puis à intervalle de {1}",
                                    "{0}, then every {1}"};
inline constexpr MessageText kAtInterval{"diagram-at-interval", "à intervalle de {0}", "every {0}"};
inline constexpr MessageText kAtDate{"diagram-at-date", "à la date « {0} »", "on '{0}'"};
inline constexpr MessageText kAfterDate{"diagram-after-date", "{1} après « {0} »",
                                        "{1} after '{0}'"};
inline constexpr MessageText kAtMoment{"diagram-at-moment", "échéance : {0}", "when due: {0}"};
inline constexpr MessageText kReply{"diagram-reply", "réponse : {0}", "reply: {0}"};
inline constexpr MessageText kAtOnce{"diagram-at-once", "aussitôt", "at once"};
inline constexpr MessageText kWhenTrue{"diagram-when-true", "dès que la condition est remplie",
                                       "as soon as the condition holds"};
inline constexpr MessageText kOtherwise{"diagram-otherwise", "sinon", "otherwise"};
inline constexpr MessageText kAsSoonAs{"diagram-as-soon-as", "dès que {0}", "as soon as {0}"};
inline constexpr MessageText kIf{"diagram-if", "{0}, si {1}", "{0}, if {1}"};
inline constexpr MessageText kDone{"diagram-done", "une fois terminé", "when done"};
inline constexpr MessageText kDependsFollows{"diagram-depends", "{0}, selon le cas",
                                             "{0}, as the case may be"};
inline constexpr MessageText kBy{"diagram-by", "{0} ({1})", "{0} ({1})"};
inline constexpr MessageText kOr{"diagram-or", " ou ", " or "};
inline constexpr MessageText kWithin{"diagram-within", "À faire : {0} ({1})", "To do: {0} ({1})"};
inline constexpr MessageText kToDo{"diagram-to-do", "À faire : {0}", "To do: {0}"};
inline constexpr MessageText kAsks{"diagram-asks", "Ouvre : {0}", "Opens: {0}"};
inline constexpr MessageText kLeadsTo{"diagram-leads-to", "{0} → {1}", "{0} → {1}"};
inline constexpr MessageText kAgain{"diagram-again", "{0} (recommence)", "{0} (starts again)"};
inline constexpr MessageText kTimerLine{"diagram-timer", "{1} : {0}", "{1}: {0}"};
inline constexpr MessageText kReminds{"diagram-reminds", "relance ({0})", "reminder ({0})"};
inline constexpr MessageText kEscalates{"diagram-escalates", "escalade ({0})", "escalation ({0})"};
inline constexpr MessageText kWritesTo{"diagram-writes", "lettre ({0})", "letter ({0})"};
inline constexpr MessageText kOpensTask{"diagram-opens-task", "tâche « {0} »", "task '{0}'"};
inline constexpr MessageText kOpenHere{"diagram-open-here", "{0} en cours ici", "{0} open here"};
inline constexpr MessageText kEnd{"diagram-end", "Fin : {0}", "End: {0}"};
inline constexpr MessageText kHistory{"diagram-history", "Reprend là où on en était",
                                      "Goes on where it was left"};
inline constexpr MessageText kStart{"diagram-start", "Début", "Start"};
inline constexpr MessageText kCount{"diagram-count", "chiffre : dossiers ouverts à cette étape",
                                    "number: open cases at this step"};

// Events of the engine; of other names the name itself is shown.
inline constexpr MessageText kTakeIn{"diagram-take-in", "demande recevable", "request taken in"};
inline constexpr MessageText kAsk{"diagram-ask", "un fait manque", "a fact is missing"};
inline constexpr MessageText kRefused{"diagram-refused", "demande non recevable",
                                      "request not eligible"};
inline constexpr MessageText kAccepted{"diagram-accepted", "un partenaire accepte",
                                       "a partner accepts"};
inline constexpr MessageText kDeclined{"diagram-declined", "un partenaire décline",
                                       "a partner declines"};
inline constexpr MessageText kSilent{"diagram-silent", "un partenaire ne répond pas",
                                     "a partner does not answer"};
inline constexpr MessageText kQuestion{"diagram-question", "un partenaire pose une question",
                                       "a partner asks a question"};
inline constexpr MessageText kConcluded{"diagram-concluded", "un partenaire a terminé",
                                        "a partner is done"};
inline constexpr MessageText kWithdrawn{"diagram-withdrawn",
                                        "une demande à un partenaire est retirée",
                                        "a request to a partner is withdrawn"};
inline constexpr MessageText kReopened{"diagram-reopened", "un partenaire revient sur sa réponse",
                                       "a partner takes its answer back"};
inline constexpr MessageText kNobody{"diagram-nobody", "aucun partenaire à solliciter",
                                     "no partner to ask"};
inline constexpr MessageText kAnyAnswer{"diagram-any-answer", "un partenaire répond",
                                        "a partner answers"};
inline constexpr MessageText kChanged{"diagram-changed", "une mise en relation avance",
                                      "a referral moves on"};
inline constexpr MessageText kNeedClosed{"diagram-need-closed", "un besoin se termine",
                                         "a need ends"};
inline constexpr MessageText kRequalified{"diagram-requalified", "le besoin est requalifié",
                                          "the need is requalified"};
inline constexpr MessageText kConsentGiven{"diagram-consent-given", "accord donné",
                                           "consent given"};
inline constexpr MessageText kConsentRefused{"diagram-consent-refused", "accord refusé",
                                             "consent refused"};
inline constexpr MessageText kConsentWithdrawn{"diagram-consent-withdrawn", "accord retiré",
                                               "consent withdrawn"};
inline constexpr MessageText kTaskDone{"diagram-task-done", "tâche faite : {0}", "task done: {0}"};
inline constexpr MessageText kStateDone{"diagram-state-done", "terminé : {0}", "done: {0}"};
inline constexpr MessageText kEvent{"diagram-event", "événement : {0}", "event: {0}"};

}  // namespace guichet::diagram::messages
