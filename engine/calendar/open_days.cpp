#include "engine/calendar/open_days.hpp"

#include <algorithm>
#include <bitset>

namespace guichet::calendar {

using base::Day;
using std::chrono::days;

namespace {

// Marks of a year's days, 0 for 1 January.
class Marks {
 public:
  explicit Marks(int year)
      : year_(year),
        first_(first_day_of(year)),
        length_(static_cast<int>((first_day_of(year + 1) - first_).count())) {}

  int length() const { return length_; }
  bool at(int index) const { return marks_[static_cast<std::size_t>(index)]; }

  void weekdays(const std::set<unsigned>& worked) {
    const unsigned first = std::chrono::weekday{first_}.c_encoding();
    for (int i = 0; i < length_; ++i) {
      set(i, worked.contains((first + static_cast<unsigned>(i)) % 7));
    }
  }

  void rules(const std::vector<HolidayRule>& rules, bool open) {
    for (const HolidayRule& rule : rules) {
      if (const auto day = rule.day_in(year_)) set(static_cast<int>((*day - first_).count()), open);
    }
  }

  void close(const Closure& closure) {
    const auto from = std::max<std::int64_t>(0, (closure.first - first_).count());
    const auto to = std::min<std::int64_t>(length_ - 1, (closure.last - first_).count());
    for (std::int64_t i = from; i <= to; ++i) set(static_cast<int>(i), false);
  }

 private:
  void set(int index, bool open) { marks_[static_cast<std::size_t>(index)] = open; }

  int year_;
  Day first_;
  int length_;
  std::bitset<366> marks_;
};

}  // namespace

OpenYear::OpenYear(const Calendar::Parts& parts, int year) {
  Marks marks(year);
  marks.weekdays(parts.weekdays);
  marks.rules(parts.holidays, false);
  marks.rules(parts.worked, true);
  for (const Closure& closure : parts.closures) marks.close(closure);
  length_ = marks.length();
  for (int i = 0; i < length_; ++i) {
    const auto index = static_cast<std::size_t>(i);
    before_[index + 1] = static_cast<std::uint16_t>(before_[index] + (marks.at(i) ? 1 : 0));
  }
}

int OpenYear::index_of(int count) const {
  const auto end = before_.begin() + length_ + 1;
  return static_cast<int>(std::lower_bound(before_.begin(), end, count) - before_.begin()) - 1;
}

OpenDays::~OpenDays() {
  for (const auto& each : years_) delete each.load();
}

const OpenYear& OpenDays::year(int year, std::optional<OpenYear>& scratch) const {
  if (year < kFirst || year > kLast) return scratch.emplace(*parts_, year);
  auto& slot = years_[static_cast<std::size_t>(year - kFirst)];
  if (const OpenYear* known = slot.load(std::memory_order_acquire)) return *known;
  // Two threads may count the same year; the first to be done is kept.
  auto counted = std::make_unique<const OpenYear>(*parts_, year);
  const OpenYear* none = nullptr;
  if (slot.compare_exchange_strong(none, counted.get(), std::memory_order_acq_rel)) {
    return *counted.release();
  }
  return *none;
}

}  // namespace guichet::calendar
