// Inside the module: all cases that a convention may meet, cut into classes for proofs. Two values
// of a fact are of one class where the same clauses and gates accept them; a case is then one
// class a column. Built of the table's index, with a row
// more for each gate and for each clause of a fallback.
#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "engine/vocabulary/vocabulary.hpp"
#include "rules/convention/convention.hpp"
#include "rules/tables/index.hpp"

namespace guichet::convention {

// Sets of rows: the table's clauses first, then the gates, then what fallbacks choose by.
using Bits = std::vector<std::uint64_t>;

inline bool has(const Bits& bits, std::size_t row) {
  return (bits[row / 64] >> (row % 64) & 1) != 0;
}
inline void set(Bits& bits, std::size_t row) {
  bits[row / 64] |= std::uint64_t{1} << (row % 64);
}

struct ValueClass {
  Bits may, must;                  // rows that accept it; `may` takes conditions (`when`) to hold
  std::vector<std::string> words;  // of a fact with codes or listed values: the values
  std::vector<std::size_t> cells;  // of an ordered fact: elementary cells, ascending
  std::optional<feel::Stored> example;
  // Inside what the convention speaks of: a value that a clause or a gate names, and of numbers
  // all between two of these.
  bool in_domain = false;
};

// Some classes of one column, by position, ascending.
using Classes = std::vector<std::size_t>;

class ProofSpace {
 public:
  ProofSpace(const Convention& convention, const vocabulary::Vocabulary* vocabulary);

  std::size_t rows() const { return shape_.rules; }
  std::size_t row_of_gate(std::size_t gate) const { return convention_.clauses().size() + gate; }
  // Rows from here on are those of fallbacks that choose once more.
  std::size_t first_fallback() const { return row_of_gate(convention_.parts().gates.size()); }
  std::size_t words() const { return shape_.words; }
  // The facts, and last the column of conditions.
  const std::vector<std::vector<ValueClass>>& columns() const { return columns_; }

  // Classes that speak for the convention's domain; all of them where it has none.
  Classes domain(std::size_t column) const;
  // Classes that the row accepts as far as it is certain (`must`), or possible.
  Classes accepted(std::size_t column, std::size_t row, bool must) const;

  // What the classes have in common, as people write it: `46102, 46104, ... (92)`, `[10..15)`.
  std::string text(std::size_t column, const Classes& classes) const;
  // One case, a class a column, as the `given:` of a test.
  std::string witness(const Classes& way) const;

 private:
  void add_column(std::size_t column);
  void add_cells(std::size_t column);
  void add_listed(std::size_t column, const std::vector<std::string>& values);
  void add_brackets(std::size_t column);
  ValueClass class_of(std::size_t column, const std::uint64_t* row) const;
  std::vector<std::string> listed_themes(std::size_t column) const;
  const feel::Type& type_of(std::size_t column) const;
  const vocabulary::Referential* referential_of(std::size_t column) const;
  std::set<std::string> inner_codes(std::size_t column) const;
  std::optional<std::vector<std::string>> possible_values(std::size_t column) const;
  std::optional<feel::Stored> other_value(std::size_t column,
                                          const std::vector<std::string>& values) const;

  const Convention& convention_;
  const vocabulary::Vocabulary* vocabulary_;
  tables::Index index_;
  const tables::RowShape& shape_;
  std::vector<std::vector<ValueClass>> columns_;
};

}  // namespace guichet::convention
