// Proof about a table without any case: rules that can never win, rules that overlap, cases that no
// rule covers. Cells that read other columns or call functions count as "may match".
#pragma once

#include <functional>

#include "rules/tables/table.hpp"

namespace guichet::tables {

struct ProofLimits {
  // Machine words that each question (gaps, overlaps, ...) may look at for a table of up to 1,000
  // rules, up to four times as many for larger ones; past it the answer is inconclusive. The
  // default is about a tenth of a second.
  std::uint64_t effort = 120'000'000;
  std::size_t findings = 20;  // of one kind that are listed; how many more there are is said
};

// Adds, each with a witness case as a line ready for `tests:`:
//   U    `overlapping-rules`, or `may-overlap` (a warning) where an evaluation decides
//   A    `conflicting-rules`, `may-conflict` (a warning)
//   F    `unreachable-rule`
//   P    `masked-rule`; `misleading-rule` (a warning): a rule written above one that wins over it
//   others `subsumed-rule` (a warning): all that the rule says is said by another
//   `complete: required`: `gap`; `possible-gap` (a warning) where an evaluation decides
//   all  `impossible-rule`: no value that the column allows passes a cell
// Errors are warnings under `proof: warn`; `proof-inconclusive` is a warning.
void prove(const DecisionTable& table, base::Diagnostics& diagnostics,
           const ProofLimits& limits = {});

// The facts counted, whatever the hit policy, for `guichet bench prove`.
struct ProofCounts {
  struct Question {
    std::size_t found = 0;
    bool more = false;  // at least so many
    bool inconclusive = false;
    double ms = 0;
  };
  Question gaps, overlaps, unreachable, subsumed;
  double space_ms = 0;  // cutting the columns into classes
};
ProofCounts count_findings(const DecisionTable& table, const ProofLimits& limits,
                           const std::function<double()>& monotonic_seconds);

}  // namespace guichet::tables
