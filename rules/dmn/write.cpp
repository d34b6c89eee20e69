#include "rules/dmn/write.hpp"

#include <algorithm>

#include "rules/dmn/model_writer.hpp"

namespace guichet::dmn {

namespace {

constexpr std::string_view kOldestWritten = "1.3";

std::string_view needed_by(const ExpressionPtr& expression);

// The first version that has the form and what stands in it.
struct NeededBy {
  std::string_view operator()(const LiteralExpression&) const { return kOldestWritten; }
  std::string_view operator()(const DecisionTable&) const { return kOldestWritten; }
  std::string_view operator()(const Conditional&) const { return "1.4"; }
  std::string_view operator()(const Filter&) const { return "1.4"; }
  std::string_view operator()(const For&) const { return "1.4"; }
  std::string_view operator()(const Quantified&) const { return "1.4"; }
  std::string_view operator()(const FunctionDefinition& function) const {
    return needed_by(function.body);
  }
  std::string_view operator()(const Context& context) const {
    std::string_view most = kOldestWritten;
    for (const ContextEntry& entry : context.entries) most = std::max(most, needed_by(entry.value));
    return most;
  }
  std::string_view operator()(const Invocation& invocation) const {
    std::string_view most = needed_by(invocation.callee);
    for (const Binding& binding : invocation.bindings)
      most = std::max(most, needed_by(binding.value));
    return most;
  }
  std::string_view operator()(const List& list) const {
    std::string_view most = kOldestWritten;
    for (const ExpressionPtr& item : list.items) most = std::max(most, needed_by(item));
    return most;
  }
  std::string_view operator()(const Relation& relation) const {
    std::string_view most = kOldestWritten;
    for (const List& row : relation.rows) most = std::max(most, (*this)(row));
    return most;
  }
};

std::string_view needed_by(const ExpressionPtr& expression) {
  return expression == nullptr ? kOldestWritten : std::visit(NeededBy{}, expression->form);
}

bool has_constraint(const ItemDefinition& item) {
  return item.type_constraint.has_value() ||
         std::any_of(item.components.begin(), item.components.end(), has_constraint);
}

const DmnVersion& version_for(const Definitions& definitions, std::string_view wanted) {
  std::string_view version = wanted.empty() ? definitions.version : wanted;
  version = std::max(version, kOldestWritten);
  for (const Decision& decision : definitions.decisions)
    version = std::max(version, needed_by(decision.logic));
  for (const auto& model : definitions.knowledge_models)
    if (model.logic) version = std::max(version, needed_by(model.logic->body));
  if (std::any_of(definitions.item_definitions.begin(), definitions.item_definitions.end(),
                  has_constraint))
    version = std::max<std::string_view>(version, "1.5");
  const DmnVersion* found = find_version(version);
  return found != nullptr ? *found : kDmnVersions.back();
}

}  // namespace

std::string write_xml(const Definitions& definitions, std::string_view version) {
  return ModelWriter(definitions, version_for(definitions, version)).write();
}

std::string ModelWriter::write() {
  Attributes made = identified(definitions_.element, "definitions", true);
  made.emplace_back("namespace", definitions_.model_namespace);
  made.emplace_back("expressionLanguage", xml::given(definitions_.expression_language));
  made.emplace_back("exporter", "Guichet");
  made.emplace_back("xmlns", std::string(version_.model));
  made.emplace_back("xmlns:dmndi", std::string(version_.diagram));
  made.emplace_back("xmlns:dc", "http://www.omg.org/spec/DMN/20180521/DC/");
  made.emplace_back("xmlns:di", "http://www.omg.org/spec/DMN/20180521/DI/");
  made.emplace_back("xmlns:guichet", std::string(kGuichetNamespace));
  xml_.open("definitions", made);
  write_description(definitions_.element);
  for (const Import& import : definitions_.imports) write_import(import);
  for (const ItemDefinition& item : definitions_.item_definitions)
    write_item_definition(item, "itemDefinition");
  for (const Decision& decision : definitions_.decisions) write_decision(decision);
  for (const auto& model : definitions_.knowledge_models) write_knowledge_model(model);
  for (const InputData& input : definitions_.inputs) write_input_data(input);
  for (const DecisionService& service : definitions_.services) write_service(service);
  write_diagram(diagram_, identifiers_.given_or_fresh({}, "diagram"), xml_);
  xml_.close();
  return xml_.take();
}

void ModelWriter::write_import(const Import& import) {
  Attributes made = attributes(import.element, true);
  made.emplace_back("namespace", import.import_namespace);
  const bool is_model =
      std::any_of(kDmnVersions.begin(), kDmnVersions.end(),
                  [&](const DmnVersion& version) { return version.model == import.import_type; });
  made.emplace_back("importType", is_model ? std::string(version_.model) : import.import_type);
  made.emplace_back("locationURI", xml::given(import.location_uri));
  xml_.open("import", made);
  write_description(import.element);
  xml_.close();
}

void ModelWriter::write_item_definition(const ItemDefinition& item, std::string_view name) {
  Attributes made = attributes(item.element, true);
  if (item.is_collection) made.emplace_back("isCollection", "true");
  xml_.open(name, made);
  write_description(item.element);
  if (!item.type_ref.empty()) xml_.text("typeRef", item.type_ref);
  if (item.allowed_values) write_tests(*item.allowed_values, "allowedValues");
  if (item.type_constraint) write_tests(*item.type_constraint, "typeConstraint");
  for (const ItemDefinition& component : item.components)
    write_item_definition(component, "itemComponent");
  if (item.is_function) {
    xml_.open("functionItem", {{"outputTypeRef", xml::given(item.function_result)}});
    for (const InformationItem& parameter : item.function_parameters)
      write_information_item(parameter, "parameters");
    xml_.close();
  }
  xml_.close();
}

void ModelWriter::write_input_data(const InputData& input) {
  Attributes made = identified(input.element, "inputData", true);
  diagram_.shapes.push_back({*made[0].second, input.element.name});
  xml_.open("inputData", made);
  write_description(input.element);
  write_information_item(input.variable, "variable");
  xml_.close();
}

void ModelWriter::write_decision(const Decision& decision) {
  Attributes made = identified(decision.element, "decision", true);
  const std::string id = *made[0].second;
  diagram_.shapes.push_back({id, decision.element.name});
  xml_.open("decision", made);
  write_description(decision.element);
  if (!decision.question.empty()) xml_.text("question", decision.question);
  if (!decision.allowed_answers.empty()) xml_.text("allowedAnswers", decision.allowed_answers);
  write_information_item(decision.variable, "variable");
  write_requirements(decision.required_decisions, "informationRequirement", "requiredDecision", id);
  write_requirements(decision.required_inputs, "informationRequirement", "requiredInput", id);
  write_requirements(decision.required_knowledge, "knowledgeRequirement", "requiredKnowledge", id);
  write_expression(decision.logic);
  xml_.close();
}

void ModelWriter::write_knowledge_model(const BusinessKnowledgeModel& model) {
  Attributes made = identified(model.element, "businessKnowledgeModel", true);
  const std::string id = *made[0].second;
  diagram_.shapes.push_back({id, model.element.name});
  xml_.open("businessKnowledgeModel", made);
  write_description(model.element);
  write_information_item(model.variable, "variable");
  if (model.logic) write_function(*model.logic, {}, "encapsulatedLogic", {});
  write_requirements(model.required_knowledge, "knowledgeRequirement", "requiredKnowledge", id);
  xml_.close();
}

void ModelWriter::write_service(const DecisionService& service) {
  Attributes made = identified(service.element, "decisionService", true);
  diagram_.shapes.push_back({*made[0].second, service.element.name, true});
  xml_.open("decisionService", made);
  write_description(service.element);
  write_information_item(service.variable, "variable");
  write_references(service.output_decisions, "outputDecision");
  write_references(service.encapsulated_decisions, "encapsulatedDecision");
  write_references(service.input_decisions, "inputDecision");
  write_references(service.input_data, "inputData");
  xml_.close();
}

void ModelWriter::write_references(const std::vector<Reference>& references,
                                   std::string_view name) {
  for (const Reference& reference : references) xml_.empty(name, {{"href", reference.href}});
}

void ModelWriter::write_requirements(const std::vector<Reference>& references,
                                     std::string_view requirement, std::string_view required,
                                     const std::string& by) {
  for (const Reference& reference : references) {
    const std::string id = identifiers_.given_or_fresh({}, "requirement");
    xml_.open(requirement, {{"id", id}});
    write_references({reference}, required);
    xml_.close();
    const std::size_t hash = reference.href.find('#');
    const std::string name_space = reference.href.substr(0, hash);
    if (hash != std::string::npos &&
        (name_space.empty() || name_space == definitions_.model_namespace))
      diagram_.edges.push_back({id, reference.href.substr(hash + 1), by});
  }
}

}  // namespace guichet::dmn
