#include "engine/accounts/rates.hpp"

#include <arpa/inet.h>
#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "engine/accounts/messages.hpp"

namespace guichet::accounts {
namespace {

using std::chrono::milliseconds;

constexpr std::int64_t kFreeGuesses = 5;
constexpr milliseconds kFirstDelay = std::chrono::seconds(30);
constexpr milliseconds kLongestDelay = std::chrono::minutes(15);

milliseconds delay_after(std::int64_t guesses) {
  milliseconds delay = kFirstDelay;
  for (std::int64_t i = kFreeGuesses; i < guesses && delay < kLongestDelay; ++i) delay *= 2;
  return std::min(delay, kLongestDelay);
}

// The first `bytes` of an address, the others 0; the text as it is where it is no address.
std::string first_bytes(std::string_view ip, std::size_t of_v4, std::size_t of_v6) {
  // A socket that takes both kinds shows an IPv4 peer so; else all of them would be one network.
  constexpr std::string_view kMapped = "::ffff:";
  if (ip.starts_with(kMapped) && ip.find('.') != std::string_view::npos) {
    ip.remove_prefix(kMapped.size());
  }
  const std::string text(ip);
  std::array<unsigned char, 16> bytes{};
  std::array<char, INET6_ADDRSTRLEN> out{};
  const bool v6 = text.find(':') != std::string::npos;
  const int family = v6 ? AF_INET6 : AF_INET;
  if (inet_pton(family, text.c_str(), bytes.data()) != 1) return text;
  std::fill(bytes.begin() + static_cast<std::ptrdiff_t>(v6 ? of_v6 : of_v4), bytes.end(),
            static_cast<unsigned char>(0));
  return inet_ntop(family, bytes.data(), out.data(), out.size()) == nullptr ? text : out.data();
}

}  // namespace

std::unexpected<Refused> refused(int status, const base::MessageText& text,
                                 std::vector<std::string> arguments) {
  return std::unexpected(Refused{{status, {base::Message(text, std::move(arguments))}}});
}

std::unexpected<Refused> refused_for(milliseconds wait, const base::MessageText& text) {
  const auto seconds =
      std::max(std::chrono::ceil<std::chrono::seconds>(wait), std::chrono::seconds(1));
  const std::string words =
      seconds < std::chrono::minutes(2)
          ? fmt::format("{} s", seconds.count())
          : fmt::format("{} min", std::chrono::ceil<std::chrono::minutes>(seconds).count());
  return std::unexpected(Refused{{429, {base::Message(text, {words})}}, seconds});
}

std::optional<milliseconds> take(store::AccountRows& rows, const Rate& rate, std::string_view whom,
                                 base::Instant now) {
  const std::string name = fmt::format("{}:{}", rate.name, whom);
  // `at` is the moment at which the bucket is full again; each one taken moves it on.
  const milliseconds each = rate.per / rate.most;
  const auto bucket = rows.bucket(name);
  // A clock that was set back must not keep anybody out for longer than the rate itself.
  const base::Instant full = bucket ? std::clamp(bucket->at, now, now + rate.per) : now;
  const base::Instant then = full + each;
  if (then - now > rate.per) return then - now - rate.per;
  rows.save(store::Bucket{name, 0, then, then});
  return {};
}

std::optional<milliseconds> count_guess(store::AccountRows& rows, const std::string& name,
                                        base::Instant now) {
  const auto bucket = rows.bucket(name);
  std::int64_t guesses = bucket && bucket->ends_at > now ? bucket->count : 0;
  // `at` is the moment from which the next one is looked at.
  if (guesses >= kFreeGuesses && bucket->at > now) {
    return std::min<milliseconds>(bucket->at - now, kLongestDelay);
  }
  ++guesses;
  const base::Instant next = guesses < kFreeGuesses ? now : now + delay_after(guesses);
  rows.save(store::Bucket{name, guesses, next, now + kLongestDelay});
  return {};
}

void forget_guesses(store::AccountRows& rows, const std::string& name) {
  rows.remove_bucket(name);
}

std::string network_of(std::string_view ip) {
  return first_bytes(ip, 4, 8);
}
std::string truncated_ip(std::string_view ip) {
  return first_bytes(ip, 3, 6);
}

}  // namespace guichet::accounts
