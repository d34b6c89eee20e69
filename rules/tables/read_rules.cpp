#include <algorithm>

#include "engine/yaml/shape.hpp"
#include "rules/feel/temporal.hpp"
#include "rules/tables/literal.hpp"
#include "rules/tables/load_messages.hpp"
#include "rules/tables/reader.hpp"

namespace guichet::tables {

namespace {

using base::Message;

constexpr std::string_view kIdHeading = "id";

}  // namespace

void TableReader::read_rules() {
  const Grid grid = read_cells();
  if (grid.header.empty()) return;
  const std::vector<Heading> headings = read_header(grid);
  if (headings.size() != grid.header.size()) return;
  parts_.rules.reserve(grid.rows.size());
  for (const GridRow& row : grid.rows) read_row(row, headings);
}

Grid TableReader::read_cells() {
  const yaml::Node* rules = yaml::at(root_, "rules");
  const yaml::Node* from = yaml::at(root_, "rules_from");
  if ((rules == nullptr) == (from == nullptr)) {
    diagnostics_.error(root_.location(), Message(messages::kRulesOnce));
    return {};
  }
  if (rules != nullptr) {
    if (rules->style() != yaml::Style::literal) {
      diagnostics_.error(rules->location(), Message(messages::kGridNeedsBlock));
      return {};
    }
    Grid grid = read_grid(rules->located(), diagnostics_);
    if (grid.header.empty()) diagnostics_.error(rules->location(), Message(messages::kNoRules));
    return grid;
  }
  if (!context_.read_file) {
    diagnostics_.error(from->location(), Message(messages::kNoFilesHere, {from->text()}));
    return {};
  }
  const auto bytes = context_.read_file(from->text());
  if (!bytes) {
    diagnostics_.error(from->location(), bytes.error().what);
    return {};
  }
  // Shown beside the table, however the table itself is shown.
  std::string shown = root_.location().source ? root_.location().source->name() : "";
  shown = shown.substr(0, shown.rfind('/') + 1) + from->text();
  return read_csv_grid(std::move(shown), *bytes, diagnostics_);
}

std::vector<TableReader::Heading> TableReader::read_header(const Grid& grid) {
  std::vector<Heading> headings;
  std::vector<std::string> known{std::string(kIdHeading)};
  for (const Input& input : parts_.inputs) known.push_back(input.id);
  for (const Output& output : parts_.outputs) known.push_back(output.id);
  std::vector<bool> seen(known.size());
  for (std::size_t i = 0; i < grid.header.size(); ++i) {
    const base::LocatedText& cell = grid.header[i];
    const auto found = static_cast<std::size_t>(std::find(known.begin(), known.end(), cell.text()) -
                                                known.begin());
    if (found == known.size()) {
      diagnostics_.error(cell.whole(), Message(messages::kUnknownColumn, {cell.text()}),
                         base::suggestion(cell.text(), known));
      continue;
    }
    if (seen[found])
      diagnostics_.error(cell.whole(), Message(messages::kColumnTwice, {cell.text()}));
    seen[found] = true;
    Heading heading;
    if (found > parts_.inputs.size())
      heading = {Role::output, found - 1 - parts_.inputs.size()};
    else if (found > 0)
      heading = {Role::input, found - 1};
    if (grid.first_output && (heading.role == Role::output) != (i >= *grid.first_output))
      diagnostics_.error(cell.whole(), Message(messages::kWrongSide, {cell.text()}));
    headings.push_back(heading);
  }
  for (std::size_t i = 0; i < known.size(); ++i) {
    if (seen[i]) continue;
    diagnostics_.error(grid.header[0].whole(), Message(messages::kColumnMissing, {known[i]}));
    headings.clear();
  }
  return headings;
}

void TableReader::read_row(const GridRow& row, const std::vector<Heading>& headings) {
  Rule rule;
  rule.at = row.at;
  rule.cells.resize(parts_.inputs.size());
  rule.outputs.resize(parts_.outputs.size());
  for (std::size_t i = 0; i < headings.size(); ++i) {
    const base::LocatedText& text = row.cells[i];
    const std::size_t column = headings[i].column;
    if (text.text().empty()) {
      const auto& what = headings[i].role == Role::id      ? messages::kNoRuleId
                         : headings[i].role == Role::input ? messages::kEmptyInputCell
                                                           : messages::kEmptyOutputCell;
      diagnostics_.error(row.at, Message(what));
      continue;
    }
    switch (headings[i].role) {
      case Role::id:
        rule.id = text.text();
        rule.at = text.whole();
        if (!rule_ids_.insert(rule.id).second)
          diagnostics_.error(text.whole(), Message(messages::kRuleTwice, {rule.id}));
        break;
      case Role::input:
        rule.cells[column] = read_cell(text, column);
        break;
      case Role::output:
        rule.outputs[column] = read_output_cell(text, column);
        break;
    }
  }
  parts_.rules.push_back(std::move(rule));
}

Cell TableReader::read_cell(const base::LocatedText& text, std::size_t column) {
  const auto known = known_cells_.find(std::pair{column, text.text()});
  if (known != known_cells_.end()) {
    Cell cell = known->second;
    cell.at = text.whole();
    return cell;
  }
  Cell cell;
  cell.text = text.text();
  cell.at = text.whole();
  const feel::Type& type = parts_.inputs[column].type;
  if (text.text() == "-") {
    cell.set.kind = feel::TestSet::Kind::any;
  } else {
    cell.tests =
        feel::compile_tests(text, type, parts_.scope, diagnostics_, !type.values().empty());
    if (cell.tests.empty()) return cell;
    cell.set = feel::classify(cell.tests);
  }
  known_cells_.emplace(std::pair{column, text.text()}, cell);
  return cell;
}

feel::Expression TableReader::read_output_cell(const base::LocatedText& text, std::size_t column) {
  const auto known = known_outputs_.find(std::pair{column, text.text()});
  if (known != known_outputs_.end()) return known->second;
  const Output& output = parts_.outputs[column];
  feel::Expression expression = compile_output(text, output);
  if (expression.empty()) return expression;
  check_priority(text, output, expression);
  known_outputs_.emplace(std::pair{column, text.text()}, expression);
  return expression;
}

feel::Expression TableReader::compile_output(const base::LocatedText& text, const Output& output) {
  const auto& words = output.type.values();
  const bool word = std::find(words.begin(), words.end(), text.text()) != words.end();
  const bool may_be_delay = output.type.is_any() || output.type.kind() == feel::Kind::string ||
                            feel::is_duration(output.type.kind());
  if (word || (may_be_delay && is_delay(text.text(), output.delay)))
    return feel::compile(quoted(text), parts_.scope, diagnostics_);
  const feel::Type wanted = words.empty() ? output.type : feel::Type::of(feel::Kind::string);
  feel::Expression expression = feel::compile(text, parts_.scope, diagnostics_, wanted);
  if (expression.empty() || !expression.constant()) return expression;
  const feel::Value& value = expression.constant()->value();
  if (value.is_null()) return expression;
  feel::Arena arena;
  feel::Evaluation run{arena};
  const bool allowed =
      output.allowed.empty() || feel::evaluate_tests(output.allowed, value, {}, run).is_true();
  const bool delay = !output.delay || is_delay(feel::to_text(value), true);
  if (!allowed)
    diagnostics_.error(text.whole(), Message(messages::kNotListed, {text.text(), output.id}),
                       base::suggestion(feel::to_text(value), words));
  if (!delay) diagnostics_.error(text.whole(), Message(messages::kNoDelay, {text.text()}));
  return expression;
}

// Priorities are known at load, so that P and O need no evaluation of the rules that lose.
void TableReader::check_priority(const base::LocatedText& text, const Output& output,
                                 const feel::Expression& expression) {
  const bool ranks = parts_.hit == HitPolicy::priority || parts_.hit == HitPolicy::output_order;
  if (ranks && !output.priorities.empty() && !expression.constant())
    diagnostics_.error(text.whole(), Message(messages::kPriorityNotConstant, {output.id}));
}

std::vector<std::string> TableReader::rule_ids() const {
  return {rule_ids_.begin(), rule_ids_.end()};
}

}  // namespace guichet::tables
