#include "workflows/scenarios/losing_store.hpp"

#include <fmt/format.h>

#include <utility>

#include "workflows/scenarios/messages.hpp"

namespace guichet::scenarios {
namespace {

// Counts what other cases take up as well.
class BusyTransaction final : public store::ForwardingTransaction {
 public:
  BusyTransaction(store::Transaction& inner, const std::vector<OtherLoad>& others,
                  const calendar::Calendar& calendar)
      : ForwardingTransaction(inner), others_(others), calendar_(calendar) {}

  convention::Loads loads(base::Instant now) override {
    convention::Loads out = ForwardingTransaction::loads(now);
    const base::Day today = calendar_.local_day(now);
    for (const OtherLoad& each : others_) {
      convention::PartnerLoad& load = out.partners[each.partner];
      const bool open = !each.quota || each.quota->per == convention::Period::open;
      if (open) load.open += each.count;
      if (!each.quota) continue;
      const std::string period = convention::period_name(each.quota->per, today);
      load.reserved[fmt::format("{}/{}", each.quota->id, period)] += each.count;
    }
    return out;
  }

 private:
  const std::vector<OtherLoad>& others_;
  const calendar::Calendar& calendar_;
};

}  // namespace

bool OtherLoad::operator==(const OtherLoad& other) const {
  const auto id = [](const OtherLoad& load) { return load.quota ? load.quota->id : ""; };
  return partner == other.partner && id(*this) == id(other) && count == other.count;
}

void LosingStore::set_others(std::vector<OtherLoad> others, const calendar::Calendar& calendar) {
  others_ = std::move(others);
  calendar_ = &calendar;
}

void LosingStore::write(std::function<void(store::Transaction&)> work,
                        std::function<void(base::Result<void>)> done) {
  const bool loses = std::exchange(losing_, false);
  ForwardingStore::write(
      [this, loses, work = std::move(work)](store::Transaction& transaction) {
        if (others_.empty()) {
          work(transaction);
        } else {
          BusyTransaction busy(transaction, others_, *calendar_);
          work(busy);
        }
        if (!loses) return;
        throw store::StorageFailure(
            {base::ErrorKind::fault, base::Message(messages::kStoppedBeforeCommit)});
      },
      std::move(done));
}

}  // namespace guichet::scenarios
