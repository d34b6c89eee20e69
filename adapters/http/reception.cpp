#include "adapters/http/reception.hpp"

namespace guichet::http {
namespace {

// As many as two hash at a time, and what a person waits for at most.
constexpr std::size_t kThreads = 2;
constexpr std::size_t kMostWaiting = 64;

}  // namespace

Reception::Reception(Parts parts, std::unique_ptr<accounts::Keys> keys,
                     std::unique_ptr<accounts::Random> random)
    : parts_(std::move(parts)),
      keys_(std::move(keys)),
      random_(std::move(random)),
      hasher_(parts_.cost),
      sign_in_(parts_.store, *keys_, *random_, hasher_, parts_.desk_name),
      book_(parts_.store, *keys_, *random_, hasher_, parts_.desk_name),
      links_(parts_.store, *keys_, *random_) {
  for (std::size_t i = 0; i < kThreads; ++i) threads_.emplace_back([this] { work(); });
}

Reception::~Reception() {
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
  }
  arrived_.notify_all();
  for (std::thread& each : threads_) each.join();
}

bool Reception::post(std::function<void()> work) {
  {
    const std::lock_guard lock(mutex_);
    if (stopping_ || queue_.size() >= kMostWaiting) return false;
    queue_.push_back(std::move(work));
  }
  arrived_.notify_one();
  return true;
}

void Reception::work() {
  for (;;) {
    std::function<void()> next;
    {
      std::unique_lock lock(mutex_);
      arrived_.wait(lock, [this] { return stopping_ || !queue_.empty(); });
      if (queue_.empty()) return;
      next = std::move(queue_.front());
      queue_.pop_front();
    }
    next();
  }
}

std::string_view session_cookie(bool secure) {
  return secure ? "__Host-guichet" : "guichet-session";
}
std::string_view device_cookie(bool secure) {
  return secure ? "__Host-guichet-device" : "guichet-device";
}
std::string_view nonce_cookie(bool secure) {
  return secure ? "__Host-guichet-link" : "guichet-link";
}

}  // namespace guichet::http
