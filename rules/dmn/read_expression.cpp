#include "rules/dmn/read_messages.hpp"
#include "rules/dmn/reader.hpp"
#include "rules/dmn/schema.hpp"

namespace guichet::dmn {

namespace {

using base::Message;

std::string iterator_of(const xml::Element& xml) {
  const xml::Attribute* variable = xml.attribute("iteratorVariable");
  return variable == nullptr ? std::string() : variable->value;
}

}  // namespace

ExpressionPtr Reader::read_expression(const Xml& xml) {
  auto made = std::make_unique<Expression>();
  made->element = read_element(xml);
  made->type_ref = type_ref(xml);
  const std::string& name = xml.name();
  if (name == "literalExpression") made->form = read_literal(xml);
  if (name == "context") made->form = read_context(xml);
  if (name == "decisionTable") made->form = read_table(xml);
  if (name == "invocation") made->form = read_invocation(xml);
  if (name == "functionDefinition") made->form = read_function(xml);
  if (name == "list") made->form = read_list(xml);
  if (name == "relation") made->form = read_relation(xml);
  if (name == "conditional")
    made->form =
        Conditional{read_wrapped(xml, "if"), read_wrapped(xml, "then"), read_wrapped(xml, "else")};
  if (name == "filter") made->form = Filter{read_wrapped(xml, "in"), read_wrapped(xml, "match")};
  if (name == "for") made->form = read_for(xml);
  if (name == "some" || name == "every") made->form = read_quantified(xml);
  return made;
}

ExpressionPtr Reader::read_expression_in(const Xml& xml) {
  const auto found = expression_child(xml);
  return found ? read_expression(*found) : nullptr;
}

ExpressionPtr Reader::read_wrapped(const Xml& xml, std::string_view name) {
  const auto found = child(xml, name);
  return found ? read_expression_in(*found) : nullptr;
}

LiteralExpression Reader::read_literal(const Xml& xml) {
  LiteralExpression literal{.expression_language = language(xml), .written = written(xml)};
  if (const auto text = child(xml, "text")) literal.text = text->text();
  if (const auto imported = child(xml, "importedValues"))
    diagnostics_.error(imported->at(), Message(messages::kImportedValues));
  return literal;
}

Context Reader::read_context(const Xml& xml) {
  Context context;
  const std::vector<Xml> entries = children(xml, "contextEntry");
  for (const Xml& one : entries) {
    ContextEntry entry;
    if (const auto variable = child(one, "variable"))
      entry.variable = read_information_item(*variable);
    else if (context.entries.size() + 1 < entries.size())
      diagnostics_.error(one.at(), Message(messages::kResultLast));
    entry.value = read_expression_in(one);
    context.entries.push_back(std::move(entry));
  }
  return context;
}

Invocation Reader::read_invocation(const Xml& xml) {
  Invocation invocation;
  invocation.callee = read_expression_in(xml);
  for (const Xml& one : children(xml, "binding")) {
    const auto parameter = child(one, "parameter");
    if (!parameter) continue;
    invocation.bindings.push_back({read_information_item(*parameter), read_expression_in(one)});
  }
  return invocation;
}

List Reader::read_list(const Xml& xml) {
  List list;
  for (const Xml& one : xml.children())
    if (one.name_space() == version_.model && is_expression(one.name()))
      list.items.push_back(read_expression(one));
  return list;
}

Relation Reader::read_relation(const Xml& xml) {
  Relation relation;
  for (const Xml& column : children(xml, "column"))
    relation.columns.push_back(read_information_item(column));
  for (const Xml& row : children(xml, "row")) {
    relation.rows.push_back(read_list(row));
    const std::size_t width = relation.rows.back().items.size();
    if (width != relation.columns.size())
      diagnostics_.error(row.at(),
                         Message(messages::kRowWidth,
                                 {std::to_string(width), std::to_string(relation.columns.size())}));
  }
  return relation;
}

FunctionDefinition Reader::read_function(const Xml& xml) {
  FunctionDefinition function;
  const std::string kind = read_word(xml, "kind", {"FEEL", "Java", "PMML"});
  if (kind == "Java") function.kind = FunctionKind::java;
  if (kind == "PMML") function.kind = FunctionKind::pmml;
  for (const Xml& parameter : children(xml, "formalParameter"))
    function.parameters.push_back(read_information_item(parameter));
  function.body = read_expression_in(xml);
  return function;
}

For Reader::read_for(const Xml& xml) {
  For loop{.variable = iterator_of(xml)};
  if (const auto in = child(xml, "in")) loop.type_ref = type_ref(*in);
  loop.in = read_wrapped(xml, "in");
  loop.body = read_wrapped(xml, "return");
  return loop;
}

Quantified Reader::read_quantified(const Xml& xml) {
  Quantified quantified{.every = xml.name() == "every", .variable = iterator_of(xml)};
  if (const auto in = child(xml, "in")) quantified.type_ref = type_ref(*in);
  quantified.in = read_wrapped(xml, "in");
  quantified.satisfies = read_wrapped(xml, "satisfies");
  return quantified;
}

}  // namespace guichet::dmn
