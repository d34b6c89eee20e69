// Sentences of the definition's pages.
#pragma once

#include "engine/base/message.hpp"

namespace guichet::web {
namespace messages {

using base::MessageText;

inline constexpr MessageText kDefTitle{"definition-title", "Parcours et règles", "Paths and rules"};
inline constexpr MessageText kDefIntro{"definition-intro",
                                       "En service depuis le {0}, par {1} : {2}",
                                       "In force since {0}, by {1}: {2}"};
inline constexpr MessageText kDefIntroPlain{"definition-intro-plain", "En service depuis le {0}",
                                            "In force since {0}"};
// Kinds of files, by the word of their header.
inline constexpr MessageText kDefKinds[] = {
    {"kind-calendar", "Jours ouvrés", "Business days"},
    {"kind-convention", "Convention", "Agreement"},
    {"kind-decision-table", "Tables de décision", "Decision tables"},
    {"kind-decision-model", "Modèles de décision", "Decision models"},
    {"kind-desk", "Le guichet", "The desk"},
    {"kind-fields", "Champs", "Fields"},
    {"kind-intake", "Réception des demandes", "Intake"},
    {"kind-letter", "Lettres", "Letters"},
    {"kind-list", "Listes", "Lists"},
    {"kind-migration", "Plans de passage", "Migration plans"},
    {"kind-partners", "Partenaires", "Partners"},
    {"kind-population", "Population d’essai", "Population for trials"},
    {"kind-results", "Résultats", "Results"},
    {"kind-scenario", "Scénarios", "Scenarios"},
    {"kind-workflow", "Parcours", "Paths"}};
inline constexpr MessageText kDefOtherKind{"kind-other", "Autres fichiers", "Other files"};
inline constexpr MessageText kDefNoDraft{
    "definition-no-draft",
    "Aucun brouillon. Ouvrez un fichier et enregistrez-le : rien ne change avant la publication.",
    "No draft. Open a file and save it: nothing changes before it is published."};
inline constexpr MessageText kDefDraft{
    "definition-draft", "Brouillon : {0} {0|fichier|fichiers}, modifié le {1} par {2}",
    "Draft: {0} {0|file|files}, changed on {1} by {2}"};
inline constexpr MessageText kDefErrors{"definition-errors", "Erreurs : {0} ; avertissements : {1}",
                                        "Mistakes: {0}; warnings: {1}"};
inline constexpr MessageText kDefSound{"definition-sound", "Aucune erreur ; avertissements : {0}",
                                       "No mistake; warnings: {0}"};
inline constexpr MessageText kDefSaved{"definition-saved",
                                       "Enregistré dans le brouillon. Rien n’est publié.",
                                       "Saved into the draft. Nothing is published."};
inline constexpr MessageText kDefDone{"definition-done", "C’est fait.", "Done."};
inline constexpr MessageText kDefPublished{
    "definition-published", "Publié : {0}. Les nouveaux dossiers suivent cette version.",
    "Published: {0}. New cases follow this version."};
inline constexpr MessageText kDefNotSaved{"definition-not-saved",
                                          "Votre texte n’est pas encore enregistré",
                                          "Your text is not saved yet"};
inline constexpr MessageText kDefNotPublished{"definition-not-published", "Rien n’est publié",
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
inline constexpr MessageText kDefTried{"definition-tried", "Réussis : {0} ; échoués : {1}",
                                       "Passed: {0}; failed: {1}"};
inline constexpr MessageText kDefReplayed{
    "definition-replayed",
    "Dossiers revécus : {0} ; orientés autrement : {1} ; relancés à d’autres dates : {2} ; "
    "bloqués : {3}",
    "Cases lived again: {0}; routed elsewhere: {1}; reminded on other days: {2}; stuck: {3}"};
inline constexpr MessageText kDefTimer{"definition-timer", "{0}, {1}.{2} : {3} → {4} ({5})",
                                       "{0}, {1}.{2}: {3} → {4} ({5})"};

inline constexpr MessageText kDefNotReached{
    "definition-not-reached",
    "{0} {0|dossier n’a|dossiers n’ont} pas été revécus : les précédents ont pris l’effort permis "
    "à une page ; « guichet preview --replay » les revit tous",
    "{0} {0|case was|cases were} not lived again: those before took the effort that a page is "
    "allowed; 'guichet preview --replay' lives them all"};
inline constexpr MessageText kDefElsewhere{
    "definition-elsewhere",
    "{0} {0|demande en cours suit|demandes en cours suivent} encore une version antérieure",
    "{0} open {0|request goes|requests go} by an earlier version still"};
inline constexpr MessageText kDefCarried{"definition-carried",
                                         "Les dossiers passent à la version en service.",
                                         "Cases are going over to the version in force."};
inline constexpr MessageText kDefMove{"definition-move", "{0}, « {1} » : {2} en cours",
                                      "{0}, '{1}': {2} in flight"};

// Verdicts of places, in the order of migrate::Verdict.
inline constexpr MessageText kDefVerdicts[] = {
    {"definition-identical", "passent sans changement", "go over unchanged"},
    {"definition-compatible", "passent, compatibles", "go over, compatible"},
    {"definition-timers", "des échéances changent", "deadlines change"},
    {"definition-mapping", "à associer à un état", "to be mapped to a state"},
    {"definition-blocked", "bloqués", "blocked"}};

}  // namespace messages

}  // namespace guichet::web
