// Words of workflows/words: the statements of a step.
#pragma once

#include "engine/base/message.hpp"

namespace guichet::words::messages {

using base::MessageText;

inline constexpr MessageText kEverywhere{"annexe-everywhere", "À tout moment", "At any time"};
inline constexpr MessageText kStep{"annexe-step", "Étape {0}", "Step {0}"};
inline constexpr MessageText kToDo{"annexe-to-do", "À faire : {0}", "To do: {0}"};
inline constexpr MessageText kBy{"annexe-by", ", par {0}", ", by {0}"};
inline constexpr MessageText kTakenUp{"annexe-taken-up",
                                      "Le besoin compte dès lors comme pris en charge.",
                                      "From here the need counts as taken up."};
inline constexpr MessageText kByConvention{
    "annexe-by-convention", "Les partenaires sollicités sont ceux que désigne la convention {0}.",
    "The partners asked are those that the agreement {0} designates."};
inline constexpr MessageText kByField{
    "annexe-by-field", "Les partenaires sollicités sont ceux qui sont indiqués dans {0}.",
    "The partners asked are those given in {0}."};
inline constexpr MessageText kConfirms{
    "annexe-confirms", "Rien ne part avant que {0} ait confirmé ou modifié ce choix.",
    "Nothing leaves before {0} has confirmed or changed this choice."};
inline constexpr MessageText kLeavesAtOnce{
    "annexe-leaves-at-once", "Les demandes partent d’elles-mêmes, sans confirmation.",
    "The requests leave by themselves, without confirmation."};
inline constexpr MessageText kEachAnswers{"annexe-each-answers",
                                          "Chaque partenaire sollicité répond pour lui-même.",
                                          "Each partner asked answers for itself."};
inline constexpr MessageText kFirstTaker{
    "annexe-first-taker",
    "Le premier partenaire qui accepte prend le besoin ; les autres demandes sont retirées.",
    "The first partner to accept takes the need; the other requests are withdrawn."};
inline constexpr MessageText kInSequence{"annexe-in-sequence",
                                         "Les partenaires sont sollicités l’un après l’autre.",
                                         "The partners are asked one after the other."};
inline constexpr MessageText kFirstLeads{"annexe-first-leads",
                                         "Le premier partenaire qui accepte est le chef de file.",
                                         "The first partner to accept leads."};
inline constexpr MessageText kFollows{"annexe-follows", "Chaque demande suit le parcours {0}.",
                                      "Each request follows the path {0}."};
inline constexpr MessageText kShares{"annexe-shares",
                                     "Informations transmises au partenaire, et aucune autre :",
                                     "Information passed on to the partner, and nothing else:"};
inline constexpr MessageText kSharesNothing{"annexe-shares-nothing",
                                            "Aucune information n’est transmise au partenaire.",
                                            "No information is passed on to the partner."};
inline constexpr MessageText kSharedKept{
    "annexe-shared-kept",
    "{0} (données personnelles, classe {1}, conservées {2} après la clôture du dossier)",
    "{0} (personal data, class {1}, kept for {2} after the case is closed)"};
inline constexpr MessageText kSharedClass{"annexe-shared-class",
                                          "{0} (données personnelles, classe {1})",
                                          "{0} (personal data, class {1})"};
inline constexpr MessageText kSharedPlain{"annexe-shared-plain", "{0} (sans donnée personnelle)",
                                          "{0} (no personal data)"};
inline constexpr MessageText kSees{"annexe-sees", "{0} voit {1}", "{0} sees {1}"};
inline constexpr MessageText kSeesNothing{"annexe-sees-nothing",
                                          "{0} ne voit rien du dossier à cette étape",
                                          "{0} sees nothing of the case at this step"};
inline constexpr MessageText kMayWrite{"annexe-may-write", " et peut modifier {0}",
                                       " and may change {0}"};
inline constexpr MessageText kMustGive{"annexe-must-give", ", en indiquant {0}", ", giving {0}"};
inline constexpr MessageText kMayGive{"annexe-may-give", ", et au besoin {0}",
                                      ", and {0} if need be"};
inline constexpr MessageText kTheDesk{"annexe-the-desk", "le guichet", "the desk"};
inline constexpr MessageText kThePartner{"annexe-the-partner", "le partenaire", "the partner"};
inline constexpr MessageText kMay{"annexe-may", "{0} peut choisir {1}", "{0} may choose {1}"};
inline constexpr MessageText kSuspends{"annexe-suspends", " (le parcours est alors suspendu)",
                                       " (the path is then suspended)"};
inline constexpr MessageText kResumes{"annexe-resumes", " (le parcours reprend alors)",
                                      " (the path then goes on)"};
inline constexpr MessageText kReplies{"annexe-replies", "{0} peut répondre {1}",
                                      "{0} may answer {1}"};
inline constexpr MessageText kStopsClocks{
    "annexe-stops-clocks", ", ce qui suspend les échéances jusqu’à la réponse du guichet",
    ", which stops the deadlines until the desk has answered"};
inline constexpr MessageText kAfterDate{"annexe-after-date", "{0} après la date {1}",
                                        "{0} after the date {1}"};
inline constexpr MessageText kComputedDelay{"annexe-computed-delay", "le délai `{0}`",
                                            "the delay `{0}`"};
inline constexpr MessageText kFirstContactWithin{
    "annexe-first-contact-within",
    "le délai de premier contact prévu par l’article de la convention",
    "the delay for a first contact that the agreement's article sets"};
inline constexpr MessageText kAnswerWithin{
    "annexe-answer-within", "le délai de réponse prévu par l’article de la convention",
    "the delay for an answer that the agreement's article sets"};
inline constexpr MessageText kAfterOpening{
    "annexe-after-opening", "{0} après l’ouverture du dossier", "{0} after the case opened"};
inline constexpr MessageText kAfterAsking{"annexe-after-asking", "{0} après la demande",
                                          "{0} after the request"};
inline constexpr MessageText kAfterBeginning{
    "annexe-after-beginning", "{0} après l’ouverture ({1})", "{0} after the beginning of {1}"};
inline constexpr MessageText kAfterEntry{"annexe-after-entry",
                                         "{0} après l’arrivée dans cette étape",
                                         "{0} after arriving at this step"};
inline constexpr MessageText kAfterFirstEntry{"annexe-after-first-entry",
                                              "{0} après la première arrivée dans cette étape",
                                              "{0} after first arriving at this step"};
inline constexpr MessageText kRepeats{"annexe-repeats", ", puis à intervalle de {0}",
                                      ", then every {0}"};
inline constexpr MessageText kTimes{"annexe-times", " ({0} fois au plus)", " ({0} times at most)"};
inline constexpr MessageText kNotMoved{"annexe-not-moved", ", même un jour fermé",
                                       ", on a closed day too"};
inline constexpr MessageText kMovedBack{"annexe-moved-back", ", avancé au jour ouvré précédent",
                                        ", moved to the working day before"};
inline constexpr MessageText kFieldDelay{"annexe-field-delay", "le délai indiqué dans {0}",
                                         "the delay given in {0}"};
inline constexpr MessageText kByCalendar{"annexe-by-calendar", ", selon le calendrier {0}",
                                         ", by the calendar {0}"};
inline constexpr MessageText kRefused{"annexe-refused", "impossible ({0})", "not possible ({0})"};
inline constexpr MessageText kStays{"annexe-stays", "{0} reste à la même étape",
                                    "{0} stays at the same step"};
inline constexpr MessageText kOtherwise{"annexe-otherwise", "sinon : {0}", "otherwise: {0}"};
inline constexpr MessageText kAsSoonAs{"annexe-as-soon-as", "Dès que {0} : {1}",
                                       "As soon as {0}: {1}"};
inline constexpr MessageText kAtOnce{"annexe-at-once", "Aussitôt : {0}", "At once: {0}"};
inline constexpr MessageText kElseAtOnce{"annexe-else-at-once", "Sinon, aussitôt : {0}",
                                         "Otherwise, at once: {0}"};
inline constexpr MessageText kColon{"annexe-colon", " : ", ": "};

}  // namespace guichet::words::messages
