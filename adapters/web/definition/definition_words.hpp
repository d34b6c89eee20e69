// Words of the definition's pages.
#pragma once

#include "adapters/web/frame/label.hpp"
#include "engine/base/message.hpp"

namespace guichet::web {

inline constexpr Label kDefinitionLabels[] = {
    {"L_DEF_FILES", "Fichiers", "Files"},
    {"L_DEF_FILE", "Fichier", "File"},
    {"L_DEF_KIND", "Sorte", "Kind"},
    {"L_DEF_STATE", "Brouillon", "Draft"},
    {"L_DEF_CHANGED", "modifié", "changed"},
    {"L_DEF_ADDED", "ajouté", "added"},
    {"L_DEF_REMOVED", "retiré", "taken out"},
    {"L_DEF_OVERTAKEN", "publié autrement depuis", "published otherwise since"},
    {"L_DEF_CHECK", "Vérifier", "Check"},
    {"L_DEF_TRY", "Scénarios", "Scenarios"},
    {"L_DEF_PREVIEW", "Prévoir", "Preview"},
    {"L_DEF_PUBLISH", "Publier", "Publish"},
    {"L_DEF_HISTORY", "Historique", "History"},
    {"L_DEF_DISCARD", "Abandonner le brouillon", "Discard the draft"},
    {"L_DEF_DISCARD_FILE", "Abandonner cette modification", "Discard this change"},
    {"L_DEF_TAKE_OUT", "Retirer le fichier", "Take the file out"},
    {"L_DEF_SAVE", "Enregistrer dans le brouillon", "Save into the draft"},
    {"L_DEF_TEXT", "Texte du fichier", "Text of the file"},
    {"L_DEF_NEW", "Ajouter un fichier", "Add a file"},
    {"L_DEF_NEW_HELP", "par exemple letters/rappel.md ou workflows/mobilite.yaml",
     "for example letters/reminder.md or workflows/mobility.yaml"},
    {"L_DEF_PATH", "Chemin dans le dossier", "Path in the folder"},
    {"L_DEF_OPEN", "Ouvrir", "Open"},
    {"L_DEF_PICTURE", "Le parcours, et les dossiers ouverts à chaque étape",
     "The path, and the open cases at each step"},
    {"L_DEF_REMARKS", "Ce que dit la vérification", "What the check says"},
    {"L_DEF_NO_REMARK", "La vérification ne trouve rien à redire.",
     "The check finds nothing wrong."},
    {"L_DEF_YOURS", "Votre texte", "Your text"},
    {"L_DEF_THEIRS", "Le texte enregistré entre-temps", "The text saved meanwhile"},
    {"L_DEF_IN_FORCE", "En service", "In force"},
    {"L_DEF_TABLE", "La table en grille, et ce qu'elle couvre",
     "The table as a grid, and what it covers"},
    {"L_DEF_LETTER", "La lettre telle qu'elle se lit", "The letter as it reads"},
    {"L_DEF_LINE", "ligne", "line"},
    {"L_DEF_RULE", "Règle", "Rule"},
    {"L_DEF_COVERAGE", "Ce que la table couvre", "What the table covers"},
    {"L_DEF_COMPLETE", "Tous les cas ont une réponse.", "Every case has an answer."},
    {"L_DEF_GAPS", "Cas sans réponse", "Cases without an answer"},
    {"L_DEF_OVERLAPS", "Règles qui répondent au même cas", "Rules that answer the same case"},
    {"L_DEF_UNREACHABLE", "Règles qui ne servent jamais", "Rules that never win"},
    {"L_DEF_NOT_SURE", "La table est trop grande pour être sûr : il peut y en avoir d'autres.",
     "The table is too large to be sure: there may be more."},
    {"L_DEF_SUBJECT", "Objet", "Subject"},
    {"L_DEF_AS_TEXT", "En texte", "As text"},
    {"L_DEF_AS_HTML", "Mise en forme", "Laid out"},
    {"L_DEF_CASE", "Dossier (numéro interne), si vous pouvez le voir",
     "Case (internal number), if you may see it"},
    {"L_DEF_SHOW", "Montrer", "Show"},
    {"L_DEF_MADE_UP", "Les valeurs sont inventées.", "The values are made up."},
    {"L_DEF_RUN_ALL", "Jouer tous les scénarios", "Play all scenarios"},
    {"L_DEF_RUN", "Jouer", "Play"},
    {"L_DEF_STEP", "Étape", "Step"},
    {"L_DEF_WHEN", "Date", "Date"},
    {"L_DEF_LEADS_TO", "Mène à", "Leads to"},
    {"L_DEF_LETTERS", "Lettres", "Letters"},
    {"L_DEF_PASSED", "réussi", "passed"},
    {"L_DEF_FAILED", "échoué", "failed"},
    {"L_DEF_FAILURES", "Ce qui ne va pas", "What is wrong"},
    {"L_DEF_SENTENCES", "Ce qui change", "What changes"},
    {"L_DEF_NOTHING_CHANGES", "Rien ne change dans les parcours, les champs et les règles.",
     "Nothing changes in paths, fields and rules."},
    {"L_DEF_FLIGHT", "Dossiers en cours", "Cases in flight"},
    {"L_DEF_PLACE", "Où ils sont", "Where they stand"},
    {"L_DEF_HOW_MANY", "Dossiers", "Cases"},
    {"L_DEF_VERDICT", "Ce qu'ils deviennent", "What becomes of them"},
    {"L_DEF_VERSION", "Version", "Version"},
    {"L_DEF_PAST", "Dossiers passés, revécus", "Past cases, lived again"},
    {"L_DEF_REPLAY", "Combien de dossiers passés revivre", "How many past cases to live again"},
    {"L_DEF_NO_DIFFERENCE", "Aucune différence : rien n'aurait changé pour eux.",
     "No difference: nothing would have changed for them."},
    {"L_DEF_NONE_IN_FLIGHT", "Aucun dossier en cours sous une autre version.",
     "No case in flight under another version."},
    {"L_DEF_NOTE", "Ce qui change, en une phrase", "What changes, in a sentence"},
    {"L_DEF_NOTE_HELP", "L'historique la montre.", "The history shows it."},
    {"L_DEF_KEEP", "Les dossiers en cours finissent sous leur version",
     "Cases in flight finish under their own version"},
    {"L_DEF_PLAN", "Plan de passage (migration/1), si des dossiers sont à associer",
     "Plan (migration/1), if cases are to be mapped"},
    {"L_DEF_SUGGESTED", "Un plan qui les emmène", "A plan that carries them"},
    {"L_DEF_DIFFERENCES", "Différences, fichier par fichier", "Differences, file by file"},
    {"L_DEF_BY", "Par", "By"},
    {"L_DEF_RETURN", "Revenir à cette version", "Return to this version"},
    {"L_DEF_RETURN_HELP", "Elle devient le brouillon ; rien n'est publié avant que vous publiiez.",
     "It becomes the draft; nothing is published until you publish."},
    {"L_DEF_REPLACE", "Le brouillon en cours peut être abandonné", "The present draft may go"},
    {"L_DEF_NOT_TEXT", "Ce fichier n'est pas du texte.", "This file is no text."},
    {"L_DEF_ROOM", "Parcours et règles", "Paths and rules"},
};

namespace messages {

using base::MessageText;

inline constexpr MessageText kDefTitle{"definition-title", "Parcours et règles", "Paths and rules"};
inline constexpr MessageText kDefIntro{"definition-intro",
                                       "En service depuis le {0}, par {1} : {2}",
                                       "In force since {0}, by {1}: {2}"};
inline constexpr MessageText kDefNoDraft{
    "definition-no-draft",
    "Aucun brouillon. Ouvrez un fichier et enregistrez-le : rien ne change avant la publication.",
    "No draft. Open a file and save it: nothing changes before it is published."};
inline constexpr MessageText kDefDraft{"definition-draft",
                                       "Brouillon : {0} fichiers, modifié le {1} par {2}",
                                       "Draft: {0} files, changed on {1} by {2}"};
inline constexpr MessageText kDefErrors{"definition-errors", "{0} erreurs, {1} avertissements",
                                        "{0} mistakes, {1} warnings"};
inline constexpr MessageText kDefSound{"definition-sound", "Aucune erreur, {0} avertissements",
                                       "No mistake, {0} warnings"};
inline constexpr MessageText kDefSaved{"definition-saved",
                                       "Enregistré dans le brouillon. Rien n'est publié.",
                                       "Saved into the draft. Nothing is published."};
inline constexpr MessageText kDefDone{"definition-done", "C'est fait.", "Done."};
inline constexpr MessageText kDefPublished{
    "definition-published", "Publié : {0}. Les nouveaux dossiers suivent cette version.",
    "Published: {0}. New cases follow this version."};
inline constexpr MessageText kDefNotSaved{"definition-not-saved",
                                          "Votre texte n'est pas encore enregistré",
                                          "Your text is not saved yet"};
inline constexpr MessageText kDefNotPublished{"definition-not-published", "Rien n'est publié",
                                              "Nothing is published"};
inline constexpr MessageText kDefNotShown{"definition-not-shown", "Impossible à montrer",
                                          "It cannot be shown"};
inline constexpr MessageText kDefCheckTitle{"definition-check-title", "Vérification", "Check"};
inline constexpr MessageText kDefTriesTitle{"definition-tries-title", "Scénarios", "Scenarios"};
inline constexpr MessageText kDefPreviewTitle{
    "definition-preview-title", "Ce que la publication changerait", "What publishing would change"};
inline constexpr MessageText kDefPublishTitle{"definition-publish-title", "Publier le brouillon",
                                              "Publish the draft"};
inline constexpr MessageText kDefHistoryTitle{"definition-history-title", "Versions publiées",
                                              "Published versions"};
inline constexpr MessageText kDefVersionTitle{"definition-version-title", "Version du {0}",
                                              "Version of {0}"};
inline constexpr MessageText kDefReturned{
    "definition-returned", "Cette version est maintenant le brouillon : vérifiez, puis publiez.",
    "That version is the draft now: check it, then publish."};
inline constexpr MessageText kDefTried{"definition-tried", "{0} réussis, {1} échoués",
                                       "{0} passed, {1} failed"};
inline constexpr MessageText kDefReplayed{
    "definition-replayed",
    "{0} dossiers revécus : {1} orientés autrement, {2} relancés à d'autres dates, {3} bloqués",
    "{0} cases lived again: {1} routed elsewhere, {2} reminded on other days, {3} stuck"};
inline constexpr MessageText kDefTimer{"definition-timer", "{0}, {1}.{2} : {3} → {4} ({5})",
                                       "{0}, {1}.{2}: {3} → {4} ({5})"};

// Verdicts of places, in the order of migrate::Verdict.
inline constexpr MessageText kDefVerdicts[] = {
    {"definition-identical", "passent sans changement", "go over unchanged"},
    {"definition-compatible", "passent, compatibles", "go over, compatible"},
    {"definition-timers", "des échéances changent", "deadlines change"},
    {"definition-mapping", "à associer à un état", "to be mapped to a state"},
    {"definition-blocked", "bloqués", "blocked"}};

}  // namespace messages
}  // namespace guichet::web
