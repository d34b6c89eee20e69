// Which days of a year are business days, counted once a year so that a delay of many days is a
// look-up. Private to this module.
#pragma once

#include <array>
#include <atomic>
#include <memory>
#include <optional>

#include "engine/calendar/calendar.hpp"

namespace guichet::calendar {

inline base::Day first_day_of(int year) {
  return base::Day{std::chrono::year(year) / 1 / 1};
}

// One year of a calendar: running counts of its business days.
class OpenYear {
 public:
  OpenYear(const Calendar::Parts& parts, int year);

  int length() const { return length_; }  // days of the year
  int total() const { return before_[static_cast<std::size_t>(length_)]; }
  // Business days among the first `days` of the year.
  int among_first(int days) const { return before_[static_cast<std::size_t>(days)]; }
  bool is_open(int index) const { return among_first(index + 1) > among_first(index); }
  // Index (0: 1 January) of the count-th business day. Requires: 1 <= count <= total().
  int index_of(int count) const;

 private:
  int length_ = 0;
  std::array<std::uint16_t, 367> before_{};
};

// The years of one calendar, each counted when it is first asked for; shared between threads.
class OpenDays {
 public:
  // `parts` must outlive it.
  explicit OpenDays(std::shared_ptr<const Calendar::Parts> parts) : parts_(std::move(parts)) {}
  ~OpenDays();
  OpenDays(const OpenDays&) = delete;
  OpenDays& operator=(const OpenDays&) = delete;

  // A year out of the usual ones is counted into `scratch`, each time.
  const OpenYear& year(int year, std::optional<OpenYear>& scratch) const;

 private:
  static constexpr int kFirst = 1970, kLast = 2099;
  std::shared_ptr<const Calendar::Parts> parts_;
  mutable std::array<std::atomic<const OpenYear*>, kLast - kFirst + 1> years_{};
};

}  // namespace guichet::calendar
