// Cuts a column's domain into elementary cells and finds the rules of each.
#include <bit>
#include <string_view>
#include <unordered_map>

#include "rules/tables/index.hpp"

namespace guichet::tables {

namespace {

using feel::Kind;
using feel::TestSet;

bool is_ordered(Kind kind) {
  switch (kind) {
    case Kind::number:
    case Kind::date:
    case Kind::time:
    case Kind::date_time:
    case Kind::days_duration:
    case Kind::months_duration:
      return true;
    default:
      return false;
  }
}

// The kind of the first value that a set mentions; null if it mentions none.
Kind kind_of(const TestSet& set) {
  for (const feel::Stored& point : set.points)
    if (!point.is_null()) return point.value().kind();
  for (const TestSet::Interval& interval : set.intervals) {
    if (interval.low) return interval.low->value().kind();
    if (interval.high) return interval.high->value().kind();
  }
  return Kind::null;
}

bool is_of_kind(const TestSet& set, Kind kind) {
  for (const feel::Stored& point : set.points)
    if (!point.is_null() && point.value().kind() != kind) return false;
  for (const TestSet::Interval& interval : set.intervals) {
    if (!interval.low && !interval.high) return false;
    if (interval.low && interval.low->value().kind() != kind) return false;
    if (interval.high && interval.high->value().kind() != kind) return false;
  }
  return true;
}

void set_bit(std::vector<std::uint64_t>& bits, std::size_t base, std::size_t bit, bool on) {
  const std::uint64_t mask = std::uint64_t{1} << (bit % 64);
  if (on)
    bits[base + bit / 64] |= mask;
  else
    bits[base + bit / 64] &= ~mask;
}

// Elementary cells from..to, both included.
struct Run {
  std::size_t from, to;
};

// Union, then complement where asked: disjoint runs, ascending.
std::vector<Run> normalised(std::vector<Run> runs, std::size_t cells, bool negated) {
  std::sort(runs.begin(), runs.end(), [](Run a, Run b) { return a.from < b.from; });
  std::vector<Run> merged;
  for (const Run& run : runs) {
    if (!merged.empty() && run.from <= merged.back().to + 1)
      merged.back().to = std::max(merged.back().to, run.to);
    else
      merged.push_back(run);
  }
  if (!negated) return merged;
  std::vector<Run> others;
  std::size_t next = 0;
  for (const Run& run : merged) {
    if (run.from > next) others.push_back({next, run.from - 1});
    next = run.to + 1;
  }
  if (next < cells) others.push_back({next, cells - 1});
  return others;
}

}  // namespace

// Makes one Column; gone after.
class ColumnBuilder {
 public:
  ColumnBuilder(const DecisionTable::Parts& table, std::size_t column, const RowShape& shape,
                Column& made)
      : table_(table), input_(table.inputs[column]), column_(column), shape_(shape), made_(made) {}

  void build() {
    made_.stride_ = shape_.stride();
    collect_sets();
    choose_kind();
    sort_cells();
    if (made_.kind_ == Kind::string && !has_intervals_)
      build_words();
    else if (made_.kind_ == Kind::boolean)
      build_booleans();
    else if (made_.kind_ != Kind::null)
      build_ordered();
    if (made_.cell_sets_.empty()) made_.cell_sets_.push_back(keep(row_of_untested_and_opaque()));
    find_null_set();
  }

 private:
  // A cell and the rules that share it. `values:` stand behind the rules, as if they were one more.
  struct Group {
    const TestSet* set = nullptr;
    const Cell* cell = nullptr;  // nullptr: `values:`
    bool plain = false;          // a set of values that this column can place
    std::vector<std::uint32_t> bits;
  };

  void collect_sets() {
    std::unordered_map<const Cell*, std::size_t> known;
    for (std::size_t rule = 0; rule < shape_.rules; ++rule) {
      const Cell& cell = table_.rules[rule].cells[column_];
      const auto [at, added] = known.emplace(&cell, groups_.size());
      if (added) groups_.push_back({&cell.set, &cell, false, {}});
      groups_[at->second].bits.push_back(static_cast<std::uint32_t>(rule));
    }
    allowed_.kind = TestSet::Kind::any;
    if (!input_.allowed.empty()) allowed_ = feel::classify(input_.allowed);
    groups_.push_back({&allowed_, nullptr, false, {static_cast<std::uint32_t>(shape_.rules)}});
  }

  void choose_kind() {
    Kind kind = input_.type.is_any() ? Kind::null : input_.type.kind();
    for (const Group& group : groups_)
      if (kind == Kind::null && group.set->kind != TestSet::Kind::opaque)
        kind = kind_of(*group.set);
    const bool known = kind == Kind::string || kind == Kind::boolean || is_ordered(kind);
    made_.kind_ = known ? kind : Kind::null;
    find_plain();
    for (const Group& group : groups_)
      has_intervals_ |= group.plain && !group.set->intervals.empty();
    const bool placed = (made_.kind_ != Kind::boolean || !has_intervals_) && collect_points();
    if (placed) return;
    made_.kind_ = Kind::null;
    made_.points_.clear();
    find_plain();
  }

