// How often something may be tried. Buckets are rows, so that every process and every restart
// counts alike. Inside a transaction.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

#include "engine/base/error.hpp"
#include "engine/store/accounts.hpp"

namespace guichet::accounts {

// A command that is refused, and for how long it is no use to ask again (0: nothing of the kind).
struct Refused {
  base::Rejection rejection;
  std::chrono::seconds retry_after{0};
};
template <typename T>
using Outcome = std::expected<T, Refused>;

std::unexpected<Refused> refused(int status, const base::MessageText& text,
                                 std::vector<std::string> arguments = {});
// 429, in words: "45 s", "12 min".
std::unexpected<Refused> refused_for(std::chrono::milliseconds wait, const base::MessageText& text);

// A token bucket: `most` at once, filled again within `per`.
struct Rate {
  std::string_view name;
  std::int64_t most = 1;
  std::chrono::milliseconds per{};
};
constexpr Rate kLoginsByAddress{"login-ip", 25, std::chrono::seconds(15)};
constexpr Rate kCodesByMail{"code-mail", 1, std::chrono::minutes(15)};
constexpr Rate kCodesByAddress{"code-ip", 10, std::chrono::hours(1)};
constexpr Rate kFormsByAddress{"form-ip", 5, std::chrono::minutes(10)};
constexpr Rate kExports{"export", 5, std::chrono::hours(1)};
constexpr Rate kCallsByKey{"api-key", 120, std::chrono::minutes(1)};

// Takes one of the bucket of `whom`. Where there is none: for how long, and nothing is written.
std::optional<std::chrono::milliseconds> take(store::AccountRows& rows, const Rate& rate,
                                              std::string_view whom, base::Instant now);

// Guesses at one secret: five, then one after each delay, which doubles from 30 seconds to 15
// minutes; a quarter of an hour without a guess forgets them. There is no lock that stays. A guess
// is counted before it is looked at, so that many at once are no way around.
std::optional<std::chrono::milliseconds> count_guess(store::AccountRows& rows,
                                                     const std::string& name, base::Instant now);
void forget_guesses(store::AccountRows& rows, const std::string& name);

// What an address on the network counts as: itself, or the first half of an IPv6 one, which is all
// one household's.
std::string network_of(std::string_view ip);
// What the audit keeps of it: without its last part.
std::string truncated_ip(std::string_view ip);

}  // namespace guichet::accounts
