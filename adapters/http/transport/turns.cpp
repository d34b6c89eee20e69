#include "adapters/http/transport/turns.hpp"

#include <linux/tcp.h>
#include <netinet/in.h>
#include <sys/socket.h>

#include <algorithm>
#include <cstddef>

namespace guichet::http {
namespace {

constexpr unsigned kLittle = 4096;                   // bytes
constexpr std::chrono::seconds kLongestWait{30};     // as long as a first write may take
constexpr int kRests = 4;                            // times the work itself
constexpr std::chrono::milliseconds kMostWork{500};  // one long answer is not what all take

}  // namespace

bool takes_little(int socket) {
  tcp_info info{};
  socklen_t size = sizeof info;
  if (getsockopt(socket, IPPROTO_TCP, TCP_INFO, &info, &size) != 0) return false;
  // An older kernel gives the beginning only.
  constexpr std::size_t kEnd = offsetof(tcp_info, tcpi_snd_wnd) + sizeof info.tcpi_snd_wnd;
  return size >= kEnd && info.tcpi_snd_wnd < kLittle;
}

std::optional<Turns::Clock::time_point> Turns::reserve(Clock::time_point now) {
  const Clock::time_point turn = std::max(now, free_);
  if (turn - now > kLongestWait) return {};
  free_ = turn + work_ * (1 + kRests);
  return turn;
}

void Turns::took(Clock::duration work) {
  work_ = (3 * work_ + std::min<Clock::duration>(work, kMostWork)) / 4;
}

}  // namespace guichet::http
