// Inside the module: what can be said of a table whatever the case, as facts; prove.hpp says which
// of them are mistakes under the table's hit policy.
#pragma once

#include <functional>
#include <unordered_map>
#include <vector>

#include "rules/tables/cover.hpp"

namespace guichet::tables {

// How an analysis ended. `inconclusive`: there may be more than was found.
enum class Outcome { complete, cut_short, inconclusive };

class Analysis {
 public:
  // `effort`: machine words that each question may look at.
  Analysis(const DecisionTable& table, std::uint64_t effort) : space_(table), effort_(effort) {}
  const CaseSpace& space() const { return space_; }

  // Regions that no rule can match, merged where two differ in one column only; at most `most`
  // pieces (cut_short: there are more). With `certain` false, regions that no rule is certain to
  // match: only evaluations can tell.
  Outcome find_gaps(bool certain, std::size_t most, std::vector<Region>& gaps) const;

  // Pairs of rules, the first before the second, that match a common case; `certain` false: that
  // may do so, depending on an evaluation. `found` returns false to stop.
  using Pair = std::function<bool(RuleIndex, RuleIndex)>;
  Outcome each_overlap(bool certain, const Pair& found) const;
  // A case that both match. Requires: the rules overlap so.
  Way common_way(RuleIndex one, RuleIndex other, bool certain) const;

  // Rules all of whose cases belong to rules that come before them in `order`; `by`: those of
  // them that take part.
  using Covered = std::function<void(RuleIndex rule, const std::vector<RuleIndex>& by)>;
  Outcome each_covered(const std::vector<RuleIndex>& order, const Covered& found) const;

  // Pairs (inner, outer): every case of the inner rule is one of the outer's.
  Outcome each_subsumed(const Pair& found) const;

 private:
  // The rules that a rule meets in (or that contain it in) every column.
  using ByCell = std::vector<std::unordered_map<const Cell*, Bits>>;
  bool meeting(RuleIndex rule, bool certain, ByCell& known, std::uint64_t& effort,
               Bits& rules) const;
  bool containing(RuleIndex rule, ByCell& known, std::uint64_t& effort, Bits& rules) const;
  Bits all_rules() const;

  CaseSpace space_;
  std::uint64_t effort_;
};

}  // namespace guichet::tables
