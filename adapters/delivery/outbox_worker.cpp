#include "adapters/delivery/outbox_worker.hpp"

#include <fmt/core.h>

#include <boost/asio/io_context.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/steady_timer.hpp>

#include "adapters/delivery/messages.hpp"
#include "adapters/delivery/schedule.hpp"

namespace guichet::delivery {
namespace {

namespace asio = boost::asio;
using base::Instant;
using std::chrono::milliseconds;

// What is due but was not given (leased elsewhere) is not asked for in a tight circle.
constexpr milliseconds kLeastWait{250};

// Whether the relay is worth trying. Opened by a relay that refuses us, or by several failed
// connections in a row; then lets one letter through at a time until one gets an answer.
class Breaker {
 public:
  explicit Breaker(const WorkerSettings& settings) : settings_(settings) {}

  // True where it opens.
  bool note(const Outcome& outcome, Instant now) {
    const bool unreached = outcome.kind == Outcome::Kind::later && outcome.code == 0;
    if (outcome.kind != Outcome::Kind::relay_down && !unreached) {
      *this = Breaker(settings_);
      return false;
    }
    if (unreached && ++unreached_ < settings_.unreachable_limit && pauses_ == 0) return false;
    if (now < until_) return false;  // others were in flight when it opened
    const milliseconds doubled = settings_.first_pause * (1 << std::min(pauses_, 16));
    const milliseconds pause = std::min(doubled, settings_.longest_pause);
    ++pauses_;
    until_ = now + pause;
    return true;
  }

  bool is_open(Instant now) const { return now < until_; }
  Instant until() const { return until_; }
  std::size_t at_once() const { return pauses_ > 0 ? 1 : settings_.at_once; }

 private:
  WorkerSettings settings_;
  int unreached_ = 0;
  int pauses_ = 0;  // one after the other
  Instant until_{};
};

class Work final : public std::enable_shared_from_this<Work> {
 public:
  Work(asio::io_context& loop, ParcelQueue& queue, Carrier& carrier, const base::Clock& clock,
       base::Log& log, const WorkerSettings& settings)
      : loop_(loop),
        timer_(loop),
        queue_(queue),
        carrier_(carrier),
        clock_(clock),
        log_(log),
        settings_(settings),
        breaker_(settings) {}

  void wake() {
    asio::post(loop_, [weak = weak_from_this()] {
      if (const auto self = weak.lock()) self->look();
    });
  }

  void stop(std::function<void()> stopped) {
    stopped_ = std::move(stopped);
    stopping_ = true;
    timer_.cancel();
    tell_if_stopped();
  }

  std::optional<Instant> paused_until() const {
    if (!breaker_.is_open(clock_.now())) return std::nullopt;
    return breaker_.until();
  }

 private:
  void look();
  void take(std::vector<Parcel> parcels, std::size_t asked);
  void send(const Parcel& parcel);
  void finish(const Parcel& parcel, Outcome outcome);
  void report(const Parcel& parcel, const Outcome& outcome, Instant now);
  void wait(milliseconds most);
  void tell_if_stopped();
  std::optional<Outcome> refused_untried(const Parcel& parcel, Instant now) const;
  Outcome settle(const Parcel& parcel, Outcome outcome, Instant now);

