// Takes parcels from a queue and has a carrier deliver them, a few at a time; pauses as a whole
// when the relay is down. One worker per relay. Lives on one loop's thread; only wake() may be
// called from elsewhere.
#pragma once

#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

#include "adapters/delivery/carrier.hpp"
#include "adapters/delivery/parcel.hpp"
#include "engine/base/clock.hpp"
#include "engine/base/log.hpp"

namespace guichet::delivery {

// Where parcels wait. Called on the loop's thread; must not block long.
class ParcelQueue {
 public:
  virtual ~ParcelQueue() = default;
  // Leases up to `most` parcels that are due, by their due instant, and commits the leases before
  // `done` is told; `done` may be called from any thread, during the call or after it. The lease
  // must outlast an attempt (WorkerSettings::lease); when it ends the parcel is due again.
  virtual void claim(std::size_t most, base::Instant now,
                     std::function<void(std::vector<Parcel>)> done) = 0;
  // What became of a leased parcel. Where the fence has moved on, nothing happens. later and
  // relay_down carry next_at; only later counts an attempt.
  virtual void report(std::int64_t id, std::int64_t fence, const Outcome& outcome,
                      base::Instant now) = 0;
  // When the next parcel falls due; nothing when none waits.
  virtual std::optional<base::Instant> next_due() = 0;
};

struct WorkerSettings {
  std::size_t at_once = 4;                        // attempts in flight
  std::chrono::milliseconds lease{30 * 60'000};   // what claim() should give
  std::chrono::milliseconds poll{30'000};         // looks at the queue at least that often
  std::chrono::milliseconds first_pause{60'000};  // of a relay that is down; doubled each time
  std::chrono::milliseconds longest_pause{15 * 60'000};
  // So many failed connections one after the other pause the relay too.
  int unreachable_limit = 3;
};

class OutboxWorker {
 public:
  virtual ~OutboxWorker() = default;
  // Looks at the queue now: something was committed, or the clock was moved. From any thread.
  virtual void wake() = 0;
  // Takes no more; what is in flight is finished and reported. `stopped` is called on the loop.
  virtual void stop(std::function<void()> stopped) = 0;
  // Until when the relay is paused, if it is.
  virtual std::optional<base::Instant> paused_until() const = 0;
};

// Starts when the loop runs. All references outlive the worker; the worker's end abandons what is
// in flight (its leases run out).
std::unique_ptr<OutboxWorker> make_outbox_worker(boost::asio::io_context& loop, ParcelQueue& queue,
                                                 Carrier& carrier, const base::Clock& clock,
                                                 base::Log& log, WorkerSettings settings);

}  // namespace guichet::delivery
