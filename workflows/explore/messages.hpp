// Sentences of workflows/explore.
#pragma once

#include "engine/base/message.hpp"

namespace guichet::explore::messages {

using base::MessageText;

inline constexpr MessageText kHolds{"property-holds", "tenue", "holds"};
inline constexpr MessageText kBroken{"property-broken",
                                     "la propriété « {0} » ne tient pas : {1} ; par exemple : {2}",
                                     "the property '{0}' does not hold: {1}; for example: {2}"};
inline constexpr MessageText kPossible{"property-undecided",
                                       "la propriété « {0} » n'est pas décidée : {1}{2}",
                                       "the property '{0}' is not decided: {1}{2}"};
inline constexpr MessageText kAssuming{"assuming", " ; peut-être ainsi : {0} (en supposant : {1})",
                                       "; perhaps so: {0} (assuming: {1})"};
inline constexpr MessageText kNever{"reached", "elle dit « jamais », et cela se produit",
                                    "it says never, and this comes to be"};
inline constexpr MessageText kAlways{"not-always",
                                     "elle dit « toujours », et cela cesse d'être vrai",
                                     "it says always, and this ceases to be true"};
inline constexpr MessageText kBefore{"not-before", "le second vient sans que le premier ait été",
                                     "the second comes without the first having been"};
inline constexpr MessageText kTooOften{"too-often", "cela se produit plus de {0} fois",
                                       "this comes to be more than {0} times"};
inline constexpr MessageText kEndedWithout{"ended-without",
                                           "le dossier se termine sans que la suite soit venue",
                                           "the case ends without what should follow"};
inline constexpr MessageText kTooLate{"too-late", "la suite peut venir après plus de {0}",
                                      "what should follow can come after more than {0}"};
inline constexpr MessageText kStuck{"nothing-follows",
                                    "si plus personne n'agit, la suite ne vient pas",
                                    "if nobody acts any more, what should follow does not come"};
inline constexpr MessageText kNoEnd{"no-end",
                                    "si plus personne n'agit, le dossier ne se termine pas",
                                    "if nobody acts any more, the case does not end"};
inline constexpr MessageText kBudget{"budget", "plus de {0} situations à regarder",
                                     "more than {0} situations to look at"};
inline constexpr MessageText kTooManyWays{"too-many-ways",
                                          "trop de façons d'agir pour les regarder toutes",
                                          "too many ways to act to look at all of them"};
inline constexpr MessageText kUnknown{
    "unknown-condition",
    "elle demande ce que l'on ne suit pas (une date, un texte, une autre donnée)",
    "it asks what is not followed (a date, a text, other data)"};
inline constexpr MessageText kTooClose{"too-close",
                                       "le délai est trop près de la limite pour en décider",
                                       "the delay is too near the bound to tell"};
inline constexpr MessageText kScenarioHint{
    "way-as-scenario", "`guichet scenario counter-example DOSSIER {0} {1}` l'écrit en scénario",
    "`guichet scenario counter-example DIR {0} {1}` writes it as a scenario"};

inline constexpr MessageText kActMove{"move-act", "acte {0}", "act {0}"};
inline constexpr MessageText kReplyMove{"move-reply", "réponse {0}", "reply {0}"};
inline constexpr MessageText kTimerMove{"move-timer", "minuterie {0}", "timer {0}"};
inline constexpr MessageText kEventMove{"move-event", "événement {0}", "event {0}"};
inline constexpr MessageText kConfirmMove{
    "move-confirm", "{0} {0|partenaire confirmé|partenaires confirmés}", "{0} partners confirmed"};
inline constexpr MessageText kChangeMove{"move-change", "ailleurs, {0} change",
                                         "elsewhere, {0} changes"};
inline constexpr MessageText kStartMove{"move-start", "début", "start"};

}  // namespace guichet::explore::messages
