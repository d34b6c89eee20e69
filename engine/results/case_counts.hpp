// What figures are counted from, read once and kept until a case changes. Thread-safe; a first
// question, and one after a change, reads every case: not for the network's own thread.
#pragma once

#include <memory>
#include <mutex>
#include <vector>

#include "engine/store/store.hpp"

namespace guichet::results {

class CaseCounts {
 public:
  using Cases = std::shared_ptr<const std::vector<store::CountedCase>>;
  struct Counted {
    Cases cases;
    std::int64_t revision = 0;  // of the store when they were read
  };
  Counted of(store::Store& store);

 private:
  std::mutex mutex_;
  Counted kept_{nullptr, -1};
};

}  // namespace guichet::results
