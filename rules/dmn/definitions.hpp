// A DMN model as its XML says it, versions 1.1 to 1.6 alike: nothing is compiled, nothing resolved.
// read.hpp makes one from XML, write.hpp writes one, from_table.hpp makes one of a YAML table,
// model.hpp compiles one. Every text knows its place in the file.
// Source of the shapes: OMG DMN 1.5, chapters 6 and 7 and its XSD.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "engine/base/source.hpp"
#include "rules/dmn/element.hpp"

namespace guichet::dmn {

struct Expression;
using ExpressionPtr = std::unique_ptr<Expression>;  // nullptr: none given

struct LiteralExpression {
  base::LocatedText text;
  std::string expression_language;
  std::string written;  // as in UnaryTests: `1bd` for "1bd"
};

struct ContextEntry {
  std::optional<InformationItem> variable;  // nothing: the context's result
  ExpressionPtr value;
};
struct Context {
  std::vector<ContextEntry> entries;
};

struct Binding {
  InformationItem parameter;
  ExpressionPtr value;
};
struct Invocation {
  ExpressionPtr callee;  // a literal expression that names a function
  std::vector<Binding> bindings;
};

struct List {
  std::vector<ExpressionPtr> items;
};
struct Relation {
  std::vector<InformationItem> columns;
  std::vector<List> rows;
};

enum class FunctionKind { feel, java, pmml };
struct FunctionDefinition {
  FunctionKind kind = FunctionKind::feel;
  std::vector<InformationItem> parameters;
  ExpressionPtr body;
};

struct Conditional {
  ExpressionPtr condition, then, otherwise;
};
struct Filter {
  ExpressionPtr in, match;
};
struct For {
  std::string variable;
  std::string type_ref;
  ExpressionPtr in, body;
};
struct Quantified {
  bool every = false;  // else some
  std::string variable;
  std::string type_ref;
  ExpressionPtr in, satisfies;
};

// -- decision tables; rules are rows whatever the orientation, which is presentation only --
struct InputClause {
  Element element;
  LiteralExpression expression;
  std::string type_ref;
  std::optional<UnaryTests> values;
};
struct OutputClause {
  Element element;  // `name` is the key of the result's context
  std::string type_ref;
  std::optional<UnaryTests> values;
  ExpressionPtr otherwise;  // defaultOutputEntry
};
struct DecisionRule {
  Element element;
  std::vector<UnaryTests> inputs;
  std::vector<LiteralExpression> outputs;
  std::vector<std::string> annotations;  // by annotation clause
};
struct DecisionTable {
  std::string hit_policy;   // as written: "UNIQUE", "RULE ORDER"; "" : UNIQUE
  std::string aggregation;  // "SUM", ...; "" : none
  std::string orientation;  // as written; kept for writing
  std::string output_label;
  std::vector<InputClause> inputs;
  std::vector<OutputClause> outputs;
  std::vector<std::string> annotations;  // names of the annotation clauses
  std::vector<DecisionRule> rules;
};

struct Expression {
  Element element;
  std::string type_ref;
  std::variant<LiteralExpression, Context, Invocation, List, Relation, FunctionDefinition,
               Conditional, Filter, For, Quantified, DecisionTable>
      form;
};

// -- the model --
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
