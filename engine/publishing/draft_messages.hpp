// Why a draft is not kept or not published.
#pragma once

#include "engine/base/message.hpp"

namespace guichet::publishing::messages {

using base::MessageText;

inline constexpr MessageText kChangedMeanwhile{
    "draft-changed",
    "« {0} » a été modifié entre-temps : comparez les deux textes, puis enregistrez de nouveau",
    "'{0}' has been changed meanwhile: compare the two texts, then save again"};
inline constexpr MessageText kNoDeskFile{
    "no-desk-file",
    "« {0} » ne peut pas être un fichier du guichet : des lettres, chiffres, « - », « _ » et « . "
    "», "
    "en .yaml, .csv, ou .md dans letters/",
    "'{0}' cannot be a file of the desk: letters, digits, '-', '_' and '.', in .yaml, .csv, or .md "
    "in letters/"};
inline constexpr MessageText kTooLong{"file-too-long", "« {0} » dépasse 1 Mio",
                                      "'{0}' is longer than 1 MiB"};
inline constexpr MessageText kNotText{"file-not-utf8", "« {0} » n'est pas du texte UTF-8",
                                      "'{0}' is not UTF-8 text"};
inline constexpr MessageText kNoDraft{"no-draft", "rien à publier : aucun fichier n'est modifié",
                                      "nothing to publish: no file is changed"};
inline constexpr MessageText kOvertaken{
    "draft-overtaken",
    "une autre version a été publiée depuis : « {0} » y a changé aussi ; ouvrez-le, comparez, et "
    "enregistrez de nouveau",
    "another version has been published since: '{0}' changed there too; open it, compare, and save "
    "again"};
inline constexpr MessageText kDraftMoved{
    "draft-moved",
    "le brouillon ou la version en service a changé pendant la vérification : relisez ce qui "
    "change, puis publiez de nouveau",
    "the draft or the version in force changed while it was being checked: read what changes, then "
    "publish again"};
inline constexpr MessageText kDraftReadOver{
    "draft-read-over",
    "le brouillon a changé depuis que cette page vous a été montrée (en dernier par {0}) : relisez "
    "ci-dessous ce qui change, puis publiez",
    "the draft has changed since you were shown this page (last by {0}): read below what changes, "
    "then publish"};
inline constexpr MessageText kNotDiscarded{
    "draft-not-discarded",
    "le brouillon a changé depuis que cette page vous a été montrée (en dernier par {0}) : rien "
    "n'est "
    "abandonné ; revenez à la liste pour voir ce qu'il contient",
    "the draft has changed since you were shown this page (last by {0}): nothing was discarded; go "
    "back to the list to see what is in it"};
inline constexpr MessageText kPublishedMeanwhile{
    "published-meanwhile",
    "{0} a publié entre-temps, avec tout le brouillon de ce moment : « {1} ». Ce qui reste à "
    "publier "
    "est ci-dessous",
    "{0} has published meanwhile, with all of the draft as it was then: '{1}'. What is left to "
    "publish is below"};
inline constexpr MessageText kDraftFails{
    "draft-fails",
    "le brouillon a des erreurs ({0}) : rien ne peut être publié avant leur correction",
    "the draft has mistakes ({0}): nothing can be published before they are mended"};
inline constexpr MessageText kPlanFails{
    "plan-fails", "le plan de passage a des erreurs, ou ne dit pas encore où va chaque dossier",
    "the plan has mistakes, or does not say yet where each case goes"};
inline constexpr MessageText kNoteMissing{
    "note-missing", "dites en une phrase ce qui change : c'est ce que l'historique montrera",
    "say in a sentence what changes: it is what the history will show"};
inline constexpr MessageText kDraftThere{
    "draft-there", "un brouillon est en cours : publiez-le ou abandonnez-le d'abord",
    "there is a draft: publish it or discard it first"};
inline constexpr MessageText kNothingSuch{"no-such-version", "il n'y a pas de version « {0} »",
                                          "there is no version '{0}'"};

}  // namespace guichet::publishing::messages
