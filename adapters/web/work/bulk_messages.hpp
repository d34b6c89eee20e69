// The words of acts on several cases at once.
#pragma once

#include "engine/base/message.hpp"

namespace guichet::web::messages {

using base::MessageText;

inline constexpr MessageText kBulkTitle{"bulk-assign", "Confier des dossiers", "Hand cases over"};
inline constexpr MessageText kAssigned{"bulk-assigned", "{0} confiés à {1}.",
                                       "{0} handed over to {1}."};
inline constexpr MessageText kNotAssigned{"bulk-not-assigned", "Dossier {0} : {1}",
                                          "Case {0}: {1}"};
inline constexpr MessageText kBulkNeeds{
    "bulk-needs",
    "Rien n’est fait. Cochez des dossiers, choisissez à qui et dites pourquoi, puis recommencez.",
    "Nothing was done. Tick cases, choose to whom and say why, then try again."};

}  // namespace guichet::web::messages
