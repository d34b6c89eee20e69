// Evaluation of a decision table. Pure: values, clock and zone are arguments (feel::Evaluation).
// decide() does as little as the hit policy allows; explain() also keeps why the other rules
// failed.
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
  std::vector<std::uint64_t> words;  // sets of rules made for this case: brackets
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

// A column's set of rules for the value at hand, and the rules among it whose cell must still be
// evaluated (nullptr: none). Both belong to the table's index, or to the explanation.
struct Placed {
  const std::uint64_t* row = nullptr;
  const std::uint64_t* verify = nullptr;
};

// What decide() found, and for every rule the columns that kept it from matching. The whole matrix
// of rules and columns is known: it is kept as the index's own sets of rules, one a column, so that
// recording it costs no more than deciding. Cells that only an evaluation can settle and that did
// not matter to the decision are evaluated when they are asked about, on the values of then.
// Valid as long as the table, the variables' values and what native functions read. One thread.
class Explanation {
 public:
  Explanation() = default;
  Explanation(Explanation&&) = default;  // sets of rules keep their places when moved
  Explanation& operator=(Explanation&&) = default;

  Decision decision;  // as decide() gives it: under F `matched` stops at the first
  Inputs inputs;      // as evaluated, after coercion

  // A cell that was evaluated on the way to the decision.
  struct Evaluated {
    RuleIndex rule = 0;
    ColumnIndex column = 0;
    bool passed = false;
  };
  std::vector<Evaluated> evaluated;

  bool passed(RuleIndex rule, ColumnIndex column) const {
    return (passes(column)[rule / 64] >> (rule % 64) & 1) != 0;
  }
  // All rules that match, under F too, ascending; none where an input was refused.
  std::vector<RuleIndex> matched() const;
  base::Instant clock() const { return now_; }
  // What the decision would have been with another value in one column, all else as it was.
  Explanation changed(ColumnIndex column, const feel::Value& value, feel::Arena& arena) const;
  // Bit r % 64 of word r / 64 is set where rule r's cell passes.
  std::span<const std::uint64_t> passes(ColumnIndex column) const;
  // Columns that failed, ascending; empty: the rule matches.
  std::vector<ColumnIndex> failed(RuleIndex rule) const;

 private:
  friend class Explainer;
  void settle(ColumnIndex column) const;

  const DecisionTable* table_ = nullptr;
  bool sound_ = false;  // no input was refused, and the table is in force
  std::vector<feel::Value> variables_;
  base::Instant now_{};
  std::string zone_;
  feel::Budget budget_;
  void* host_ = nullptr;
  std::vector<std::uint64_t> words_;  // what `placed_` may point to beside the index
  mutable std::vector<Placed> placed_;
  mutable std::vector<std::vector<std::uint64_t>> settled_;  // by column
};

void explain(const DecisionTable& table, std::span<const feel::Value> variables,
             feel::Evaluation& run, Workspace& workspace, Explanation& explanation);
Explanation explain(const DecisionTable& table, const feel::Value& context, feel::Evaluation& run);
// On values of the columns instead of variables (`given:` of a table's tests). Output cells that
// read variables see those whose bare name is a column's expr; the others are null.
Explanation explain_columns(const DecisionTable& table, const Inputs& inputs,
                            feel::Evaluation& run);

}  // namespace guichet::tables
