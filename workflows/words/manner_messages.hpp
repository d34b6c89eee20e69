// Words of workflows/words: contracts, and how timers behave over outages and stops.
#pragma once

#include "engine/base/message.hpp"

namespace guichet::words::messages {

using base::MessageText;

inline constexpr MessageText kCatchUpEach{
    "annexe-catch-up-each", ", y compris chacune des fois qu’une panne du guichet aurait empêchées",
    ", each of the times that an outage of the desk prevented included"};
inline constexpr MessageText kCatchUpNone{"annexe-catch-up-none",
                                          ", sauf si une panne du guichet l’a empêché ce jour-là",
                                          ", unless an outage of the desk prevented it on the day"};
inline constexpr MessageText kResumeRemaining{"annexe-resume-remaining",
                                              ", le temps d’une suspension ne comptant pas",
                                              ", the time of a suspension not counted"};
inline constexpr MessageText kResumeOriginal{"annexe-resume-original",
                                             ", le temps d’une suspension comptant aussi",
                                             ", the time of a suspension counted too"};
inline constexpr MessageText kHoldsOnArrival{"annexe-holds-on-arrival",
                                             "Engagement : à l’arrivée dans cette étape, {0}.",
                                             "Undertaking: on arriving at this step, {0}."};
inline constexpr MessageText kHoldsAlways{"annexe-holds-always",
                                          "Engagement : tant que dure cette étape, {0}.",
                                          "Undertaking: as long as this step lasts, {0}."};
inline constexpr MessageText kHoldsThroughout{"annexe-holds-throughout",
                                              "Engagement : à tout moment, {0}.",
                                              "Undertaking: at any time, {0}."};
inline constexpr MessageText kHoldsOnLeaving{"annexe-holds-on-leaving",
                                             "Engagement : en quittant cette étape, {0}.",
                                             "Undertaking: on leaving this step, {0}."};
inline constexpr MessageText kHoldsBefore{"annexe-holds-before", "Engagement : avant {1}, {0}.",
                                          "Undertaking: before {1}, {0}."};
inline constexpr MessageText kHoldsAfter{"annexe-holds-after", "Engagement : après {1}, {0}.",
                                         "Undertaking: after {1}, {0}."};

}  // namespace guichet::words::messages
