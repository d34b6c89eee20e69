// Sentences of engine/publishing.
#pragma once

#include "engine/base/message.hpp"

namespace guichet::publishing::messages {

using base::MessageText;

inline constexpr MessageText kVerdictWas{"replay-verdict",
                                         "l'accueil aurait décidé « {1} » au lieu de « {0} »",
                                         "intake would have decided '{1}' instead of '{0}'"};
inline constexpr MessageText kRoutedElsewhere{"replay-routed",
                                              "« {0} » : partenaires {2} au lieu de {1}",
                                              "'{0}': partners {2} instead of {1}"};
inline constexpr MessageText kReminded{"replay-reminded", "« {0} » à {1} : {3} au lieu de {2}",
                                       "'{0}' to {1}: {3} instead of {2}"};
inline constexpr MessageText kNotReminded{"replay-not-reminded",
                                          "« {0} » à {1} : ne partirait plus ({2})",
                                          "'{0}' to {1}: would not leave any more ({2})"};
inline constexpr MessageText kRemindedToo{"replay-reminded-too",
                                          "« {0} » à {1} : partirait en plus, le {2}",
                                          "'{0}' to {1}: would leave too, on {2}"};
inline constexpr MessageText kStuck{"replay-stuck", "bloqué le {0} : « {1} » serait refusé ({2})",
                                    "stuck on {0}: '{1}' would be refused ({2})"};

}  // namespace guichet::publishing::messages
