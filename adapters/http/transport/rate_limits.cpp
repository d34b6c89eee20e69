#include "adapters/http/transport/rate_limits.hpp"

#include <algorithm>

namespace guichet::http {
namespace {

constexpr std::size_t kManyWindows = 10'000;  // then those that are over are looked for

}  // namespace

Allowance RateLimits::take(const accounts::Rate& rate, const std::string& who, base::Instant now) {
  const std::lock_guard lock(mutex_);
  if (windows_.size() >= kManyWindows) {
    std::erase_if(windows_, [&](const auto& each) { return each.second.ends_at <= now; });
  }
  Window& window = windows_[std::string(rate.name) + ":" + who];
  // A clock that was set back does not make a window last longer than it is.
  if (window.ends_at <= now || window.ends_at > now + rate.per) window = {0, now + rate.per};
  Allowance out{.allowed = window.used < rate.most, .most = rate.most};
  if (out.allowed) ++window.used;
  out.left = rate.most - window.used;
  out.until_reset = std::chrono::ceil<std::chrono::seconds>(window.ends_at - now);
  return out;
}

void add_rate_headers(const Allowance& allowance, Headers& headers) {
  const std::string reset = std::to_string(allowance.until_reset.count());
  headers.set("RateLimit-Limit", std::to_string(allowance.most));
  headers.set("RateLimit-Remaining", std::to_string(allowance.left));
  headers.set("RateLimit-Reset", reset);
  if (!allowance.allowed) headers.set("Retry-After", reset);
}

}  // namespace guichet::http
