// A few threads for what must not hold up the loop: hashes, checks of a draft, previews. The queue
// is bounded: whoever comes when it is full is told to come back.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

#include "adapters/http/transport/router.hpp"

namespace guichet::http {

struct Site;

// A study (a check, a preview, a publication) may take seconds: one thread is always left to what
// is brief (a list, a hash), so that nobody's inbox waits for an administrator.
enum class Effort : std::uint8_t { brief, study };

class SlowWork {
 public:
  explicit SlowWork(std::size_t threads = 2, std::size_t most_waiting = 64);
  ~SlowWork() { finish(); }
  SlowWork(const SlowWork&) = delete;

  // Runs `work` on one of the threads; it must not throw. From any thread. False, and nothing
  // done, where too many wait already.
  bool post(std::function<void()> work, Effort effort = Effort::brief);
  // Does what is queued and takes nothing more. Returns when the last of it is done.
  void finish();

 private:
  using Queue = std::deque<std::function<void()>>;

  void run();
  // The queue to take from now; nullptr: none. Requires: the mutex is held.
  Queue* next_queue();

  const std::size_t most_waiting_, most_studies_;
  std::mutex mutex_;
  std::condition_variable changed_;  // something arrived, or a study ended
  Queue brief_, studies_;
  std::size_t studying_ = 0;
  bool stopping_ = false;
  std::vector<std::thread> threads_;  // last: they use all of the above
};

// Has `work` answer a copy of the request on the site's slow threads, or in place where the site
// has none. A fault is answered by `error`, status 500, under an id that the site's log knows; a
// full queue by 503 and Retry-After. `error` defaults to the API's problems.
// Requires: what `work` and `error` capture lives as long as the server.
void answer_slowly(const Site& site, const Request& request, Respond respond,
                   std::function<Response(const Request&)> work, ErrorPage error = {},
                   Effort effort = Effort::brief);

}  // namespace guichet::http
