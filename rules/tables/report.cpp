#include "rules/tables/report.hpp"

#include "rules/tables/messages.hpp"

namespace guichet::tables {

namespace {

feel::Value ids_of(const DecisionTable& table, const std::vector<RuleIndex>& rules,
                   feel::Arena& arena) {
  std::vector<feel::Value> ids;
  for (const RuleIndex rule : rules) ids.push_back(arena.string(table.rule(rule).id));
  return arena.list(ids);
}

feel::Value rules_of(const DecisionTable& table, const Explanation& explanation,
                     feel::Arena& arena) {
  std::vector<feel::Value> columns, rules;
  for (const Input& input : table.inputs()) columns.push_back(arena.string(input.id));
  std::vector<feel::Value> failed;
  for (RuleIndex rule = 0; rule < table.rules().size(); ++rule) {
    failed.clear();
    for (const ColumnIndex column : explanation.failed(rule)) failed.push_back(columns[column]);
    const feel::Entry entries[] = {{"id", arena.string(table.rule(rule).id)},
                                   {"failed", arena.list(failed)}};
    rules.push_back(arena.context(entries));
  }
  return arena.list(rules);
}

feel::Value problems_of(const Explanation& explanation, feel::Arena& arena,
                        base::Language language) {
  std::vector<feel::Value> problems;
  for (const Problem& problem : explanation.decision.problems) {
    std::vector<feel::Entry> entries{{"code", arena.string(problem.what.key())},
                                     {"text", arena.string(problem.what.in(language))}};
    if (!problem.input.empty()) entries.push_back({"input", arena.string(problem.input)});
    problems.push_back(arena.context(entries));
  }
  return arena.list(problems);
}

}  // namespace

feel::Value report(const DecisionTable& table, const Explanation& explanation, feel::Arena& arena,
                   base::Language language) {
  const Decision& decision = explanation.decision;
  std::vector<feel::Entry> inputs;
  for (std::size_t i = 0; i < table.inputs().size(); ++i)
    inputs.push_back({table.inputs()[i].id, explanation.inputs[i]});
  const feel::Entry entries[] = {{"result", decision.result},
                                 {"hit_policy", arena.string(symbol_of(table.hit()))},
                                 {"matched", ids_of(table, decision.matched, arena)},
                                 {"selected", ids_of(table, decision.selected, arena)},
                                 {"rules", rules_of(table, explanation, arena)},
                                 {"inputs", arena.context(inputs)},
                                 {"diagnostics", problems_of(explanation, arena, language)}};
  return arena.context(entries);
}

std::string sentence(const DecisionTable& table, const Explanation& explanation, RuleIndex rule,
                     base::Language language) {
  const Rule& written = table.rule(rule);
  const auto failed = explanation.failed(rule);
  if (failed.empty()) return base::Message(messages::kRuleMatches, {written.id}).in(language);
  std::string cells;
  for (const ColumnIndex column : failed) {
    const feel::Value& value = explanation.inputs[column];
    const auto& what = value.is_null() ? messages::kCellUnknown : messages::kCellFails;
    if (!cells.empty()) cells += language == base::Language::fr ? " ; " : "; ";
    cells += base::Message(what, {table.inputs()[column].label, feel::to_literal(value),
                                  written.cells[column].text})
                 .in(language);
  }
  return base::Message(messages::kRuleFails, {written.id, cells}).in(language);
}

}  // namespace guichet::tables
