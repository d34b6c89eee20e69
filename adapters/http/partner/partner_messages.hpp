// Sentences of what a partner sees of itself.
#pragma once

#include "engine/base/message.hpp"

namespace guichet::http::messages {

inline constexpr base::MessageText kScopeIf{"scope-if", "si {0}", "if {0}"};
inline constexpr base::MessageText kScopeAll{"scope-all", "sans condition", "whatever the case"};
inline constexpr base::MessageText kNoSuchPartner{"no-such-partner",
                                                  "« {0} » n’est pas une de vos institutions",
                                                  "'{0}' is none of your institutions"};

}  // namespace guichet::http::messages
