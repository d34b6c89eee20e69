#include "workflows/explore/zone.hpp"

#include <algorithm>

namespace guichet::explore {
namespace {

std::int32_t sum(std::int32_t a, std::int32_t b) {
  return a >= kNoBound || b >= kNoBound ? kNoBound : a + b;
}

}  // namespace

Zone::Zone(std::size_t clocks) : size_(clocks + 1), bounds_(size_ * size_, 0) {}

void Zone::let_time_pass() {
  for (std::size_t clock = 1; clock < size_; ++clock) at(clock, 0) = kNoBound;
}

// Keeps the matrix closed: every bound the tightest that the others allow.
void Zone::tighten(std::size_t a, std::size_t b, std::int32_t bound) {
  if (empty_ || at(a, b) <= bound) return;
  at(a, b) = bound;
  if (sum(at(b, a), bound) < 0) {
    empty_ = true;
    return;
  }
  for (std::size_t i = 0; i < size_; ++i) {
    for (std::size_t j = 0; j < size_; ++j) {
      at(i, j) = std::min(at(i, j), sum(sum(at(i, a), bound), at(b, j)));
    }
  }
}

void Zone::at_most(std::size_t clock, std::int32_t bound) {
  tighten(clock + 1, 0, bound);
}
void Zone::at_least(std::size_t clock, std::int32_t bound) {
  tighten(0, clock + 1, -bound);
}

Zone Zone::with(const std::vector<int>& kept) const {
  Zone out(kept.size());
  out.empty_ = empty_;
  const auto before = [&](std::size_t clock) {  // a new clock stands at zero, as the zero clock
    return clock == 0 || kept[clock - 1] < 0 ? std::size_t{0}
                                             : static_cast<std::size_t>(kept[clock - 1]) + 1;
  };
  for (std::size_t i = 0; i < out.size_; ++i) {
    for (std::size_t j = 0; j < out.size_; ++j) {
      out.at(i, j) = i == j ? 0 : at(before(i), before(j));
    }
  }
  return out;
}

bool Zone::is_within(const Zone& other) const {
  return std::ranges::equal(bounds_, other.bounds_, std::ranges::less_equal{});
}

}  // namespace guichet::explore
