#include "rules/dmn/read_messages.hpp"
#include "rules/dmn/reader.hpp"

namespace guichet::dmn {

namespace {

using base::Message;

}  // namespace

Definitions Reader::read() {
  Definitions definitions;
  definitions.element = read_element(root_);
  definitions.version = version_.number;
  definitions.model_namespace = model_namespace_;
  definitions.expression_language = language(root_);
  for (const Xml& xml : children(root_, "import")) definitions.imports.push_back(read_import(xml));
  for (const Xml& xml : children(root_, "itemDefinition"))
    definitions.item_definitions.push_back(read_item_definition(xml));
  for (const Xml& xml : children(root_, "inputData"))
    definitions.inputs.push_back(read_input_data(xml));
  for (const Xml& xml : children(root_, "decision"))
    definitions.decisions.push_back(read_decision(xml));
  for (const Xml& xml : children(root_, "businessKnowledgeModel"))
    definitions.knowledge_models.push_back(read_knowledge_model(xml));
  for (const Xml& xml : children(root_, "decisionService"))
    definitions.services.push_back(read_service(xml));
  return definitions;
}

Import Reader::read_import(const Xml& xml) {
  Import import{.element = read_element(xml)};
  const auto value = [&](std::string_view name) {
    const xml::Attribute* attribute = xml.attribute(name);
    return attribute == nullptr ? std::string() : attribute->value;
  };
  import.import_namespace = value("namespace");
  import.import_type = value("importType");
  import.location_uri = value("locationURI");
  // 1.1 names no import: its elements go by the prefix declared for its namespace.
  if (xml.attribute("name") == nullptr)
    import.element.name = root_.prefix_of(import.import_namespace).value_or("");
  import_names_[import.import_namespace] = import.element.name;
  return import;
}

ItemDefinition Reader::read_item_definition(const Xml& xml) {
  ItemDefinition item;
  item.element = read_element(xml);
  require_name(item.element, xml);
  if (const auto type = child(xml, "typeRef"))
    item.type_ref = type_name(*type, type->text().trimmed().text());
  item.is_collection =
      read_word(xml, "isCollection", {"true", "false", "1", "0"}).find_first_of("t1") == 0;
  item.allowed_values = read_tests_child(xml, "allowedValues");
  item.type_constraint = read_tests_child(xml, "typeConstraint");
  for (const Xml& component : children(xml, "itemComponent"))
    item.components.push_back(read_item_definition(component));
  if (const auto function = child(xml, "functionItem")) {
    item.is_function = true;
    for (const Xml& parameter : children(*function, "parameters"))
      item.function_parameters.push_back(read_information_item(parameter));
    if (const auto* result = function->attribute("outputTypeRef"))
      item.function_result = type_name(*function, result->value);
  }
  return item;
}

InputData Reader::read_input_data(const Xml& xml) {
  InputData input;
  input.element = read_element(xml);
  require_name(input.element, xml);
  input.variable = read_variable(xml, input.element);
  return input;
}

Decision Reader::read_decision(const Xml& xml) {
  Decision decision;
  decision.element = read_element(xml);
  require_name(decision.element, xml);
  decision.variable = read_variable(xml, decision.element);
  decision.question = text_of(xml, "question");
  decision.allowed_answers = text_of(xml, "allowedAnswers");
  for (const Xml& requirement : children(xml, "informationRequirement")) {
    const auto inputs = read_references(requirement, "requiredInput");
    const auto decisions = read_references(requirement, "requiredDecision");
    if (inputs.size() + decisions.size() != 1)
      diagnostics_.error(requirement.at(), Message(messages::kOneRequirement));
    decision.required_inputs.insert(decision.required_inputs.end(), inputs.begin(), inputs.end());
    decision.required_decisions.insert(decision.required_decisions.end(), decisions.begin(),
                                       decisions.end());
  }
  decision.required_knowledge = read_required_knowledge(xml);
  decision.logic = read_expression_in(xml);
  return decision;
}

BusinessKnowledgeModel Reader::read_knowledge_model(const Xml& xml) {
  BusinessKnowledgeModel model;
  model.element = read_element(xml);
  require_name(model.element, xml);
  model.variable = read_variable(xml, model.element);
  model.required_knowledge = read_required_knowledge(xml);
  if (const auto logic = child(xml, "encapsulatedLogic")) {
    model.logic = read_function(*logic);
    model.logic_at = logic->at();
  }
  return model;
}

DecisionService Reader::read_service(const Xml& xml) {
  DecisionService service;
  service.element = read_element(xml);
  require_name(service.element, xml);
  service.variable = read_variable(xml, service.element);
  service.output_decisions = read_references(xml, "outputDecision");
  service.encapsulated_decisions = read_references(xml, "encapsulatedDecision");
  service.input_decisions = read_references(xml, "inputDecision");
  service.input_data = read_references(xml, "inputData");
  return service;
}

std::vector<Reference> Reader::read_references(const Xml& xml, std::string_view name) {
  std::vector<Reference> references;
  for (const Xml& one : children(xml, name))
    if (const auto* href = one.attribute("href")) references.push_back({href->value, href->at});
  return references;
}

std::vector<Reference> Reader::read_required_knowledge(const Xml& xml) {
  std::vector<Reference> references;
  for (const Xml& requirement : children(xml, "knowledgeRequirement"))
    for (Reference& one : read_references(requirement, "requiredKnowledge"))
      references.push_back(std::move(one));
  return references;
}

}  // namespace guichet::dmn
