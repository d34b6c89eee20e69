#include "adapters/delivery/curl_loop.hpp"

#include <curl/curl.h>

#include <boost/asio/io_context.hpp>
#include <boost/asio/posix/stream_descriptor.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/steady_timer.hpp>
#include <map>
#include <mutex>
#include <new>

namespace guichet::delivery {
namespace {

namespace asio = boost::asio;
using asio::posix::stream_descriptor;
using boost::system::error_code;

// A socket of curl's, watched and not owned.
struct Watched {
  explicit Watched(asio::io_context& loop, int socket) : descriptor(loop, socket) {}
  ~Watched() { descriptor.release(); }

  stream_descriptor descriptor;
  int wanted = 0;  // CURL_POLL_IN, OUT or both
  bool reading = false;
  bool writing = false;
};

class AsioCurlLoop final : public CurlLoop {
 public:
  explicit AsioCurlLoop(asio::io_context& loop) : loop_(loop), timer_(loop) {
    static std::once_flag once;
    std::call_once(once, [] { curl_global_init(CURL_GLOBAL_DEFAULT); });
    multi_ = curl_multi_init();
    if (multi_ == nullptr) throw std::bad_alloc();
    curl_multi_setopt(multi_, CURLMOPT_SOCKETDATA, this);
    curl_multi_setopt(multi_, CURLMOPT_SOCKETFUNCTION, &AsioCurlLoop::on_socket);
    curl_multi_setopt(multi_, CURLMOPT_TIMERDATA, this);
    curl_multi_setopt(multi_, CURLMOPT_TIMERFUNCTION, &AsioCurlLoop::on_timer);
  }

  ~AsioCurlLoop() override {
    for (const auto& [easy, done] : transfers_) curl_multi_remove_handle(multi_, easy);
    curl_multi_cleanup(multi_);
  }

  void start(void* easy, std::function<void(int)> done) override {
    transfers_[easy] = std::move(done);
    curl_multi_add_handle(multi_, easy);  // asks for the timer, which starts it
  }

  void abandon(void* easy) override {
    if (transfers_.erase(easy) > 0) curl_multi_remove_handle(multi_, easy);
  }

 private:
  static int on_socket(CURL*, curl_socket_t socket, int what, void* self, void*) {
    static_cast<AsioCurlLoop*>(self)->watch(socket, what);
    return 0;
  }

  static int on_timer(CURLM*, long milliseconds, void* self) {
    static_cast<AsioCurlLoop*>(self)->set_timer(milliseconds);
    return 0;
  }

  void watch(curl_socket_t socket, int what) {
    if (what == CURL_POLL_REMOVE) {
      watched_.erase(socket);
      return;
    }
    auto& watched = watched_[socket];
    if (!watched) watched = std::make_shared<Watched>(loop_, socket);
    watched->wanted = what;
    wait(socket, watched);
  }

  void wait(curl_socket_t socket, const std::shared_ptr<Watched>& watched) {
    if ((watched->wanted & CURL_POLL_IN) != 0 && !watched->reading) {
      watched->reading = true;
      watched->descriptor.async_wait(stream_descriptor::wait_read, ready(socket, watched, true));
    }
    if ((watched->wanted & CURL_POLL_OUT) != 0 && !watched->writing) {
      watched->writing = true;
      watched->descriptor.async_wait(stream_descriptor::wait_write, ready(socket, watched, false));
    }
  }

  // The socket may have been given back, and its number used again, while the wait ended.
  std::function<void(error_code)> ready(curl_socket_t socket,
                                        const std::shared_ptr<Watched>& watched, bool to_read) {
    return [this, socket, to_read, weak = std::weak_ptr(watched),
            alive = std::weak_ptr(alive_)](error_code error) {
      const auto watched = weak.lock();
      if (alive.expired() || !watched || error == asio::error::operation_aborted) return;
      (to_read ? watched->reading : watched->writing) = false;
      const int event = error ? CURL_CSELECT_ERR : (to_read ? CURL_CSELECT_IN : CURL_CSELECT_OUT);
      const int wanted = to_read ? CURL_POLL_IN : CURL_POLL_OUT;
      if ((watched->wanted & wanted) != 0) act(socket, event);
      const auto still = watched_.find(socket);
      if (still != watched_.end() && still->second == watched) wait(socket, watched);
    };
  }

  void set_timer(long milliseconds) {
    timer_.cancel();
    if (milliseconds < 0) return;
    timer_.expires_after(std::chrono::milliseconds(milliseconds));
    timer_.async_wait([this, alive = std::weak_ptr(alive_)](error_code error) {
      if (error || alive.expired()) return;
      if (timer_.expiry() > std::chrono::steady_clock::now()) return;  // set anew since
      act(CURL_SOCKET_TIMEOUT, 0);
    });
  }

  void act(curl_socket_t socket, int event) {
    int running = 0;
    curl_multi_socket_action(multi_, socket, event, &running);
    tell_ended();
  }

  void tell_ended() {
    int left = 0;
    while (const CURLMsg* message = curl_multi_info_read(multi_, &left)) {
      if (message->msg != CURLMSG_DONE) continue;
      CURL* easy = message->easy_handle;
      const int result = message->data.result;
      const auto found = transfers_.find(easy);
      if (found == transfers_.end()) continue;
      auto done = std::move(found->second);
      transfers_.erase(found);
      curl_multi_remove_handle(multi_, easy);
      asio::post(loop_, [done = std::move(done), result, alive = std::weak_ptr(alive_)] {
        if (!alive.expired()) done(result);
      });
    }
  }

  asio::io_context& loop_;
  asio::steady_timer timer_;
  CURLM* multi_ = nullptr;
  std::map<curl_socket_t, std::shared_ptr<Watched>> watched_;
  std::map<void*, std::function<void(int)>> transfers_;
  std::shared_ptr<bool> alive_ = std::make_shared<bool>(true);
};

}  // namespace

std::unique_ptr<CurlLoop> make_curl_loop(asio::io_context& loop) {
  return std::make_unique<AsioCurlLoop>(loop);
}

}  // namespace guichet::delivery
