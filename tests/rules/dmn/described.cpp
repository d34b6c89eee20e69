#include "described.hpp"

namespace guichet::dmn_test {

namespace {

using namespace dmn;

class Description {
 public:
  explicit Description(bool with_ids) : with_ids_(with_ids) {}

  std::string take() { return std::move(out_); }
  std::set<std::string> ids;

  void all(const Definitions& definitions) {
    field("version", definitions.version);
    field("namespace", definitions.model_namespace);
    field("language", definitions.expression_language);
    element("definitions", definitions.element);
    for (const Import& import : definitions.imports) {
      element("import", import.element);
      field("of", import.import_namespace);
      field("type", import.import_type);
      field("location", import.location_uri);
    }
    for (const ItemDefinition& one : definitions.item_definitions) item_definition(one);
    for (const InputData& input : definitions.inputs) {
      element("input data", input.element);
      item("variable", input.variable);
    }
    for (const Decision& one : definitions.decisions) decision(one);
    for (const BusinessKnowledgeModel& model : definitions.knowledge_models) {
      element("knowledge", model.element);
      item("variable", model.variable);
      references("knowledge", model.required_knowledge);
      if (model.logic) (*this)(*model.logic);
    }
    for (const DecisionService& service : definitions.services) {
      element("service", service.element);
      item("variable", service.variable);
      references("output", service.output_decisions);
      references("encapsulated", service.encapsulated_decisions);
      references("input decision", service.input_decisions);
      references("input data", service.input_data);
    }
  }

  void operator()(const LiteralExpression& literal) {
    field("literal", literal.text.text());
    field("language", literal.expression_language);
    field("written", literal.written);
  }
  void operator()(const Context& context) {
    field("context", std::to_string(context.entries.size()));
    for (const ContextEntry& entry : context.entries) {
      if (entry.variable) item("entry", *entry.variable);
      expression(entry.value);
    }
  }
  void operator()(const Invocation& invocation) {
    field("invocation", std::to_string(invocation.bindings.size()));
    expression(invocation.callee);
    for (const Binding& binding : invocation.bindings) {
      item("parameter", binding.parameter);
      expression(binding.value);
    }
  }
  void operator()(const List& list) {
    field("list", std::to_string(list.items.size()));
    for (const ExpressionPtr& one : list.items) expression(one);
  }
  void operator()(const Relation& relation) {
    for (const InformationItem& column : relation.columns) item("column", column);
    for (const List& row : relation.rows) (*this)(row);
  }
  void operator()(const FunctionDefinition& function) {
    field("function", std::to_string(static_cast<int>(function.kind)));
    for (const InformationItem& parameter : function.parameters) item("parameter", parameter);
    expression(function.body);
  }
  void operator()(const Conditional& form) {
    field("conditional", "");
    expression(form.condition);
    expression(form.then);
    expression(form.otherwise);
  }
  void operator()(const Filter& form) {
    field("filter", "");
    expression(form.in);
    expression(form.match);
  }
  void operator()(const For& form) {
    field("for", form.variable + ":" + form.type_ref);
    expression(form.in);
    expression(form.body);
  }
  void operator()(const Quantified& form) {
    field(form.every ? "every" : "some", form.variable + ":" + form.type_ref);
    expression(form.in);
    expression(form.satisfies);
  }
  void operator()(const DecisionTable& table) {
    field("table", table.hit_policy + "/" + table.aggregation + "/" + table.orientation + "/" +
                       table.output_label);
    for (const InputClause& input : table.inputs) {
      element("input", input.element);
      (*this)(input.expression);
      field("type", input.type_ref);
      tests("values", input.values);
    }
    for (const OutputClause& output : table.outputs) {
      element("output", output.element);
      field("type", output.type_ref);
      tests("values", output.values);
      expression(output.otherwise);
    }
    for (const std::string& annotation : table.annotations) field("annotation", annotation);
    for (const DecisionRule& rule : table.rules) {
      element("rule", rule.element);
      for (const UnaryTests& one : rule.inputs) tests("cell", one);
      for (const LiteralExpression& one : rule.outputs) (*this)(one);
      for (const std::string& one : rule.annotations) field("note", one);
    }
  }

 private:
  void field(std::string_view key, std::string_view value) {
    if (value.empty() && key != "literal" && key != "cell") return;
    out_ += std::string(key) + " {" + std::string(value) + "}\n";
  }
  void element(std::string_view kind, const Element& one) {
    if (!one.id.empty()) ids.insert(one.id);
    out_ += std::string(kind) + " {" + one.name + "} {" + one.label + "}\n";
    if (with_ids_) field("id", one.id);
    field("description", one.description);
    for (const Extension& extension : one.extensions) field(extension.key, extension.text);
  }
  void item(std::string_view kind, const InformationItem& one) {
    element(kind, one.element);
    field("type", one.type_ref);
  }
  void tests(std::string_view kind, const std::optional<UnaryTests>& one) {
    if (!one) return;
    element("tests", one->element);
    field(kind, one->text.text());
    field("language", one->expression_language);
    field("written", one->written);
  }
  void references(std::string_view kind, const std::vector<Reference>& list) {
    for (const Reference& one : list) field(kind, one.href);
  }
  void expression(const ExpressionPtr& one) {
    if (one == nullptr) return field("expression", "none");
    element("expression", one->element);
    field("type", one->type_ref);
    std::visit(*this, one->form);
  }
  void item_definition(const ItemDefinition& one) {
    element("type", one.element);
    field("of", one.type_ref);
    field("collection", one.is_collection ? "yes" : "");
    tests("allowed", one.allowed_values);
    tests("constraint", one.type_constraint);
    for (const ItemDefinition& component : one.components) item_definition(component);
    field("end", one.element.name);
    if (one.is_function) field("function", one.function_result + " ");
    for (const InformationItem& parameter : one.function_parameters) item("parameter", parameter);
  }
  void decision(const Decision& one) {
    element("decision", one.element);
    item("variable", one.variable);
    field("question", one.question);
    field("answers", one.allowed_answers);
    references("requires input", one.required_inputs);
    references("requires decision", one.required_decisions);
    references("requires knowledge", one.required_knowledge);
    expression(one.logic);
  }

  bool with_ids_;
  std::string out_;
};

}  // namespace

std::string describe(const Definitions& definitions, bool with_ids) {
  Description description(with_ids);
  description.all(definitions);
  return description.take();
}

std::set<std::string> ids_of(const Definitions& definitions) {
  Description description(true);
  description.all(definitions);
  return description.ids;
}

}  // namespace guichet::dmn_test
