// Words of workflows/words: what happened, and what an answer counts as.
#pragma once

#include "engine/base/message.hpp"

namespace guichet::words::messages {

using base::MessageText;

inline constexpr MessageText kOnArrival{"annexe-on-arrival", "À l’arrivée dans cette étape : {0}.",
                                        "On arriving at this step: {0}."};
inline constexpr MessageText kOnLeaving{"annexe-on-leaving", "En quittant cette étape : {0}.",
                                        "On leaving this step: {0}."};
inline constexpr MessageText kMeansAccepted{"annexe-means-accepted", " (cela vaut acceptation)",
                                            " (this counts as accepting)"};
inline constexpr MessageText kMeansDeclined{"annexe-means-declined", " (cela vaut refus)",
                                            " (this counts as declining)"};
inline constexpr MessageText kMeansQuestion{"annexe-means-question",
                                            " (c’est une question, non une réponse)",
                                            " (this is a question, not an answer)"};
inline constexpr MessageText kMeansSilent{"annexe-means-silent", " (cela vaut absence de réponse)",
                                          " (this counts as no answer)"};
inline constexpr MessageText kMeansWithdrawn{"annexe-means-withdrawn", " (la demande est retirée)",
                                             " (the request is withdrawn)"};
inline constexpr MessageText kMeansConcluded{"annexe-means-concluded", " (le partenaire a terminé)",
                                             " (the partner is done)"};
inline constexpr MessageText kMeansReopened{"annexe-means-reopened",
                                            " (la réponse donnée est reprise)",
                                            " (the answer given is taken back)"};
inline constexpr MessageText kOnDate{"annexe-on-date", "à la date {0}", "on the date {0}"};
inline constexpr MessageText kOnTaskDone{"annexe-on-task-done", "Quand la tâche {0} est faite",
                                         "When the task {0} is done"};
inline constexpr MessageText kOnStateDone{"annexe-on-state-done", "Quand l’étape {0} est achevée",
                                          "When step {0} is complete"};
inline constexpr MessageText kOnSignal{"annexe-on-signal", "Au signal {0}", "On the signal {0}"};
inline constexpr MessageText kOnTakeIn{"annexe-on-take-in", "Quand la demande est recevable",
                                       "When the request is eligible"};
inline constexpr MessageText kOnAsk{"annexe-on-ask", "Quand un fait manque pour en décider",
                                    "When a fact is missing to decide"};
inline constexpr MessageText kOnIncomplete{
    "annexe-on-incomplete", "Quand la demande est incomplète", "When the request is incomplete"};
inline constexpr MessageText kOnRefuse{"annexe-on-refuse", "Quand la demande n’est pas recevable",
                                       "When the request is not eligible"};
inline constexpr MessageText kOnAccepted{"annexe-on-accepted", "Quand un partenaire accepte",
                                         "When a partner accepts"};
inline constexpr MessageText kOnDeclined{"annexe-on-declined", "Quand un partenaire décline",
                                         "When a partner declines"};
inline constexpr MessageText kOnSilent{"annexe-on-silent",
                                       "Quand un partenaire n’a pas répondu à temps",
                                       "When a partner has not answered in time"};
inline constexpr MessageText kOnQuestion{"annexe-on-question",
                                         "Quand un partenaire pose une question",
                                         "When a partner asks a question"};
inline constexpr MessageText kOnConcluded{"annexe-on-concluded", "Quand un partenaire a terminé",
                                          "When a partner is done"};
inline constexpr MessageText kOnWithdrawn{"annexe-on-withdrawn",
                                          "Quand une demande à un partenaire est retirée",
                                          "When a request to a partner is withdrawn"};
inline constexpr MessageText kOnReopened{"annexe-on-reopened",
                                         "Quand un partenaire revient sur sa réponse",
                                         "When a partner takes its answer back"};
inline constexpr MessageText kOnNobody{"annexe-on-nobody",
                                       "Quand il n’y a aucun partenaire à solliciter",
                                       "When there is no partner to ask"};
inline constexpr MessageText kOnChanged{"annexe-on-changed", "Quand une mise en relation avance",
                                        "When a referral moves on"};
inline constexpr MessageText kOnAnyAnswer{"annexe-on-any-answer",
                                          "À chaque réponse ou absence de réponse d’un partenaire",
                                          "At each partner's answer or silence"};
inline constexpr MessageText kOnNeedClosed{"annexe-on-need-closed", "Quand un besoin se termine",
                                           "When a need ends"};
inline constexpr MessageText kOnRequalified{
    "annexe-on-requalified", "Quand le besoin est requalifié", "When the need is requalified"};
inline constexpr MessageText kOnConsentGiven{
    "annexe-on-consent-given", "Quand la personne donne son accord", "When the person agrees"};
inline constexpr MessageText kOnConsentRefused{"annexe-on-consent-refused",
                                               "Quand la personne refuse son accord",
                                               "When the person does not agree"};
inline constexpr MessageText kOnConsentWithdrawn{"annexe-on-consent-withdrawn",
                                                 "Quand la personne retire son accord",
                                                 "When the person withdraws agreement"};
inline constexpr MessageText kOnDone{"annexe-on-done",
                                     "Quand tout ce que comprend cette étape est fait",
                                     "When all that this step holds is done"};

}  // namespace guichet::words::messages
