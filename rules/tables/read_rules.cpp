#include <algorithm>

#include "engine/yaml/shape.hpp"
#include "rules/feel/temporal.hpp"
#include "rules/tables/literal.hpp"
#include "rules/tables/load_messages.hpp"
#include "rules/tables/plain_cell.hpp"
#include "rules/tables/reader.hpp"

namespace guichet::tables {

namespace {

using base::Message;

constexpr std::string_view kIdHeading = "id";

std::string shown_words(const std::vector<std::string>& words) {
  constexpr std::size_t kShown = 12;
  std::string text;
  for (std::size_t i = 0; i < words.size() && i < kShown; ++i)
    text += (i == 0 ? "" : ", ") + words[i];
  return words.size() > kShown ? text + ", ..." : text;
}

}  // namespace

void TableReader::read_rules() {
  const Grid grid = read_cells();
  if (grid.header.empty()) return;
  const std::vector<Heading> headings = read_header(grid);
  if (headings.size() != grid.header.size()) return;
  parts_.rules.reserve(grid.rows.size());
  rule_ids_.reserve(grid.rows.size());
  known_cells_.resize(parts_.inputs.size());
  known_outputs_.resize(parts_.outputs.size());
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
  Grid grid = read_csv_grid(std::move(shown), *bytes, diagnostics_);
  if (!grid.header.empty()) parts_.written.push_back(grid.header[0].at.source);
  return grid;
}

std::vector<TableReader::Heading> TableReader::read_header(const Grid& grid) {
  std::vector<Heading> headings;
  std::vector<std::string> known{std::string(kIdHeading)};
  for (const Input& input : parts_.inputs) known.push_back(input.id);
  for (const Output& output : parts_.outputs) known.push_back(output.id);
  std::vector<bool> seen(known.size());
  for (std::size_t i = 0; i < grid.header.size(); ++i) {
    const base::LocatedText cell = grid.header[i].located();
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
    diagnostics_.error(grid.header[0].at, Message(messages::kColumnMissing, {known[i]}));
    headings.clear();
  }
  return headings;
}

void TableReader::read_row(const GridRow& row, const std::vector<Heading>& headings) {
  static const auto kNoCell = std::make_shared<Cell>();
  Rule rule;
  rule.at = row.at;
  rule.cells.reserve(parts_.inputs.size());
  for (std::size_t i = 0; i < parts_.inputs.size(); ++i) rule.cells.share(kNoCell);
  rule.outputs.resize(parts_.outputs.size());
  for (std::size_t i = 0; i < headings.size(); ++i) {
    const GridCell& cell = row.cells[i];
    const std::size_t column = headings[i].column;
    if (cell.text.empty()) {
      const auto& what = headings[i].role == Role::id      ? messages::kNoRuleId
                         : headings[i].role == Role::input ? messages::kEmptyInputCell
                                                           : messages::kEmptyOutputCell;
      diagnostics_.error(cell.at, Message(what));
      continue;
    }
    switch (headings[i].role) {
      case Role::id:
        read_id(cell, rule);
        break;
      case Role::input:
        rule.cells.share_at(column, read_cell(cell, column));
        break;
      case Role::output:
        rule.outputs[column] = read_output_cell(cell, column);
        break;
    }
  }
  parts_.rules.push_back(std::move(rule));
}

void TableReader::read_id(const GridCell& cell, Rule& rule) {
  rule.id = cell.text;
  rule.at = cell.at;
  if (!rule_ids_.insert(rule.id).second)
    diagnostics_.error(cell.at, Message(messages::kRuleTwice, {rule.id}));
}

namespace {

// `3,5` and nothing else.
bool is_decimal_with_comma(std::string_view text) {
  const std::size_t comma = text.find(',');
  const auto digits = [](std::string_view part) {
    return !part.empty() && part.find_first_not_of("0123456789") == std::string_view::npos;
  };
  return comma != std::string_view::npos && digits(text.substr(0, comma)) &&
         digits(text.substr(comma + 1));
}

// Legal, and hardly ever meant: `< 1,5` (values below 1, and 5), `[1,10]` (1 and 10), `3,5` (3 and
// 5), `true` in a column of numbers (every number).
const base::MessageText* doubt_about(std::string_view text, const feel::Type& type) {
  if (type.is_any() || type.kind() == feel::Kind::string) return nullptr;
  if (type.kind() != feel::Kind::boolean && (text == "true" || text == "false"))
    return &messages::kTruthInCell;
  if (type.kind() == feel::Kind::number && is_decimal_with_comma(text))
    return &messages::kDecimalComma;
  if (text.starts_with('[') && text.find(',') != std::string_view::npos &&
      text.find("..") == std::string_view::npos)
    return &messages::kListNotInterval;
  const auto digit = [&](std::size_t i) {
    return i < text.size() && text[i] >= '0' && text[i] <= '9';
  };
  const bool compares = text.starts_with('<') || text.starts_with('>');
  for (std::size_t i = 1; i < text.size() && compares; ++i)
    if (text[i] == ',' && digit(i - 1) && digit(i + 1)) return &messages::kDecimalComma;
  return nullptr;
}

}  // namespace

std::shared_ptr<Cell> TableReader::read_cell(const GridCell& written, std::size_t column) {
  auto& known = known_cells_[column];
  if (const auto found = known.find(written.text); found != known.end()) return found->second;
  const feel::Type& type = parts_.inputs[column].type;
  if (const auto* doubt = doubt_about(written.text, type))
    diagnostics_.warning(written.at, Message(*doubt, {written.text}));
  std::shared_ptr<Cell> cell;
  if (auto plain = read_plain_cell(written.text, type)) {
    cell = std::make_shared<Cell>();
    cell->set = std::move(*plain);
  } else {
    cell = compile_cell(written.located(), type);
    // What is wrong is said in each cell that says it.
    if (cell->tests.empty()) return cell;
  }
  cell->text = written.text;
  cell->at = written.at;
  known.emplace(written.text, cell);
  return cell;
}

void TableReader::add_hinted(const base::Diagnostics& said, const feel::Type& type) {
  const bool texts = !type.is_any() && type.kind() == feel::Kind::string;
  for (base::Diagnostic one : said.list()) {
    if (one.code() == "unknown-name" && texts && !one.what.arguments().empty()) {
      const std::string& word = one.what.arguments()[0];
      if (auto hint = base::suggestion(word, type.values()))
        one.hint = std::move(hint);
      else if (!one.hint && type.values().empty())
        one.hint = Message(messages::kQuoteTheWord, {word});
      else if (!one.hint)
        one.hint = Message(messages::kOneOf, {shown_words(type.values())});
    }
    diagnostics_.add(std::move(one));
  }
}

std::shared_ptr<Cell> TableReader::compile_cell(const base::LocatedText& text,
                                                const feel::Type& type) {
  auto cell = std::make_shared<Cell>();
  base::Diagnostics said;
  cell->tests =
      feel::compile_tests(text, type, parts_.scope, said, !type.is_any() && !type.values().empty());
  add_hinted(said, type);
  if (!cell->tests.empty()) cell->set = feel::classify(cell->tests);
  return cell;
}

feel::Expression TableReader::read_output_cell(const GridCell& cell, std::size_t column) {
  auto& known = known_outputs_[column];
  if (const auto found = known.find(cell.text); found != known.end()) return found->second;
  const Output& output = parts_.outputs[column];
  const base::LocatedText text = cell.located();
  feel::Expression expression = compile_output(text, output);
  if (expression.empty()) return expression;
  check_priority(text, output, expression);
  known.emplace(cell.text, expression);
  return expression;
}

namespace {

// A text or a number where any will do: nothing else is to be said about it.
std::optional<feel::Expression> read_plain_output(const base::LocatedText& text,
                                                  const Output& output) {
  if (!output.allowed.empty() || output.delay || output.type.is_any()) return {};
  const auto set = read_plain_cell(text.text(), output.type);
  if (!set || set->kind != feel::TestSet::Kind::points || set->points.size() != 1) return {};
  return feel::constant_expression(text, set->points[0].value());
}

}  // namespace

feel::Expression TableReader::compile_output(const base::LocatedText& text, const Output& output) {
  const auto& words = output.type.values();
  const bool word = std::find(words.begin(), words.end(), text.text()) != words.end();
  const bool may_be_delay = output.type.is_any() || output.type.kind() == feel::Kind::string ||
                            feel::is_duration(output.type.kind());
  if (word || (may_be_delay && is_delay(text.text(), output.delay)))
    return feel::constant_expression(text, feel::Stored::string(text.text()).value());
  if (auto plain = read_plain_output(text, output)) return *plain;
  if (text.text() == "-") {
    diagnostics_.error(text.whole(), Message(messages::kEmptyOutputCell));
    return {};
  }
  const feel::Type wanted = words.empty() ? output.type : feel::Type::of(feel::Kind::string);
  base::Diagnostics said;
  feel::Expression expression = feel::compile(text, parts_.scope, said, wanted);
  add_hinted(said, output.type);
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
  std::vector<std::string> ids(rule_ids_.begin(), rule_ids_.end());
  std::sort(ids.begin(), ids.end());
  return ids;
}

}  // namespace guichet::tables