  void find_plain() {
    for (Group& group : groups_)
      group.plain = made_.kind_ != Kind::null &&
                    (group.set->kind == TestSet::Kind::points ||
                     group.set->kind == TestSet::Kind::intervals) &&
                    is_of_kind(*group.set, made_.kind_);
  }

  void sort_cells() {
    made_.opaque_.assign(made_.stride_, 0);
    made_.tested_ = made_.untested_ = made_.all_ = made_.opaque_;
    const std::size_t base = shape_.summary_words;
    for (const Group& group : groups_) {
      const bool any = group.set->kind == TestSet::Kind::any;
      const bool opaque = !any && !group.plain;
      set_bits(made_.all_, group, true);
      if (group.cell == nullptr) {
        made_.knows_allowed_ = group.plain;
        set_bit(made_.untested_, base, shape_.rules, true);
        allowed_counts_as_any_ = !group.plain;
        continue;
      }
      set_bits(any ? made_.untested_ : made_.tested_, group, true);
      if (opaque) set_bits(made_.opaque_, group, true);
      made_.has_opaque_ |= opaque;
    }
    for (auto* row : {&made_.opaque_, &made_.tested_, &made_.untested_, &made_.all_})
      shape_.summarise(row->data());
  }

  void set_bits(std::vector<std::uint64_t>& row, const Group& group, bool on) const {
    for (const std::uint32_t bit : group.bits) set_bit(row, shape_.summary_words, bit, on);
  }

  // Rules that accept every value as far as the index can say.
  std::vector<std::uint64_t> row_of_untested_and_opaque() const {
    std::vector<std::uint64_t> row(made_.stride_, 0);
    for (std::size_t i = shape_.summary_words; i < made_.stride_; ++i)
      row[i] = made_.untested_[i] | made_.opaque_[i];
    return row;
  }

  // Adds the row unless an equal one is there; its number.
  std::uint32_t keep(std::vector<std::uint64_t> row) {
    shape_.summarise(row.data());
    const std::string_view bytes(reinterpret_cast<const char*>(row.data()), row.size() * 8);
    const std::size_t hash = std::hash<std::string_view>{}(bytes);
    const auto [begin, end] = known_rows_.equal_range(hash);
    for (auto it = begin; it != end; ++it)
      if (std::equal(row.begin(), row.end(), made_.row(it->second))) return it->second;
    const auto number = static_cast<std::uint32_t>(made_.rows_.size() / made_.stride_);
    made_.rows_.insert(made_.rows_.end(), row.begin(), row.end());
    known_rows_.emplace(hash, number);
    return number;
  }

  // Every value that a plain cell mentions, once; false where they have no common order.
  bool collect_points() {
    if (made_.kind_ == Kind::null) return true;
    if (made_.kind_ == Kind::string && !has_intervals_) return collect_texts();
    std::vector<feel::Stored> values;
    for (const Group& group : groups_) {
      if (!group.plain) continue;
      for (const feel::Stored& point : group.set->points)
        if (!point.is_null()) values.push_back(point);
      for (const TestSet::Interval& interval : group.set->intervals) {
        if (interval.low) values.push_back(*interval.low);
        if (interval.high) values.push_back(*interval.high);
      }
    }
    if (made_.kind_ == Kind::boolean) return collect_booleans(values);
    for (const feel::Stored& value : values)
      if (!feel::compare(values.front().value(), value.value())) return false;
    const auto less = [](const feel::Stored& a, const feel::Stored& b) {
      return feel::compare(a.value(), b.value()).value_or(0) < 0;
    };
    std::stable_sort(values.begin(), values.end(), less);
    for (feel::Stored& value : values)
      if (made_.points_.empty() || less(made_.points_.back(), value))
        made_.points_.push_back(std::move(value));
    return true;
  }

  bool collect_booleans(const std::vector<feel::Stored>& values) {
    for (const bool wanted : {false, true})
      for (const feel::Stored& value : values) {
        if (value.value().is_true() != wanted) continue;
        made_.points_.push_back(value);
        break;
      }
    return true;
  }

  bool collect_texts() {
    for (const Group& group : groups_) {
      if (!group.plain) continue;
      for (const feel::Stored& point : group.set->points) {
        if (point.is_null()) continue;
        const auto number = static_cast<std::uint32_t>(made_.points_.size());
        if (texts_.emplace(point.value().text(), number).second) made_.points_.push_back(point);
      }
    }
    return true;
  }

  // -- points --
  void build_cells_by_point(const std::function<std::size_t(const feel::Value&)>& find) {
    std::vector<std::vector<const Group*>> mentions(made_.points_.size());
    std::vector<std::uint64_t> others = row_of_untested_and_opaque();
    if (!allowed_counts_as_any_) set_bit(others, shape_.summary_words, shape_.rules, false);
    for (const Group& group : groups_) {
      if (!group.plain) continue;
      set_bits(others, group, group.set->negated);
      for (const feel::Stored& point : group.set->points)
        if (!point.is_null()) mentions[find(point.value())].push_back(&group);
    }
    for (const auto& groups_of_point : mentions) {
      std::vector<std::uint64_t> row = others;
      for (const Group* group : groups_of_point) set_bits(row, *group, !group->set->negated);
      made_.cell_sets_.push_back(keep(std::move(row)));
    }
    made_.cell_sets_.push_back(keep(std::move(others)));
  }

