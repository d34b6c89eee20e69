// Sentences of engine/base.
#pragma once

#include "engine/base/message.hpp"

namespace guichet::base::messages {

inline constexpr MessageText kDidYouMean{"did-you-mean", "vouliez-vous dire « {0} » ?",
                                         "did you mean '{0}'?"};
inline constexpr MessageText kUnreadableFile{"unreadable-file", "impossible de lire {0} : {1}",
                                             "cannot read {0}: {1}"};
inline constexpr MessageText kUnwritableFile{"unwritable-file", "impossible d'écrire {0} : {1}",
                                             "cannot write {0}: {1}"};
inline constexpr MessageText kNotUtf8{"not-utf8", "{1} n'est pas en UTF-8 (octet {0})",
                                      "{1} is not UTF-8 (byte {0})"};

}  // namespace guichet::base::messages
