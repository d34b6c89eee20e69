// Sentences of the definition's interface.
#pragma once

#include "engine/base/message.hpp"

namespace guichet::http::messages {

using base::MessageText;

inline constexpr MessageText kNoSuchFile{"no-such-file", "le guichet n'a pas de fichier « {0} »",
                                         "the desk has no file '{0}'"};
inline constexpr MessageText kFileHasMistakes{"file-has-mistakes",
                                              "« {0} » a des erreurs : corrigez-les d'abord",
                                              "'{0}' has mistakes: mend them first"};
inline constexpr MessageText kNotAPath{"not-a-path", "« {0} » n'est pas un parcours à dessiner",
                                       "'{0}' is no path to be drawn"};
inline constexpr MessageText kNotATable{"not-a-table", "« {0} » n'est pas une table de décision",
                                        "'{0}' is no decision table"};
inline constexpr MessageText kNotALetter{"not-a-letter", "« {0} » n'est pas une lettre",
                                         "'{0}' is no letter"};
inline constexpr MessageText kNoScenario{
    "no-such-scenario", "le guichet n'a pas de scénario « {0} »", "the desk has no scenario '{0}'"};
inline constexpr MessageText kDraftHasMistakes{
    "draft-has-mistakes",
    "le brouillon a {0} {0|erreur : corrigez-la|erreurs : corrigez-les} d'abord",
    "the draft has {0} {0|mistake: mend it|mistakes: mend them} first"};
inline constexpr MessageText kSayRevision{
    "revision-needed", "dites quel texte a été modifié : If-Match, avec l'ETag reçu",
    "say which text was edited: If-Match, with the ETag that came"};
inline constexpr MessageText kCaseNotShown{
    "case-not-shown",
    "ce dossier n'existe pas, ou son contenu n'est pas pour vous : une coordinatrice peut ouvrir "
    "cette page avec lui",
    "there is no such case, or what it holds is not for you: a coordinator can open this page with "
    "it"};

}  // namespace guichet::http::messages
