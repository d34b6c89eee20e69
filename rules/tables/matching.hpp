// Inside the module: one evaluation's way through the index. See index.hpp.
#pragma once

#include <array>
#include <bit>
#include <cstring>
#include <span>

#include "rules/tables/decide.hpp"
#include "rules/tables/index.hpp"

namespace guichet::tables {

class Matching {
 public:
  using Record = std::vector<Explanation::Evaluated>;

  // `inputs` by column; `words` is room for sets of rules, `record` takes the cells that are
  // evaluated, if given. Requires: everything outlives the matching.
  Matching(const DecisionTable& table, const Inputs& inputs, std::span<const feel::Value> variables,
           feel::Evaluation& run, std::vector<std::uint64_t>& words, Record* record = nullptr)
      : table_(table),
        index_(table.index()),
        inputs_(inputs),
        variables_(variables),
        run_(run),
        words_(words),
        record_(record) {}

  // Finds each column's set. False where an input is missing or not allowed: then `problems` says
  // why, and the column counts as failing every cell but `-`.
  bool place(std::vector<Problem>& problems);

  // Rules that match, ascending; `found` returns false to stop.
  template <typename Found>
  void each_match(Found&& found);

  const Placed& placed(std::size_t column) const { return placed_[column]; }

 private:
  Placed place_value(std::size_t column, const feel::Value& value);
  Placed place_null(std::size_t column) const;
  Placed place_bracket(std::size_t column, const Bracket& bracket);
  bool check(std::size_t column, std::vector<Problem>& problems);
  bool verified(RuleIndex rule);
  void intersect(std::size_t columns, std::size_t from, std::size_t count,
                 std::uint64_t* common) const;
  void report_missing(const Input& input, const feel::Value& null, std::vector<Problem>& problems);

  static constexpr std::size_t kBlock = 16;  // words

  const DecisionTable& table_;
  const Index& index_;
  const Inputs& inputs_;
  std::span<const feel::Value> variables_;
  feel::Evaluation& run_;
  std::vector<std::uint64_t>& words_;
  Record* record_;
  std::array<Placed, DecisionTable::kMostInputs> placed_;
  std::array<std::uint8_t, DecisionTable::kMostInputs>
      to_verify_;  // columns with cells to evaluate
  std::size_t to_verify_count_ = 0;
};

template <typename Found>
void Matching::each_match(Found&& found) {
  const RowShape& shape = index_.shape();
  const std::size_t columns = index_.columns().size();
  std::uint64_t common[kBlock];
  for (std::size_t s = 0; s < shape.summary_words && columns > 0; ++s) {
    std::uint64_t words = ~std::uint64_t{0};
    for (std::size_t c = 0; c < columns; ++c) words &= placed_[c].row[s];
    for (std::size_t first = s * 64; words != 0; first += kBlock, words >>= kBlock) {
      if ((words & ((std::uint64_t{1} << kBlock) - 1)) == 0) continue;
      const std::size_t count = std::min(kBlock, shape.words - first);
      intersect(columns, shape.summary_words + first, count, common);
      for (std::size_t i = 0; i < count; ++i)
        for (std::uint64_t rules = common[i]; rules != 0; rules &= rules - 1) {
          const std::size_t rule =
              (first + i) * 64 + static_cast<std::size_t>(std::countr_zero(rules));
          if (rule >= shape.rules) return;  // the bit that stands for `values:`
          const auto index = static_cast<RuleIndex>(rule);
          if (to_verify_count_ > 0 && !verified(index)) continue;
          if (!found(index)) return;
        }
    }
  }
}

// A block of words of all columns at once; two words a step, which every x86-64 can do.
inline void Matching::intersect(std::size_t columns, std::size_t from, std::size_t count,
                                std::uint64_t* common) const {
  std::memcpy(common, placed_[0].row + from, count * sizeof *common);
  for (std::size_t c = 1; c < columns; ++c) {
    const std::uint64_t* row = placed_[c].row + from;
    std::size_t i = 0;
    for (; i + 2 <= count; i += 2) {
      common[i] &= row[i];
      common[i + 1] &= row[i + 1];
    }
    if (i < count) common[i] &= row[i];
  }
}

// Does the cell pass, by evaluation?
bool passes(const Cell& cell, const feel::Value& input, std::span<const feel::Value> variables,
            feel::Evaluation& run);
// Values of the inputs by their expressions, coerced to their columns' types.
void evaluate_inputs(const DecisionTable& table, std::span<const feel::Value> variables,
                     feel::Evaluation& run, Inputs& inputs);
// Is the table in force on the run's day? If not, `problems` says so.
bool is_in_force(const DecisionTable& table, feel::Evaluation& run, std::vector<Problem>& problems);
// The value as the column's type wants it: text as a date where the column holds dates, DMN's
// implicit conversions; else as it is.
feel::Value coerced(const Input& input, const feel::Value& value, feel::Arena& arena);
// Makes the result of `decision.matched` under the table's hit policy.
void apply_hit_policy(const DecisionTable& table, std::span<const feel::Value> variables,
                      feel::Evaluation& run, Decision& decision);

}  // namespace guichet::tables
