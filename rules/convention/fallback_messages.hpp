// Sentences of rules/convention about `fallback:`.
#pragma once

#include "engine/base/message.hpp"

namespace guichet::convention::messages {

using base::MessageText;

inline constexpr MessageText kNoSuchPartner{"no-such-partner",
                                            "« {0} » n'est pas un partenaire de la convention",
                                            "'{0}' is not a partner of the convention"};
inline constexpr MessageText kStepForm{
    "fallback-form", "une étape de « fallback » a « queue », « relax » ou « partner »",
    "a step of 'fallback' has 'queue', 'relax' or 'partner'"};
inline constexpr MessageText kKeyOfOtherStep{
    "key-of-other-step", "« {0} » ne va pas avec cette étape", "'{0}' does not go with this step"};
inline constexpr MessageText kLastIsNoQueue{
    "last-is-no-queue", "la dernière étape (« {0} ») doit être une file (« queue »)",
    "the last step ('{0}') must be a queue"};
inline constexpr MessageText kAfterQueue{"after-queue",
                                         "« {0} » n'est jamais atteint : « {1} » prend tout",
                                         "'{0}' is never reached: '{1}' takes everything"};
inline constexpr MessageText kFallbackCycle{"fallback-cycle",
                                            "« {0} » revient à ce que « {1} » a déjà tenté",
                                            "'{0}' comes back to what '{1}' has tried"};

}  // namespace guichet::convention::messages
