// A few threads for what must not hold up the loop: hashes, checks of a draft, previews. The queue
// is bounded: whoever comes when it is full is told to come back.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

#include "adapters/http/transport/router.hpp"

namespace guichet::http {

struct Site;

class SlowWork {
 public:
  explicit SlowWork(std::size_t threads = 2, std::size_t most_waiting = 64);
  ~SlowWork() { finish(); }
  SlowWork(const SlowWork&) = delete;

  // Runs `work` on one of the threads; it must not throw. From any thread. False, and nothing
  // done, where too many wait already.
  bool post(std::function<void()> work);
  // Does what is queued and takes nothing more. Returns when the last of it is done.
  void finish();

 private:
  void run();

  const std::size_t most_waiting_;
  std::mutex mutex_;
  std::condition_variable arrived_;
  std::deque<std::function<void()>> queue_;
  bool stopping_ = false;
  std::vector<std::thread> threads_;  // last: they use all of the above
};

// Has `work` answer a copy of the request on the site's slow threads, or in place where the site
// has none. A fault is answered by `error`, status 500, under an id that the site's log knows; a
// full queue by 503 and Retry-After. `error` defaults to the API's problems.
// Requires: what `work` and `error` capture lives as long as the server.
void answer_slowly(const Site& site, const Request& request, Respond respond,
                   std::function<Response(const Request&)> work, ErrorPage error = {});

}  // namespace guichet::http
