// From the syntax tree to a program.
#pragma once

#include <map>

#include "rules/feel/program.hpp"
#include "rules/feel/syntax.hpp"

namespace guichet::feel {

// What the folding of constants may cost in one load.
inline constexpr std::uint64_t kFoldingSteps = 200'000;
inline constexpr int kLoadPatternMillis = 10;
inline constexpr int kFoldingPatternMillis = 2;

class Compiler {
 public:
  Compiler(const Syntax& syntax, const Scope& scope, Expression::Program& program)
      : syntax_(syntax), scope_(scope), program_(program), folding_steps_(kFoldingSteps) {}

  // Fills the program's code; `tests` reserves slot 0 for `?`.
  void compile_root(bool tests);

 private:
  // Slots of the function being compiled; the outermost frame is the expression's own.
  struct Frame {
    Frame* outer = nullptr;
    const Node* lambda = nullptr;
    Lambda* target = nullptr;
    std::map<std::uint32_t, std::uint32_t> slots;      // by binding
    std::map<std::uint32_t, std::uint32_t> variables;  // by the scope's slot
    std::uint32_t size = 0;
  };
  struct Compiled {
    std::uint32_t index = 0;
    bool constant = false;
  };

  Compiled compile(const Node& node);
  Compiled compile_alone(const Node& node);
  Compiled chain(const Node& node);
  Compiled compile_form(const Node& node, Instruction& instruction);
  Compiled emit(Instruction instruction, bool constant);
  Compiled emit_constant(const Node& node, const Value& value);
  Compiled fold(Compiled compiled, std::size_t code_before);
  bool compile_operands(const Node& node, Instruction& instruction, std::size_t from = 0);
  Compiled binary(const Node& node, Instruction& instruction, Op op);
  Compiled call(const Node& node, Instruction& instruction);
  Compiled call_builtin(const Node& node, Instruction& instruction);
  void keep_pattern(const Builtin& function, Instruction& in);
  Compiled lambda(const Node& node, Instruction& instruction);
  Compiled path(const Node& node, Instruction& instruction);
  Compiled in_operator(const Node& node, Instruction& instruction);
  Compiled filter(const Node& node, Instruction& instruction);
  std::uint16_t slot_for(std::uint32_t binding);
  std::uint16_t slots_for(const std::vector<std::uint32_t>& bindings);
  std::uint32_t resolve(Frame& frame, std::uint32_t binding);
  std::uint32_t resolve_variable(Frame& frame, std::uint32_t slot);
  std::uint32_t text(const std::string& text);
  std::uint32_t native(std::uint32_t scope_index);
  std::uint32_t builtin(const Builtin* builtin);

  const Syntax& syntax_;
  const Scope& scope_;
  Expression::Program& program_;
  Frame* frame_ = nullptr;
  std::map<std::uint32_t, std::uint32_t> natives_;
  std::map<const Node*, Compiled> ready_;  // left ends of chains
  std::uint64_t folding_steps_;            // left
  PatternTime folding_patterns_{kFoldingPatternMillis};
  std::vector<Value> folding_locals_;
};

// Does the tree read the binding?
bool reads(const Node& node, std::uint32_t binding);

TestSet classify_tests(const Expression::Program& program);

}  // namespace guichet::feel
