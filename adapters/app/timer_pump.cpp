#include "adapters/app/timer_pump.hpp"

#include <fmt/format.h>

#include <boost/asio/io_context.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/steady_timer.hpp>
#include <chrono>
#include <map>

#include "engine/desk/due_timers.hpp"

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
    // A store that cannot be read now is read again later; the desk goes on.
    try {
      desk_.store().read([&](store::Reader& reader) {
        // Those that were refused stay due; the others behind them must not wait for them.
        due = desk::due_timers(reader, desk_.definition(), desk_.clock().now(),
                               kBatch + refused_.size());
        next = reader.next_timer();
      });
    } catch (const store::StorageFailure& failure) {
      log_.write(base::LogLevel::error, failure.error().what.in(base::Language::en));
      return sleep({});
    }
    const base::Instant now = desk_.clock().now();
    std::erase_if(due, [&](const store::DueTimer& each) { return rests(each, now); });
    if (due.empty()) return sleep(refused_.empty() ? next : std::nullopt);
    waiting_ = due.size();
    for (const store::DueTimer& each : due) {
      desk_.submit({.kase = each.kase, .actor = access::system_actor(), .body = each.fire},
                   [this, each](const cases::Outcome& outcome) {
                     const bool refused = !outcome;
                     boost::asio::post(loop_, [this, each, refused] { answered(each, refused); });
                   });
    }
  }

  void answered(const store::DueTimer& timer, bool refused) {
    if (refused) {
      log_.write(base::LogLevel::error,
                 fmt::format("timer '{}' of case {} was refused; tried again in a while",
                             timer.fire.name, timer.kase.value));
      refused_[key_of(timer)] = desk_.clock().now() + kLongestSleep;
    } else {
      refused_.erase(key_of(timer));
    }
    if (--waiting_ > 0) return;
    fired_();
    look();
  }

  static std::string key_of(const store::DueTimer& timer) {
    return fmt::format("{}/{}/{}/{}/{}/{}", timer.kase.value, timer.fire.n.value, timer.fire.state,
                       timer.fire.entry, timer.fire.name, timer.fire.firing);
  }

  bool rests(const store::DueTimer& timer, base::Instant now) const {
    const auto found = refused_.find(key_of(timer));
    return found != refused_.end() && found->second > now;
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
  std::map<std::string, base::Instant> refused_;  // timer -> when it is tried again
  bool stopped_ = false;
};

}  // namespace

std::unique_ptr<TimerPump> make_timer_pump(boost::asio::io_context& loop, desk::Desk& desk,
                                           base::Log& log, std::function<void()> fired) {
  return std::make_unique<Pump>(loop, desk, log, std::move(fired));
}

}  // namespace guichet::app
