// The words of the pages on which a case is changed outside its path.
#pragma once

#include <string_view>

#include "adapters/web/frame/label.hpp"
#include "engine/base/message.hpp"

namespace guichet::web {

inline constexpr Label kChangeLabels[] = {
    {"L_MORE_DOUBLES", "D’autres encore : chercher par le nom", "More of them: search by name"},
    {"L_TRAIL", "D’où vous venez", "Where you come from"},
    {"L_LEAVE", "Ne rien changer", "Change nothing"},
    {"L_OTHER_ACTS", "Autres actes", "Other acts"},
    {"L_ASSIGN", "Confier le dossier", "Hand the case over"},
    {"L_CORRECT", "Corriger des faits", "Correct facts"},
    {"L_FURTHER_NEED", "Ouvrir un autre besoin", "Open a further need"},
    {"L_MERGE", "Réunir à un autre dossier", "Merge into another case"},
    {"L_UNMERGE", "Séparer les dossiers", "Part the cases"},
    {"L_REQUALIFY", "Requalifier", "Requalify"},
    {"L_MOVE", "Changer d’étape", "Put into another state"},
    {"L_HAND_OVER", "Confier à un collègue", "Hand over to a colleague"},
    {"L_POSTPONE", "Changer la date", "Change the date"},
    {"L_UNDO", "Annuler", "Undo"},
    {"L_CALL_BACK", "Annuler l’envoi", "Do not send"},
    {"L_CONSENT", "Accord pour transmettre", "Consent to pass on"},
    {"L_CHANGE_CONSENT", "Noter un accord, un refus, un retrait",
     "Record a consent, a refusal, a withdrawal"},
    {"L_FOR_ALL", "Tous les partenaires", "All partners"},
    {"L_FOR_OTHERS", "Les autres partenaires", "The other partners"},
    {"L_INCIDENTS", "Ce qui n’a pas pu se faire", "What could not be done"},
    {"L_SETTLE", "Régler", "Settle"},
    {"L_DOUBLES", "La même personne ou la même entreprise ?", "The same person or firm?"},
    {"L_DOUBLES_HELP",
     "Réunis, les dossiers ne donnent lieu qu’à une seule lettre. Sinon, ne faites rien : ils "
     "restent séparés.",
     "Merged, the cases give one letter only. Otherwise do nothing: they stay apart."},
    {"L_MERGE_THEM", "Réunir", "Merge"},
    {"L_SAME_SIRET", "même SIRET", "same SIRET"},
    {"L_SAME_PHONE", "même téléphone et même nom", "same telephone and name"},
    {"L_PRINT", "Fiche à imprimer", "Sheet to print"},
};

namespace messages {

using base::MessageText;

inline constexpr MessageText kNothingToChange{
    "nothing-to-change", "Il n’y a rien ici qui puisse être changé ainsi : revenez au dossier.",
    "There is nothing here that could be changed in this way: go back to the case."};
inline constexpr MessageText kStillTyped{"still-typed", "Vous aviez tapé : « {0} »",
                                         "You had typed: “{0}”"};
inline constexpr MessageText kReason{"change-reason", "Motif", "Reason"};
inline constexpr MessageText kReasonHelp{"change-reason-help", "Gardé au dossier et montré.",
                                         "Kept with the case and shown."};
inline constexpr MessageText kHow{"change-channel", "Dit par", "Said by"};
inline constexpr MessageText kWhen{"change-day", "Dit le", "Said on"};
inline constexpr MessageText kNoDay{"no-day", "« {0} » n’est pas une date", "'{0}' is not a date"};
inline constexpr MessageText kChoose{"to-choose", "{0} : à choisir", "{0}: to be chosen"};

inline constexpr MessageText kUndoTitle{"undo-title", "Annuler ce qui vient d’être fait",
                                        "Take back what was just done"};
inline constexpr MessageText kUndoIntro{
    "undo-intro",
    "{0}, le {1}, par {2}. Tout redevient comme avant, avec les échéances d’avant ; le journal "
    "garde les deux.",
    "{0}, on {1}, by {2}. Everything is as it was before, with the due dates of then; the journal "
    "keeps both."};
inline constexpr MessageText kGoesBack{"undo-changes", "Ce qui revient en arrière",
                                       "What goes back"};
inline constexpr MessageText kWillNotLeave{"undo-called-back", "Lettres qui ne partiront pas",
                                           "Letters that will not leave"};
inline constexpr MessageText kHaveLeft{"undo-left", "Lettres déjà parties : elles ont pu être lues",
                                       "Letters that have left: they may have been read"};
inline constexpr MessageText kUndo{"undo", "Annuler cet acte", "Take it back"};
inline constexpr MessageText kUndone{"undo-done", "L’acte est annulé.", "The act is taken back."};

inline constexpr MessageText kRecallTitle{"recall-title", "Annuler l’envoi d’une lettre",
                                          "Keep a letter from leaving"};
inline constexpr MessageText kRecallIntro{
    "recall-intro", "« {0} », à {1}, doit partir le {2}. Elle ne partira pas.",
    "'{0}', to {1}, is to leave on {2}. It will not leave."};
inline constexpr MessageText kRecall{"recall", "Annuler l’envoi", "Do not send"};
inline constexpr MessageText kRecallDone{"recall-done", "La lettre ne partira pas.",
                                         "The letter will not leave."};
inline constexpr MessageText kMinutesLeft{"minutes-left", "part dans {0} min", "leaves in {0} min"};
inline constexpr MessageText kCalledBack{"letter-recalled", "envoi annulé", "not sent"};

inline constexpr MessageText kConsentTitle{"consent-title", "Accord, refus ou retrait",
                                           "Consent, refusal or withdrawal"};
inline constexpr MessageText kConsentIntro{
    "consent-intro",
    "Ce que la personne a dit. Un retrait arrête les mises en relation et les relances, et ferme "
    "aussitôt l’accès des partenaires.",
    "What the person said. A withdrawal stops referrals and reminders, and closes the partners’ "
    "access at once."};
inline constexpr MessageText kConsentState{"consent-state", "La personne", "The person"};
inline constexpr MessageText kGiven{"consent-given", "donne son accord", "gives her consent"};
inline constexpr MessageText kRefused{"consent-refused", "refuse", "refuses"};
inline constexpr MessageText kWithdrawn{"consent-withdrawn", "retire son accord",
                                        "withdraws her consent"};
inline constexpr MessageText kIsGiven{"consent-is-given", "accord donné", "given"};
inline constexpr MessageText kIsRefused{"consent-is-refused", "refusé", "refused"};
inline constexpr MessageText kIsWithdrawn{"consent-is-withdrawn", "accord retiré", "withdrawn"};
inline constexpr MessageText kIsUnsaid{"consent-unsaid", "pas encore demandé", "not asked yet"};
inline constexpr MessageText kForWhom{"consent-for", "Pour quels partenaires",
                                      "For which partners"};
inline constexpr MessageText kForWhomHelp{"consent-for-help", "Aucune case cochée : pour tous.",
                                          "No box ticked: for all of them."};
inline constexpr MessageText kRecord{"record", "Enregistrer", "Record"};
inline constexpr MessageText kConsentDone{"consent-done", "C’est noté.", "Recorded."};

inline constexpr MessageText kRequalifyTitle{"requalify-title", "Requalifier : {0}",
                                             "Requalify: {0}"};
inline constexpr MessageText kRequalifyIntro{
    "requalify-intro",
    "Le besoin est clos comme requalifié ; le nouveau reprend ses faits. Le dossier ne compte "
    "qu’une fois.",
    "The need is closed as requalified; the new one goes on with its facts. The case counts "
    "once."};
inline constexpr MessageText kNewTheme{"new-theme", "Nouveau thème", "New theme"};
inline constexpr MessageText kKeep{"requalify-keep", "Mises en relation qui continuent",
                                   "Referrals that go on"};
inline constexpr MessageText kKeepHelp{"requalify-keep-help",
                                       "Les autres sont retirées, par une lettre au partenaire.",
                                       "The others are withdrawn, with a letter to the partner."};
inline constexpr MessageText kRequalify{"requalify", "Requalifier", "Requalify"};
inline constexpr MessageText kRequalifyDone{"requalify-done", "Le besoin est requalifié.",
                                            "The need is requalified."};

inline constexpr MessageText kNeedTitle{"need-title", "Ouvrir un autre besoin",
                                        "Open a further need"};
inline constexpr MessageText kNeedIntro{
    "need-intro",
    "La recevabilité est demandée à nouveau pour ce besoin, avec les faits d’aujourd’hui.",
    "Eligibility is asked again for this need, with the facts of today."};
inline constexpr MessageText kNeedDone{"need-done", "La demande est notée : voyez les besoins.",
                                       "Recorded: see the needs."};

inline constexpr MessageText kMergeTitle{"merge-title", "Réunir à un autre dossier",
                                         "Merge into another case"};
inline constexpr MessageText kMergeIntro{
    "merge-intro",
    "L’autre dossier continue. Ici, ce que l’autre a déjà s’arrête sans rien perdre ; ses lettres "
    "en attente ne partent pas. On peut les séparer à nouveau.",
    "The other case goes on. Here, what the other has already stands still and nothing is lost; "
    "letters that wait do not leave. They can be parted again."};
inline constexpr MessageText kInto{"merge-into", "Numéro de l’autre dossier",
                                   "Number of the other case"};
inline constexpr MessageText kNoCaseOf{"merge-no-case", "il n’y a pas de dossier « {0} »",
                                       "there is no case '{0}'"};
inline constexpr MessageText kMerge{"merge", "Réunir", "Merge"};
inline constexpr MessageText kMergeDone{"merge-done", "Les dossiers sont réunis.",
                                        "The cases are merged."};
inline constexpr MessageText kUnmergeIntro{
    "unmerge-intro", "Réuni au dossier {0}. Séparé, ce dossier reprend où il en était.",
    "Merged into case {0}. Parted, this case goes on where it stood."};
inline constexpr MessageText kUnmergeTitle{"unmerge-title", "Séparer les dossiers",
                                           "Part the cases"};
inline constexpr MessageText kUnmergeDone{"unmerge-done", "Les dossiers sont séparés.",
                                          "The cases are parted."};
inline constexpr MessageText kMergedInto{"merged-into", "Ce dossier est réuni au dossier {0}.",
                                         "This case is merged into case {0}."};
inline constexpr MessageText kJoinedHere{"joined-here", "Le dossier {0} est réuni à celui-ci.",
                                         "Case {0} is merged into this one."};

}  // namespace messages
}  // namespace guichet::web
