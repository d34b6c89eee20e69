#include <algorithm>

#include "rules/feel/text.hpp"
#include "rules/tables/messages.hpp"
#include "rules/tables/report.hpp"
#include "rules/tables/sentences.hpp"

namespace guichet::tables {

namespace {

constexpr std::size_t kShownRules = 30;
constexpr std::size_t kChanges = 3;

using TextRow = std::vector<std::string>;

// Rules worth showing: all of a small table, else those that match and the nearest.
std::vector<RuleIndex> rules_shown(const DecisionTable& table, const Explanation& explanation) {
  std::vector<RuleIndex> rules;
  if (table.rules().size() <= kShownRules) {
    for (RuleIndex rule = 0; rule < table.rules().size(); ++rule) rules.push_back(rule);
    return rules;
  }
  rules = explanation.matched();
  if (rules.size() > kShownRules / 2) rules.resize(kShownRules / 2);
  for (const Miss& miss : nearest_misses(explanation, table, kShownRules - rules.size()))
    rules.push_back(miss.rule);
  std::sort(rules.begin(), rules.end());
  return rules;
}

std::string grid(const std::vector<TextRow>& rows) {
  std::vector<std::size_t> widths(rows[0].size());
  for (const TextRow& row : rows)
    for (std::size_t i = 0; i < row.size(); ++i)
      widths[i] = std::max(widths[i], feel::code_points(row[i]));
  std::string text;
  for (const TextRow& row : rows) {
    text += "|";
    for (std::size_t i = 0; i < row.size(); ++i)
      text += " " + row[i] + std::string(widths[i] - feel::code_points(row[i]), ' ') + " |";
    text += "\n";
  }
  return text;
}

}  // namespace

std::string text_report(const DecisionTable& table, const Explanation& explanation,
                        base::Language language) {
  std::string text = result_sentence(table, explanation, language) + "\n\n";
  const auto& selected = explanation.decision.selected;
  std::vector<TextRow> rows{{"", "id"}};
  TextRow values{"", "="};
  for (std::size_t i = 0; i < table.inputs().size(); ++i) {
    rows[0].push_back(table.inputs()[i].label);
    values.push_back(feel::to_literal(explanation.inputs[i]));
  }
  rows.push_back(std::move(values));
  for (const RuleIndex rule : rules_shown(table, explanation)) {
    const bool wins = std::find(selected.begin(), selected.end(), rule) != selected.end();
    const bool matches = explanation.failed(rule).empty();
    TextRow row{wins ? "=>" : matches ? "✓" : "", table.rule(rule).id};
    for (ColumnIndex column = 0; column < table.inputs().size(); ++column)
      row.push_back((explanation.passed(rule, column) ? "" : "✗ ") +
                    table.rule(rule).cells[column].text);
    rows.push_back(std::move(row));
  }
  text += grid(rows);
  for (const Problem& problem : explanation.decision.problems)
    text += "\n" + problem.what.in(language);
  if (!explanation.decision.problems.empty()) text += "\n";
  const auto changes = counterfactuals(explanation, table, kChanges);
  if (!changes.empty()) text += "\n";
  for (const Counterfactual& one : changes)
    text += counterfactual_sentence(table, one, language) + "\n";
  return text;
}

}  // namespace guichet::tables
