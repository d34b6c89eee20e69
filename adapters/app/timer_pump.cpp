#include "adapters/app/timer_pump.hpp"

#include <boost/asio/io_context.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/steady_timer.hpp>
#include <chrono>

namespace guichet::app {
namespace {

constexpr std::size_t kBatch = 50;
constexpr std::chrono::seconds kLongestSleep{30};

class Pump final : public TimerPump {
 public:
  Pump(boost::asio::io_context& loop, desk::Desk& desk, base::Log& log, std::function<void()> fired)
      : loop_(loop), timer_(loop), desk_(desk), log_(log), fired_(std::move(fired)) {
    look();
  }

  void wake() override {
    boost::asio::post(loop_, [this] {
      if (waiting_ == 0) look();
    });
  }

  void stop() override {
    stopped_ = true;
    timer_.cancel();
  }

 private:
  void look() {
    if (stopped_) return;
    std::vector<store::DueTimer> due;
    std::optional<base::Instant> next;
    desk_.store().read([&](store::Reader& reader) {
      due = reader.due_timers(desk_.clock().now(), kBatch);
      next = reader.next_timer();
    });
    if (due.empty()) return sleep(next);
    waiting_ = due.size();
    refused_ = false;
    for (const store::DueTimer& each : due) {
      desk_.submit({.kase = each.kase, .actor = access::system_actor(), .body = each.fire},
                   [this](cases::Outcome outcome) {
                     const bool refused =
                         !outcome && outcome.error().reasons.front().key() != "timer-gone";
                     boost::asio::post(loop_, [this, refused] { answered(refused); });
                   });
    }
  }

  void answered(bool refused) {
    if (refused) refused_ = true;
    if (--waiting_ > 0) return;
    fired_();
    // A timer that is refused stays due: it waits for the next look instead of turning in circles.
    if (refused_) {
      log_.write(base::LogLevel::error, "a timer that is due was refused; trying again later");
      return sleep({});
    }
    look();
  }

  void sleep(std::optional<base::Instant> next) {
    std::chrono::milliseconds pause = kLongestSleep;
    if (next) {
      const auto until = *next - desk_.clock().now();
      pause = std::clamp<std::chrono::milliseconds>(until, std::chrono::milliseconds(10), pause);
    }
    timer_.expires_after(pause);
    timer_.async_wait([this](const boost::system::error_code& error) {
      if (!error && waiting_ == 0) look();
    });
  }

  boost::asio::io_context& loop_;
  boost::asio::steady_timer timer_;
  desk::Desk& desk_;
  base::Log& log_;
  std::function<void()> fired_;
  std::size_t waiting_ = 0;
  bool refused_ = false;
  bool stopped_ = false;
};

}  // namespace

std::unique_ptr<TimerPump> make_timer_pump(boost::asio::io_context& loop, desk::Desk& desk,
                                           base::Log& log, std::function<void()> fired) {
  return std::make_unique<Pump>(loop, desk, log, std::move(fired));
}

}  // namespace guichet::app
