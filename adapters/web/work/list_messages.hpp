// The words of a coordinator's lists: work to do, the meeting, what happened meanwhile.
#pragma once

#include "adapters/web/frame/label.hpp"
#include "adapters/web/frame/messages.hpp"

namespace guichet::web {

inline constexpr Label kListLabels[] = {
    {"L_MEETING", "Réunion des partenaires", "The partners’ meeting"},
    {"L_MEETING_INTRO", "Ce qui se décide ici se fait aussitôt.",
     "What is decided here is done at once."},
    {"L_MEETING_EMPTY", "Rien à décider cette semaine.", "Nothing to decide this week."},
    {"L_DECIDE", "Décider", "Decide"},
    {"L_MEANWHILE", "Ce qui s’est passé en mon absence", "What happened while I was away"},
    {"L_SINCE_DAY", "Depuis le", "Since"},
    {"L_WHOSE", "Dossiers de", "Cases of"},
    {"L_SHOW", "Montrer", "Show"},
    {"L_SEARCH_WORK", "Chercher (nom, numéro, quoi)", "Search (name, number, what)"},
    {"L_FILTERS", "Quelles échéances", "Which deadlines"},
    {"L_DOER", "À faire par qui", "By whom"},
    {"L_NONE_SO", "Aucune échéance ne correspond.", "No deadline matches."},
    {"L_NOTHING_MEANWHILE", "Rien ne s’est passé depuis.", "Nothing has happened since."},
    {"L_ALL_CASES", "Voir tous les dossiers", "See all cases"},
    {"L_ALL_DUES", "Voir toutes les échéances", "See all deadlines"},
    {"L_TICK", "Choisir le dossier", "Choose the case"},
    {"L_BULK_TO", "Confier les dossiers cochés à", "Hand the ticked cases to"},
    {"L_BULK_WHY", "Motif", "Reason"},
    {"L_BULK_ASSIGN", "Confier", "Hand over"},
    {"L_BACK_TO_CASE", "Revenir au dossier", "Back to the case"},
    {"L_PRINT_HELP", "À imprimer par le navigateur (Ctrl + P).",
     "To be printed by the browser (Ctrl + P)."},
};

namespace messages {

inline constexpr MessageText kAllDues{"all-dues", "Tout", "Everything"};
inline constexpr MessageText kForPeople{"dues-of-people", "À faire", "To do"};
inline constexpr MessageText kByItself{"dues-of-clock", "Se fera tout seul",
                                       "Will happen by itself"};
inline constexpr MessageText kAnyDate{"dues-any-date", "Toutes les dates", "Any date"};
inline constexpr MessageText kAgendaTitle{"agenda-title", "Réunion des partenaires",
                                          "The partners’ meeting"};
inline constexpr MessageText kAgendaLines{"agenda-lines", "Portés à l’ordre du jour",
                                          "Put on the agenda"};
inline constexpr MessageText kAgendaOpposite{"agenda-opposites", "Réponses opposées",
                                             "Opposite answers"};
inline constexpr MessageText kAgendaSilences{"agenda-silences", "Sans réponse", "No answer"};
inline constexpr MessageText kAgendaRequalified{"agenda-requalifieds", "Requalifiés",
                                                "Requalified"};
inline constexpr MessageText kAgendaNew{"agenda-news", "Nouveaux", "New"};

inline constexpr MessageText kMeanwhileTitle{"meanwhile-title", "Ce qui s’est passé en mon absence",
                                             "What happened while I was away"};
inline constexpr MessageText kHappenedRequest{"happened-request", "Demande reçue",
                                              "Request received"};
inline constexpr MessageText kHappenedAct{"happened-act", "Acte : {0}", "Act: {0}"};
inline constexpr MessageText kHappenedReply{"happened-reply", "{1} répond : {0}",
                                            "{1} answers: {0}"};
inline constexpr MessageText kHappenedLetter{"happened-letter", "Lettre « {0} » à {1}",
                                             "Letter '{0}' to {1}"};
inline constexpr MessageText kHappenedReminder{"happened-reminder", "Relance « {0} » à {1}",
                                               "Reminder '{0}' to {1}"};
inline constexpr MessageText kHappenedEscalation{"happened-escalation", "Escalade « {0} » à {1}",
                                                 "Escalation '{0}' to {1}"};
inline constexpr MessageText kHappenedAgenda{"happened-agenda", "À l’ordre du jour : {0}",
                                             "On the agenda: {0}"};
inline constexpr MessageText kHappenedTask{"happened-task", "À faire : {0}", "To do: {0}"};
inline constexpr MessageText kHappenedOwner{"happened-owner", "Suivi par {0}", "Followed by {0}"};
inline constexpr MessageText kHappenedClosed{"happened-closed", "Clos : {0}", "Closed: {0}"};
inline constexpr MessageText kHappenedIncident{"happened-incident", "N’a pas pu se faire : {0}",
                                               "Could not be done: {0}"};
inline constexpr MessageText kSavedBy{
    "request-saved-by", "La demande {0} est enregistrée. {1} rappelle au plus tard le {2}.",
    "Request {0} is saved. {1} calls back by {2}."};

}  // namespace messages
}  // namespace guichet::web
