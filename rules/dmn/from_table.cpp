#include "rules/dmn/from_table.hpp"

#include <algorithm>

#include "rules/dmn/bare_words.hpp"
#include "rules/dmn/identifiers.hpp"
#include "rules/dmn/kept.hpp"
#include "rules/dmn/yaml_text.hpp"

namespace guichet::dmn {

namespace {

using tables::HitPolicy;

// FEEL's name of a type; lists and contexts have none that all versions of DMN know.
std::string type_ref(const feel::Type& type) {
  if (type.is_any() || type.kind() == feel::Kind::list || type.kind() == feel::Kind::context)
    return "Any";
  return std::string(feel::kind_name(type.kind()));
}

base::LocatedText located(std::string text) {
  return {std::move(text), base::Location{}};
}

struct Policy {
  HitPolicy policy;
  std::string_view name, aggregation;
};
constexpr Policy kPolicies[] = {
    {HitPolicy::unique, "UNIQUE", ""},         {HitPolicy::any, "ANY", ""},
    {HitPolicy::priority, "PRIORITY", ""},     {HitPolicy::first, "FIRST", ""},
    {HitPolicy::rule_order, "RULE ORDER", ""}, {HitPolicy::output_order, "OUTPUT ORDER", ""},
    {HitPolicy::collect, "COLLECT", ""},       {HitPolicy::sum, "COLLECT", "SUM"},
    {HitPolicy::min, "COLLECT", "MIN"},        {HitPolicy::max, "COLLECT", "MAX"},
    {HitPolicy::count, "COLLECT", "COUNT"}};

std::string_view word_of(tables::Missing missing) {
  switch (missing) {
    case tables::Missing::as_null:
      return "null";
    case tables::Missing::no_match:
      return "no-match";
    case tables::Missing::match:
      return "match";
    default:
      return "error";
  }
}

// An output cell or default: bare words and delays become texts.
LiteralExpression output_text(const feel::Expression& expression) {
  const std::string& text = expression.source().text();
  const auto& constant = expression.constant();
  const bool bare = constant && constant->value().kind() == feel::Kind::string &&
                    constant->value().text() == text;
  if (!bare) return {.text = located(text)};
  return {.text = located(feel::to_literal(constant->value())), .written = text};
}

class Builder {
 public:
  explicit Builder(const tables::DecisionTable& table) : table_(table), parts_(table.parts()) {}

  Definitions build() {
    made_.version = "1.3";
    made_.element.name = parts_.id;
    made_.element.id = identifiers_.like("definitions_" + parts_.id, "definitions");
    made_.model_namespace = "urn:guichet:decision-table:" + identifiers_.like(parts_.id, "table");
    Decision decision;
    decision.element = decision_element();
    decision.variable.element.name = decision.element.name;
    decision.variable.type_ref = result_type();
    add_variables(decision);
    decision.logic = std::make_unique<Expression>();
    decision.logic->element.id = identifiers_.like("table_" + parts_.id, "table");
    decision.logic->form = build_table();
    made_.decisions.push_back(std::move(decision));
    return std::move(made_);
  }

 private:
  Element decision_element() {
    Element element{.id = identifiers_.like("decision_" + parts_.id, "decision"),
                    .name = parts_.id,
                    .label = parts_.title,
                    .description = parts_.description};
    // A decision may not bear the name of a variable that it reads.
    if (table_.scope().find(parts_.id)) {
      element.name = "decision " + parts_.id;
      element.extensions.push_back({"id", parts_.id});
    }
    for (Extension& one : kept_of(table_)) element.extensions.push_back(std::move(one));
    return element;
  }

  void add_variables(Decision& decision) {
    const auto& variables = table_.scope().variables();
    for (feel::Scope::Slot slot = 0; slot < variables.size(); ++slot) {
      InputData data;
      data.element.name = variables[slot].name;
      data.element.id = identifiers_.like("data_" + data.element.name, "data");
      data.variable.element.name = data.element.name;
      data.variable.type_ref = variable_type(slot);
      decision.required_inputs.push_back({"#" + data.element.id, {}});
      made_.inputs.push_back(std::move(data));
    }
  }

  // That of the column whose expression is the variable; its listed values as an item definition.
  std::string variable_type(feel::Scope::Slot slot) {
    for (const tables::Input& input : table_.inputs())
      if (input.variable == slot) return constrained(input.id, input.type, input.allowed);
    return "Any";
  }

  std::string constrained(const std::string& name, const feel::Type& type,
                          const feel::Expression& allowed) {
    if (allowed.empty()) return type_ref(type);
    ItemDefinition item;
    item.element.name = identifiers_.like("t_" + name, "type");
    item.element.id = item.element.name;
    item.type_ref = type_ref(type);
    item.allowed_values = UnaryTests{.text = located(allowed.source().text())};
    made_.item_definitions.push_back(item);
    return item.element.name;
  }

