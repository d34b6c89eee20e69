// Sentences of the report.
#pragma once

#include "engine/base/message.hpp"

namespace guichet::reports::messages {

using base::MessageText;

inline constexpr MessageText kTitle{"report-title", "Rapport d'activité", "Activity report"};
inline constexpr MessageText kPeriod{"report-period", "du {0} au {1}", "from {0} to {1}"};
inline constexpr MessageText kSimulated{
    "report-simulated",
    "Ces chiffres viennent d'une simulation : les demandes et les réponses ne sont pas réelles.",
    "These figures come from a simulation: neither requests nor answers are real."};
inline constexpr MessageText kRequests{"report-requests", "demandes", "requests"};
inline constexpr MessageText kRequestsIs{"report-requests-is", "reçues sur la période",
                                         "received in the period"};
inline constexpr MessageText kIneligible{"report-ineligible", "hors champ", "ineligible"};
inline constexpr MessageText kIneligibleIs{"report-ineligible-is",
                                           "réorientées par lettre vers qui peut aider",
                                           "told by letter who can help instead"};
inline constexpr MessageText kCases{"report-cases", "dossiers", "cases"};
inline constexpr MessageText kCasesIs{"report-cases-is",
                                      "demandes dont un besoin au moins est ouvert",
                                      "requests with at least one need opened"};
inline constexpr MessageText kNeeds{"report-needs", "besoins", "needs"};
inline constexpr MessageText kNeedsIs{"report-needs-is", "un par thème et par dossier",
                                      "one for each theme of a case"};
inline constexpr MessageText kReferrals{"report-referrals", "mises en relation", "referrals"};
inline constexpr MessageText kReferralsIs{"report-referrals-is",
                                          "un partenaire sollicité pour un besoin",
                                          "a partner asked about a need"};
inline constexpr MessageText kReminders{"report-reminders", "relances", "reminders"};
inline constexpr MessageText kRemindersIs{"report-reminders-is",
                                          "lettres de rappel parties d'elles-mêmes",
                                          "reminders that left by themselves"};
inline constexpr MessageText kEscalations{"report-escalations", "escalades", "escalations"};
inline constexpr MessageText kEscalationsIs{"report-escalations-is",
                                            "silences portés à un responsable ou à la réunion",
                                            "silences taken to a head or to the meeting"};
inline constexpr MessageText kAccompanied{"report-accompanied", "accompagnés", "accompanied"};
inline constexpr MessageText kAccompaniedIs{
    "report-accompanied-is", "besoins pris en charge par un partenaire ou par le guichet",
    "needs taken up by a partner or by the desk"};
inline constexpr MessageText kCompleted{"report-completed", "aboutis", "completed"};
inline constexpr MessageText kCompletedIs{"report-completed-is", "besoins clos sur une réussite",
                                          "needs that ended in success"};
inline constexpr MessageText kByMonth{"report-by-month", "Demandes par mois", "Requests by month"};
inline constexpr MessageText kByTheme{"report-by-theme", "Besoins par thème", "Needs by theme"};
inline constexpr MessageText kByPartner{"report-by-partner", "Partenaires", "Partners"};
inline constexpr MessageText kByCommune{"report-by-commune", "Territoire", "Territory"};
inline constexpr MessageText kOutcomes{"report-outcomes", "Ce que sont devenus les besoins",
                                       "What became of the needs"};
inline constexpr MessageText kStillOpen{"report-still-open", "encore ouvert", "still open"};
inline constexpr MessageText kAsked{"report-asked", "sollicité", "asked"};
inline constexpr MessageText kAccepted{"report-accepted", "accepte", "accepted"};
inline constexpr MessageText kDeclined{"report-declined", "décline", "declined"};
inline constexpr MessageText kSilent{"report-silent", "sans réponse", "silent"};
inline constexpr MessageText kPending{"report-pending", "en attente", "pending"};
inline constexpr MessageText kAnswerDays{"report-answer-days", "réponse (jours ouvrés)",
                                         "answer (business days)"};
inline constexpr MessageText kPlace{"report-place", "Commune", "Place"};
inline constexpr MessageText kOtherPlaces{"report-other-places", "Autres communes ({0})",
                                          "Other places ({0})"};
inline constexpr MessageText kSmallNumbers{
    "report-small-numbers",
    "Une commune de moins de cinq demandes n'est pas montrée seule : on y reconnaîtrait quelqu'un.",
    "A place with fewer than five requests is not shown on its own: somebody could be recognised."};
inline constexpr MessageText kTheme{"report-theme", "Thème", "Theme"};
inline constexpr MessageText kPartner{"report-partner", "Partenaire", "Partner"};
inline constexpr MessageText kMonth{"report-month", "Mois", "Month"};
inline constexpr MessageText kFigures{"report-figures", "Les mêmes chiffres en tableau",
                                      "The same figures as a table"};
inline constexpr MessageText kOutcome{"report-outcome", "Issue ou étape", "Outcome or step"};

}  // namespace guichet::reports::messages
