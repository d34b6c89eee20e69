#include "rules/tables/index.hpp"

#include <bit>
#include <limits>

#include "rules/feel/representation.hpp"

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
