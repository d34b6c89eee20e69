// What a timer without a title is called: by what it does.
#pragma once

#include "engine/base/message.hpp"

namespace guichet::http::messages {

using base::MessageText;

inline constexpr MessageText kNoAnswer{"timer-no-answer", "Fin du délai de réponse",
                                       "End of the time to answer"};
inline constexpr MessageText kReminds{"timer-reminds", "Relance ({0})", "Reminder ({0})"};
inline constexpr MessageText kEscalates{"timer-escalates", "Escalade ({0})", "Escalation ({0})"};
inline constexpr MessageText kWrites{"timer-writes", "Lettre ({0})", "Letter ({0})"};
inline constexpr MessageText kDataKeptUntil{"timer-retention",
                                            "Effacement des données personnelles",
                                            "Erasure of personal data"};
inline constexpr MessageText kLeadsTo{"timer-leads-to", "Passage à « {0} »", "Goes on to '{0}'"};

}  // namespace guichet::http::messages
