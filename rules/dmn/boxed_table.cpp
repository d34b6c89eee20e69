// Boxed decision tables: made into the tables of rules/tables, so that the same index, hit policies
// and explanations serve. Input values are brought to their types here, before the table sees them.
#include <set>

#include "rules/dmn/compiler.hpp"
#include "rules/dmn/model_messages.hpp"
#include "rules/dmn/table_logic.hpp"
#include "rules/tables/free_names.hpp"
#include "rules/tables/messages.hpp"

namespace guichet::dmn {
namespace {

struct InputColumn {
  NodePtr value;
  ItemTypePtr type;
  feel::Scope::Slot slot = 0;  // where the table reads it
  std::string name;
  base::Location at;
};

class TableNode final : public Node {
 public:
  TableNode(feel::Type type, std::vector<InputColumn> inputs,
            std::shared_ptr<const tables::DecisionTable> table, base::Location at)
      : Node(std::move(type)),
        inputs_(std::move(inputs)),
        table_(std::move(table)),
        at_(std::move(at)) {}

  feel::Value evaluate(Session& session, Slots slots) const override {
    auto* const wanted = std::exchange(session.wanted_explanation, nullptr);
    for (const InputColumn& input : inputs_)
      slots[input.slot] =
          session.fit(input.value->evaluate(session, slots), *input.type, input.name, input.at);
    session.place_notes(nullptr, at_);
    tables::Workspace workspace;
    tables::Decision decision;
    if (wanted != nullptr) {
      wanted->emplace();
      tables::explain(*table_, slots, session.run(), workspace, **wanted);
      decision = (*wanted)->decision;
    } else {
      tables::decide(*table_, slots, session.run(), workspace, decision);
    }
    session.place_notes(nullptr, at_);
    // That an output is null is told by the note that says why.
    for (const tables::Problem& problem : decision.problems)
      if (problem.what.key() != tables::messages::kOutputNull.key) session.fail(problem.what, at_);
    return decision.result;
  }

  std::shared_ptr<const tables::DecisionTable> table() const override { return table_; }

 private:
  std::vector<InputColumn> inputs_;
  std::shared_ptr<const tables::DecisionTable> table_;
  base::Location at_;
};

// Names that people see, each once.
class ColumnNames {
 public:
  std::string take(std::string wanted, std::string_view otherwise, std::size_t number) {
    if (wanted.empty()) wanted = std::string(otherwise) + " " + std::to_string(number + 1);
    const std::string first = wanted;
    for (int i = 2; !taken_.insert(wanted).second; ++i)
      wanted = first + " (" + std::to_string(i) + ")";
    return wanted;
  }

 private:
  std::set<std::string> taken_;
};

bool is_scalar(const feel::Type& type) {
  return !type.is_any() && type.kind() < feel::Kind::list;
}

std::string trimmed(const base::LocatedText& text) {
  return text.trimmed().text();
}

bool is_blank_or_dash(const base::LocatedText& text) {
  const std::string cell = trimmed(text);
  return cell.empty() || cell == "-";
}

// What Guichet's own YAML said of the element; nullptr where it said nothing.
const std::string* kept(const Element& element, std::string_view key) {
  for (const Extension& extension : element.extensions)
    if (extension.key == key) return &extension.text;
  return nullptr;
}

// In DMN a cell sees null as it sees any value, unless a YAML table said otherwise.
tables::Missing missing_of(const Element& input) {
  const std::string* missing = kept(input, "missing");
  if (missing != nullptr && *missing == "error") return tables::Missing::error;
  if (missing != nullptr && *missing == "no-match") return tables::Missing::no_match;
  return tables::Missing::as_null;
}

// Builds the parts of one table.
class TableBuilder {
 public:
  TableBuilder(Compiler& compiler, const DecisionTable& written, const Expression& whole,
               const feel::Scope& scope, Unit& unit)
      : compiler_(compiler), written_(written), whole_(whole), scope_(scope), unit_(unit) {}

  // Nothing where the table cannot be made, which has been reported.
  std::shared_ptr<const tables::DecisionTable> build(std::vector<InputColumn>& columns) {
    parts_.id = unit_.name;
    parts_.title = whole_.element.label;
    parts_.at = whole_.element.at;
    parts_.scope = scope_;
    const auto policy = hit_policy_of(written_);
    if (!policy) {
      refuse(base::Message(messages::kUnknownHitPolicy,
                           {written_.hit_policy + " " + written_.aggregation}));
      return nullptr;
    }
    parts_.hit = *policy;
    if (written_.inputs.size() > tables::DecisionTable::kMostInputs)
      refuse(base::Message(messages::kTooManyInputs,
                           {std::to_string(written_.inputs.size()),
                            std::to_string(tables::DecisionTable::kMostInputs)}));
    if (written_.outputs.empty()) refuse(base::Message(messages::kNoOutput));
    if (refused_) return nullptr;
    for (std::size_t i = 0; i < written_.inputs.size(); ++i) add_input(i, columns);
    for (std::size_t i = 0; i < written_.outputs.size(); ++i) add_output(i);
    check_policy();
    for (std::size_t i = 0; i < written_.rules.size(); ++i) add_rule(i);
    unit_.slots = std::max(unit_.slots, parts_.scope.size());
    if (refused_) return nullptr;
    return std::make_shared<tables::DecisionTable>(std::move(parts_));
  }

