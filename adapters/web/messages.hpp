// The words of the pages: labels of the templates, and sentences.
#pragma once

#include <string_view>

#include "engine/base/message.hpp"

namespace guichet::web {

// A label of the templates: {{L_DUE}} in the page's language.
struct Label {
  std::string_view marker, fr, en;
};

inline constexpr Label kLabels[] = {
    {"L_SKIP", "Aller au contenu", "Skip to content"},
    {"L_WORK", "À faire", "To do"},
    {"L_CASES", "Dossiers", "Cases"},
    {"L_NEW", "Nouvelle demande", "New request"},
    {"L_AS", "Vous êtes", "You are"},
    {"L_CHANGE", "Changer", "Change"},
    {"L_OTHER_LANGUAGE", "English", "Français"},
    {"L_CLOCK", "Horloge de la démonstration", "The demonstration's clock"},
    {"L_PLUS_DAY", "+ 1 jour ouvré", "+ 1 business day"},
    {"L_PLUS_WEEK", "+ 1 semaine", "+ 1 week"},
    {"L_PLUS_MONTH", "+ 1 mois", "+ 1 month"},
    {"L_WORK_TITLE", "Promesses à tenir", "Promises to keep"},
    {"L_WORK_INTRO", "Ce qui sera en retard si personne n'agit, le plus proche d'abord.",
     "What will be late if nobody acts, the soonest first."},
    {"L_NOTHING_DUE", "Rien n'est attendu. Une bonne journée pour aller voir une entreprise.",
     "Nothing is due. A good day to visit a firm."},
    {"L_DUE", "Échéance", "Due"},
    {"L_WHAT", "Quoi", "What"},
    {"L_WHO", "Qui", "Who"},
    {"L_CASE", "Dossier", "Case"},
    {"L_THEME", "Besoin", "Need"},
    {"L_STATE", "Étape", "Step"},
    {"L_PERSON", "Personne", "Person"},
    {"L_FIRM", "Entreprise", "Firm"},
    {"L_PLACE", "Commune", "Place"},
    {"L_OPENED", "Ouvert le", "Opened"},
    {"L_SEARCH", "Chercher (numéro, nom, entreprise)", "Search (number, name, firm)"},
    {"L_FIND", "Chercher", "Find"},
    {"L_CLOSED_TOO", "aussi les dossiers clos", "closed ones too"},
    {"L_NO_CASE", "Aucun dossier ne correspond.", "No case matches."},
    {"L_PREVIOUS", "Précédents", "Previous"},
    {"L_NEXT", "Suivants", "Next"},
    {"L_REQUEST_INTRO",
     "Un appel s'enregistre avec les champs marqués ; le reste peut attendre : la demande est "
     "alors "
     "« à qualifier » et rien ne part du guichet.",
     "A call is saved with the marked fields; the rest can wait: the request is then to be "
     "qualified and nothing leaves the desk."},
    {"L_ENOUGH", "De quoi enregistrer un appel", "Enough to save a call"},
    {"L_REQUIRED", "nécessaire", "required"},
    {"L_SAVE", "Enregistrer la demande", "Save the request"},
    {"L_CORRECT", "À corriger", "To correct"},
    {"L_OWNER", "Suivi par", "Owner"},
    {"L_DUE_HERE", "Ce qui est attendu", "What is due"},
    {"L_TASK_DONE", "C'est fait", "Done"},
    {"L_PAUSED", "délai arrêté", "clock stopped"},
    {"L_NEEDS", "Besoins", "Needs"},
    {"L_SINCE", "depuis le", "since"},
    {"L_OUTCOME", "Issue", "Outcome"},
    {"L_LEAD", "chef de file", "lead"},
    {"L_PARTNERS_ASKED", "Partenaires sollicités", "Partners asked"},
    {"L_WHY", "Pourquoi ces partenaires, et pourquoi pas les autres",
     "Why these partners, and why not the others"},
    {"L_PARTNER", "Partenaire", "Partner"},
    {"L_CHOSEN", "désigné par", "chosen by"},
    {"L_NOT_CHOSEN", "non désigné", "not chosen"},
    {"L_CRITERION", "Critère", "Criterion"},
    {"L_VALUE", "ce dossier", "this case"},
    {"L_WANTED", "attendu", "wanted"},
    {"L_WOULD_OPEN", "Une réponse qui ouvrirait d'autres portes",
     "An answer that would open more doors"},
    {"L_NOW", "Ce qui peut se faire maintenant", "What can be done now"},
    {"L_DO", "Faire", "Do"},
    {"L_NOT_YOU", "revient à", "is for"},
    {"L_SPOKEN", "Noter la réponse du partenaire", "Record the partner's answer"},
    {"L_CHANNEL", "reçue par", "received by"},
    {"L_LETTERS", "Lettres", "Letters"},
    {"L_TO", "À", "To"},
    {"L_SUBJECT", "Objet", "Subject"},
    {"L_STATUS", "État", "Status"},
    {"L_READ", "Lire", "Read"},
    {"L_AGENDA", "À l'ordre du jour de la réunion", "On the meeting's agenda"},
    {"L_HISTORY", "Ce qui s'est passé", "What happened"},
    {"L_FACTS", "La demande", "The request"},
    {"L_REFUSED", "L'acte n'a pas été fait", "The act was not done"},
    {"L_NOTHING_DONE", "Rien n'a été changé.", "Nothing was changed."},
    {"L_PRINT", "Imprimer", "Print"},
    {"L_YES", "oui", "yes"},
    {"L_NO", "non", "no"},
    {"L_REPLY_TITLE", "Répondre à une demande", "Answering a request"},
    {"L_REPLY_TEXT",
     "Pour répondre à la demande reçue, répondez au courriel ou appelez le guichet : votre réponse "
     "sera notée à votre nom.",
     "To answer the request you received, reply to the e-mail or call the desk: your answer will "
     "be "
     "recorded in your name."},
};

namespace messages {

using base::MessageText;

inline constexpr MessageText kMoved{"clock-moved",
                                    "{0} lettres sont parties, dont {1} relances et {2} escalades.",
                                    "{0} letters left, {1} of them reminders and {2} escalations."};
inline constexpr MessageText kNotFound{"page-not-found", "Cette page n'existe pas.",
                                       "There is no such page."};
inline constexpr MessageText kNoSuchCase{"case-not-found", "Il n'y a pas de dossier de ce numéro.",
                                         "There is no case of that number."};
inline constexpr MessageText kRefusedPage{"page-refused",
                                          "La demande ne peut pas être servie ({0}).",
                                          "The request cannot be served ({0})."};
inline constexpr MessageText kFault{
    "page-fault", "Le guichet n'a pas pu répondre. Référence pour l'administrateur : {0}.",
    "The desk could not answer. Reference for the administrator: {0}."};
inline constexpr MessageText kSaved{"request-saved", "La demande {0} est enregistrée.",
                                    "Request {0} is saved."};
inline constexpr MessageText kOtherSite{"other-site",
                                        "Cette demande vient d'un autre site : elle est refusée.",
                                        "This request comes from another site and is refused."};
inline constexpr MessageText kOverdue{"overdue", "En retard", "Overdue"};
inline constexpr MessageText kToday{"today", "Aujourd'hui", "Today"};
inline constexpr MessageText kThisWeek{"this-week", "Sous sept jours", "Within seven days"};
inline constexpr MessageText kLater{"later", "Plus tard", "Later"};
inline constexpr MessageText kPerson{"group-person", "La personne", "The person"};
inline constexpr MessageText kFirm{"group-firm", "L'entreprise", "The firm"};
inline constexpr MessageText kKase{"group-case", "Le projet", "The project"};
inline constexpr MessageText kRequest{"group-request", "La demande", "The request"};
inline constexpr MessageText kWaiting{"letter-waiting", "part le {0}", "leaves {0}"};
inline constexpr MessageText kLeaving{"letter-leaving", "en cours d'envoi", "leaving"};
inline constexpr MessageText kDelivered{"letter-delivered", "partie", "delivered"};
inline constexpr MessageText kUndelivered{"letter-refused", "refusée : {0}", "refused: {0}"};
inline constexpr MessageText kPrinted{"letter-printed", "à imprimer ou à appeler",
                                      "to print or to call"};

}  // namespace messages
}  // namespace guichet::web
