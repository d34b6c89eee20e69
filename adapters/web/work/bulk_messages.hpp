// The words of acts on several cases at once.
#pragma once

#include "engine/base/message.hpp"

namespace guichet::web::messages {

using base::MessageText;

inline constexpr MessageText kBulkTitle{"bulk-assign", "Confier des dossiers", "Hand cases over"};
inline constexpr MessageText kAssigned{"bulk-assigned",
                                       "{0} {0|dossier confié|dossiers confiés} à {1}.",
                                       "{0} {0|case|cases} handed over to {1}."};
inline constexpr MessageText kNotAssigned{"bulk-not-assigned", "Dossier {0} : {1}",
                                          "Case {0}: {1}"};
inline constexpr MessageText kBulkNotDone{"bulk-not-done", "Aucun dossier n’est confié",
                                          "No case is handed over"};
inline constexpr MessageText kBulkNoCase{"bulk-no-case",
                                         "cochez les dossiers à confier, {0} au plus",
                                         "tick the cases to hand over, {0} at most"};
inline constexpr MessageText kBulkNoOwner{"bulk-no-owner", "choisissez à qui", "choose to whom"};
inline constexpr MessageText kBulkNoReason{"bulk-no-reason", "dites pourquoi", "say why"};

}  // namespace guichet::web::messages
