#include "rules/tables/nearest.hpp"

#include <algorithm>
#include <cmath>

#include "rules/feel/number.hpp"
#include "rules/feel/temporal.hpp"
#include "rules/tables/index.hpp"

namespace guichet::tables {

namespace {

// How far apart two values of one kind are, by size; 1 where they have none.
double distance_between(const feel::Value& from, const feel::Value& to) {
  if (from.kind() != to.kind()) return 1;
  double a = 0, b = 0;
  switch (from.kind()) {
    case feel::Kind::number:
      a = from.as_double(), b = to.as_double();
      break;
    case feel::Kind::date:
      a = static_cast<double>(feel::days_of(from)), b = static_cast<double>(feel::days_of(to));
      return std::fabs(a - b) / (std::fabs(a - b) + 365);
    case feel::Kind::days_duration:
      a = static_cast<double>(feel::seconds_of(from));
      b = static_cast<double>(feel::seconds_of(to));
      break;
    case feel::Kind::months_duration:
      a = static_cast<double>(feel::months_of(from)), b = static_cast<double>(feel::months_of(to));
      break;
    default:
      return 1;
  }
  const double size = std::fabs(a) + std::fabs(b);
  return size == 0 ? 0 : std::fabs(a - b) / size;
}

// The nearest value that the rule's cell accepts and the column allows.
std::optional<feel::Stored> nearest_value(const DecisionTable& table,
                                          const Explanation& explanation, RuleIndex rule,
                                          ColumnIndex column) {
  const Column& cells = table.index().columns()[column];
  const RowShape& shape = table.index().shape();
  if (cells.opaque() != nullptr && shape.has(cells.opaque(), rule)) return {};
  const feel::Value& from = explanation.inputs[column];
  std::optional<feel::Stored> best;
  double shortest = 0;
  for (std::size_t cell = 0; cell < cells.elementary_cells(); ++cell) {
    const std::uint64_t* row = cells.row(cells.set_of_cell(cell));
    if (!shape.has(row, rule) || !shape.has(row, shape.rules)) continue;
    const auto value = cells.example(cell, table.inputs()[column].type);
    if (!value) continue;
    const double distance = distance_between(from, value->value());
    if (best && distance >= shortest) continue;
    best = value;
    shortest = distance;
  }
  return best;
}

std::size_t failures_of(const Explanation& explanation, RuleIndex rule) {
  std::size_t count = 0;
  for (ColumnIndex column = 0; column < explanation.inputs.size(); ++column)
    count += explanation.passed(rule, column) ? 0 : 1;
  return count;
}

}  // namespace

std::vector<Miss> nearest_misses(const Explanation& explanation, const DecisionTable& table,
                                 std::size_t most) {
  std::vector<std::pair<std::size_t, RuleIndex>> misses;
  for (RuleIndex rule = 0; rule < table.rules().size(); ++rule)
    if (const std::size_t failed = failures_of(explanation, rule); failed > 0)
      misses.emplace_back(failed, rule);
  most = std::min(most, misses.size());
  std::partial_sort(misses.begin(), misses.begin() + static_cast<std::ptrdiff_t>(most),
                    misses.end());
  std::vector<Miss> nearest;
  for (std::size_t i = 0; i < most; ++i)
    nearest.push_back({misses[i].second, explanation.failed(misses[i].second)});
  return nearest;
}

std::vector<Counterfactual> counterfactuals(const Explanation& explanation,
                                            const DecisionTable& table, std::size_t most) {
  constexpr std::size_t kTried = 200;  // of a large table, the first ones
  std::vector<Counterfactual> found;
  feel::Arena arena;
  for (RuleIndex rule = 0; rule < table.rules().size() && found.size() < kTried; ++rule) {
    if (failures_of(explanation, rule) != 1) continue;
    Counterfactual one{rule, explanation.failed(rule)[0], {}};
    one.to = nearest_value(table, explanation, rule, one.column);
    if (one.to) {
      one.distance = distance_between(explanation.inputs[one.column], one.to->value());
      const auto other = explanation.changed(one.column, one.to->value(), arena);
      const auto& selected = other.decision.selected;
      one.wins = std::find(selected.begin(), selected.end(), rule) != selected.end();
    }
    found.push_back(std::move(one));
  }
  std::stable_sort(found.begin(), found.end(), [](const auto& a, const auto& b) {
    if (a.wins != b.wins) return a.wins;
    if (a.to.has_value() != b.to.has_value()) return a.to.has_value();
    return a.distance < b.distance;
  });
  if (found.size() > most) found.resize(most);
  return found;
}

}  // namespace guichet::tables
