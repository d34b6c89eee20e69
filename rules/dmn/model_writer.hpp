// Inside the module: writes the elements of one model in the order of the DMN schema.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "rules/dmn/definitions.hpp"
#include "rules/dmn/diagram.hpp"
#include "rules/dmn/identifiers.hpp"
#include "rules/dmn/versions.hpp"
#include "rules/dmn/xml_writer.hpp"

namespace guichet::dmn {

class ModelWriter {
 public:
  ModelWriter(const Definitions& definitions, const DmnVersion& version)
      : definitions_(definitions), version_(version), identifiers_(definitions) {}

  std::string write();

 private:
  using Attributes = xml::Writer::Attributes;

  // -- write.cpp: what `definitions` holds --
  void write_import(const Import& import);
  void write_item_definition(const ItemDefinition& item, std::string_view name);
  void write_input_data(const InputData& input);
  void write_decision(const Decision& decision);
  void write_knowledge_model(const BusinessKnowledgeModel& model);
  void write_service(const DecisionService& service);
  void write_references(const std::vector<Reference>& references, std::string_view name);
  void write_requirements(const std::vector<Reference>& references, std::string_view requirement,
                          std::string_view required, const std::string& by);

  // -- write_element.cpp --
  // id, name, label and what is Guichet's own.
  Attributes attributes(const Element& element, bool named = false) const;
  // The same with an id in any case.
  Attributes identified(const Element& element, std::string_view kind, bool named = false);
  void write_description(const Element& element);
  bool has_content(const Element& element) const;
  void write_information_item(const InformationItem& item, std::string_view name);
  void write_tests(const UnaryTests& tests, std::string_view name, std::string_view kind = {});
  void write_literal(const LiteralExpression& literal, const Element& element,
                     std::string_view name, const std::string& type_ref = {});

  // -- write_expression.cpp --
  void write_expression(const ExpressionPtr& expression);
  void write_wrapped(const ExpressionPtr& expression, std::string_view name,
                     const std::string& type_ref = {});
  void write_function(const FunctionDefinition& function, const Element& element,
                      std::string_view name, const std::string& type_ref);
  void write_list(const List& list, const Element& element, std::string_view name,
                  const std::string& type_ref);
  void write_table(const DecisionTable& table, const Element& element, const std::string& type_ref);
  void write_rule(const DecisionRule& rule);
  struct WriteForm;

  const Definitions& definitions_;
  const DmnVersion& version_;
  Identifiers identifiers_;
  Diagram diagram_;
  xml::Writer xml_;
};

}  // namespace guichet::dmn
