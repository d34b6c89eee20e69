// Sentences about what does not hold when a scenario is played, for the one who wrote it.
#pragma once

#include "engine/base/message.hpp"

namespace guichet::scenarios::failed {

using base::MessageText;

inline constexpr MessageText kLetterWanted{"letter-expected",
                                           "lettre attendue : {0} ; parties : {1}",
                                           "expected the letter {0}; sent: {1}"};
inline constexpr MessageText kLetterTooMany{"letter-too-many", "lettre de trop : {0} to {1}",
                                            "one letter too many: {0} to {1}"};
inline constexpr MessageText kFiredWanted{"timer-expected",
                                          "minuterie attendue : {0} ; échues : {1}",
                                          "expected the timer {0} to fire; fired: {1}"};
inline constexpr MessageText kFiredTooMany{"timer-too-many", "minuteries de trop : {0}",
                                           "timers too many: {0}"};
inline constexpr MessageText kAgendaWanted{"agenda-expected",
                                           "ligne d'ordre du jour attendue : {0} ; ajoutées : {1}",
                                           "expected the agenda line {0}; added: {1}"};
inline constexpr MessageText kAgendaTooMany{
    "agenda-too-many", "lignes d'ordre du jour de trop : {0}", "agenda lines too many: {0}"};
inline constexpr MessageText kAgendaCount{"agenda-count",
                                          "lignes à l'ordre du jour : {0} attendues, {1} là",
                                          "agenda lines: {0} expected, {1} there"};
inline constexpr MessageText kNotInCase{"not-in-case",
                                        "« {0} » n'existe pas dans ce dossier ; il a : {1}",
                                        "'{0}' is not in this case; it has: {1}"};
inline constexpr MessageText kStateWanted{"state-expected", "état attendu : {0} ; état : {1}",
                                          "expected the state {0}; the state is {1}"};
inline constexpr MessageText kOutcomeWanted{"outcome-expected",
                                            "issue attendue : {0} ; issue : {1}",
                                            "expected the outcome {0}; the outcome is {1}"};
inline constexpr MessageText kTimerWanted{"timer-due-expected",
                                          "minuterie « {0} » attendue : {1} ; armée : {2}",
                                          "expected the timer '{0}': {1}; armed: {2}"};
inline constexpr MessageText kTaskWanted{"task-expected", "tâche attendue : {0} ; ouvertes : {1}",
                                         "expected the task {0}; open: {1}"};
inline constexpr MessageText kTaskDue{"task-due-expected",
                                      "tâche « {0} » attendue : {1} ; là : {2} ; ouvertes : {3}",
                                      "expected the task '{0}': {1}; there: {2}; open: {3}"};
inline constexpr MessageText kFactWanted{"fact-expected", "fait attendu : {0}",
                                         "expected the fact {0}"};
inline constexpr MessageText kFieldWanted{"field-expected", "{0} attendu : {1} ; valeur : {2}",
                                          "expected {0}: {1}; the value is {2}"};
inline constexpr MessageText kRefusalWanted{"refusal-expected",
                                            "un refus était attendu ; l'acte a été accepté",
                                            "expected a refusal; the act was accepted"};
inline constexpr MessageText kOtherRefusal{"other-refusal", "refus attendu : {0} ; motifs : {1}",
                                           "expected the refusal {0}; reasons: {1}"};
inline constexpr MessageText kVerdictWanted{"verdict-expected",
                                            "issue de l'accueil attendue : {0} ; obtenue : {1}",
                                            "expected the intake's verdict {0}; it is {1}"};
inline constexpr MessageText kCaseClosed{"case-is-closed", "le dossier est clos",
                                         "the case is closed"};
inline constexpr MessageText kCaseOpen{"case-is-open", "le dossier est encore ouvert",
                                       "the case is still open"};
inline constexpr MessageText kRecalledWanted{"recalled-expected",
                                             "lettre rappelée attendue : {0} ; rappelées : {1}",
                                             "expected {0} to be called back; called back: {1}"};
inline constexpr MessageText kRecalledTooMany{
    "recalled-too-many", "lettre rappelée de trop : {0} to {1}", "called back besides: {0} to {1}"};
inline constexpr MessageText kToldWanted{"told-expected", "{0} devait apprendre : {1}",
                                         "{0} was to be told: {1}"};
inline constexpr MessageText kToldTooMuch{"told-too-much",
                                          "{0} ne devait pas apprendre : {1} (lettre {2})",
                                          "{0} was not to be told: {1} (letter {2})"};
inline constexpr MessageText kDuplicatesWanted{"duplicates-expected",
                                               "doubles attendus : {0} ; proposés : {1}",
                                               "expected the duplicates {0}; proposed: {1}"};
inline constexpr MessageText kMergedWanted{"merged-expected",
                                           "réuni au dossier « {0} » ; attendu : « {1} »",
                                           "merged into case '{0}'; expected: '{1}'"};
inline constexpr MessageText kWorkListWanted{
    "work-list-expected", "liste de travail : « {0} » attendu, dans cet ordre ; il y a :\n  {1}",
    "work list: expected '{0}', in this order; there is:\n  {1}"};
inline constexpr MessageText kMeanwhileWanted{
    "meanwhile-expected", "en son absence : « {0} » attendu, dans cet ordre ; il y a :\n  {1}",
    "in the absence: expected '{0}', in this order; there is:\n  {1}"};
inline constexpr MessageText kNoticeWanted{
    "notice-expected", "avis : « {0} » attendu, dans cet ordre ; il y a :\n  {1}",
    "notices: expected '{0}', in this order; there is:\n  {1}"};
inline constexpr MessageText kNoticeCount{"notice-count", "avis : {0} attendus, {1} là",
                                          "notices: {0} expected, {1} there"};
inline constexpr MessageText kIncidentWanted{"incident-expected",
                                             "incident attendu : {0} ; ouverts : {1}",
                                             "expected the incident {0}; open: {1}"};
inline constexpr MessageText kIncidentTooMany{"incident-too-many", "incident de trop : {0}",
                                              "one incident too many: {0}"};
inline constexpr MessageText kNotAbsent{"not-absent",
                                        "« {0} » n'a pas été absent : dites depuis quand",
                                        "'{0}' was not absent: say since when"};
inline constexpr MessageText kOutagePast{"outage-past", "la panne finit avant de commencer",
                                         "the outage ends before it begins"};
inline constexpr MessageText kNoFile{"no-file", "« {0} » n'est pas à côté du scénario",
                                     "'{0}' is not beside the scenario"};
inline constexpr MessageText kNoRequestYet{"no-request-yet", "aucune demande n'a encore été reçue",
                                           "no request has come in yet"};
inline constexpr MessageText kNoIncident{"no-incident", "aucun incident ouvert de ce genre",
                                         "no incident of that kind is open"};
inline constexpr MessageText kNoLetter{"no-letter", "ce dossier n'a pas de lettre « {0} »",
                                       "this case has no letter '{0}'"};
inline constexpr MessageText kNoCase{"no-case", "il n'y a pas de dossier n° {0}",
                                     "there is no case {0}"};
inline constexpr MessageText kNothingToCrash{
    "nothing-to-crash", "rien ne s'est fait dans cette étape que l'arrêt puisse interrompre",
    "nothing happened in this step that the crash could cut short"};
inline constexpr MessageText kFactsDiffer{
    "facts-differ",
    "après l'arrêt, les faits du dossier {0} ne redonnent pas ce qui est enregistré de lui",
    "after the crash, folding the facts of case {0} does not give what is stored of it"};
inline constexpr MessageText kNotAsked{"not-asked", "{0} n'est pas sollicité ; le sont : {1}",
                                       "{0} is not asked; those who are: {1}"};
inline constexpr MessageText kNeverDue{"never-due", "« {0} » n'arrive pas à échéance",
                                       "'{0}' does not fall due"};
inline constexpr MessageText kNeverBroken{
    "never-broken", "ne devait jamais être : {0} ; {1} (n° {2}) est en {3} le {4}",
    "must never be: {0}; {1} (no. {2}) is in {3} on {4}"};
inline constexpr MessageText kPropertyBroken{"property-broken",
                                             "la propriété « {0} » de {1} n'est pas tenue, le {2}",
                                             "the property '{0}' of {1} does not hold, on {2}"};
inline constexpr MessageText kPropertyPending{
    "property-pending", "la propriété « {0} » de {1} attend encore à la fin du scénario : {2}",
    "the property '{0}' of {1} is still awaited when the scenario ends: {2}"};
inline constexpr MessageText kNotEnded{
    "not-ended", "« {0} » ne finit pas : {1} (n° {2}) est encore en {3} à la fin du scénario",
    "'{0}': {1} (no. {2}) does not end; it is still in {3} when the scenario does"};
inline constexpr MessageText kNoRowOf{"no-row", "{1} n'a pas de ligne « {0} » ; il a : {2}",
                                      "{1} has no row '{0}'; it has: {2}"};
inline constexpr MessageText kRefused{"refused", "l'acte est refusé : {0}",
                                      "the act is refused: {0}"};
inline constexpr MessageText kForRoles{"for-roles", "réservé à {0}", "for {0} only"};
inline constexpr MessageText kMissing{"missing", "il manque {0}", "{0} is missing"};
inline constexpr MessageText kAct{"act", "acte", "act"};
inline constexpr MessageText kReply{"reply", "réponse", "reply"};
inline constexpr MessageText kNo{"no", "non", "no"};
inline constexpr MessageText kNoDue{"no-due", "sans échéance", "without a due date"};
inline constexpr MessageText kClockPast{
    "clock-past", "« {0} » est passé : l'horloge du scénario est déjà au {1}",
    "'{0}' is past: the clock of the scenario is at {1} already"};
inline constexpr MessageText kIncludedBroken{"included-broken",
                                             "« {0} », que ce scénario reprend, a des erreurs",
                                             "'{0}', which this scenario includes, has mistakes"};

}  // namespace guichet::scenarios::failed
