// Inside the module: reads the elements of one model, whatever its version. What the schema says
// is checked before (schema.hpp), what refers to something after (references.hpp).
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/diagnostic.hpp"
#include "rules/dmn/definitions.hpp"
#include "rules/dmn/versions.hpp"
#include "rules/dmn/xml.hpp"

namespace guichet::dmn {

// Of an attribute; "" where it is not there.
std::string value_of(const xml::Element& element, std::string_view attribute);

class Reader {
 public:
  // Requires: `root` is a `definitions` of one of kDmnVersions.
  Reader(const xml::Element& root, const DmnVersion& version, base::Diagnostics& diagnostics);

  Definitions read();

 private:
  using Xml = xml::Element;

  // -- reader.cpp: elements and attributes --
  std::optional<Xml> child(const Xml& element, std::string_view name) const;
  std::vector<Xml> children(const Xml& element, std::string_view name) const;
  std::optional<Xml> expression_child(const Xml& element) const;
  Element read_element(const Xml& xml);
  std::vector<Extension> read_extensions(const Xml& xml) const;
  std::string written(const Xml& xml) const;
  void require_name(const Element& element, const Xml& xml);
  std::string text_of(const Xml& element, std::string_view child_name) const;
  std::string type_ref(const Xml& element) const;  // its attribute
  // `feel:number`, `ns:tLoan` and so on as 1.2 and later write them.
  std::string type_name(const Xml& element, std::string_view written) const;
  std::string language(const Xml& element) const;
  InformationItem read_information_item(const Xml& xml);
  InformationItem read_variable(const Xml& owner, const Element& named);
  UnaryTests read_tests(const Xml& xml);
  std::optional<UnaryTests> read_tests_child(const Xml& xml, std::string_view name);
  // One of `words`, else an error; "" where the attribute is not there.
  std::string read_word(const Xml& xml, std::string_view attribute,
                        const std::vector<std::string>& words);

  // -- read_graph.cpp: what `definitions` holds --
  Import read_import(const Xml& xml);
  ItemDefinition read_item_definition(const Xml& xml);
  InputData read_input_data(const Xml& xml);
  Decision read_decision(const Xml& xml);
  BusinessKnowledgeModel read_knowledge_model(const Xml& xml);
  DecisionService read_service(const Xml& xml);
  std::vector<Reference> read_references(const Xml& xml, std::string_view name);
  std::vector<Reference> read_required_knowledge(const Xml& xml);

  // -- read_expression.cpp --
  ExpressionPtr read_expression(const Xml& xml);
  ExpressionPtr read_expression_in(const Xml& xml);  // its child that is one; nullptr if none
  // Of a child that wraps one (`if`, `in`, `satisfies`).
  ExpressionPtr read_wrapped(const Xml& xml, std::string_view name);
  LiteralExpression read_literal(const Xml& xml);
  Context read_context(const Xml& xml);
  Invocation read_invocation(const Xml& xml);
  List read_list(const Xml& xml);
  Relation read_relation(const Xml& xml);
  FunctionDefinition read_function(const Xml& xml);
  For read_for(const Xml& xml);
  Quantified read_quantified(const Xml& xml);

  // -- read_decision_table.cpp --
  DecisionTable read_table(const Xml& xml);
  InputClause read_input_clause(const Xml& xml);
  OutputClause read_output_clause(const Xml& xml);
  DecisionRule read_rule(const Xml& xml, const DecisionTable& table);

  const Xml& root_;
  const DmnVersion& version_;
  base::Diagnostics& diagnostics_;
  std::string model_namespace_;
  std::map<std::string, std::string, std::less<>> import_names_;  // by namespace
};

}  // namespace guichet::dmn
