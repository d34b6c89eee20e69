// A DMN model as its XML says it, versions 1.1 to 1.6 alike: nothing is compiled, nothing resolved.
// read.hpp makes one from XML, write.hpp writes one, from_table.hpp makes one of a YAML table,
// model.hpp compiles one. Every text knows its place in the file.
// Source of the shapes: OMG DMN 1.5, chapters 6 and 7 and its XSD.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "rules/dmn/boxed.hpp"

namespace guichet::dmn {

struct ItemDefinition {
  Element element;
  std::string type_ref;  // of a simple type or an alias
  bool is_collection = false;
  std::optional<UnaryTests> allowed_values;   // of each item where a collection
  std::optional<UnaryTests> type_constraint;  // DMN 1.5: of the whole
  std::vector<ItemDefinition> components;
  // DMN 1.5 functionItem.
  bool is_function = false;
  std::vector<InformationItem> function_parameters;
  std::string function_result;
};

// "#id" or "namespace#id", as written.
struct Reference {
  std::string href;
  base::Location at;
};

struct InputData {
  Element element;
  InformationItem variable;
};
struct Decision {
  Element element;
  InformationItem variable;
  std::string question, allowed_answers;
  std::vector<Reference> required_inputs, required_decisions, required_knowledge;
  ExpressionPtr logic;  // nullptr: none, the decision is null
};
struct BusinessKnowledgeModel {
  Element element;
  InformationItem variable;
  std::vector<Reference> required_knowledge;
  std::optional<FunctionDefinition> logic;
  base::Location logic_at;
};
struct DecisionService {
  Element element;
  InformationItem variable;
  std::vector<Reference> output_decisions, encapsulated_decisions, input_decisions, input_data;
};
struct Import {
  Element element;  // `name` is the prefix
  std::string import_namespace;
  std::string import_type;
  std::string location_uri;
};

struct Definitions {
  Element element;
  std::string version;  // "1.1" .. "1.6", by the XML namespace
  std::string model_namespace;
  std::string expression_language;  // "" : FEEL
  // Every name that is used is declared, as YAML has it; editors' models may leave some out.
  bool declares_all = false;
  std::vector<Import> imports;
  std::vector<ItemDefinition> item_definitions;
  std::vector<InputData> inputs;
  std::vector<Decision> decisions;
  std::vector<BusinessKnowledgeModel> knowledge_models;
  std::vector<DecisionService> services;
};

}  // namespace guichet::dmn
