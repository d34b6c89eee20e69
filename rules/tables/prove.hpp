// Proof about a table without any case: rules that can never win, rules that overlap, cases that no
// rule covers. Cells that read other columns or call functions count as "may match".
#pragma once

#include "rules/tables/table.hpp"

namespace guichet::tables {

struct ProofLimits {
  std::size_t nodes = 2'000'000;  // of the recursion; past it the answer is inconclusive
};

// Adds `unreachable-rule` (F), `overlapping-rules` (U), `gap` (complete: required), each with a
// witness case, as errors, or warnings under `proof: warn`; `proof-inconclusive` as a warning.
void prove(const DecisionTable& table, base::Diagnostics& diagnostics,
           const ProofLimits& limits = {});

}  // namespace guichet::tables
