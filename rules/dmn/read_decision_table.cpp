#include "rules/dmn/read_messages.hpp"
#include "rules/dmn/reader.hpp"

namespace guichet::dmn {

namespace {

using base::Message;

}  // namespace

DecisionTable Reader::read_table(const Xml& xml) {
  DecisionTable table;
  table.hit_policy =
      read_word(xml, "hitPolicy",
                {"UNIQUE", "FIRST", "PRIORITY", "ANY", "COLLECT", "RULE ORDER", "OUTPUT ORDER"});
  table.aggregation = read_word(xml, "aggregation", {"SUM", "COUNT", "MIN", "MAX"});
  table.orientation =
      read_word(xml, "preferredOrientation", {"Rule-as-Row", "Rule-as-Column", "CrossTable"});
  table.output_label = value_of(xml, "outputLabel");
  for (const Xml& input : children(xml, "input")) table.inputs.push_back(read_input_clause(input));
  for (const Xml& output : children(xml, "output"))
    table.outputs.push_back(read_output_clause(output));
  for (const Xml& annotation : children(xml, "annotation"))
    table.annotations.push_back(value_of(annotation, "name"));
  for (const Xml& rule : children(xml, "rule")) table.rules.push_back(read_rule(rule, table));
  return table;
}

InputClause Reader::read_input_clause(const Xml& xml) {
  InputClause input{.element = read_element(xml)};
  if (const auto expression = child(xml, "inputExpression")) {
    input.expression = read_literal(*expression);
    input.type_ref = type_ref(*expression);
  }
  input.values = read_tests_child(xml, "inputValues");
  return input;
}

OutputClause Reader::read_output_clause(const Xml& xml) {
  OutputClause output{.element = read_element(xml)};
  output.type_ref = type_ref(xml);
  output.values = read_tests_child(xml, "outputValues");
  if (const auto otherwise = child(xml, "defaultOutputEntry")) {
    output.otherwise = std::make_unique<Expression>();
    output.otherwise->element = read_element(*otherwise);
    output.otherwise->type_ref = type_ref(*otherwise);
    output.otherwise->form = read_literal(*otherwise);
  }
  return output;
}

DecisionRule Reader::read_rule(const Xml& xml, const DecisionTable& table) {
  DecisionRule rule{.element = read_element(xml)};
  for (const Xml& entry : children(xml, "inputEntry")) rule.inputs.push_back(read_tests(entry));
  for (const Xml& entry : children(xml, "outputEntry")) rule.outputs.push_back(read_literal(entry));
  for (const Xml& entry : children(xml, "annotationEntry"))
    rule.annotations.push_back(text_of(entry, "text"));
  const auto count = [&](std::size_t entries, std::size_t columns, const char* name) {
    if (entries == columns) return;
    diagnostics_.error(xml.at(), Message(messages::kEntryCount,
                                         {std::to_string(entries), name, std::to_string(columns)}));
  };
  count(rule.inputs.size(), table.inputs.size(), "inputEntry");
  count(rule.outputs.size(), table.outputs.size(), "outputEntry");
  // Tools leave out the entries of a column that they have just added.
  if (rule.annotations.size() > table.annotations.size())
    count(rule.annotations.size(), table.annotations.size(), "annotationEntry");
  rule.annotations.resize(table.annotations.size());
  return rule;
}

}  // namespace guichet::dmn
