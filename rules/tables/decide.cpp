#include "rules/tables/decide.hpp"

#include <algorithm>

#include "rules/tables/matching.hpp"
#include "rules/tables/messages.hpp"

namespace guichet::tables {

void bind_variables(const DecisionTable& table, const feel::Value& context,
                    std::vector<feel::Value>& variables, std::vector<std::string>* unknown) {
  variables.assign(table.scope().size(), {});
  if (context.kind() != feel::Kind::context) return;
  for (const feel::Entry& entry : context.entries()) {
    if (const auto slot = table.scope().find(entry.name))
      variables[*slot] = entry.value;
    else if (unknown != nullptr)
      unknown->emplace_back(entry.name);
  }
}

void evaluate_inputs(const DecisionTable& table, std::span<const feel::Value> variables,
                     feel::Evaluation& run, Inputs& inputs) {
  inputs.resize(table.inputs().size());
  for (std::size_t i = 0; i < inputs.size(); ++i) {
    const Input& input = table.inputs()[i];
    if (input.variable)
      inputs[i] = variables[*input.variable];
    else
      inputs[i] = input.expr.empty() ? feel::Value{} : feel::evaluate(input.expr, variables, run);
  }
}

bool is_in_force(const DecisionTable& table, feel::Evaluation& run,
                 std::vector<Problem>& problems) {
  const Validity& valid = table.parts().valid;
  if (!valid.is_bounded()) return true;
  const auto today = feel::evaluate(table.today(), {}, run).as_day();
  if (today && valid.covers(*today)) return true;
  const auto text = [](const std::optional<base::Day>& day) {
    return day ? base::iso(*day) : std::string("..");
  };
  problems.push_back(
      {base::Message(messages::kOutsideValidity, {table.id(), today ? base::iso(*today) : "?",
                                                  text(valid.from), text(valid.to)}),
       {}});
  return false;
}

namespace {

void reset(Decision& decision) {
  decision.result = {};
  decision.matched.clear();
  decision.selected.clear();
  decision.problems.clear();
}

void explain_inputs(const DecisionTable& table, std::span<const feel::Value> variables,
                    feel::Evaluation& run, Workspace& workspace, Explanation& explanation) {
  Decision& decision = explanation.decision;
  reset(decision);
  const bool in_force = is_in_force(table, run, decision.problems);
  Matching matching(table, explanation.inputs, variables, run, workspace);
  const bool sound = matching.place(decision.problems) && in_force;
  const RowShape& shape = table.index().shape();
  const std::size_t columns = table.inputs().size();
  explanation.words = shape.words;
  explanation.passes.resize(columns * shape.words);
  for (std::size_t column = 0; column < columns; ++column) {
    const Placed& placed = matching.placed(column);
    std::uint64_t* passes = explanation.passes.data() + column * shape.words;
    std::copy_n(placed.row + shape.summary_words, shape.words, passes);
    if (placed.verify == nullptr) continue;
    for (RuleIndex rule = 0; rule < shape.rules; ++rule)
      if (shape.has(placed.verify, rule) && shape.has(placed.row, rule) &&
          !matching.passes(rule, column))
        passes[rule / 64] &= ~(std::uint64_t{1} << (rule % 64));
  }
  if (!sound) return;
  for (std::size_t word = 0; word < shape.words; ++word) {
    std::uint64_t rules = columns == 0 ? 0 : ~std::uint64_t{0};
    for (std::size_t column = 0; column < columns; ++column)
      rules &= explanation.passes[column * shape.words + word];
    for (; rules != 0; rules &= rules - 1) {
      const std::size_t rule = word * 64 + static_cast<std::size_t>(std::countr_zero(rules));
      if (rule < shape.rules) decision.matched.push_back(static_cast<RuleIndex>(rule));
    }
  }
  apply_hit_policy(table, variables, run, decision);
}

}  // namespace

void decide(const DecisionTable& table, std::span<const feel::Value> variables,
            feel::Evaluation& run, Workspace& workspace, Decision& decision) {
  reset(decision);
  if (!is_in_force(table, run, decision.problems)) return;
  evaluate_inputs(table, variables, run, workspace.inputs);
  Matching matching(table, workspace.inputs, variables, run, workspace);
  if (!matching.place(decision.problems)) return;
  const bool first_only = table.hit() == HitPolicy::first;
  matching.each_match([&](RuleIndex rule) {
    decision.matched.push_back(rule);
    return !first_only;
  });
  apply_hit_policy(table, variables, run, decision);
}

Decision decide(const DecisionTable& table, const feel::Value& context, feel::Evaluation& run) {
  Workspace workspace;
  Decision decision;
  bind_variables(table, context, workspace.variables);
  decide(table, workspace.variables, run, workspace, decision);
  return decision;
}

void explain(const DecisionTable& table, std::span<const feel::Value> variables,
             feel::Evaluation& run, Workspace& workspace, Explanation& explanation) {
  evaluate_inputs(table, variables, run, explanation.inputs);
  explain_inputs(table, variables, run, workspace, explanation);
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
  Workspace workspace;
  Explanation explanation;
  explanation.inputs = inputs;
  explanation.inputs.resize(table.inputs().size());
  workspace.variables.resize(table.scope().size());
  for (std::size_t i = 0; i < explanation.inputs.size(); ++i)
    if (const auto slot = table.inputs()[i].variable)
      workspace.variables[*slot] = explanation.inputs[i];
  explain_inputs(table, workspace.variables, run, workspace, explanation);
  return explanation;
}

std::vector<ColumnIndex> Explanation::failed(RuleIndex rule) const {
  std::vector<ColumnIndex> columns;
  for (ColumnIndex column = 0; column < inputs.size(); ++column)
    if (!passed(rule, column)) columns.push_back(column);
  return columns;
}

}  // namespace guichet::tables
