// Codes of links among the letters that wait: they go before those of the outbox and are in
// nobody's journal and in no database, since they are of no use ten minutes later. After a crash
// whoever waits for one asks again.
#pragma once

#include <mutex>
#include <vector>

#include "adapters/delivery/outbox_worker.hpp"
#include "engine/base/log.hpp"

namespace guichet::app {

class CodesFirst final : public delivery::ParcelQueue {
 public:
  // Requires: both outlive this object.
  CodesFirst(delivery::ParcelQueue& rest, base::Log& log) : rest_(rest), log_(log) {}

  // From any thread. Requires: expires_at is set.
  void post(delivery::Parcel parcel);

  void claim(std::size_t most, base::Instant now,
             std::function<void(std::vector<delivery::Parcel>)> done) override;
  void report(std::int64_t id, std::int64_t fence, const delivery::Outcome& outcome,
              base::Instant now) override;
  std::optional<base::Instant> next_due() override;

 private:
  struct Waiting {
    delivery::Parcel parcel;
    base::Instant next_at{};
    bool leaving = false;
  };
  std::vector<delivery::Parcel> take(std::size_t most, base::Instant now);

  delivery::ParcelQueue& rest_;
  base::Log& log_;
  std::mutex mutex_;
  std::vector<Waiting> waiting_;
  std::int64_t last_id_ = 0;  // of these letters, which count downwards: the outbox's are above 0
};

}  // namespace guichet::app
