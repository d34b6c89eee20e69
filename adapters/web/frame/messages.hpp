// The words of the pages: labels of the templates, and sentences.
#pragma once

#include "adapters/web/frame/label.hpp"
#include "engine/base/message.hpp"

namespace guichet::web {

inline constexpr Label kLabels[] = {
    {"L_ROOMS", "Pages du guichet", "Pages of the desk"},
    {"L_MENU", "Menu", "Menu"},
    {"L_WE_ARE", "Nous sommes le", "It is"},
    {"L_WHICH", "Lesquelles", "Which"},
    {"L_LEFT_AT", "Partie le", "Left"},
    {"L_EVERYBODY", "Tout le monde", "Everybody"},
    {"L_AUTOMATIC", "automatique", "automatic"},
    {"L_BY_ITSELF", "Se fera tout seul", "Will happen by itself"},
    {"L_ANY", "tous", "any"},
    {"L_CLOSED", "clos", "closed"},
    {"L_PAGES", "Pages de la liste", "Pages of the list"},
    {"L_VERDICT", "Recevabilité", "Eligibility"},
    {"L_LATE", "en retard", "late"},
    {"L_NOTHING_HERE", "Rien n’est attendu.", "Nothing is due."},
    {"L_NO_NEED", "Aucun besoin n’est encore ouvert.", "No need is open yet."},
    {"L_NO_LETTER", "Aucune lettre.", "No letter."},
    {"L_SKIP", "Aller au contenu", "Skip to content"},
    {"L_CASES", "Dossiers", "Cases"},
    {"L_NEW", "Nouvelle demande", "New request"},
    {"L_AS", "Vous êtes", "You are"},
    {"L_CHANGE", "Changer", "Change"},
    {"L_OTHER_LANGUAGE", "English", "Français"},
    {"L_PARTS", "Dans cette page", "On this page"},
    {"L_LOOK", "Apparence", "Appearance"},
    {"L_LIGHT", "claire", "light"},
    {"L_DARK", "sombre", "dark"},
    {"L_AUTO", "celle de l’appareil", "as this device"},
    {"L_CLOCK", "Horloge de la démonstration", "The demonstration’s clock"},
    {"L_PLUS_DAY", "+ 1 jour ouvré", "+ 1 business day"},
    {"L_PLUS_WEEK", "+ 1 semaine", "+ 1 week"},
    {"L_PLUS_MONTH", "+ 1 mois", "+ 1 month"},
    {"L_WORK_TITLE", "À faire", "To do"},
    {"L_WORK_INTRO", "Ce qui sera en retard si personne n’agit, le plus proche d’abord.",
     "What will be late if nobody acts, the soonest first."},
    {"L_NOTHING_DUE", "Rien n’est attendu. Une bonne journée pour aller voir une entreprise.",
     "Nothing is due. A good day to visit a firm."},
    {"L_DUE", "Échéance", "Due"},
    {"L_WHAT", "Quoi", "What"},
    {"L_WHO", "Qui", "Who"},
    {"L_CASE", "Dossier", "Case"},
    {"L_THEME", "Besoin", "Need"},
    {"L_PERSON", "Personne", "Person"},
    {"L_PLACE", "Commune", "Place"},
    {"L_OPENED", "Ouvert le", "Opened"},
    {"L_SEARCH", "Chercher (numéro, nom, entreprise)", "Search (number, name, firm)"},
    {"L_FIND", "Chercher", "Find"},
    {"L_CLOSED_TOO", "aussi les dossiers clos", "closed ones too"},
    {"L_NO_CASE", "Aucun dossier ne correspond.", "No case matches."},
    {"L_PREVIOUS", "Précédents", "Previous"},
    {"L_NEXT", "Suivants", "Next"},
    {"L_REQUEST_INTRO",
     "Un appel s’enregistre avec les champs marqués ; le reste peut attendre : la demande est "
     "alors "
     "« à qualifier » et rien ne part du guichet.",
     "A call is saved with the marked fields; the rest can wait: the request is then to be "
     "qualified and nothing leaves the desk."},
    {"L_REQUIRED", "nécessaire", "required"},
    {"L_SAVE", "Enregistrer la demande", "Save the request"},
    {"L_OWNER", "Suivi par", "Owner"},
    {"L_DUE_HERE", "Ce qui est attendu", "What is due"},
    {"L_TASK_DONE", "C’est fait", "Done"},
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
    {"L_VALUE", "Ce dossier", "This case"},
    {"L_WANTED", "Attendu", "Wanted"},
    {"L_WOULD_OPEN", "Une réponse qui ouvrirait d’autres portes",
     "An answer that would open more doors"},
    {"L_NOW", "Ce qui peut se faire maintenant", "What can be done now"},
    {"L_SPOKEN", "noter sa réponse", "record the answer"},
    {"L_CHANNEL", "Reçue par", "Received by"},
    {"L_LETTERS", "Lettres", "Letters"},
    {"L_TO", "À", "To"},
    {"L_SUBJECT", "Objet", "Subject"},
    {"L_AGENDA", "À l’ordre du jour de la réunion", "On the meeting’s agenda"},
    {"L_HISTORY", "Ce qui s’est passé", "What happened"},
    {"L_FACTS", "La demande", "The request"},
};

namespace messages {

inline constexpr base::MessageText kPlaysAdministrator{"plays-administrator", "Administration",
                                                       "Administration"};
inline constexpr base::MessageText kPlaysOfficial{"plays-official", "Élus et financeurs",
                                                  "Officials and funders"};
inline constexpr base::MessageText kPlaysAuditor{"plays-auditor", "Contrôle", "Auditor"};

using base::MessageText;

inline constexpr MessageText kMoved{"clock-moved",
                                    "{0} {0|lettre est partie|lettres sont parties}, dont {1} "
                                    "{1|relance|relances} et {2} {2|escalade|escalades}.",
                                    "{0} {0|letter|letters} left, among them {1} "
                                    "{1|reminder|reminders} and {2} {2|escalation|escalations}."};
inline constexpr MessageText kNoneLeft{"clock-none-left", "Aucune lettre n’est partie.",
                                       "No letter left."};
inline constexpr MessageText kAndMore{"and-more", "et {0} {0|autre|autres}", "and {0} more"};
inline constexpr MessageText kWorkTitle{"work-title", "À faire", "To do"};
inline constexpr MessageText kMost{"first-promises", "Les {0} premières échéances sont montrées.",
                                   "The first {0} deadlines are shown."};
inline constexpr MessageText kCasesTitle{"cases-title", "Dossiers", "Cases"};
inline constexpr MessageText kOneCase{"one-case", "Un dossier", "One case"};
inline constexpr MessageText kCases{"cases-count", "{0} {0|dossier|dossiers}",
                                     "{0} {0|case|cases}"};
inline constexpr MessageText kRange{"range", "{0} à {1} sur {2}", "{0} to {1} of {2}"};
inline constexpr MessageText kNewRequest{"new-request", "Nouvelle demande", "New request"};
inline constexpr MessageText kEnough{"group-enough", "De quoi enregistrer un appel",
                                     "Enough to save a call"};
inline constexpr MessageText kNeeded{"field-needed", "{0} : à remplir pour enregistrer la demande",
                                     "{0}: needed to save the request"};
inline constexpr MessageText kNoAnswer{"no-answer", "sans réponse", "no answer"};
inline constexpr MessageText kNotSaved{"request-not-saved", "La demande n’est pas enregistrée",
                                       "The request is not saved"};
inline constexpr MessageText kNotDone{"act-not-done", "L’acte n’a pas été fait : rien n’a changé",
                                      "The act was not done: nothing has changed"};
inline constexpr MessageText kIsFor{"is-for", "revient à : {0}", "is for: {0}"};
inline constexpr MessageText kNoDate{"no-date", "sans date", "no date"};
inline constexpr MessageText kTheDesk{"the-desk", "le guichet", "the desk"};
inline constexpr MessageText kTakeIn{"verdict-take-in", "recevable", "eligible"};
inline constexpr MessageText kRefuse{"verdict-refuse", "hors du champ du guichet",
                                     "outside the desk’s remit"};
inline constexpr MessageText kAsk{"verdict-ask", "un fait à compléter", "a fact to complete"};
inline constexpr MessageText kPhone{"desk-phone", "Téléphone", "Telephone"};
inline constexpr MessageText kMail{"desk-mail", "Courriel", "E-mail"};
inline constexpr MessageText kNotFoundTitle{"page-not-found-title", "Page introuvable",
                                            "Page not found"};
inline constexpr MessageText kForbiddenTitle{"page-forbidden-title", "Accès réservé",
                                             "Access is reserved"};
inline constexpr MessageText kRefusedTitle{"page-refused-title", "Demande refusée",
                                           "Request refused"};
inline constexpr MessageText kFaultTitle{"page-fault-title", "Le guichet n’a pas pu répondre",
                                         "The desk could not answer"};
inline constexpr MessageText kToStart{"to-start", "Revenir à l’accueil", "Back to the start"};
inline constexpr MessageText kToCases{"to-cases", "Revenir aux dossiers", "Back to the cases"};
inline constexpr MessageText kNotFound{"page-not-found", "Cette page n’existe pas.",
                                       "There is no such page."};
inline constexpr MessageText kNoSuchCase{"case-not-found", "Il n’y a pas de dossier de ce numéro.",
                                         "There is no case of that number."};
inline constexpr MessageText kRefusedPage{"page-refused",
                                          "La demande ne peut pas être servie ({0}).",
                                          "The request cannot be served ({0})."};
inline constexpr MessageText kFault{
    "page-fault", "L’erreur est notée. Référence pour l’administrateur : {0}.",
    "The error is noted. Reference for the administrator: {0}."};
inline constexpr MessageText kSaved{"request-saved", "La demande {0} est enregistrée.",
                                    "Request {0} is saved."};
inline constexpr MessageText kOtherSite{"other-site",
                                        "Cette demande vient d’un autre site : elle est refusée.",
                                        "This request comes from another site and is refused."};
inline constexpr MessageText kOverdue{"overdue", "En retard", "Overdue"};
inline constexpr MessageText kToday{"today", "Aujourd’hui", "Today"};
inline constexpr MessageText kThisWeek{"this-week", "Sous sept jours", "Within seven days"};
inline constexpr MessageText kLater{"later", "Plus tard", "Later"};
inline constexpr MessageText kPerson{"group-person", "La personne", "The person"};
inline constexpr MessageText kFirm{"group-firm", "L’entreprise", "The firm"};
inline constexpr MessageText kProject{"group-case", "Le projet", "The project"};
inline constexpr MessageText kRequest{"group-request", "La demande", "The request"};
inline constexpr MessageText kWaiting{"letter-waiting", "part le {0}", "leaves {0}"};
inline constexpr MessageText kLeaving{"letter-leaving", "en cours d’envoi", "leaving"};
inline constexpr MessageText kDelivered{"letter-delivered", "partie", "delivered"};
inline constexpr MessageText kUndelivered{"letter-refused", "refusée : {0}", "refused: {0}"};
inline constexpr MessageText kPrinted{"letter-printed", "à imprimer ou à appeler",
                                      "to print or to call"};

}  // namespace messages
}  // namespace guichet::web
