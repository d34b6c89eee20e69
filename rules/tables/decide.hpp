// Evaluation of a decision table. Pure: values, clock and zone are arguments (feel::Evaluation).
// decide() does as little as the hit policy allows; explain() finds every rule's failing columns.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "rules/tables/table.hpp"

namespace guichet::tables {

// Why a decision has no result, or a doubtful one: an input is missing or not allowed, several
// rules match under U, an output is not of its column's type.
struct Problem {
  base::Message what;
  std::string input;  // column concerned, if one is
};

// Values of the table's inputs, by column.
using Inputs = std::vector<feel::Value>;

struct Decision {
  feel::Value result;               // in the evaluation's arena; null where no rule matches
  std::vector<RuleIndex> matched;   // ascending; F stops at the first, so it is alone
  std::vector<RuleIndex> selected;  // those that made the result, in its order
  std::vector<Problem> problems;
};

// Buffers that evaluations share, so that matching allocates nothing. One thread.
struct Workspace {
  Inputs inputs;
  std::vector<feel::Value> variables;
  std::vector<std::uint64_t> words;
};

// Values of the table's variables taken from a context by name; absent ones are null.
// The names of the context that the table does not know come back in `unknown`, if given.
void bind_variables(const DecisionTable& table, const feel::Value& context,
                    std::vector<feel::Value>& variables,
                    std::vector<std::string>* unknown = nullptr);

// Requires: variables.size() >= table.scope().size(). `decision` is overwritten; its vectors are
// reused.
void decide(const DecisionTable& table, std::span<const feel::Value> variables,
            feel::Evaluation& run, Workspace& workspace, Decision& decision);
// The same for one decision on a context of the variables.
Decision decide(const DecisionTable& table, const feel::Value& context, feel::Evaluation& run);

// What decide() found, and for every rule the columns that kept it from matching.
struct Explanation {
  Decision decision;  // `matched` has all rules that match, under F too
  Inputs inputs;      // as evaluated
  // Bit r of passes[column * words + r / 64] is set where rule r's cell passes.
  std::vector<std::uint64_t> passes;
  std::size_t words = 0;

  bool passed(RuleIndex rule, ColumnIndex column) const {
    return (passes[column * words + rule / 64] >> (rule % 64) & 1) != 0;
  }
  // Columns that failed, ascending; empty: the rule matches.
  std::vector<ColumnIndex> failed(RuleIndex rule) const;
};

void explain(const DecisionTable& table, std::span<const feel::Value> variables,
             feel::Evaluation& run, Workspace& workspace, Explanation& explanation);
Explanation explain(const DecisionTable& table, const feel::Value& context, feel::Evaluation& run);
// On values of the columns instead of variables (`given:` of a table's tests). Output cells that
// read variables see those whose bare name is a column's expr; the others are null.
Explanation explain_columns(const DecisionTable& table, const Inputs& inputs,
                            feel::Evaluation& run);

}  // namespace guichet::tables
