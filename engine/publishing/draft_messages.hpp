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
    "draft-moved", "le brouillon ou la version en service a changé pendant la vérification",
    "the draft or the version in force changed while it was being checked"};
inline constexpr MessageText kDraftFails{"draft-fails",
                                         "le brouillon a {0} erreurs : rien n'est publié",
                                         "the draft has {0} mistakes: nothing is published"};
inline constexpr MessageText kPlanFails{"plan-fails", "le plan a des erreurs : rien n'est publié",
                                        "the plan has mistakes: nothing is published"};
inline constexpr MessageText kNoteMissing{
    "note-missing", "dites en une phrase ce qui change : c'est ce que l'historique montrera",
    "say in a sentence what changes: it is what the history will show"};
inline constexpr MessageText kDraftThere{
    "draft-there", "un brouillon est en cours : publiez-le ou abandonnez-le d'abord",
    "there is a draft: publish it or discard it first"};
inline constexpr MessageText kNothingSuch{"no-such-version", "il n'y a pas de version « {0} »",
                                          "there is no version '{0}'"};

}  // namespace guichet::publishing::messages
