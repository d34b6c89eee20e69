// The words of a partner's own pages: its inbox, its commitments.
#pragma once

#include "adapters/web/frame/label.hpp"
#include "engine/base/message.hpp"

namespace guichet::web {

inline constexpr Label kPartnerLabels[] = {
    {"L_INBOX", "Ce qui vous est demandé", "What you are asked"},
    {"L_INBOX_INTRO",
     "Une ligne par demande adressée à votre institution ; le lien ouvre la page où y répondre.",
     "One line for each request put to your institution; the link opens the page to answer it."},
    {"L_INBOX_LISTS", "Où en sont les demandes", "Where requests stand"},
    {"L_ANSWER_BY", "Répondre avant le", "Answer by"},
    {"L_DUE_NEXT", "Prochaine échéance", "Next deadline"},
    {"L_ASKED_ON", "Demandé le", "Asked on"},
    {"L_ENDED_ON", "Terminé le", "Ended on"},
    {"L_REQUESTER", "Demandeur", "Requester"},
    {"L_WHERE_IT_STANDS", "État", "State"},
    {"L_ASKED_SUBJECT", "Demande", "Request"},
    {"L_CLOCK_STANDS", "Le délai est suspendu", "The clock stands still"},
    {"L_YEAR", "Année", "Year"},
    {"L_COMMITMENTS", "Engagements", "Commitments"},
    {"L_COMMITMENTS_INTRO",
     "Ce que la convention prévoit, et ce qui a été tenu. Des nombres seulement, et de cette "
     "institution seule.",
     "What the agreement provides for, and what was kept. Numbers only, of this institution "
     "alone."},
    {"L_PROMISED", "Ce que la convention prévoit", "What the agreement provides for"},
    {"L_ARTICLE", "Article", "Article"},
    {"L_ANSWER_WITHIN", "Réponse sous", "Answer within"},
    {"L_CONTACT_WITHIN", "Premier contact sous", "First contact within"},
    {"L_SCOPES", "Pour quelles demandes", "For which requests"},
    {"L_NO_PROMISE", "sans délai", "no time said"},
    {"L_NOTHING_PROMISED", "La convention ne cite pas cette institution.",
     "The agreement does not name this institution."},
    {"L_QUOTAS", "Plafonds", "Quotas"},
    {"L_KEPT", "Ce qui a été tenu", "What was kept"},
    {"L_MONTH", "Mois", "Month"},
    {"L_ASKED", "Demandes", "Requests"},
    {"L_IN_TIME", "Répondues à temps", "Answered in time"},
    {"L_ANSWERED_LATE", "Répondues en retard", "Answered late"},
    {"L_SILENT", "Sans réponse", "No answer"},
    {"L_WITHDRAWN", "Retirées", "Withdrawn"},
    {"L_WAITING", "En attente", "Waiting"},
    {"L_MEDIAN", "Délai médian (jours ouvrés)", "Median time (business days)"},
    {"L_WHOLE_PERIOD", "Période entière", "Whole period"},
    {"L_FROM_DAY", "Du", "From"},
    {"L_UNTIL_DAY", "Au", "Until"},
    {"L_NOTHING_ASKED", "Aucune demande ne lui a été adressée pendant cette période.",
     "No request was put to it in this period."},
    {"L_WHICH_PARTNER", "De quelle institution ?", "Of which institution?"},
    {"L_CONTACTS", "Premiers contacts", "First contacts"},
};

namespace messages {

inline constexpr base::MessageText kInboxWaiting{"inbox-waiting", "À répondre", "To answer"};
inline constexpr base::MessageText kInboxQuestions{"inbox-questions", "Questions posées",
                                                   "Questions asked"};
inline constexpr base::MessageText kInboxUnderWay{"inbox-under-way", "Acceptées, en cours",
                                                  "Accepted, under way"};
inline constexpr base::MessageText kInboxEnded{"inbox-ended", "Terminées", "Ended"};
inline constexpr base::MessageText kInboxEmpty{"inbox-empty", "Rien ici pour le moment.",
                                               "Nothing here at the moment."};
inline constexpr base::MessageText kNoInstitution{
    "inbox-no-institution",
    "Votre compte n’est lié à aucune institution : demandez à l’administrateur du guichet.",
    "Your account belongs to no institution: ask the desk’s administrator."};
inline constexpr base::MessageText kInboxRange{"inbox-range", "{0} à {1} sur {2}",
                                               "{0} to {1} of {2}"};
inline constexpr base::MessageText kOutcomeConcluded{"outcome-concluded", "Conclue", "Concluded"};
inline constexpr base::MessageText kOutcomeDeclined{"outcome-declined", "Déclinée", "Declined"};
inline constexpr base::MessageText kOutcomeSilent{"outcome-silent", "Sans réponse", "No answer"};
inline constexpr base::MessageText kOutcomeWithdrawn{"outcome-withdrawn", "Retirée", "Withdrawn"};
inline constexpr base::MessageText kQuotaUse{"quota-use", "{0} sur {1} ({2})", "{0} of {1} ({2})"};
inline constexpr base::MessageText kContactsKept{"contacts-kept",
                                                 "à temps : {0} ; en retard : {1} ; à faire : {2}",
                                                 "in time: {0}; late: {1}; still to do: {2}"};
inline constexpr base::MessageText kQuotaMonth{"quota-month", "par mois", "a month"};
inline constexpr base::MessageText kQuotaOpen{"quota-open", "en cours", "open at once"};

}  // namespace messages
}  // namespace guichet::web
