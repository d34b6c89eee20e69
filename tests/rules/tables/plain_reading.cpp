#include "rules/feel/number.hpp"
#include "rules/feel/representation.hpp"

#include "rules/tables/index.hpp"
#include "tests/rules/tables/fixture.hpp"
#include "tests/rules/tables/random_table.hpp"

namespace guichet::tables::testing {

namespace {

bool is_bracket(const Input& input, const feel::Value& value) {
  return input.brackets && read_bracket(value).has_value();
}

// The values at which a bracket or a cell may begin or end to hold, and one between each two.
std::vector<feel::Value> probes(const feel::TestSet& set, const Bracket& bracket,
                                feel::Arena& arena) {
  std::vector<feel::Value> ends{bracket.low, bracket.high};
  for (const feel::Stored& point : set.points) ends.push_back(point.value());
  for (const feel::TestSet::Interval& interval : set.intervals)
    for (const auto& end : {interval.low, interval.high})
      if (end) ends.push_back(end->value());
  std::erase_if(ends, [](const feel::Value& end) { return end.kind() != feel::Kind::number; });
  std::sort(ends.begin(), ends.end(),
            [](const auto& a, const auto& b) { return feel::compare(a, b) < 0; });
  const std::size_t count = ends.size();
  for (std::size_t i = 1; i < count; ++i)
    ends.push_back(
        feel::divide(feel::add(ends[i - 1], ends[i], arena), feel::Value::integer(2), arena));
  return ends;
}

bool is_inside(const Bracket& bracket, const feel::Value& value) {
  const auto low = feel::compare(value, bracket.low), high = feel::compare(value, bracket.high);
  return (!low || *low > 0 || (*low == 0 && bracket.low_closed)) &&
         (!high || *high < 0 || (*high == 0 && bracket.high_closed));
}

}  // namespace

PlainReading::PlainReading(const DecisionTable& table) : table_(table) {
  for (const Rule& rule : table.rules()) {
    std::vector<feel::Expression> cells;
    for (std::size_t i = 0; i < table.inputs().size(); ++i) {
      const std::string& text = rule.cells[i].text;
      base::Diagnostics diagnostics;
      cells.push_back(text == "-" ? feel::Expression()
                                  : feel::compile_tests({text,
                                                         {base::make_source("c", text), 0,
                                                          static_cast<std::uint32_t>(text.size())}},
                                                        table.inputs()[i].type, table.scope(),
                                                        diagnostics, true));
    }
    cells_.push_back(std::move(cells));
  }
}

bool PlainReading::passes(RuleIndex rule, std::size_t column, const feel::Value& input,
                          const std::vector<feel::Value>& variables, feel::Evaluation& run) const {
  const feel::Expression& tests = cells_[rule][column];
  if (tests.empty()) return true;
  if (input.is_null() && table_.inputs()[column].missing == Missing::match) return true;
  if (input.is_null() && table_.inputs()[column].missing == Missing::no_match) return false;
  return feel::evaluate_tests(tests, input, variables, run).is_true();
}

// A bracket passes where every value in it would.
bool PlainReading::bracket_passes(RuleIndex rule, std::size_t column, const feel::Value& value,
                                  feel::Evaluation& run) const {
  const feel::Expression& tests = cells_[rule][column];
  if (tests.empty()) return true;
  const feel::TestSet set = feel::classify(tests);
  if (set.kind == feel::TestSet::Kind::opaque)
    return feel::evaluate_tests(tests, value, std::vector<feel::Value>(26), run).is_true();
  const Bracket bracket = *read_bracket(value);
  for (const feel::Value& probe : probes(set, bracket, run.arena))
    if (is_inside(bracket, probe) && !feel::evaluate_tests(tests, probe, {}, run).is_true())
      return false;
  return true;
}

bool PlainReading::is_refused(std::size_t column, const feel::Value& value,
                              feel::Evaluation& run) const {
  const Input& input = table_.inputs()[column];
  if (value.is_null()) return input.missing == Missing::error;
  if (is_bracket(input, value)) return false;  // such columns have no `values:` here
  if (!input.type.is_any() && value.kind() != input.type.kind()) return true;
  return !input.allowed.empty() && !feel::evaluate_tests(input.allowed, value, {}, run).is_true();
}

PlainReading::Answer PlainReading::read(const std::vector<feel::Value>& variables,
                                        feel::Evaluation& run) const {
  Answer answer;
  std::vector<feel::Value> inputs;
  std::vector<bool> refused;
  for (std::size_t i = 0; i < table_.inputs().size(); ++i) {
    const Input& input = table_.inputs()[i];
    feel::Value value = feel::evaluate(input.expr, variables, run);
    if (!is_bracket(input, value))
      value = feel::coerce(value, input.type, run.arena).value_or(value);
    inputs.push_back(value);
    refused.push_back(is_refused(i, value, run));
    answer.refused |= refused.back();
  }
  for (RuleIndex rule = 0; rule < table_.rules().size(); ++rule) {
    std::vector<bool> row;
    for (std::size_t i = 0; i < inputs.size(); ++i) {
      const bool bracket = is_bracket(table_.inputs()[i], inputs[i]);
      row.push_back(refused[i] ? cells_[rule][i].empty()
                    : bracket  ? bracket_passes(rule, i, inputs[i], run)
                               : passes(rule, i, inputs[i], variables, run));
    }
    const bool all = std::all_of(row.begin(), row.end(), [](bool passed) { return passed; });
    if (all && !answer.refused) answer.matched.push_back(rule);
    answer.passes.push_back(std::move(row));
  }
  answer.result = answer.refused ? "null" : result_of(answer.matched, run);
  return answer;
}

// DMN 1.5, 8.2.8, over one output of the numbers 4 (highest priority) to 1.
std::string PlainReading::result_of(const std::vector<RuleIndex>& matched,
                                    feel::Evaluation& run) const {
  std::vector<int> values;
  for (const RuleIndex rule : matched)
    values.push_back(
        static_cast<int>(*feel::evaluate(table_.rule(rule).outputs[0], {}, run).as_integer()));
  const feel::Expression& otherwise = table_.outputs()[0].otherwise;
  if (values.empty())
    return otherwise.empty() ? "null" : feel::to_literal(feel::evaluate(otherwise, {}, run));
  std::vector<int> sorted = values;
  std::stable_sort(sorted.begin(), sorted.end(), std::greater<>());
  const auto list = [](const std::vector<int>& items) {
    std::string text;
    for (const int item : items) text += (text.empty() ? "" : ", ") + std::to_string(item);
    return "[" + text + "]";
  };
  int sum = 0;
  for (const int value : values) sum += value;
  switch (table_.hit()) {
    case HitPolicy::unique:
      return values.size() == 1 ? std::to_string(values[0]) : "null";
    case HitPolicy::any:
      return sorted.front() == sorted.back() ? std::to_string(values[0]) : "null";
    case HitPolicy::first:
      return std::to_string(values[0]);
    case HitPolicy::priority:
    case HitPolicy::max:
      return std::to_string(sorted.front());
    case HitPolicy::min:
      return std::to_string(sorted.back());
    case HitPolicy::output_order:
      return list(sorted);
    case HitPolicy::sum:
      return std::to_string(sum);
    case HitPolicy::count:
      return std::to_string(values.size());
    default:
      return list(values);
  }
}

}  // namespace guichet::tables::testing
