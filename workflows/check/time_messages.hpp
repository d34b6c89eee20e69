// Sentences of workflows/check about timers, letters and promises.
#pragma once

#include "engine/base/message.hpp"

namespace guichet::check::messages {

using base::MessageText;

inline constexpr MessageText kMoveUp{"move-up", "écrivez les marches dans l'ordre où elles sonnent",
                                     "write the steps in the order in which they fall due"};
inline constexpr MessageText kLeaveLater{"leave-later",
                                         "allongez le délai de « {0} », ou raccourcissez celui-ci",
                                         "lengthen the delay of '{0}', or shorten this one"};
inline constexpr MessageText kLeavesTooEarly{"after-leaving",
                                             "« {0} » fait sortir avant que sonnent : {1}",
                                             "'{0}' leaves before these are due: {1}"};
inline constexpr MessageText kLengthen{"lengthen", "allongez son délai, ou raccourcissez les leurs",
                                       "lengthen its delay, or shorten theirs"};
inline constexpr MessageText kRacing{
    "racing-timers", "« {0} » et « {1} » sonnent au même instant et mènent ailleurs",
    "'{0}' and '{1}' are due at one moment and lead to different places"};
inline constexpr MessageText kFirstWins{
    "first-wins", "celle qui est écrite la première l'emporte : donnez-leur des délais différents",
    "the one written first wins: give them different delays"};
inline constexpr MessageText kWorkingHours{
    "no-hours", "les jours ouvrés n'ont pas d'heures : écrivez tout en bd, ou tout en heures",
    "business days have no hours: write all in bd, or all in hours"};
inline constexpr MessageText kFewDays{
    "mixed-days", "« {0} » compte {1} jours calendaires : un week-end les mange",
    "'{0}' counts {1} calendar days: a weekend eats them"};
inline constexpr MessageText kMaybeEmpty{
    "maybe-empty", "« {0} » peut être vide en entrant ici : « {1} » ne sonnerait jamais",
    "'{0}' may be empty on the way in: '{1}' would never be due"};
inline constexpr MessageText kRequireIt{
    "require-it", "exigez-le (« require: ») sur chaque acte qui mène à « {0} »",
    "require it ('require:') in every act that leads to '{0}'"};
inline constexpr MessageText kMailStorm{"mail-storm",
                                        "« {0} » peut envoyer « {1} » {2} fois par jour, sans fin",
                                        "'{0}' may send '{1}' {2} times a day, without end"};
inline constexpr MessageText kSlowDown{"slow-down",
                                       "espacez d'un jour au moins, ou bornez par « times: »",
                                       "leave a day at least between them, or add 'times:'"};
inline constexpr MessageText kNeverAgain{"useless-history",
                                         "« {0} » garde une mémoire où rien ne revient",
                                         "'{0}' keeps a history that nothing comes back to"};
inline constexpr MessageText kComeBack{
    "come-back", "revenez-y par « goto: {history: {0}} », ou ôtez « history »",
    "come back by 'goto: {history: {0}}', or remove 'history'"};
inline constexpr MessageText kNeverLeft{
    "never-left", "« {0} » n'a jamais été quitté quand on y revient : c'est toujours son début",
    "'{0}' has never been left when this comes back to it: it is always its beginning"};
inline constexpr MessageText kGoToItself{"go-to-itself", "écrivez « goto: {0} »",
                                         "write 'goto: {0}'"};
inline constexpr MessageText kTimerNotArmed{
    "letter-names-timer",
    "le courrier « {0} » annonce l'échéance « {1} », qui ne court pas là où il part",
    "the letter '{0}' announces the due date '{1}', which is not running where it is sent"};
inline constexpr MessageText kTimerElsewhere{
    "timer-elsewhere", "« {0} » court dans l'état « {1} » : envoyez le courrier en y entrant",
    "'{0}' runs in the state '{1}': send the letter on the way into it"};
inline constexpr MessageText kKnownEvents{
    "known-events",
    "déclenchés : referral.*, need.closed, intake.*, task.ID, et ce que « raise »"
    " et « send » nomment",
    "raised are referral.*, need.closed, intake.*, task.ID, and what 'raise' and 'send' name"};
inline constexpr MessageText kUnheardEvent{"unheard-event", "personne n'écoute l'évènement « {0} »",
                                           "nothing listens to the event '{0}'"};
inline constexpr MessageText kListen{"listen", "ajoutez « events: {{0}: ...} » dans un état",
                                     "add 'events: {{0}: ...}' to a state"};
inline constexpr MessageText kNeverRaisedByChild{
    "unlikely-event", "« {0} » n'arrivera jamais : le parcours « {1} » ne répond jamais ainsi",
    "'{0}' will never come: the workflow '{1}' never answers so"};
inline constexpr MessageText kAddMeans{
    "add-means", "donnez-lui une réponse ou une minuterie avec « means: {0} »",
    "give it a reply or a timer with 'means: {0}'"};
inline constexpr MessageText kChildNever{"unknown-child-word",
                                         "aucun parcours enfant n'a {0} « {1} »",
                                         "no child workflow has {0} '{1}'"};
inline constexpr MessageText kNoSuchMember{
    "unknown-child-word", "un enfant ne montre pas de « {0} »", "a child shows no '{0}'"};
inline constexpr MessageText kChildWords{"child-words", "au choix : {0}", "one of: {0}"};
inline constexpr MessageText kNoTime{"no-time", "une durée nulle n'a pas de sens ici",
                                     "no time at all makes no sense here"};
inline constexpr MessageText kNoWayBack{
    "no-way-back", "« {0} » suspend le parcours, et rien ne le reprend",
    "'{0}' suspends the workflow, and nothing takes it up again"};
inline constexpr MessageText kAddResume{"add-resume",
                                        "ajoutez un acte avec « resumes: true » là où il mène",
                                        "add an act with 'resumes: true' where it leads to"};
inline constexpr MessageText kReopensAtEnd{
    "reopens-at-end",
    "« reopen » mène à l'état final « {0} » : le parcours se refermerait aussitôt",
    "'reopen' leads to the final state '{0}': the workflow would close again at once"};

}  // namespace guichet::check::messages
