#include "rules/convention/verdicts.hpp"

namespace guichet::convention {

using tables::RuleIndex;

// The table's variables are those of the desk, then the facts, then a verdict for each criterion
// that no set of values can say.
Verdicts::Verdicts(const Convention& convention, const Rows& rows,
                   std::span<const feel::Value> facts, const Need& need, feel::Evaluation& run)
    : convention_(convention), rows_(rows), facts_(facts), need_(need), run_(run) {
  const Convention::Parts& parts = convention.parts();
  std::vector<feel::Value>& variables = workspace_.variables;
  variables.assign(parts.context_slots + facts.size() + parts.judged.size(), {});
  for (std::size_t i = 0; i < facts.size(); ++i)
    if (!convention.facts()[i].many) variables[parts.context_slots + i] = facts[i];
  for (std::size_t i = 0; i < parts.judged.size(); ++i)
    variables[parts.context_slots + facts.size() + i] =
        feel::Value::boolean(holds(parts.judged[i]));
  tables::explain(*rows.table, variables, run, workspace_, explanation_);
  states_.reserve(rows.clauses.size());
  for (RuleIndex row = 0; row < rows.clauses.size(); ++row) states_.push_back(find_state(row));
}

bool Verdicts::holds(std::uint32_t criterion) const {
  return convention::holds(convention_, convention_.criteria()[criterion], facts_, need_, run_);
}

RowState Verdicts::find_state(RuleIndex row) const {
  const Clause& clause = rows_.clauses[row];
  RowState state = RowState::passes;
  for (std::size_t column = 0; column <= facts_.size(); ++column) {
    if (passed(row, column)) continue;
    if (column == facts_.size() || !is_unknown(column)) return RowState::fails;
    switch (clause.unknown[column]) {
      case WhenMissing::error:
        state = RowState::error;
        break;
      case WhenMissing::review:
        if (state == RowState::passes) state = RowState::review;
        break;
      default:
        return RowState::fails;
    }
  }
  return state;
}

std::optional<std::uint32_t> Verdicts::missing_fact(RuleIndex row) const {
  for (std::uint32_t fact = 0; fact < facts_.size(); ++fact)
    if (!passed(row, fact) && is_unknown(fact) &&
        rows_.clauses[row].unknown[fact] == WhenMissing::error)
      return fact;
  return {};
}

std::size_t Verdicts::distance(RuleIndex row) const {
  std::size_t distance = 0;
  for (std::size_t column = 0; column <= facts_.size(); ++column) {
    if (passed(row, column)) continue;
    const bool theme = column < facts_.size() && convention_.facts()[column].id == "theme";
    distance += theme ? facts_.size() + 1 : 1;
  }
  return distance;
}

std::vector<std::uint32_t> Verdicts::failed(RuleIndex row) const {
  const std::vector<std::uint32_t>& criteria = rows_.clauses[row].criteria;
  const auto column_of = [&](std::size_t i) {
    const auto& fact = convention_.criteria()[criteria[i]].fact;
    return fact ? *fact : facts_.size();
  };
  std::vector<std::uint32_t> ids;
  for (std::size_t i = 0, next = 0; i < criteria.size(); i = next) {
    next = i + 1;
    while (next < criteria.size() && column_of(next) == column_of(i)) ++next;
    if (passed(row, column_of(i))) continue;
    // What stands alone in its column is what fails; of several, each is asked.
    for (std::size_t each = i; each < next; ++each)
      if (next - i == 1 || !holds(criteria[each])) ids.push_back(criteria[each]);
  }
  return ids;
}

}  // namespace guichet::convention