  // The type of the decision's variable.
  std::string result_type() {
    std::string type;
    if (table_.hit() == HitPolicy::count) return "number";
    if (table_.outputs().size() == 1) {
      const tables::Output& output = table_.outputs()[0];
      type = constrained(output.id, output.type, output.allowed);
    } else {
      ItemDefinition row;
      for (const tables::Output& output : table_.outputs()) {
        ItemDefinition member;
        member.element.name = output.id;
        member.type_ref = constrained(output.id, output.type, output.allowed);
        row.components.push_back(std::move(member));
      }
      type = row.element.name = row.element.id = identifiers_.like("t_" + parts_.id, "type");
      made_.item_definitions.push_back(std::move(row));
    }
    if (!tables::gives_list(table_.hit())) return type;
    ItemDefinition rows;
    rows.element.name = rows.element.id = identifiers_.like("t_" + parts_.id + "_list", "type");
    rows.type_ref = type;
    rows.is_collection = true;
    made_.item_definitions.push_back(rows);
    return rows.element.name;
  }

  DecisionTable build_table() {
    DecisionTable made;
    const auto policy = std::find_if(std::begin(kPolicies), std::end(kPolicies),
                                     [&](const Policy& one) { return one.policy == table_.hit(); });
    made.hit_policy = policy->name;
    made.aggregation = policy->aggregation;
    made.orientation = "Rule-as-Row";
    for (const tables::Input& input : table_.inputs()) made.inputs.push_back(build_input(input));
    for (const tables::Output& output : table_.outputs())
      made.outputs.push_back(build_output(output));
    if (!parts_.notes.empty()) made.annotations.emplace_back(kNotes);
    made.rules.reserve(table_.rules().size());
    for (const tables::Rule& rule : table_.rules()) made.rules.push_back(build_rule(rule));
    return made;
  }

  InputClause build_input(const tables::Input& input) {
    InputClause made;
    made.element.id = identifiers_.like("input_" + input.id, "input");
    made.element.label = input.label;
    made.element.extensions = {{"column", input.id},
                               {"missing", std::string(word_of(input.missing))}};
    made.expression.text = located(input.expr.source().text());
    made.type_ref = type_ref(input.type);
    keep_type(input.type, made.element);
    if (!input.allowed.empty())
      made.values = UnaryTests{.text = located(input.allowed.source().text())};
    return made;
  }

  OutputClause build_output(const tables::Output& output) {
    OutputClause made;
    made.element.id = identifiers_.like("output_" + output.id, "output");
    made.element.name = output.id;
    made.element.label = output.label;
    made.type_ref = type_ref(output.type);
    if (output.delay)
      made.element.extensions = {{"type", "delay"}};
    else
      keep_type(output.type, made.element);
    if (!output.allowed.empty())
      made.values = UnaryTests{.text = located(output.allowed.source().text())};
    if (!output.otherwise.empty()) {
      made.otherwise = std::make_unique<Expression>();
      made.otherwise->form = output_text(output.otherwise);
    }
    return made;
  }

  static void keep_type(const feel::Type& type, Element& element) {
    if (!type.is_any() && type_ref(type) == "Any")
      element.extensions.push_back({"type", type.name()});
  }

  DecisionRule build_rule(const tables::Rule& rule) {
    DecisionRule made;
    made.element.id = identifiers_.like(rule.id, "rule");
    if (made.element.id != rule.id) made.element.extensions = {{"id", rule.id}};
    for (std::size_t i = 0; i < rule.cells.size(); ++i) {
      const std::string& text = rule.cells[i].text;
      const feel::Type& type = table_.inputs()[i].type;
      std::string quoted =
          type.is_any() || text == "-" ? text : with_quoted_words(text, type.values());
      UnaryTests tests{.text = located(quoted)};
      if (quoted != text) tests.written = text;
      made.inputs.push_back(std::move(tests));
    }
    for (const feel::Expression& output : rule.outputs) made.outputs.push_back(output_text(output));
    if (!parts_.notes.empty()) {
      const std::string* note = table_.note(rule.id);
      made.annotations.push_back(note == nullptr ? std::string() : *note);
    }
    return made;
  }

  const tables::DecisionTable& table_;
  const tables::DecisionTable::Parts& parts_;
  Identifiers identifiers_;
  Definitions made_;
};

}  // namespace

Definitions from_table(const tables::DecisionTable& table) {
  return Builder(table).build();
}

}  // namespace guichet::dmn
