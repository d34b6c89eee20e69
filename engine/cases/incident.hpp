// What waits for somebody of the desk to settle it. Part of the snapshot.
#pragma once

#include <cstdint>
#include <string>

#include "engine/base/id.hpp"
#include "engine/base/instant.hpp"

namespace guichet::cases {

// Accepted work that cannot go on, or a promise that does not hold, until somebody settles it.
struct Incident {
  std::int64_t seq = 0;  // of the fact that opened it
  base::InstanceNumber n;
  std::string code, text, ref;
  base::Instant at{};
};

}  // namespace guichet::cases
