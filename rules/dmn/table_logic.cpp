#include "rules/dmn/table_logic.hpp"

#include <algorithm>

#include "rules/dmn/bare_words.hpp"
#include "rules/dmn/kept.hpp"

namespace guichet::dmn {

namespace {

using tables::HitPolicy;

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
  if (!bare) return {.text = expression.source()};
  return {.text = {feel::to_literal(constant->value()), expression.source().whole()},
          .written = text};
}

class LogicBuilder {
 public:
  LogicBuilder(const tables::DecisionTable& table, Identifiers& identifiers)
      : table_(table), parts_(table.parts()), identifiers_(identifiers) {}

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

 private:
  InputClause build_input(const tables::Input& input) {
    InputClause made;
    made.element.at = input.at;
    made.element.id = identifiers_.like("input_" + input.id, "input");
    made.element.label = input.label;
    made.element.extensions = {{"column", input.id},
                               {"missing", std::string(word_of(input.missing))}};
    made.expression.text = input.expr.source();
    made.type_ref = type_ref_of(input.type);
    keep_type(input.type, made.element);
    if (!input.allowed.empty()) made.values = UnaryTests{.text = input.allowed.source()};
    return made;
  }

  OutputClause build_output(const tables::Output& output) {
    OutputClause made;
    made.element.at = output.at;
    made.element.id = identifiers_.like("output_" + output.id, "output");
    made.element.name = output.id;
    made.element.label = output.label;
    made.type_ref = type_ref_of(output.type);
    if (output.delay)
      made.element.extensions = {{"type", "delay"}};
    else
      keep_type(output.type, made.element);
    if (!output.allowed.empty()) made.values = UnaryTests{.text = output.allowed.source()};
    if (!output.otherwise.empty()) {
      made.otherwise = std::make_unique<Expression>();
      made.otherwise->form = output_text(output.otherwise);
    }
    return made;
  }

  static void keep_type(const feel::Type& type, Element& element) {
    if (!type.is_any() && type_ref_of(type) == "Any")
      element.extensions.push_back({"type", type.name()});
  }

  DecisionRule build_rule(const tables::Rule& rule) {
    DecisionRule made;
    made.element.at = rule.at;
    made.element.id = identifiers_.like(rule.id, "rule");
    if (made.element.id != rule.id) made.element.extensions = {{"id", rule.id}};
    for (std::size_t i = 0; i < rule.cells.size(); ++i) {
      const std::string& text = rule.cells[i].text;
      const feel::Type& type = table_.inputs()[i].type;
      std::string quoted =
          type.is_any() || text == "-" ? text : with_quoted_words(text, type.values());
      UnaryTests tests{.text = {quoted, rule.cells[i].at}};
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
  Identifiers& identifiers_;
};

}  // namespace

std::optional<HitPolicy> hit_policy_of(const DecisionTable& table) {
  std::string_view name = table.hit_policy;
  if (name.empty()) name = "UNIQUE";
  const std::string_view aggregation = name == "COLLECT" ? table.aggregation : std::string_view();
  for (const Policy& known : kPolicies)
    if (known.name == name && known.aggregation == aggregation) return known.policy;
  return std::nullopt;
}

// Lists and contexts have no name that all versions of DMN know.
std::string type_ref_of(const feel::Type& type) {
  if (type.is_any() || type.kind() == feel::Kind::list || type.kind() == feel::Kind::context)
    return "Any";
  return std::string(feel::kind_name(type.kind()));
}

DecisionTable table_logic(const tables::DecisionTable& table, Identifiers& identifiers) {
  return LogicBuilder(table, identifiers).build_table();
}

}  // namespace guichet::dmn
