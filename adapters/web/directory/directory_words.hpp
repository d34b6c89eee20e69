// The words of the directory's pages.
#pragma once

#include "adapters/web/frame/label.hpp"
#include "engine/base/message.hpp"

namespace guichet::web {

inline constexpr Label kDirectoryLabels[] = {
    {"L_DIR", "Annuaire", "Directory"},
    {"L_DIR_INTRO",
     "Qui sont les partenaires, qui est absent, par où leur écrire. Un changement compte dès qu’il "
     "est enregistré.",
     "Who the partners are, who is away, how to write to them. A change counts as soon as it is "
     "saved."},
    {"L_DIR_STAFF", "Absences de l’équipe", "Absences of the staff"},
    {"L_DIR_PARTNER", "Partenaire", "Partner"},
    {"L_DIR_CHANNEL", "Par où écrire", "How to write"},
    {"L_DIR_AWAY", "Absents", "Away"},
    {"L_DIR_OPEN", "Demandes en cours", "Open requests"},
    {"L_DIR_PEOPLE", "Personnes", "People"},
    {"L_DIR_REACH", "Adresse, téléphone", "Address, telephone"},
    {"L_DIR_ARTICLES", "Articles", "Articles"},
    {"L_DIR_TODAY", "Aujourd’hui", "Today"},
    {"L_DIR_HEAD", "responsable", "head"},
    {"L_DIR_LEAVES", "Passer ses dossiers", "Hand her cases over"},
    {"L_DIR_ABSENCES", "Absences", "Absences"},
    {"L_DIR_CLOSURES", "Fermetures", "Closures"},
    {"L_DIR_FROM", "Du", "From"},
    {"L_DIR_UNTIL", "Au (inclus)", "To (included)"},
    {"L_DIR_SUBSTITUTE", "Remplacé par", "Stood in by"},
    {"L_DIR_CLOCK", "Délais", "Delays"},
    {"L_DIR_CLOCK_STOPS", "suspendus", "stand still"},
    {"L_DIR_CLOCK_RUNS", "continuent", "go on"},
    {"L_DIR_REMOVE", "Retirer", "Take away"},
    {"L_DIR_ACTS", "Actes", "Acts"},
    {"L_DIR_NO_ABSENCE", "Aucune absence notée.", "No absence noted."},
    {"L_DIR_NO_CLOSURE", "Aucune fermeture notée.", "No closure noted."},
    {"L_DIR_NO_OPEN", "Rien n’est en cours chez ce partenaire.",
     "Nothing is open with this partner."},
    {"L_DIR_HISTORY", "Ce qui a changé", "What has changed"},
    {"L_DIR_NO_HISTORY", "Rien n’a changé depuis que le guichet a été installé.",
     "Nothing has changed since the desk was set up."},
    {"L_DIR_WITH", "Suivie par", "With"},
    {"L_DIR_SINCE", "Depuis le", "Since"},
    {"L_DIR_YOURS", "Ce que vous avez écrit", "What you wrote"},
    {"L_DIR_NOW", "Ce qui est enregistré", "What is saved"},
    {"L_DIR_OF_FOLDER", "définition du guichet", "the desk’s definition"},
};

namespace messages {

using base::MessageText;

inline constexpr MessageText kDirMail{"dir-mail", "courriel", "e-mail"};
inline constexpr MessageText kDirPrinted{"dir-printed", "courrier imprimé", "printed letter"};
inline constexpr MessageText kDirCall{"dir-call", "téléphone", "telephone"};
inline constexpr MessageText kDirUntil{"dir-until", "{0}, jusqu’au {1}", "{0}, until {1}"};
inline constexpr MessageText kDirUntilWith{"dir-until-with", "{0}, jusqu’au {1} ; {2} remplace",
                                           "{0}, until {1}; {2} stands in"};
inline constexpr MessageText kDirFrom{"dir-from", "{0}, du {1} au {2}", "{0}, from {1} to {2}"};
inline constexpr MessageText kDirClosed{"dir-closed", "Fermé jusqu’au {0}", "Closed until {0}"};
inline constexpr MessageText kDirCloses{"dir-closes", "Fermera du {0} au {1}",
                                        "Closes from {0} to {1}"};
inline constexpr MessageText kDirRefused{"dir-refused", "Adresse refusée : {0}",
                                         "Address refused: {0}"};
inline constexpr MessageText kDirRefusedWhy{
    "dir-refused-why",
    "Une lettre à {0} n’a pas été acceptée ({1}). Corrigez l’adresse, ou écrivez autrement.",
    "A letter to {0} was not accepted ({1}). Put the address right, or write another way."};
inline constexpr MessageText kDirElsewhere{
    "dir-elsewhere",
    "Une lettre à {0} a été préparée avant le changement : elle part le {2} à l’ancienne adresse, "
    "{1}. "
    "Pour qu’elle n’y aille pas, rappelez-la depuis son dossier, et écrivez de nouveau :",
    "A letter to {0} was made before the change: it leaves on {2} for the old address, {1}. To "
    "keep "
    "it from going there, call it back from its case, and write again:"};
inline constexpr MessageText kDirSaved{"dir-saved",
                                       "C’est enregistré, et cela compte dès maintenant.",
                                       "It is saved, and counts from now on."};
inline constexpr MessageText kDirNotSaved{"dir-not-saved", "Rien n’est enregistré",
                                          "Nothing was saved"};
inline constexpr MessageText kDirConflict{
    "dir-conflict",
    "Quelqu’un a modifié cette fiche pendant que vous écriviez. Comparez, puis enregistrez de "
    "nouveau si votre version est la bonne.",
    "Somebody changed this entry while you were writing. Compare, then save again if yours is "
    "right."};
inline constexpr MessageText kDirMoved{
    "dir-moved", "Cette fiche a changé entre-temps. La voici comme elle est : recommencez.",
    "This entry has changed meanwhile. Here it is as it stands: try again."};
inline constexpr MessageText kDirEntry{"dir-entry", "Modifier l’institution",
                                       "Change the institution"};
inline constexpr MessageText kDirAdviser{"dir-adviser", "Modifier {0}", "Change {0}"};
inline constexpr MessageText kDirNewAdviser{"dir-new-adviser", "Ajouter une personne",
                                            "Add somebody"};
inline constexpr MessageText kDirNewAbsence{"dir-new-absence", "Noter une absence",
                                            "Note an absence"};
inline constexpr MessageText kDirNewClosure{"dir-new-closure", "Noter une fermeture",
                                            "Note a closure"};
inline constexpr MessageText kDirKeep{"dir-keep", "Enregistrer", "Save"};
inline constexpr MessageText kDirName{"dir-name", "Nom", "Name"};
inline constexpr MessageText kDirShortName{"dir-short-name", "Nom court", "Short name"};
inline constexpr MessageText kDirEmail{"dir-email", "Adresse électronique", "E-mail address"};
inline constexpr MessageText kDirPhone{"dir-phone", "Téléphone", "Telephone"};
inline constexpr MessageText kDirRole{"dir-role", "Fonction", "Role"};
inline constexpr MessageText kDirHeadName{"dir-head-name", "Responsable", "Head"};
inline constexpr MessageText kDirHeadEmail{"dir-head-email", "Adresse du responsable",
                                           "The head’s address"};
inline constexpr MessageText kDirHeadPhone{"dir-head-phone", "Téléphone du responsable",
                                           "The head’s telephone"};
inline constexpr MessageText kDirHeadRole{"dir-head-role", "Fonction du responsable",
                                          "The head’s role"};
inline constexpr MessageText kDirChannel{"dir-channel", "Par où lui écrire", "How to write to it"};
inline constexpr MessageText kDirArticles{"dir-articles", "Articles dont elle s’occupe",
                                          "Articles she deals with"};
inline constexpr MessageText kDirArticlesHelp{"dir-articles-help", "Aucun coché : tous.",
                                              "None ticked: all of them."};
inline constexpr MessageText kDirWho{"dir-who", "Qui", "Who"};
inline constexpr MessageText kDirFirst{"dir-first", "Premier jour", "First day"};
inline constexpr MessageText kDirLast{"dir-last", "Dernier jour (inclus)", "Last day (included)"};
inline constexpr MessageText kDirSubstitute{"dir-substitute", "Qui remplace", "Who stands in"};
inline constexpr MessageText kDirSubstituteHelp{"dir-substitute-help",
                                                "Personne : les lettres vont au responsable.",
                                                "Nobody: letters go to the head."};
inline constexpr MessageText kDirStops{"dir-stops", "Les délais", "Delays"};
inline constexpr MessageText kDirStopsHelp{
    "dir-stops-help",
    "Vaut pour les demandes envoyées ensuite ; les délais déjà en cours gardent leurs dates.",
    "Counts for requests that are sent from now on; delays under way keep their dates."};
inline constexpr MessageText kDirStopped{"dir-stopped", "sont suspendus pendant la fermeture",
                                         "stand still meanwhile"};
inline constexpr MessageText kDirNote{"dir-note", "Pourquoi", "Why"};
inline constexpr MessageText kDirNoteHelp{"dir-note-help", "Gardé avec le changement.",
                                          "Kept with the change."};
inline constexpr MessageText kDirDay{"dir-day", "une date est nécessaire", "a date is needed"};
inline constexpr MessageText kDirChannelNeeded{"dir-channel-needed", "choisissez par où écrire",
                                               "choose how to write"};
inline constexpr MessageText kDirAbsence{"dir-absence", "absence de {0} du {1} au {2}{3}",
                                         "absence of {0} from {1} to {2}{3}"};
inline constexpr MessageText kDirStoodIn{"dir-stood-in", " ({0} remplace)", " ({0} stands in)"};
inline constexpr MessageText kDirClosure{"dir-closure", "fermeture du {0} au {1}",
                                         "closure from {0} to {1}"};
inline constexpr MessageText kDirAdded{"dir-added", "Ajouté : {0}", "Added: {0}"};
inline constexpr MessageText kDirTaken{"dir-taken", "Retiré : {0}", "Taken away: {0}"};
inline constexpr MessageText kDirChanged{"dir-changed", "{0} : « {1} » devient « {2} »",
                                         "{0}: '{1}' becomes '{2}'"};
inline constexpr MessageText kDirOf{"dir-of", "{0} de {1}", "{0} of {1}"};
inline constexpr MessageText kDirPerson{"dir-person", "la personne {0}", "the person {0}"};
inline constexpr MessageText kDirHandOver{"dir-hand-over", "Les dossiers de {0}", "{0}’s cases"};
inline constexpr MessageText kDirHandOverIntro{
    "dir-hand-over-intro",
    "Ce que cette personne a en cours passe à un collègue d’un coup ; il reçoit une lettre par "
    "dossier.",
    "What this person has open goes to a colleague in one go; who gets a letter for each case."};
inline constexpr MessageText kDirTo{"dir-to", "À qui", "To whom"};
inline constexpr MessageText kDirLeft{"dir-left", "Elle quitte l’institution",
                                      "She leaves the institution"};
inline constexpr MessageText kDirLeftYes{"dir-left-yes", "la retirer de l’annuaire",
                                         "take her out of the directory"};
inline constexpr MessageText kDirHandKeep{"dir-hand-keep", "Passer les dossiers",
                                          "Hand the cases over"};
inline constexpr MessageText kDirHanded{"dir-handed", "Dossiers passés : {0}.",
                                        "Cases handed over: {0}."};
inline constexpr MessageText kDirGone{"dir-gone", "La personne n’est plus dans l’annuaire.",
                                      "The person is not in the directory any more."};
inline constexpr MessageText kDirChoose{"dir-choose", "choisissez à qui", "choose to whom"};
inline constexpr MessageText kDirReason{"dir-reason", "dites pourquoi", "say why"};
inline constexpr MessageText kDirTag{"dir-tag", "absence jusqu’au {0}", "away until {0}"};
inline constexpr MessageText kDirMore{"dir-more", "et {0} {0|autre|autres}",
                                      "and {0} {0|other|others}"};

}  // namespace messages

}  // namespace guichet::web