 private:
  void refuse(base::Message what) { refuse(std::move(what), whole_.element.at); }
  void refuse(base::Message what, const base::Location& at) {
    compiler_.mistake(at, std::move(what));
    refused_ = true;
  }

  feel::Expression tests(const UnaryTests& written, const feel::Type& input) {
    auto text = compiler_.compile_tests(written, input, scope_, unit_);
    if (text.expression.empty()) refused_ = true;
    return std::move(text.expression);
  }

  void add_input(std::size_t number, std::vector<InputColumn>& columns) {
    const InputClause& clause = written_.inputs[number];
    InputColumn column;
    column.at = clause.element.at;
    column.type = compiler_.type_of(unit_, clause.type_ref, column.at);
    const std::size_t undeclared = unit_.undeclared.size();
    auto text = compiler_.compile_text(clause.expression.text,
                                       clause.expression.expression_language, scope_, unit_);
    for (std::size_t i = undeclared; i < unit_.undeclared.size(); ++i) {
      Use& use = unit_.undeclared[i];
      use.is_column = true;
      if (use.name == trimmed(clause.expression.text)) use.type_ref = clause.type_ref;
    }
    tables::Input input;
    input.expr = text.expression;
    column.value = text_node(std::move(text), column.at);
    input.label =
        clause.element.label.empty() ? trimmed(clause.expression.text) : clause.element.label;
    const std::string* column_id = kept(clause.element, "column");
    input.id = input_names_.take(
        column_id != nullptr ? *column_id : trimmed(clause.expression.text), "input", number);
    // A type that is not said is that of the expression.
    const feel::Type& known = column.type->type.is_any() ? column.value->type() : column.type->type;
    types_.push_back(known);
    if (is_scalar(column.type->type)) input.type = column.type->type;
    if (clause.values && !is_blank_or_dash(clause.values->text))
      input.allowed = tests(*clause.values, known);
    input.missing = missing_of(clause.element);
    input.at = column.at;
    column.name = input.id;
    column.slot =
        parts_.scope.declare("input " + std::to_string(number + 1) + ": " + input.id, known);
    input.variable = column.slot;
    parts_.inputs.push_back(std::move(input));
    columns.push_back(std::move(column));
  }

  void add_output(std::size_t number) {
    const OutputClause& clause = written_.outputs[number];
    const bool alone = written_.outputs.size() == 1;
    tables::Output output;
    output.at = clause.element.at;
    output.id = alone && clause.element.name.empty()
                    ? unit_.name
                    : output_names_.take(clause.element.name, "output", number);
    output.label = clause.element.label.empty() ? output.id : clause.element.label;
    std::string type_ref = clause.type_ref;
    if (type_ref.empty() && alone && !tables::gives_list(parts_.hit)) type_ref = whole_.type_ref;
    const auto type = compiler_.type_of(unit_, type_ref, output.at);
    if (is_scalar(type->type)) output.type = type->type;
    output_types_.push_back(type->type);
    if (clause.values && !is_blank_or_dash(clause.values->text))
      output.allowed = tests(*clause.values, type->type);
    else if (!type->tests.empty())
      output.allowed = type->tests.front();
    if (!output.allowed.empty()) output.priorities = feel::classify(output.allowed).points;
    if (clause.otherwise != nullptr) output.otherwise = default_of(*clause.otherwise);
    parts_.outputs.push_back(std::move(output));
  }

  feel::Expression default_of(const Expression& expression) {
    const auto* literal = std::get_if<LiteralExpression>(&expression.form);
    if (literal == nullptr) {
      refuse(base::Message(messages::kDefaultIsText), expression.element.at);
      return {};
    }
    return output_entry(*literal);
  }

  feel::Expression output_entry(const LiteralExpression& entry) {
    if (trimmed(entry.text).empty()) return null_expression();
    const std::size_t undeclared = unit_.undeclared.size();
    auto text = compiler_.compile_text(entry.text, entry.expression_language, scope_, unit_);
    // A bare word is likelier a text without its quotes than a variable.
    const std::string whole = trimmed(entry.text);
    if (tables::free_names(whole) == std::vector{whole}) unit_.undeclared.resize(undeclared);
    if (text.expression.empty()) refused_ = true;
    return std::move(text.expression);
  }

