// Sentences of engine/results.
#pragma once

#include "engine/base/message.hpp"

namespace guichet::results::messages {

using base::MessageText;

inline constexpr MessageText kConventionEnds{
    "convention-ends", "La convention « {0} » prend fin le {1} : à renouveler",
    "The framework agreement '{0}' ends on {1}: to be renewed"};
inline constexpr MessageText kConventionEnded{
    "convention-ended",
    "La convention « {0} » a pris fin le {1} : toute sollicitation demande un motif",
    "The framework agreement '{0}' ended on {1}: every referral needs a motive"};

}  // namespace guichet::results::messages
