// Runs libcurl's transfers on Asio's loop: curl says which sockets and which timer, the loop waits.
// On the loop's thread only.
#pragma once

#include <functional>
#include <memory>

namespace boost::asio {
class io_context;
}

namespace guichet::delivery {

class CurlLoop {
 public:
  virtual ~CurlLoop() = default;
  // `easy` is a CURL*, set up by the caller, who keeps it until `done` is told (never during the
  // call) or abandon() is called. `done` receives the CURLcode.
  virtual void start(void* easy, std::function<void(int result)> done) = 0;
  virtual void abandon(void* easy) = 0;
};

std::unique_ptr<CurlLoop> make_curl_loop(boost::asio::io_context& loop);

}  // namespace guichet::delivery
