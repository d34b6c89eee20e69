#include "rules/tables/matching.hpp"

#include "rules/feel/representation.hpp"
#include "rules/feel/temporal.hpp"
#include "rules/tables/messages.hpp"

namespace guichet::tables {

bool Matching::place(std::vector<Problem>& problems) {
  bool sound = true;
  to_verify_count_ = 0;
  std::size_t brackets = 0;
  for (const Input& input : table_.inputs()) brackets += input.brackets ? 1 : 0;
  if (brackets > 0) words_.resize(table_.inputs().size() * index_.shape().stride());
  for (std::size_t column = 0; column < inputs_.size(); ++column) {
    placed_[column] = place_value(column, inputs_[column]);
    if (!check(column, problems)) {
      sound = false;
      placed_[column] = {index_.columns()[column].untested(), nullptr};
    }
    if (placed_[column].verify != nullptr)
      to_verify_[to_verify_count_++] = static_cast<std::uint8_t>(column);
  }
  return sound;
}

Placed Matching::place_value(std::size_t column, const feel::Value& value) {
  const Column& cells = index_.columns()[column];
  if (value.is_null()) return place_null(column);
  if (table_.inputs()[column].brackets)
    if (const auto bracket = read_bracket(value)) return place_bracket(column, *bracket);
  const std::uint32_t set = cells.locate(value);
  if (set == Column::kForeign) return {cells.all(), cells.tested()};
  return {cells.row(set), cells.opaque()};
}

Placed Matching::place_null(std::size_t column) const {
  const Column& cells = index_.columns()[column];
  switch (table_.inputs()[column].missing) {
    case Missing::match:
      return {cells.all(), nullptr};
    case Missing::as_null:
      return {cells.row(cells.null_set()), cells.opaque()};
    case Missing::no_match:
    case Missing::error:
      break;
  }
  return {cells.untested(), nullptr};
}

// A bracket passes a cell that holds all of it: every elementary cell that it touches.
Placed Matching::place_bracket(std::size_t column, const Bracket& bracket) {
  const Column& cells = index_.columns()[column];
  const auto run = cells.locate(bracket);
  if (!run) return {cells.untested(), nullptr};
  const RowShape& shape = index_.shape();
  std::uint64_t* row = words_.data() + column * shape.stride();
  std::copy_n(cells.row(cells.set_of_cell(run->first)), shape.stride(), row);
  for (std::size_t cell = run->first + 1; cell <= run->second; ++cell) {
    const std::uint64_t* other = cells.row(cells.set_of_cell(cell));
    for (std::size_t i = shape.summary_words; i < shape.stride(); ++i) row[i] &= other[i];
  }
  shape.summarise(row);
  return {row, cells.opaque()};
}

bool Matching::check(std::size_t column, std::vector<Problem>& problems) {
  const Input& input = table_.inputs()[column];
  const feel::Value& value = inputs_[column];
  if (value.is_null()) {
    if (input.missing != Missing::error) return true;
    report_missing(input, value, problems);
    return false;
  }
  const bool bracket = input.brackets && read_bracket(value).has_value();
  if (!input.type.is_any() && value.kind() != input.type.kind() && !bracket) {
    problems.push_back({base::Message(messages::kInputType,
                                      {input.id, feel::to_literal(value), input.type.name()}),
                        input.id});
    return false;
  }
  if (input.allowed.empty()) return true;
  const Column& cells = index_.columns()[column];
  const bool placed = placed_[column].row != cells.all();
  const bool allowed = cells.knows_allowed() && placed
                           ? index_.shape().has(placed_[column].row, index_.shape().rules)
                           : feel::evaluate_tests(input.allowed, value, variables_, run_).is_true();
  if (allowed) return true;
  problems.push_back({base::Message(messages::kInputNotAllowed, {input.id, feel::to_literal(value),
                                                                 input.allowed.source().text()}),
                      input.id});
  return false;
}

bool Matching::verified(RuleIndex rule) {
  const RowShape& shape = index_.shape();
  for (std::size_t i = 0; i < to_verify_count_; ++i) {
    const std::size_t column = to_verify_[i];
    if (!shape.has(placed_[column].verify, rule)) continue;
    const bool passed =
        passes(table_.rules()[rule].cells[column], inputs_[column], variables_, run_);
    if (record_ != nullptr) record_->push_back({rule, static_cast<ColumnIndex>(column), passed});
    if (!passed) return false;
  }
  return true;
}

// With the reason that the expression left, if it did.
void Matching::report_missing(const Input& input, const feel::Value& null,
                              std::vector<Problem>& problems) {
  problems.push_back({base::Message(messages::kInputMissing, {input.id}), input.id});
  const std::uint32_t note = feel::ValueAccess::aux(null);
  if (note > 0 && note <= run_.notes.size())
    problems.push_back({run_.notes[note - 1].what, input.id});
}

bool passes(const Cell& cell, const feel::Value& input, std::span<const feel::Value> variables,
            feel::Evaluation& run) {
  if (!cell.condition.empty()) return feel::evaluate(cell.condition, variables, run).is_true();
  if (cell.tests.empty()) return accepts(cell.set, input);
  return feel::evaluate_tests(cell.tests, input, variables, run).is_true();
}

feel::Value coerced(const Input& input, const feel::Value& value, feel::Arena& arena) {
  if (value.is_null() || input.type.is_any() || value.kind() == input.type.kind()) return value;
  if (value.kind() == feel::Kind::string && feel::is_temporal(input.type.kind())) {
    const auto parsed = feel::parse_temporal(value.text(), arena);
    return parsed && parsed->kind() == input.type.kind() ? *parsed : value;
  }
  return feel::coerce(value, input.type, arena).value_or(value);
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
    if (!input.type.is_any() && inputs[i].kind() != input.type.kind())
      inputs[i] = coerced(input, inputs[i], run.arena);
  }
}

}  // namespace guichet::tables
