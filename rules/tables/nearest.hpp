// What would have had to be otherwise: the rules that came nearest, and single changes that would
// make another rule win.
#pragma once

#include <optional>

#include "rules/tables/decide.hpp"

namespace guichet::tables {

struct Miss {
  RuleIndex rule = 0;
  std::vector<ColumnIndex> failed;
};

// Rules that do not match, fewest failing columns first, then in their order; at most `most`.
std::vector<Miss> nearest_misses(const Explanation& explanation, const DecisionTable& table,
                                 std::size_t most);

// A rule that one column keeps from matching.
struct Counterfactual {
  RuleIndex rule = 0;
  ColumnIndex column = 0;
  std::optional<feel::Stored> to;  // the nearest value that the cell accepts, where one is known
  bool wins = false;               // with that value the rule is selected
  double distance = 0;             // how far that value is, as a share of the values about it
};

// The nearest change first; at most `most`, changes that make the rule win before others.
std::vector<Counterfactual> counterfactuals(const Explanation& explanation,
                                            const DecisionTable& table, std::size_t most);

}  // namespace guichet::tables
