// How often a key may ask: counted in memory, by a window that begins with the first call, since a
// row for each call would cost a commit. What guards secrets is counted in rows, by
// engine/accounts. Thread-safe.
#pragma once

#include <chrono>
#include <map>
#include <mutex>
#include <optional>
#include <string>

#include "adapters/http/transport/message.hpp"
#include "engine/accounts/rates.hpp"
#include "engine/base/instant.hpp"

namespace guichet::http {

struct Allowance {
  bool allowed = true;
  std::int64_t most = 0, left = 0;
  std::chrono::seconds until_reset{0};
};

class RateLimits {
 public:
  // Counts one more request of `who`; one that is not allowed is not counted.
  Allowance take(const accounts::Rate& rate, const std::string& who, base::Instant now);

 private:
  struct Window {
    std::int64_t used = 0;
    base::Instant ends_at{};
  };
  std::mutex mutex_;
  std::map<std::string, Window> windows_;
};

// RateLimit-Limit, RateLimit-Remaining and RateLimit-Reset; Retry-After where it is used up.
void add_rate_headers(const Allowance& allowance, Headers& headers);

}  // namespace guichet::http
