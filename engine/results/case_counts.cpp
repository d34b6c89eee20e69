#include "engine/results/case_counts.hpp"

namespace guichet::results {

CaseCounts::Counted CaseCounts::of(store::Store& store) {
  // Whoever asks meanwhile waits for the one who reads.
  const std::lock_guard lock(mutex_);
  store.read([this](store::Reader& reader) {
    const std::int64_t revision = reader.revision();
    if (kept_.cases && kept_.revision == revision) return;
    kept_ = {std::make_shared<const std::vector<store::CountedCase>>(reader.counted_cases()),
             revision};
  });
  return kept_;
}

}  // namespace guichet::results
