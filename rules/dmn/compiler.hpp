// From boxed expressions to nodes: one function for each form, one file a family. A unit is what
// shares an array of variables: a decision, or the body of a function.
#pragma once

#include <algorithm>
#include <string>
#include <vector>

#include "rules/dmn/node.hpp"

namespace guichet::dmn {

// A name that an expression uses and nothing around it declares.
struct Use {
  std::string name;
  std::string type_ref;  // of the column whose whole expression it is; "" elsewhere
  base::Location at;
  bool is_column = false;
};

struct Unit {
  std::size_t model = 0;
  std::size_t slots = 0;                 // that its variables need
  std::vector<feel::Scope::Slot> reads;  // variables that its expressions read, in no order
  std::string name;                      // of the decision or function, for its tables
  std::string name_of_function;          // that the entry under way defines; "" if none
  std::vector<Use> undeclared{};         // of its literal expressions, columns and outputs
};

class Compiler {
 public:
  Compiler(const std::vector<Definitions>& models, Types& types, bool lenient,
           base::Diagnostics& diagnostics)
      : models_(models), types_(types), lenient_(lenient), diagnostics_(diagnostics) {}

  // The node for an expression, its typeRef respected. A missing one is reported at `at`.
  NodePtr compile(const ExpressionPtr& expression, const feel::Scope& scope, Unit& unit,
                  const base::Location& at);
  // A function's body with its parameters.
  NodePtr compile_function(const FunctionDefinition& function, const feel::Scope& scope, Unit& unit,
                           const base::Location& at);

  // FEEL's text; a reason where it cannot be read and the compiler is lenient. Empty: neither.
  struct Text {
    feel::Expression expression;
    std::optional<base::Message> broken;
  };
  Text compile_text(const base::LocatedText& text, const std::string& language,
                    const feel::Scope& scope, Unit& unit);
  // A filter's condition.
  Text compile_match(const LiteralExpression& match, const feel::Type& item,
                     const feel::Scope& scope, Unit& unit);
  Text compile_tests(const UnaryTests& tests, const feel::Type& input, const feel::Scope& scope,
                     Unit& unit);

  // A mistake that leaves something to run: a warning where lenient.
  void mistake(const base::Location& at, base::Message what,
               std::optional<base::Message> hint = {});
  ItemTypePtr type_of(const Unit& unit, const std::string& type_ref, const base::Location& at) {
    return types_.resolve(unit.model, type_ref, at);
  }

 private:
  NodePtr form(const LiteralExpression& literal, const Expression& whole, const feel::Scope& scope,
               Unit& unit);
  NodePtr form(const Context& context, const Expression& whole, const feel::Scope& scope,
               Unit& unit);
  NodePtr form(const Invocation& invocation, const Expression& whole, const feel::Scope& scope,
               Unit& unit);
  NodePtr form(const List& list, const Expression& whole, const feel::Scope& scope, Unit& unit);
  NodePtr form(const Relation& relation, const Expression& whole, const feel::Scope& scope,
               Unit& unit);
  NodePtr form(const FunctionDefinition& function, const Expression& whole,
               const feel::Scope& scope, Unit& unit);
  NodePtr form(const Conditional& conditional, const Expression& whole, const feel::Scope& scope,
               Unit& unit);
  NodePtr form(const Filter& filter, const Expression& whole, const feel::Scope& scope, Unit& unit);
  NodePtr form(const For& loop, const Expression& whole, const feel::Scope& scope, Unit& unit);
  NodePtr form(const Quantified& quantified, const Expression& whole, const feel::Scope& scope,
               Unit& unit);
  NodePtr form(const DecisionTable& table, const Expression& whole, const feel::Scope& scope,
               Unit& unit);
  NodePtr external(const FunctionDefinition& function, const feel::Scope& scope,
                   const base::Location& at);

  bool accept(const base::LocatedText& text, const std::string& language, Text& result);
  void take_over(const base::Diagnostics& found, Text& result);
  void note_undeclared(const base::LocatedText& text, const base::Diagnostics& found, Unit& unit);
  void note_reads(const feel::Expression& expression, Unit& unit);

  const std::vector<Definitions>& models_;
  Types& types_;
  bool lenient_;
  base::Diagnostics& diagnostics_;
};

// A node for an expression that could not be read: null with the reason.
NodePtr broken_node(base::Message why, base::Location at);
// A node for text, or for what is wrong with it.
NodePtr text_node(Compiler::Text text, base::Location at);

// Declares a variable for what follows.
inline feel::Scope::Slot declare(feel::Scope& scope, const std::string& name,
                                 const feel::Type& type, Unit& unit) {
  const auto slot = scope.declare(name, type);
  unit.slots = std::max(unit.slots, scope.size());
  return slot;
}

}  // namespace guichet::dmn