  static feel::Expression null_expression() {
    const std::string text = "null";
    base::Diagnostics none;
    return feel::compile(base::LocatedText(text, {base::make_source("<empty>", text), 0, 4}), {},
                         none);
  }

  void check_policy() {
    const std::string symbol(tables::symbol_of(parts_.hit));
    const bool ordered =
        parts_.hit == tables::HitPolicy::priority || parts_.hit == tables::HitPolicy::output_order;
    const bool listed =
        std::any_of(parts_.outputs.begin(), parts_.outputs.end(),
                    [](const tables::Output& output) { return !output.priorities.empty(); });
    if (ordered && !listed)
      compiler_.mistake(whole_.element.at, base::Message(messages::kPrioritiesNeeded, {symbol}));
    const bool aggregates = parts_.hit == tables::HitPolicy::sum ||
                            parts_.hit == tables::HitPolicy::min ||
                            parts_.hit == tables::HitPolicy::max;
    if (aggregates && parts_.outputs.size() > 1)
      compiler_.mistake(whole_.element.at, base::Message(messages::kAggregateOne, {symbol}));
  }

  void add_rule(std::size_t number) {
    const DecisionRule& written = written_.rules[number];
    tables::Rule rule;
    const std::string* rule_id = kept(written.element, "id");
    rule.id = rule_names_.take(rule_id != nullptr ? *rule_id : written.element.id, "rule", number);
    rule.at = written.element.at;
    if (written.inputs.size() != written_.inputs.size() ||
        written.outputs.size() != written_.outputs.size()) {
      refuse(base::Message(
                 messages::kCellCount,
                 {std::to_string(written.inputs.size()), std::to_string(written.outputs.size()),
                  std::to_string(written_.inputs.size()), std::to_string(written_.outputs.size())}),
             rule.at);
      return;
    }
    for (std::size_t i = 0; i < written.inputs.size(); ++i)
      rule.cells.push_back(cell(written.inputs[i], types_[i]));
    for (const LiteralExpression& output : written.outputs)
      rule.outputs.push_back(output_entry(output));
    std::string notes;
    for (const std::string& annotation : written.annotations)
      if (!annotation.empty()) notes += (notes.empty() ? "" : " ; ") + annotation;
    if (notes.empty()) notes = written.element.description;
    if (!notes.empty()) parts_.notes.emplace_back(rule.id, std::move(notes));
    parts_.rules.push_back(std::move(rule));
  }

  tables::Cell cell(const UnaryTests& written, const feel::Type& input) {
    tables::Cell cell;
    cell.text = trimmed(written.text);
    cell.at = written.text.whole();
    if (is_blank_or_dash(written.text)) {
      cell.set.kind = feel::TestSet::Kind::any;
      return cell;
    }
    cell.tests = tests(written, input);
    if (!cell.tests.empty()) cell.set = feel::classify(cell.tests);
    return cell;
  }

  Compiler& compiler_;
  const DecisionTable& written_;
  const Expression& whole_;
  const feel::Scope& scope_;
  Unit& unit_;
  tables::DecisionTable::Parts parts_;
  std::vector<feel::Type> types_;         // of the inputs
  std::vector<feel::Type> output_types_;  // as said
  ColumnNames input_names_, output_names_, rule_names_;
  bool refused_ = false;
};

// What is known of a table's result.
feel::Type result_type(const tables::DecisionTable& table) {
  feel::Type rule;
  if (table.outputs().size() == 1) {
    rule = table.outputs().front().type;
  } else {
    std::vector<std::pair<std::string, feel::Type>> members;
    for (const tables::Output& output : table.outputs())
      members.emplace_back(output.id, output.type);
    rule = feel::Type::context(std::move(members));
  }
  if (tables::gives_list(table.hit())) return feel::Type::list_of(std::move(rule));
  return table.hit() == tables::HitPolicy::count ? feel::Type::of(feel::Kind::number) : rule;
}

}  // namespace

NodePtr Compiler::form(const DecisionTable& table, const Expression& whole,
                       const feel::Scope& scope, Unit& unit) {
  std::vector<InputColumn> columns;
  auto built = TableBuilder(*this, table, whole, scope, unit).build(columns);
  if (built == nullptr)
    return broken_node(base::Message(messages::kBrokenTable, {unit.name}), whole.element.at);
  feel::Type type = result_type(*built);
  return std::make_unique<TableNode>(std::move(type), std::move(columns), std::move(built),
                                     whole.element.at);
}

}  // namespace guichet::dmn