  void build_booleans() {
    build_cells_by_point([&](const feel::Value& value) {
      return made_.points_[0].value().is_true() == value.is_true() ? std::size_t{0}
                                                                   : std::size_t{1};
    });
  }

  void build_words() {
    build_cells_by_point(
        [&](const feel::Value& value) { return std::size_t{texts_.at(value.text())}; });
    made_.words_.resize(std::bit_ceil(made_.points_.size() * 2 + 2));
    const std::size_t mask = made_.words_.size() - 1;
    for (std::size_t i = 0; i < made_.points_.size(); ++i) {
      const std::uint64_t hash = std::hash<std::string_view>{}(made_.points_[i].value().text());
      std::size_t at = hash & mask;
      while (made_.words_[at].set != Column::kForeign) at = (at + 1) & mask;
      made_.words_[at] = {hash, made_.cell_sets_[i], static_cast<std::uint32_t>(i)};
    }
  }

  // -- ordered --
  std::vector<Run> runs_of(const TestSet& set, std::size_t cells) const {
    std::vector<Run> runs;
    for (const feel::Stored& point : set.points) {
      if (point.is_null()) continue;
      const std::size_t cell = made_.locate_ordered(point.value());
      runs.push_back({cell, cell});
    }
    for (const TestSet::Interval& interval : set.intervals) {
      std::size_t from = 0, to = cells - 1;
      if (interval.low)
        from = made_.locate_ordered(interval.low->value()) + (interval.low_closed ? 0 : 1);
      if (interval.high)
        to = made_.locate_ordered(interval.high->value()) - (interval.high_closed ? 0 : 1);
      if (from <= to) runs.push_back({from, to});
    }
    return normalised(std::move(runs), cells, set.negated);
  }

  // Goes over the cells from left to right, switching rules on and off where their runs begin
  // and end.
  void build_ordered() {
    const std::size_t cells = 2 * made_.points_.size() + 1;
    made_.make_keys();
    std::vector<std::vector<const Group*>> begins(cells), ends(cells + 1);
    for (const Group& group : groups_) {
      if (!group.plain) continue;
      for (const Run& run : runs_of(*group.set, cells)) {
        begins[run.from].push_back(&group);
        ends[run.to + 1].push_back(&group);
      }
    }
    std::vector<std::uint64_t> row = row_of_untested_and_opaque();
    if (!allowed_counts_as_any_) set_bit(row, shape_.summary_words, shape_.rules, false);
    for (std::size_t cell = 0; cell < cells; ++cell) {
      for (const Group* group : ends[cell]) set_bits(row, *group, false);
      for (const Group* group : begins[cell]) set_bits(row, *group, true);
      const bool same = cell > 0 && begins[cell].empty() && ends[cell].empty();
      made_.cell_sets_.push_back(same ? made_.cell_sets_.back() : keep(row));
    }
    build_direct();
  }

  // Whole numbers that lie near each other are found by one look-up.
  void build_direct() {
    constexpr std::int64_t kWidest = 4096;
    if (made_.kind_ != Kind::number || made_.points_.empty()) return;
    const auto first = made_.points_.front().value().as_integer();
    const auto last = made_.points_.back().value().as_integer();
    if (!first || !last || *first < -kWidest * kWidest || *last > kWidest * kWidest ||
        *last - *first >= kWidest)
      return;
    std::vector<std::uint32_t> direct;
    for (std::int64_t whole = *first; whole <= *last; ++whole)
      direct.push_back(
          static_cast<std::uint32_t>(made_.locate_ordered(feel::Value::integer(whole))));
    made_.first_integer_ = *first;
    made_.direct_ = std::move(direct);
  }

  // Plain cells are asked themselves what null is to them, so that FEEL decides.
  void find_null_set() {
    std::vector<std::uint64_t> row = row_of_untested_and_opaque();
    feel::Arena arena;
    for (const Group& group : groups_) {
      if (!group.plain || group.cell == nullptr) continue;
      feel::Evaluation run{arena};
      const bool passes = group.cell->tests.empty()
                              ? accepts(*group.set, {})
                              : feel::evaluate_tests(group.cell->tests, {}, {}, run).is_true();
      set_bits(row, group, passes);
    }
    made_.null_set_ = keep(std::move(row));
  }

  const DecisionTable::Parts& table_;
  const Input& input_;
  const std::size_t column_;
  const RowShape& shape_;
  Column& made_;
  std::vector<Group> groups_;
  TestSet allowed_;
  bool has_intervals_ = false;
  bool allowed_counts_as_any_ = true;
  std::unordered_map<std::string_view, std::uint32_t> texts_;
  std::unordered_multimap<std::size_t, std::uint32_t> known_rows_;
};

Column::Column(const DecisionTable::Parts& table, std::size_t column, const RowShape& shape) {
  ColumnBuilder(table, column, shape, *this).build();
}

}  // namespace guichet::tables
