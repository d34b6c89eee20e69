// A store whose next commit can be made to fail as if the process had stopped just before it: the
// work is done and rolled back. And partners have referrals of other cases, which are not played.
// Private to this module.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "engine/store/forwarding_store.hpp"
#include "workflows/bundle/desk.hpp"

namespace guichet::scenarios {

// What cases that are not played take up of a partner: referrals that are not closed, or places
// of a quota in the period at hand.
struct OtherLoad {
  std::string partner;
  std::optional<convention::Quota> quota;
  std::int64_t count = 0;
  bool operator==(const OtherLoad& other) const;
};

class LosingStore final : public store::ForwardingStore {
 public:
  using ForwardingStore::ForwardingStore;

  void lose_next_commit() { losing_ = true; }
  // From now on, instead of what was said before. Days are those of `calendar`, which must live
  // as long.
  void set_others(std::vector<OtherLoad> others, const calendar::Calendar& calendar);

  void write(std::function<void(store::Transaction&)> work,
             std::function<void(base::Result<void>)> done) override;

 private:
  bool losing_ = false;
  std::vector<OtherLoad> others_;
  const calendar::Calendar* calendar_ = nullptr;
};

}  // namespace guichet::scenarios
