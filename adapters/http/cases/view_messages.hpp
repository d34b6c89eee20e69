// The sentences in which facts are told on pages and by the API.
#pragma once

#include "engine/base/message.hpp"

namespace guichet::http::messages {

using base::MessageText;

inline constexpr MessageText kReceived{"history-received", "Demande {0} reçue",
                                       "Request {0} received"};
inline constexpr MessageText kTakenIn{"history-taken-in", "Demande recevable", "Request eligible"};
inline constexpr MessageText kRefusedRequest{"history-refused",
                                             "Demande hors du champ du guichet : {0}",
                                             "Request outside the desk's remit: {0}"};
inline constexpr MessageText kAsked{"history-asked",
                                    "Il manque un fait, demandé par courrier : {0}",
                                    "A fact is missing and was asked for: {0}"};
inline constexpr MessageText kNeedOpened{"history-need", "Besoin ouvert : {0}", "Need opened: {0}"};
inline constexpr MessageText kReferralOpened{"history-referral", "{0} sollicité ({1})",
                                             "{0} asked ({1})"};
inline constexpr MessageText kOutsideAgreement{"history-outside", "hors convention",
                                               "outside the agreement"};
inline constexpr MessageText kSuspended{"history-suspended", "En pause : {0}", "Paused: {0}"};
inline constexpr MessageText kResumedState{"history-resumed-state", "Reprise : {0}",
                                           "Taken up again: {0}"};
inline constexpr MessageText kConsent{"history-consent", "Accord", "Consent"};
inline constexpr MessageText kRequalify{"history-requalify", "Requalifier", "Requalify"};
inline constexpr MessageText kOpenNeed{"history-open-need", "Ouvrir un besoin", "Open a need"};
inline constexpr MessageText kRecall{"history-recall", "Rappeler une lettre", "Call a letter back"};
inline constexpr MessageText kMerge{"history-merge", "Réunir deux dossiers", "Merge two cases"};
inline constexpr MessageText kUnmerge{"history-unmerge", "Séparer les dossiers", "Part the cases"};
inline constexpr MessageText kConsentGiven{"history-consent-given", "Accord donné le {0} ({1})",
                                           "Consent given on {0} ({1})"};
inline constexpr MessageText kConsentRefused{
    "history-consent-refused", "Accord refusé le {0} ({1})", "Consent refused on {0} ({1})"};
inline constexpr MessageText kConsentWithdrawn{
    "history-consent-withdrawn", "Accord retiré le {0} ({1})", "Consent withdrawn on {0} ({1})"};
inline constexpr MessageText kAllPartners{"history-all-partners", "tous les partenaires",
                                          "all partners"};
inline constexpr MessageText kUndone{
    "history-undone", "Annulé : « {0} » ; lettres rappelées : {1}, déjà parties : {2}",
    "Undone: '{0}'; letters called back: {1}, left already: {2}"};
inline constexpr MessageText kRecalled{"history-recalled", "Lettre « {0} » rappelée",
                                       "Letter '{0}' called back"};
inline constexpr MessageText kRequalified{"history-requalified", "Requalifié : {0}",
                                          "Requalified: {0}"};
inline constexpr MessageText kFurtherNeed{"history-further-need", "Nouveau besoin « {0} » : {1}",
                                          "Further need '{0}': {1}"};
inline constexpr MessageText kMergedInto{"history-merged", "Réuni au dossier {0}",
                                         "Merged into case {0}"};
inline constexpr MessageText kParted{"history-parted", "Séparé du dossier {0}",
                                     "Parted from case {0}"};
inline constexpr MessageText kJoined{"history-joined", "Le dossier {0} y est réuni",
                                     "Case {0} is merged into it"};
inline constexpr MessageText kReopen{"history-reopen", "Rouvrir", "Reopen"};
inline constexpr MessageText kReopened{"history-reopened", "Rouvert (épisode {0})",
                                       "Reopened (episode {0})"};
inline constexpr MessageText kDueChanged{"history-due", "« {0} » reporté au {1}",
                                         "'{0}' is due on {1} instead"};
inline constexpr MessageText kHandedOver{"history-handed-over", "Confié à {0} chez le partenaire",
                                         "Handed over to {0} at the partner"};
inline constexpr MessageText kDataTaken{"history-data-taken",
                                        "Données personnelles effacées : leur temps est écoulé",
                                        "Personal data taken away: their time is over"};
inline constexpr MessageText kIncidentClosed{"history-incident-closed", "Incident n° {0} clos",
                                             "Incident {0} closed"};
inline constexpr MessageText kIncidentRetried{
    "history-incident-retried", "Incident n° {0} : nouvel essai", "Incident {0}: tried again"};
inline constexpr MessageText kPutDue{"operator-due", "Échéance corrigée : {0}",
                                     "Due date corrected: {0}"};
inline constexpr MessageText kPutMove{"operator-move", "Étape corrigée : {0}",
                                      "Step corrected: {0}"};
inline constexpr MessageText kPutCorrect{"operator-correct", "Champ corrigé : {0}",
                                         "Field corrected: {0}"};
inline constexpr MessageText kPutIncident{"operator-incident", "Incident traité : {0}",
                                          "Incident settled: {0}"};
inline constexpr MessageText kPutAssign{"operator-assign", "Dossier réattribué : {0}",
                                        "Case reassigned: {0}"};
inline constexpr MessageText kPutHandOver{"operator-hand-over", "Passage de main : {0}",
                                          "Handed over: {0}"};
inline constexpr const MessageText* kOperatorActs[] = {&kPutDue,      &kPutMove,   &kPutCorrect,
                                                       &kPutIncident, &kPutAssign, &kPutHandOver};
inline constexpr MessageText kEntered{"history-entered", "Étape : {0}", "Step: {0}"};
inline constexpr MessageText kFired{"history-fired", "Échéance « {0} »", "Deadline '{0}'"};
inline constexpr MessageText kTaskOpened{"history-task", "À faire : {0}", "To do: {0}"};
// Said of a task that somebody did and of one whose state was left.
inline constexpr MessageText kTaskClosed{"history-task-done", "N’est plus à faire : {0}",
                                         "No longer to do: {0}"};
inline constexpr MessageText kAct{"history-act", "{0}", "{0}"};
inline constexpr MessageText kSpokenReply{"history-spoken",
                                          "Réponse « {0} » de {1}, notée par {2} ({3})",
                                          "Reply '{0}' of {1}, recorded by {2} ({3})"};
inline constexpr MessageText kReply{"history-reply", "Réponse « {0} » de {1}",
                                    "Reply '{0}' of {1}"};
inline constexpr MessageText kConsidered{"history-considered",
                                         "Convention : partenaires désignés, {0} sur {1}",
                                         "Agreement: partners chosen, {0} of {1}"};
inline constexpr MessageText kLead{"history-lead", "{0} est chef de file", "{0} leads"};
inline constexpr MessageText kLetter{"history-letter", "Lettre « {0} » à {1}",
                                     "Letter '{0}' to {1}"};
inline constexpr MessageText kReminder{"history-reminder", "Relance « {0} » à {1}",
                                       "Reminder '{0}' to {1}"};
inline constexpr MessageText kEscalation{"history-escalation", "Escalade « {0} » à {1}",
                                         "Escalation '{0}' to {1}"};
inline constexpr MessageText kUndelivered{"history-undelivered",
                                          "Une lettre n’a pas pu être remise : {0}",
                                          "A letter could not be delivered: {0}"};
inline constexpr MessageText kAgenda{"history-agenda", "À l’ordre du jour : {0}",
                                     "On the agenda: {0}"};
inline constexpr MessageText kNoted{"history-noted", "Note : {0}", "Note: {0}"};
inline constexpr MessageText kOwner{"history-owner", "Dossier suivi par {0}", "Case owned by {0}"};
inline constexpr MessageText kClosedNeed{"history-closed", "Clos : {0}", "Closed: {0}"};
inline constexpr MessageText kCaseClosed{"history-case-closed", "Dossier clos", "Case closed"};
inline constexpr MessageText kIncident{"history-incident", "Incident : {0}", "Incident: {0}"};
inline constexpr MessageText kField{"history-field", "{0} : {1}", "{0}: {1}"};
inline constexpr MessageText kPaused{"history-paused", "Délai « {0} » arrêté",
                                     "Clock of '{0}' stopped"};
inline constexpr MessageText kResumed{"history-resumed", "Délai « {0} » repris",
                                      "Clock of '{0}' runs again"};
inline constexpr MessageText kTakenUp{"history-taken-up", "Besoin pris en charge", "Need taken up"};

inline constexpr MessageText kUnknownFact{"fact-unknown", "non renseigné", "not known"};
inline constexpr MessageText kKnownFact{"fact-known", "renseigné", "known"};

// Criteria of an agreement that are no fields, as engine and rules name them.
inline constexpr MessageText kWhen{"criterion-when", "condition", "condition"};
inline constexpr MessageText kQuota{"criterion-quota", "quota", "quota"};
inline constexpr MessageText kDeclined{"criterion-declined", "a déjà décliné", "has declined"};
inline constexpr MessageText kAskedAlready{"criterion-asked", "déjà sollicité", "asked already"};
inline constexpr MessageText kAbsent{"criterion-absent", "absent", "absent"};
inline constexpr MessageText kRank{"criterion-rank", "rang", "place"};
inline constexpr MessageText kValidity{"criterion-outside-validity", "validité", "validity"};
inline constexpr const MessageText* kCriteria[] = {&kWhen,   &kQuota, &kDeclined, &kAskedAlready,
                                                   &kAbsent, &kRank,  &kValidity};

inline constexpr MessageText kByPhone{"channel-phone", "téléphone", "telephone"};
inline constexpr MessageText kByMail{"channel-mail", "courriel", "e-mail"};
inline constexpr MessageText kByVisit{"channel-visit", "visite", "visit"};
inline constexpr MessageText kByMeeting{"channel-meeting", "réunion", "meeting"};
inline constexpr MessageText kByLink{"channel-link", "lien", "link"};
inline constexpr MessageText kByInbox{"channel-inbox", "compte du partenaire", "partner’s account"};
// How an answer reached the desk, by the channel's id.
inline constexpr const MessageText* kChannels[] = {&kByPhone,   &kByMail, &kByVisit,
                                                   &kByMeeting, &kByLink, &kByInbox};

}  // namespace guichet::http::messages
