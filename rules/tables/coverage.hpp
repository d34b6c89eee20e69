// What a table leaves open and what it says twice, whatever its hit policy and its `complete:`: for
// whoever edits it. prove.hpp says which of it is a mistake.
#pragma once

#include <string>
#include <vector>

#include "rules/tables/prove.hpp"

namespace guichet::tables {

struct Coverage {
  // A case, and what it is like: `t: "y", n: [10..20)`.
  struct Witness {
    std::vector<std::pair<std::string, feel::Stored>> values;  // by column id
    std::string text;
  };
  struct Pair {
    RuleIndex one = 0, other = 0;  // both match the case
    Witness witness;
  };
  struct Covered {
    RuleIndex rule = 0;
    std::vector<RuleIndex> by;
  };
  bool conclusive = true;  // else there may be more than was found
  bool complete = false;   // no gap, and it was proved
  std::vector<Witness> gaps;
  std::vector<Pair> overlaps;        // U and A; of A those with other results
  std::vector<Covered> unreachable;  // F and P
};

// At most `limits.findings` of each kind.
Coverage coverage_of(const DecisionTable& table, const ProofLimits& limits = {});

}  // namespace guichet::tables
