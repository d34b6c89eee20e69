#include "adapters/delivery/schedule.hpp"

#include <array>
#include <charconv>
#include <string>

#include "engine/base/digest.hpp"

namespace guichet::delivery {
namespace {

using std::chrono::milliseconds;
using std::chrono::minutes;

constexpr std::array kFirst{minutes(5), minutes(10), minutes(20), minutes(40)};
constexpr minutes kThen{67};
constexpr minutes kLongest{5 * 24 * 60};
constexpr double kJitter = 0.2;

minutes nominal(std::int32_t failed) {
  const auto index = static_cast<std::size_t>(failed - 1);
  return index < kFirst.size() ? kFirst[index] : kThen;
}

// The sum of the nominal delays after so many failures, jitter left out.
minutes waited(std::int32_t failed) {
  minutes sum{0};
  for (std::int32_t i = 1; i <= failed; ++i) sum += nominal(i);
  return sum;
}

// Between 0 and 1, even over keys and attempts.
double fraction(std::string_view key, std::int32_t failed) {
  const std::string digest =
      base::sha256_hex(std::string(key) + '#' + std::to_string(failed)).substr(0, 8);
  std::uint32_t number = 0;
  std::from_chars(digest.data(), digest.data() + digest.size(), number, 16);
  return static_cast<double>(number) / 4294967295.0;
}

}  // namespace

milliseconds delay_after(std::string_view key, std::int32_t failed) {
  const milliseconds whole = nominal(std::max(failed, 1));
  const double factor = 1 + kJitter * (2 * fraction(key, failed) - 1);
  return milliseconds(static_cast<std::int64_t>(static_cast<double>(whole.count()) * factor));
}

std::optional<base::Instant> next_attempt(std::string_view key, std::int32_t failed,
                                          base::Instant now,
                                          std::optional<base::Instant> expires_at) {
  if (waited(failed) > kLongest) return std::nullopt;
  const base::Instant next = now + delay_after(key, failed);
  if (expires_at && next > *expires_at) return std::nullopt;
  return next;
}

}  // namespace guichet::delivery
