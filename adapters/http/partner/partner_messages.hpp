// Sentences of what a partner sees of itself.
#pragma once

#include "engine/base/message.hpp"

namespace guichet::http::messages {

inline constexpr base::MessageText kScopeIf{"scope-if", "si {0}", "if {0}"};
inline constexpr base::MessageText kScopeFrom{"scope-from", "de {0} à moins de {1}",
                                               "from {0} to less than {1}"};
inline constexpr base::MessageText kScopeBetween{"scope-between", "de {0} à {1}",
                                                  "from {0} to {1}"};
inline constexpr base::MessageText kScopeAll{"scope-all", "sans condition", "whatever the case"};

}  // namespace guichet::http::messages
