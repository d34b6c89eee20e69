// The rules of a table by column: the values that a column's cells mention cut its domain into
// elementary cells (a point, an open interval between two points, everything else), and each of
// these knows the set of rules that accept it, as a bitset. Matching is one look-up per column and
// the intersection of the sets. Cells that are no plain set of values ("opaque") count as accepting
// and are verified on the rules that survive. Immutable.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "rules/tables/table.hpp"

namespace guichet::tables {

// Sets of rules, one row each: first a summary with one bit per non-empty word, then the words.
// One bit more than there are rules: the last says whether the column's `values:` allow the value.
struct RowShape {
  std::size_t rules = 0;
  std::size_t words = 0;  // of rules + 1 bits
  std::size_t summary_words = 0;
  explicit RowShape(std::size_t rule_count)
      : rules(rule_count), words(rule_count / 64 + 1), summary_words((words + 63) / 64) {}
  std::size_t stride() const { return summary_words + words; }
  bool has(const std::uint64_t* row, std::size_t bit) const {
    return (row[summary_words + bit / 64] >> (bit % 64) & 1) != 0;
  }
  // Makes the summary of a row whose words are set.
  void summarise(std::uint64_t* row) const;
};

// Does the plain set accept the value? Requires: not opaque.
bool accepts(const feel::TestSet& set, const feel::Value& value);

// A headcount known as a bracket: {min: 10, max: 19}, or the FEEL range [10..19].
struct Bracket {
  feel::Value low, high;  // null: unbounded
  bool low_closed = true, high_closed = true;
};
std::optional<Bracket> read_bracket(const feel::Value& value);

// One column.
class Column {
 public:
  // Requires: every rule has a cell at `column`.
  Column(const DecisionTable::Parts& table, std::size_t column, const RowShape& shape);

  static constexpr std::uint32_t kForeign = UINT32_MAX;  // the value cannot be placed here

  // The set that a value belongs to, or kForeign: then every tested cell must be evaluated.
  std::uint32_t locate(const feel::Value& value) const;
  // The elementary cells that a bracket touches, [first, last]; nothing where it cannot be placed.
  std::optional<std::pair<std::size_t, std::size_t>> locate(const Bracket& bracket) const;

  const std::uint64_t* row(std::uint32_t set) const { return rows_.data() + set * stride_; }
  std::uint32_t set_of_cell(std::size_t elementary) const { return cell_sets_[elementary]; }
  std::size_t elementary_cells() const { return cell_sets_.size(); }
  std::size_t sets() const { return rows_.size() / stride_; }

  // Rules whose cell must be evaluated for any value; nullptr if none.
  const std::uint64_t* opaque() const { return has_opaque_ ? opaque_.data() : nullptr; }
  // Rules whose cell is not `-`.
  const std::uint64_t* tested() const { return tested_.data(); }
  const std::uint64_t* all() const { return all_.data(); }
  const std::uint64_t* untested() const { return untested_.data(); }
  // Whether the last bit of each row says if the value is allowed.
  bool knows_allowed() const { return knows_allowed_; }

  // The set of null, where null is a value like others; opaque cells count as accepting.
  std::uint32_t null_set() const { return null_set_; }

  // A value of an elementary cell that is of the column's type, for witnesses; nothing where none
  // is known.
  std::optional<feel::Stored> example(std::size_t elementary, const feel::Type& type) const;
  // The elementary cells (ascending) as unary tests: `"a", "b"`, `[10..20), > 30`.
  std::string describe(const std::vector<std::size_t>& elementary) const;
  // False only where no value can lie in the elementary cell (between two days that touch).
  bool may_be_inhabited(std::size_t elementary) const;

 private:
  friend class ColumnBuilder;
  struct Word {
    std::uint64_t hash = 0;
    std::uint32_t set = kForeign;  // kForeign: a free place
    std::uint32_t point = 0;
  };
  std::uint32_t locate_text(std::string_view text) const;
  std::size_t locate_ordered(const feel::Value& value) const;  // npos: incomparable
  std::size_t locate_key(std::int64_t key) const;
  void make_keys();
  std::optional<std::int64_t> key_of(const feel::Value& value) const;

  feel::Kind kind_ = feel::Kind::null;  // of the values that it places; null: none
  std::size_t stride_ = 0;
  bool has_opaque_ = false, knows_allowed_ = false;
  std::vector<std::uint64_t> rows_, opaque_, tested_, untested_, all_;
  std::uint32_t null_set_ = 0;
  // Points: cell i is points_[i], the last cell everything else. Ordered: cells 2i+1 are
  // points_[i], the even ones lie between.
  std::vector<feel::Stored> points_;
  std::vector<std::uint32_t> cell_sets_;
  std::vector<Word> words_;         // strings by hash; a power of two in size
  std::int64_t first_integer_ = 0;  // direct_[i]: elementary cell of first_integer_ + i
  std::vector<std::uint32_t> direct_;
  // The points as whole numbers, where days or decimals of one scale allow it; else empty.
  std::vector<std::int64_t> keys_;
  int key_exponent_ = 0;
};

class Index {
 public:
  explicit Index(const DecisionTable::Parts& table);
  const RowShape& shape() const { return shape_; }
  const std::vector<Column>& columns() const { return columns_; }

 private:
  RowShape shape_;
  std::vector<Column> columns_;
};

}  // namespace guichet::tables
