// Fairness towards peers that can take next to nothing at a time: a thousand such connections ask
// for more in four seconds than they would ever read. Their requests are answered one after the
// other, with rests between in which the thread is everybody else's.
#pragma once

#include <chrono>
#include <optional>

namespace guichet::http {

// Does the peer of this socket make room for no more than a packet or two? A browser's window is
// tens of kilobytes, on a slow line too. False where the system does not say.
bool takes_little(int socket);

class Turns {
 public:
  using Clock = std::chrono::steady_clock;

  // When the next of them may be answered: at once, where there was none lately. Nothing where so
  // many wait that it would be long after; nobody then waits for longer.
  std::optional<Clock::time_point> reserve(Clock::time_point now);
  // What answering one of them has taken: they are given a fifth of the thread's time.
  void took(Clock::duration work);

 private:
  Clock::time_point free_{};
  Clock::duration work_ = std::chrono::milliseconds(5);  // what one takes, as it was lately
};

}  // namespace guichet::http
