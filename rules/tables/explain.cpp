// Explanations: a decision that remembers its way.
#include <unordered_map>

#include "rules/tables/matching.hpp"

namespace guichet::tables {

// Fills one Explanation.
class Explainer {
 public:
  Explainer(const DecisionTable& table, std::span<const feel::Value> variables,
            feel::Evaluation& run, Explanation& made)
      : table_(table), variables_(variables), run_(run), made_(made) {}

  // Requires: made.inputs is set.
  void explain() {
    Decision& decision = made_.decision;
    decision.result = {};
    decision.matched.clear();
    decision.selected.clear();
    decision.problems.clear();
    made_.evaluated.clear();
    keep_circumstances();
    const bool in_force = is_in_force(table_, run_, decision.problems);
    Matching matching(table_, made_.inputs, variables_, run_, made_.words_, &made_.evaluated);
    const bool sound = matching.place(decision.problems) && in_force;
    const std::size_t columns = table_.inputs().size();
    made_.placed_.resize(columns);
    for (std::size_t i = 0; i < columns; ++i) made_.placed_[i] = matching.placed(i);
    made_.sound_ = sound;
    if (!sound) return;
    const bool first_only = table_.hit() == HitPolicy::first;
    matching.each_match([&](RuleIndex rule) {
      decision.matched.push_back(rule);
      return !first_only;
    });
    apply_hit_policy(table_, variables_, run_, decision);
  }

 private:
  void keep_circumstances() {
    made_.table_ = &table_;
    made_.variables_.assign(variables_.begin(), variables_.end());
    made_.now_ = run_.now;
    made_.zone_ = run_.zone;
    made_.budget_ = run_.budget;
    made_.host_ = run_.host;
    if (!made_.settled_.empty()) made_.settled_.clear();
  }

  const DecisionTable& table_;
  std::span<const feel::Value> variables_;
  feel::Evaluation& run_;
  Explanation& made_;
};

std::span<const std::uint64_t> Explanation::passes(ColumnIndex column) const {
  if (placed_[column].verify != nullptr) settle(column);
  const RowShape& shape = table_->index().shape();
  return {placed_[column].row + shape.summary_words, shape.words};
}

std::vector<ColumnIndex> Explanation::failed(RuleIndex rule) const {
  std::vector<ColumnIndex> columns;
  for (ColumnIndex column = 0; column < inputs.size(); ++column)
    if (!passed(rule, column)) columns.push_back(column);
  return columns;
}

std::vector<RuleIndex> Explanation::matched() const {
  if (!sound_ || table_->hit() != HitPolicy::first) return decision.matched;
  std::vector<RuleIndex> rules;
  for (ColumnIndex column = 0; column < inputs.size(); ++column) passes(column);
  const RowShape& shape = table_->index().shape();
  for (std::size_t word = 0; word < shape.words; ++word) {
    std::uint64_t common = inputs.empty() ? 0 : ~std::uint64_t{0};
    for (const Placed& placed : placed_) common &= placed.row[shape.summary_words + word];
    for (; common != 0; common &= common - 1) {
      const std::size_t rule = word * 64 + static_cast<std::size_t>(std::countr_zero(common));
      if (rule < shape.rules) rules.push_back(static_cast<RuleIndex>(rule));
    }
  }
  return rules;
}

Explanation Explanation::changed(ColumnIndex column, const feel::Value& value,
                                 feel::Arena& arena) const {
  Explanation other;
  other.inputs = inputs;
  other.inputs[column] = value;
  std::vector<feel::Value> variables = variables_;
  if (const auto slot = table_->inputs()[column].variable) variables[*slot] = value;
  feel::Evaluation run{arena, now_, zone_, budget_, host_};
  Explainer(*table_, variables, run, other).explain();
  return other;
}

// Evaluates what the index left open in a column; rules that share a cell share the answer.
void Explanation::settle(ColumnIndex column) const {
  const RowShape& shape = table_->index().shape();
  Placed& placed = placed_[column];
  feel::Arena arena;
  feel::Evaluation run{arena, now_, zone_, budget_, host_};
  std::vector<std::uint64_t> row(placed.row, placed.row + shape.stride());
  std::unordered_map<const Cell*, bool> answers;
  for (RuleIndex rule = 0; rule < shape.rules; ++rule) {
    if (!shape.has(placed.verify, rule) || !shape.has(placed.row, rule)) continue;
    const Cell& cell = table_->rules()[rule].cells[column];
    const auto [answer, added] = answers.emplace(&cell, false);
    if (added) {
      answer->second = tables::passes(cell, inputs[column], variables_, run);
      arena.clear();
      run.notes.clear();
    }
    if (!answer->second) row[shape.summary_words + rule / 64] &= ~(std::uint64_t{1} << (rule % 64));
  }
  shape.summarise(row.data());
  settled_.resize(inputs.size());
  settled_[column] = std::move(row);
  placed = {settled_[column].data(), nullptr};
}

void explain(const DecisionTable& table, std::span<const feel::Value> variables,
             feel::Evaluation& run, Workspace&, Explanation& explanation) {
  evaluate_inputs(table, variables, run, explanation.inputs);
  Explainer(table, variables, run, explanation).explain();
}

Explanation explain(const DecisionTable& table, const feel::Value& context, feel::Evaluation& run) {
  Workspace workspace;
  Explanation explanation;
  bind_variables(table, context, workspace.variables);
  explain(table, workspace.variables, run, workspace, explanation);
  return explanation;
}

Explanation explain_columns(const DecisionTable& table, const Inputs& inputs,
                            feel::Evaluation& run) {
  Explanation explanation;
  explanation.inputs = inputs;
  explanation.inputs.resize(table.inputs().size());
  std::vector<feel::Value> variables(table.scope().size());
  for (std::size_t i = 0; i < explanation.inputs.size(); ++i) {
    feel::Value& value = explanation.inputs[i];
    value = coerced(table.inputs()[i], value, run.arena);
    if (const auto slot = table.inputs()[i].variable) variables[*slot] = value;
  }
  Explainer(table, variables, run, explanation).explain();
  return explanation;
}

}  // namespace guichet::tables
