// When a letter that could not go is tried again. Pure: same key and attempt, same answer.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "engine/base/instant.hpp"

namespace guichet::delivery {

// After 5, 10, 20, 40, then every 67 minutes, each within 20 % of it by the key, so that letters
// held up together do not come back together. `failed` counts attempts that failed, from 1.
std::chrono::milliseconds delay_after(std::string_view key, std::int32_t failed);

// The instant of the next attempt. Nothing: five days of attempts are over, or it would be after
// `expires_at`. Counted in attempts, not since the letter was made: a desk that was switched off
// does not use up its letters' time.
std::optional<base::Instant> next_attempt(std::string_view key, std::int32_t failed,
                                          base::Instant now,
                                          std::optional<base::Instant> expires_at);

}  // namespace guichet::delivery
