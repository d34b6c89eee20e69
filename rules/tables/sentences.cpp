#include "rules/tables/sentences.hpp"

#include "rules/tables/messages.hpp"
#include "rules/tables/report.hpp"

namespace guichet::tables {

namespace {

using base::Language;
using base::Message;

std::string separator(Language language) {
  return language == Language::fr ? " ; " : "; ";
}

// The cells that say something, as `stade creation, effectif [0..10)`.
std::string conditions(const DecisionTable& table, RuleIndex rule) {
  std::string text;
  for (std::size_t i = 0; i < table.inputs().size(); ++i) {
    const Cell& cell = table.rule(rule).cells[i];
    if (cell.set.kind == feel::TestSet::Kind::any) continue;
    text += (text.empty() ? "" : ", ") + table.inputs()[i].label + " " + cell.text;
  }
  return text;
}

}  // namespace

std::string sentence(const DecisionTable& table, const Explanation& explanation, RuleIndex rule,
                     Language language) {
  const Rule& written = table.rule(rule);
  const auto failed = explanation.failed(rule);
  if (failed.empty()) return Message(messages::kRuleMatches, {written.id}).in(language);
  std::string cells;
  for (const ColumnIndex column : failed) {
    const feel::Value& value = explanation.inputs[column];
    const auto& what = value.is_null() ? messages::kCellUnknown : messages::kCellFails;
    if (!cells.empty()) cells += separator(language);
    cells += Message(what, {table.inputs()[column].label, feel::to_literal(value),
                            written.cells[column].text})
                 .in(language);
  }
  return Message(messages::kRuleFails, {written.id, cells}).in(language);
}

std::string result_sentence(const DecisionTable& table, const Explanation& explanation,
                            Language language) {
  const Decision& decision = explanation.decision;
  const std::string result = feel::to_literal(decision.result);
  if (decision.selected.empty()) {
    if (!decision.problems.empty())
      return Message(messages::kNoResult, {decision.problems[0].what.in(language)}).in(language);
    return Message(decision.result.is_null() ? messages::kNoRuleMatches : messages::kDefaultResult,
                   {result})
        .in(language);
  }
  std::string rules;
  for (const RuleIndex rule : decision.selected) {
    const std::string cells = conditions(table, rule);
    const std::string* note = table.note(table.rule(rule).id);
    if (!rules.empty()) rules += separator(language);
    rules += table.rule(rule).id;
    if (!cells.empty()) rules += " (" + cells + ")";
    if (note != nullptr) rules += " - " + *note;
  }
  return Message(messages::kResultBecause, {result, rules}).in(language);
}

std::string counterfactual_sentence(const DecisionTable& table, const Counterfactual& one,
                                    Language language) {
  const std::string& id = table.rule(one.rule).id;
  const std::string& label = table.inputs()[one.column].label;
  const std::string& wanted = table.rule(one.rule).cells[one.column].text;
  if (!one.to) return Message(messages::kWouldMatch, {id, label, wanted}).in(language);
  const auto& what = one.wins ? messages::kWouldWinAt : messages::kWouldMatchAt;
  return Message(what, {id, label, wanted, feel::to_literal(one.to->value())}).in(language);
}

}  // namespace guichet::tables