  asio::io_context& loop_;
  asio::steady_timer timer_;
  ParcelQueue& queue_;
  Carrier& carrier_;
  const base::Clock& clock_;
  base::Log& log_;
  WorkerSettings settings_;
  Breaker breaker_;
  std::size_t in_flight_ = 0;
  bool claiming_ = false;
  bool again_ = false;  // woken while claiming
  bool stopping_ = false;
  std::function<void()> stopped_;
};

void Work::look() {
  if (stopping_) return;
  if (claiming_) {
    again_ = true;
    return;
  }
  const Instant now = clock_.now();
  if (breaker_.is_open(now)) return wait(breaker_.until() - now);
  const std::size_t most = breaker_.at_once();
  if (in_flight_ >= most) return;  // looked again when one ends
  const std::size_t asked = most - in_flight_;
  claiming_ = true;
  again_ = false;
  try {
    queue_.claim(asked, now, [&loop = loop_, asked, weak = weak_from_this()](auto parcels) {
      asio::post(loop, [weak, asked, parcels = std::move(parcels)]() mutable {
        if (const auto self = weak.lock()) self->take(std::move(parcels), asked);
      });
    });
  } catch (const std::exception& failure) {
    claiming_ = false;
    log_.write(base::LogLevel::error, fmt::format("outbox: cannot claim: {}", failure.what()));
    wait(settings_.poll);
  }
}

void Work::take(std::vector<Parcel> parcels, std::size_t asked) {
  claiming_ = false;
  for (const Parcel& parcel : parcels) {
    if (stopping_) {  // given back; the attempt does not count
      const Instant now = clock_.now();
      report(parcel, Outcome{Outcome::Kind::relay_down, 0, {}, now}, now);
    } else {
      send(parcel);
    }
  }
  if (stopping_) return tell_if_stopped();
  if (again_ || (parcels.size() >= asked && in_flight_ < breaker_.at_once())) return wake();
  wait(settings_.poll);
}

// The reason why a parcel is not even tried, if there is one.
std::optional<Outcome> Work::refused_untried(const Parcel& parcel, Instant now) const {
  const auto say = [](const base::MessageText& text, std::string argument) {
    return base::Message(text, {std::move(argument)}).in(base::Language::fr);
  };
  if (parcel.channel != "email") {
    return Outcome{Outcome::Kind::refused, 0, say(messages::kChannel, parcel.channel), {}};
  }
  if (parcel.expires_at && *parcel.expires_at <= now) {
    const std::string reason = say(messages::kExpired, base::iso(*parcel.expires_at));
    return Outcome{Outcome::Kind::gave_up, 0, reason, {}};
  }
  return std::nullopt;
}

void Work::send(const Parcel& parcel) {
  const Instant now = clock_.now();
  if (const auto refusal = refused_untried(parcel, now)) {
    report(parcel, *refusal, now);
    return;
  }
  ++in_flight_;
  try {
    carrier_.send(parcel, [weak = weak_from_this(), parcel](Outcome outcome) {
      if (const auto self = weak.lock()) self->finish(parcel, std::move(outcome));
    });
  } catch (const std::exception& failure) {
    log_.write(base::LogLevel::error,
               fmt::format("outbox: letter {}: {}", parcel.key, failure.what()));
    finish(parcel, Outcome{Outcome::Kind::later, 0, failure.what(), {}});
  }
}

void Work::finish(const Parcel& parcel, Outcome outcome) {
  --in_flight_;
  const Instant now = clock_.now();
  const bool opened = breaker_.note(outcome, now);
  outcome = settle(parcel, std::move(outcome), now);
  if (opened) {
    log_.write(base::LogLevel::warning,
               fmt::format("outbox: the relay is down (code {}), paused until {}", outcome.code,
                           base::iso(breaker_.until())));
  }
  report(parcel, outcome, now);
  tell_if_stopped();
  if (!stopping_) wake();
}

// When it is tried again, or that it is not.
Outcome Work::settle(const Parcel& parcel, Outcome outcome, Instant now) {
  if (outcome.kind == Outcome::Kind::relay_down) {
    outcome.next_at = std::max(breaker_.until(), now + kLeastWait);
  }
  if (outcome.kind != Outcome::Kind::later) return outcome;
  const std::int32_t failed = parcel.attempts + 1;
  if (const auto next = next_attempt(parcel.key, failed, now, parcel.expires_at)) {
    outcome.next_at = *next;
    return outcome;
  }
  outcome.kind = Outcome::Kind::gave_up;
  outcome.reason = base::Message(messages::kGaveUp, {std::to_string(failed), outcome.reason})
                       .in(base::Language::fr);
  return outcome;
}

void Work::report(const Parcel& parcel, const Outcome& outcome, Instant now) {
  // The relay's words may quote an address: the log has the code only.
  if (outcome.kind == Outcome::Kind::refused || outcome.kind == Outcome::Kind::gave_up) {
    log_.write(base::LogLevel::warning, fmt::format("outbox: letter {} is not delivered (code {})",
                                                    parcel.key, outcome.code));
  }
  try {
    queue_.report(parcel.id, parcel.fence, outcome, now);
  } catch (const std::exception& failure) {
    log_.write(base::LogLevel::error,
               fmt::format("outbox: letter {}: cannot record the outcome: {}", parcel.key,
                           failure.what()));
  }
}

void Work::wait(milliseconds most) {
  milliseconds span = std::min(most, settings_.poll);
  if (const auto due = queue_.next_due()) span = std::min(span, *due - clock_.now());
  if (breaker_.is_open(clock_.now())) span = std::min(most, settings_.poll);
  timer_.expires_after(std::max(span, kLeastWait));
  timer_.async_wait([weak = weak_from_this()](boost::system::error_code error) {
    const auto self = weak.lock();
    if (self && !error) self->look();
  });
}

void Work::tell_if_stopped() {
  if (!stopping_ || claiming_ || in_flight_ > 0 || !stopped_) return;
  asio::post(loop_, std::exchange(stopped_, nullptr));
}

class AsioWorker final : public OutboxWorker {
 public:
  explicit AsioWorker(std::shared_ptr<Work> work) : work_(std::move(work)) { work_->wake(); }
  void wake() override { work_->wake(); }
  void stop(std::function<void()> stopped) override { work_->stop(std::move(stopped)); }
  std::optional<Instant> paused_until() const override { return work_->paused_until(); }

 private:
  std::shared_ptr<Work> work_;
};

}  // namespace

std::unique_ptr<OutboxWorker> make_outbox_worker(asio::io_context& loop, ParcelQueue& queue,
                                                 Carrier& carrier, const base::Clock& clock,
                                                 base::Log& log, WorkerSettings settings) {
  auto work = std::make_shared<Work>(loop, queue, carrier, clock, log, settings);
  return std::make_unique<AsioWorker>(std::move(work));
}

}  // namespace guichet::delivery
