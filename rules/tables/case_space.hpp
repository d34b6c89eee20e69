// Inside the module: every case that a table may be asked about, cut so that no rule tells two
// cases of one piece apart. Proofs reason about pieces instead of cases.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "rules/tables/decide.hpp"

namespace guichet::tables {

// A set of rules, or of classes of values; all sets of one kind have the same size.
using Bits = std::vector<std::uint64_t>;

inline bool has(const Bits& bits, std::size_t bit) {
  return (bits[bit / 64] >> (bit % 64) & 1) != 0;
}
inline void add(Bits& bits, std::size_t bit) {
  bits[bit / 64] |= std::uint64_t{1} << (bit % 64);
}
bool is_empty(const Bits& bits);
bool is_inside(const Bits& inner, const Bits& outer);
void unite(Bits& bits, const Bits& other);
void intersect(Bits& bits, const Bits& other);

// Values of a column that the same rules accept.
struct ValueClass {
  Bits must, may;        // rules that accept them; with cells that must be evaluated counted in
  feel::Stored example;  // null where null is the class
  std::vector<std::size_t> cells;  // elementary cells of the index; none: null
};

// One class of each column, by position.
using Way = std::vector<std::size_t>;
// Classes by column: a product of sets, as the region of a rule is one.
using Region = std::vector<Bits>;

class CaseSpace {
 public:
  explicit CaseSpace(const DecisionTable& table);

  const DecisionTable& table() const { return table_; }
  const std::vector<ValueClass>& classes(std::size_t column) const { return classes_[column]; }
  std::size_t columns() const { return classes_.size(); }
  std::size_t rules() const { return table_.rules().size(); }
  // False where a column has values of which no example can be given: nothing is proved then.
  bool is_known() const { return known_; }
  // Are there cells that only an evaluation can settle?
  bool has_opaque() const { return has_opaque_; }

  Region everything() const;
  // Classes that the rule's cells certainly, or possibly, accept.
  const Region& must(RuleIndex rule) const { return must_[rule]; }
  const Region& may(RuleIndex rule) const { return has_opaque_ ? may_[rule] : must_[rule]; }

  // Some way through a region. Requires: no column of it is empty.
  Way any_way(const Region& region) const;
  Inputs values(const Way& way) const;
  // `{t: "y", n: 10}`
  std::string case_text(const Way& way) const;
  // `t: "y", n: [10..20)`, columns that are left whole apart; empty for everything.
  std::string region_text(const Region& region) const;

 private:
  void collect_classes(std::size_t column);
  ValueClass class_of(std::size_t column, const std::uint64_t* row) const;

  const DecisionTable& table_;
  std::vector<std::vector<ValueClass>> classes_;  // by column
  std::vector<Region> must_, may_;                // by rule
  bool known_ = true, has_opaque_ = false;
};

}  // namespace guichet::tables
