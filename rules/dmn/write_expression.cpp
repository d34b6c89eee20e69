#include "rules/dmn/model_writer.hpp"

namespace guichet::dmn {

struct ModelWriter::WriteForm {
  ModelWriter& writer;
  const Element& element;
  const std::string& type_ref;

  void operator()(const LiteralExpression& literal) const {
    writer.write_literal(literal, element, "literalExpression", type_ref);
  }
  void operator()(const Context& context) const {
    open("context");
    for (const ContextEntry& entry : context.entries) {
      writer.xml_.open("contextEntry");
      if (entry.variable) writer.write_information_item(*entry.variable, "variable");
      writer.write_expression(entry.value);
      writer.xml_.close();
    }
    writer.xml_.close();
  }
  void operator()(const Invocation& invocation) const {
    open("invocation");
    writer.write_expression(invocation.callee);
    for (const Binding& binding : invocation.bindings) {
      writer.xml_.open("binding");
      writer.write_information_item(binding.parameter, "parameter");
      writer.write_expression(binding.value);
      writer.xml_.close();
    }
    writer.xml_.close();
  }
  void operator()(const List& list) const { writer.write_list(list, element, "list", type_ref); }
  void operator()(const Relation& relation) const {
    open("relation");
    for (const InformationItem& column : relation.columns)
      writer.write_information_item(column, "column");
    for (const List& row : relation.rows) writer.write_list(row, {}, "row", {});
    writer.xml_.close();
  }
  void operator()(const FunctionDefinition& function) const {
    writer.write_function(function, element, "functionDefinition", type_ref);
  }
  void operator()(const Conditional& form) const {
    open("conditional");
    writer.write_wrapped(form.condition, "if");
    writer.write_wrapped(form.then, "then");
    writer.write_wrapped(form.otherwise, "else");
    writer.xml_.close();
  }
  void operator()(const Filter& form) const {
    open("filter");
    writer.write_wrapped(form.in, "in");
    writer.write_wrapped(form.match, "match");
    writer.xml_.close();
  }
  void operator()(const For& form) const {
    open("for", form.variable);
    writer.write_wrapped(form.in, "in", form.type_ref);
    writer.write_wrapped(form.body, "return");
    writer.xml_.close();
  }
  void operator()(const Quantified& form) const {
    open(form.every ? "every" : "some", form.variable);
    writer.write_wrapped(form.in, "in", form.type_ref);
    writer.write_wrapped(form.satisfies, "satisfies");
    writer.xml_.close();
  }
  void operator()(const DecisionTable& table) const {
    writer.write_table(table, element, type_ref);
  }

 private:
  void open(std::string_view name, std::optional<std::string> iterator = {}) const {
    Attributes made = writer.attributes(element);
    made.emplace_back("typeRef", xml::given(type_ref));
    made.emplace_back("iteratorVariable", std::move(iterator));
    writer.xml_.open(name, made);
    writer.write_description(element);
  }
};

void ModelWriter::write_expression(const ExpressionPtr& expression) {
  if (expression == nullptr) return;
  std::visit(WriteForm{*this, expression->element, expression->type_ref}, expression->form);
}

void ModelWriter::write_wrapped(const ExpressionPtr& expression, std::string_view name,
                                const std::string& type_ref) {
  xml_.open(name, {{"typeRef", xml::given(type_ref)}});
  write_expression(expression);
  xml_.close();
}

void ModelWriter::write_function(const FunctionDefinition& function, const Element& element,
                                 std::string_view name, const std::string& type_ref) {
  Attributes made = attributes(element);
  made.emplace_back("typeRef", xml::given(type_ref));
  if (function.kind == FunctionKind::java) made.emplace_back("kind", "Java");
  if (function.kind == FunctionKind::pmml) made.emplace_back("kind", "PMML");
  xml_.open(name, made);
  write_description(element);
  for (const InformationItem& parameter : function.parameters)
    write_information_item(parameter, "formalParameter");
  write_expression(function.body);
  xml_.close();
}

void ModelWriter::write_list(const List& list, const Element& element, std::string_view name,
                             const std::string& type_ref) {
  Attributes made = attributes(element);
  made.emplace_back("typeRef", xml::given(type_ref));
  xml_.open(name, made);
  write_description(element);
  for (const ExpressionPtr& item : list.items) write_expression(item);
  xml_.close();
}

void ModelWriter::write_table(const DecisionTable& table, const Element& element,
                              const std::string& type_ref) {
  Attributes made = identified(element, "table");
  made.emplace_back("typeRef", xml::given(type_ref));
  made.emplace_back("hitPolicy", xml::given(table.hit_policy));
  made.emplace_back("aggregation", xml::given(table.aggregation));
  made.emplace_back("preferredOrientation", xml::given(table.orientation));
  made.emplace_back("outputLabel", xml::given(table.output_label));
  xml_.open("decisionTable", made);
  write_description(element);
  for (const InputClause& input : table.inputs) {
    xml_.open("input", identified(input.element, "input"));
    write_description(input.element);
    write_literal(input.expression, {}, "inputExpression", input.type_ref);
    if (input.values) write_tests(*input.values, "inputValues");
    xml_.close();
  }
  for (const OutputClause& output : table.outputs) {
    Attributes clause = identified(output.element, "output");
    clause.emplace_back("name", xml::given(output.element.name));
    clause.emplace_back("typeRef", xml::given(output.type_ref));
    xml_.open("output", clause);
    write_description(output.element);
    if (output.values) write_tests(*output.values, "outputValues");
    if (output.otherwise != nullptr)
      if (const auto* literal = std::get_if<LiteralExpression>(&output.otherwise->form))
        write_literal(*literal, output.otherwise->element, "defaultOutputEntry",
                      output.otherwise->type_ref);
    xml_.close();
  }
  for (const std::string& annotation : table.annotations)
    xml_.empty("annotation", {{"name", annotation}});
  for (const DecisionRule& rule : table.rules) write_rule(rule);
  xml_.close();
}

void ModelWriter::write_rule(const DecisionRule& rule) {
  xml_.open("rule", identified(rule.element, "rule"));
  write_description(rule.element);
  for (const UnaryTests& entry : rule.inputs) write_tests(entry, "inputEntry", "entry");
  for (const LiteralExpression& entry : rule.outputs)
    write_literal(entry, {.id = identifiers_.given_or_fresh({}, "entry")}, "outputEntry");
  for (const std::string& annotation : rule.annotations) {
    xml_.open("annotationEntry");
    xml_.text("text", annotation);
    xml_.close();
  }
  xml_.close();
}

}  // namespace guichet::dmn
