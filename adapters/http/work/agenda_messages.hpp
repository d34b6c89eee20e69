// Why something is on the meeting's agenda.
#pragma once

#include "engine/base/message.hpp"

namespace guichet::http::messages {

using base::MessageText;

inline constexpr MessageText kOpposite{"agenda-opposite",
                                       "Réponses opposées : {0} accepte, {1} décline.",
                                       "Opposite answers: {0} accepts, {1} declines."};
inline constexpr MessageText kSilence{"agenda-silence", "{0} n’a pas répondu.",
                                      "{0} has not answered."};
inline constexpr MessageText kNowAnother{"agenda-requalified", "Besoin requalifié le {0}.",
                                         "Need requalified on {0}."};
inline constexpr MessageText kIsNew{"agenda-new", "Nouvelle demande du {0}.",
                                    "New request of {0}."};

}  // namespace guichet::http::messages
