// What the logic of a decision is written as: literal expressions, boxed expressions, tables, as
// definitions.hpp has the model around them.
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

}  // namespace guichet::dmn
