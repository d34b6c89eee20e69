#include "rules/tables/index.hpp"

#include <algorithm>
#include <bit>
#include <limits>

#include "rules/feel/representation.hpp"
#include "rules/feel/temporal.hpp"

namespace guichet::tables {

namespace {

bool holds(const feel::TestSet::Interval& interval, const feel::Value& value) {
  if (interval.low) {
    const auto order = feel::compare(interval.low->value(), value);
    if (!order || *order > 0 || (*order == 0 && !interval.low_closed)) return false;
  }
  if (interval.high) {
    const auto order = feel::compare(value, interval.high->value());
    if (!order || *order > 0 || (*order == 0 && !interval.high_closed)) return false;
  }
  return true;
}

}  // namespace

void RowShape::summarise(std::uint64_t* row) const {
  for (std::size_t i = 0; i < summary_words; ++i) row[i] = 0;
  for (std::size_t i = 0; i < words; ++i)
    if (row[summary_words + i] != 0) row[i / 64] |= std::uint64_t{1} << (i % 64);
}

bool accepts(const feel::TestSet& set, const feel::Value& value) {
  if (set.kind == feel::TestSet::Kind::any) return true;
  if (value.is_null()) return set.accepts_null != set.negated;
  bool inside = false;
  for (const feel::Stored& point : set.points) {
    if (!feel::equal(point.value(), value)) continue;
    inside = true;
    break;
  }
  for (std::size_t i = 0; i < set.intervals.size() && !inside; ++i)
    inside = holds(set.intervals[i], value);
  return inside != set.negated;
}

std::optional<Bracket> read_bracket(const feel::Value& value) {
  if (value.kind() == feel::Kind::range) {
    const auto* range = feel::ValueAccess::target<feel::Range>(value);
    if (range->form == feel::Range::Form::unequal) return {};
    Bracket bracket{range->low, range->high, range->low_closed, range->high_closed};
    return bracket;
  }
  if (value.kind() != feel::Kind::context) return {};
  const feel::Value* low = value.member("min");
  const feel::Value* high = value.member("max");
  if (low == nullptr || high == nullptr || (low->is_null() && high->is_null())) return {};
  return Bracket{*low, *high, true, true};
}

std::uint32_t Column::locate(const feel::Value& value) const {
  if (kind_ == feel::Kind::null || value.kind() != kind_) return kForeign;
  if (!words_.empty()) return locate_text(value.text());
  if (kind_ == feel::Kind::boolean) {
    std::size_t cell = 0;
    while (cell < points_.size() && points_[cell].value().is_true() != value.is_true()) ++cell;
    return cell_sets_[cell];
  }
  const std::size_t cell = locate_ordered(value);
  return cell == std::string::npos ? kForeign : cell_sets_[cell];
}

std::uint32_t Column::locate_text(std::string_view text) const {
  const std::uint64_t hash = std::hash<std::string_view>{}(text);
  const std::size_t mask = words_.size() - 1;
  for (std::size_t at = hash & mask; words_[at].set != kForeign; at = (at + 1) & mask)
    if (words_[at].hash == hash && points_[words_[at].point].value().text() == text)
      return words_[at].set;
  return cell_sets_.back();
}

std::size_t Column::locate_ordered(const feel::Value& value) const {
  if (!direct_.empty()) {
    if (const auto whole = value.as_integer()) {
      if (*whole < first_integer_) return 0;
      // Unsigned, so that the difference of far numbers is defined.
      const auto offset =
          static_cast<std::uint64_t>(*whole) - static_cast<std::uint64_t>(first_integer_);
      return offset < direct_.size() ? direct_[offset] : cell_sets_.size() - 1;
    }
  }
  if (!keys_.empty())
    if (const auto key = key_of(value)) return locate_key(*key);
  std::size_t low = 0, high = points_.size();
  while (low < high) {
    const std::size_t middle = (low + high) / 2;
    const auto order = feel::compare(points_[middle].value(), value);
    if (!order) return std::string::npos;
    if (*order == 0) return 2 * middle + 1;
    if (*order < 0)
      low = middle + 1;
    else
      high = middle;
  }
  return 2 * low;
}

std::size_t Column::locate_key(std::int64_t key) const {
  const auto at = std::lower_bound(keys_.begin(), keys_.end(), key);
  const auto before = static_cast<std::size_t>(at - keys_.begin());
  return 2 * before + (at != keys_.end() && *at == key ? 1 : 0);
}

// Nothing for what is no whole number of 10^key_exponent_.
std::optional<std::int64_t> Column::key_of(const feel::Value& value) const {
  if (kind_ == feel::Kind::date) return feel::days_of(value);
  if ((feel::ValueAccess::flags(value) & feel::kWide) != 0) return {};
  std::int64_t key = feel::ValueAccess::payload(value);
  const int shift = feel::ValueAccess::exponent(value) - key_exponent_;
  constexpr int kMostShift = 18;
  if (shift < 0 || shift > kMostShift) return {};
  for (int i = 0; i < shift; ++i)
    if (__builtin_mul_overflow(key, 10, &key)) return {};
  return key;
}

void Column::make_keys() {
  if (kind_ != feel::Kind::date && kind_ != feel::Kind::number) return;
  key_exponent_ = 0;
  if (kind_ == feel::Kind::number)
    for (const feel::Stored& point : points_)
      key_exponent_ = std::min(key_exponent_, feel::ValueAccess::exponent(point.value()));
  std::vector<std::int64_t> keys;
  for (const feel::Stored& point : points_) {
    const auto key = key_of(point.value());
    if (!key) return;
    keys.push_back(*key);
  }
  keys_ = std::move(keys);
}

std::optional<std::pair<std::size_t, std::size_t>> Column::locate(const Bracket& bracket) const {
  const bool ordered = kind_ != feel::Kind::null && words_.empty() && kind_ != feel::Kind::boolean;
  const auto fits = [&](const feel::Value& end) { return end.is_null() || end.kind() == kind_; };
  if (!ordered || !fits(bracket.low) || !fits(bracket.high)) return {};
  std::size_t first = 0, last = cell_sets_.size() - 1;
  if (!bracket.low.is_null()) {
    first = locate_ordered(bracket.low);
    if (first == std::string::npos) return {};
    if (first % 2 == 1 && !bracket.low_closed) ++first;
  }
  if (!bracket.high.is_null()) {
    last = locate_ordered(bracket.high);
    if (last == std::string::npos) return {};
    if (last % 2 == 1 && !bracket.high_closed) --last;
  }
  if (first > last) return {};
  return std::pair{first, last};
}

Index::Index(const DecisionTable::Parts& table) : shape_(table.rules.size()) {
  columns_.reserve(table.inputs.size());
  for (std::size_t i = 0; i < table.inputs.size(); ++i) columns_.emplace_back(table, i, shape_);
}

}  // namespace guichet::tables
