// Sentences of `guichet route`.
#pragma once

#include "engine/base/message.hpp"

namespace guichet::app::messages {

using base::MessageText;

inline constexpr MessageText kThemeMissing{
    "theme-missing", "« {0} » ({1}) manque : sans thème, il n'y a personne à chercher",
    "'{0}' ({1}) is missing: without a theme there is nobody to look for"};
inline constexpr MessageText kThemeWithoutPath{
    "theme-without-path", "le thème « {0} » n'a pas de parcours", "theme '{0}' has no path"};
inline constexpr MessageText kNotRecognised{
    "not-recognised", "{0} ({1}) : « {2} » n'est pas reconnu et compte comme inconnu",
    "{0} ({1}): '{2}' is not recognised and counts as unknown"};
inline constexpr MessageText kUnknownCode{"unknown-code",
                                          "{0} ({1}) : « {2} » n'est pas un code connu ({3})",
                                          "{0} ({1}): '{2}' is not a known code ({3})"};

}  // namespace guichet::app::messages
