// How much time may have passed on several clocks at once: the bounds of each clock and of each
// difference of two (a difference bound matrix). Time is counted in business days; a delay that is
// not exact in them is a span. Closed bounds only: what falls due at one moment may come in any
// order.
#pragma once

#include <cstdint>
#include <vector>

namespace guichet::explore {

constexpr std::int32_t kNoBound = 1 << 28;

class Zone {
 public:
  Zone() : Zone(0) {}
  // All clocks at zero.
  explicit Zone(std::size_t clocks);

  std::size_t clocks() const { return size_ - 1; }
  std::int32_t most(std::size_t clock) const { return at(clock + 1, 0); }
  std::int32_t least(std::size_t clock) const { return -at(0, clock + 1); }
  bool is_empty() const { return empty_; }

  void let_time_pass();
  void at_most(std::size_t clock, std::int32_t bound);
  void at_least(std::size_t clock, std::int32_t bound);
  // The clocks of `kept` in that order; -1 is a new one, at zero.
  Zone with(const std::vector<int>& kept) const;
  bool is_within(const Zone& other) const;

 private:
  std::int32_t at(std::size_t a, std::size_t b) const { return bounds_[a * size_ + b]; }
  std::int32_t& at(std::size_t a, std::size_t b) { return bounds_[a * size_ + b]; }
  void tighten(std::size_t a, std::size_t b, std::int32_t bound);

  std::size_t size_;                  // clocks and the zero clock, which is number 0
  std::vector<std::int32_t> bounds_;  // at(a, b): the most that a - b can be
  bool empty_ = false;
};

}  // namespace guichet::explore
