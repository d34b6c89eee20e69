// Calls: arguments given by name are put in order here, where the callee is known.
#include "rules/feel/compile.hpp"

namespace guichet::feel {
namespace {

// The first signature that has all the names; where none has, nullptr.
const Signature* signature_named(const Builtin& builtin, const std::vector<std::string>& names) {
  const Signature* best = nullptr;
  for (const Signature& signature : builtin.signatures) {
    const bool all = std::all_of(names.begin(), names.end(), [&](const std::string& name) {
      return std::any_of(signature.parameters.begin(), signature.parameters.end(),
                         [&](const Parameter& parameter) { return parameter.name == name; });
    });
    if (!all) continue;
    if (names.size() >= signature.required()) return &signature;
    if (best == nullptr) best = &signature;
  }
  return best;
}

// Where a function keeps its flags, if it takes a regular expression.
std::optional<std::size_t> flags_argument(std::string_view name) {
  if (name == "matches") return 2;
  if (name == "replace") return 3;
  if (name == "split") return 2;
  return std::nullopt;
}

}  // namespace

// Compiles a regular expression that is a constant with the expression; one that is wrong is
// left to fail when it is evaluated.
void Compiler::keep_pattern(const Builtin& function, Instruction& in) {
  const auto flags = flags_argument(function.name);
  const auto constant = [&](std::size_t argument) -> const Value* {
    if (argument >= in.count) return nullptr;
    const Instruction& operand = program_.code[program_.operands[in.first + argument]];
    return operand.op == Op::constant ? &program_.constants[operand.a] : nullptr;
  };
  if (!flags) return;
  const Value* pattern = constant(1);
  if (pattern == nullptr || pattern->kind() != Kind::string) return;
  std::string_view flags_text;
  if (in.count > *flags) {
    const Value* given = constant(*flags);
    if (given == nullptr || given->kind() != Kind::string) return;
    flags_text = given->text();
  }
  if (syntax_.patterns->spent()) return;
  const PatternTime::Use use(*syntax_.patterns);
  auto compiled = Pattern::compile(pattern->text(), flags_text);
  if (!compiled) return;
  program_.patterns.push_back(std::move(*compiled));
  in.b = static_cast<std::uint32_t>(program_.patterns.size());
}

Compiler::Compiled Compiler::call(const Node& node, Instruction& in) {
  const Node& callee = *node.children[0];
  if (callee.form == Form::builtin) return call_builtin(node, in);
  if (callee.form == Form::native && node.names.empty()) {
    in.op = Op::call_native;
    in.a = native(callee.index);
    compile_operands(node, in, 1);
    return emit(in, false);
  }
  in.op = Op::call_value;
  in.a = compile(callee).index;
  if (!node.names.empty()) {
    program_.name_lists.push_back(node.names);
    in.b = static_cast<std::uint32_t>(program_.name_lists.size());
  }
  compile_operands(node, in, 1);
  return emit(in, false);
}

Compiler::Compiled Compiler::call_builtin(const Node& node, Instruction& in) {
  const Builtin& function = *node.children[0]->builtin;
  in.op = Op::call_builtin;
  in.a = builtin(&function);
  bool constant = function.pure;
  if (node.names.empty()) {
    constant = compile_operands(node, in, 1) && constant;
    keep_pattern(function, in);
    return emit(in, constant);
  }
  const Signature* signature = signature_named(function, node.names);
  std::vector<std::uint32_t> indexes;
  if (signature == nullptr) {
    in.op = Op::undefined;
    in.first = text(std::string(function.name));
    return emit(in, false);
  }
  Node absent;
  absent.offset = node.offset;
  absent.length = node.length;
  std::size_t last = 0;
  for (std::size_t i = 0; i < signature->parameters.size(); ++i) {
    const auto name =
        std::find(node.names.begin(), node.names.end(), signature->parameters[i].name);
    const bool given = name != node.names.end();
    const Compiled argument = compile(
        given ? *node.children[static_cast<std::size_t>(name - node.names.begin()) + 1] : absent);
    constant = constant && argument.constant;
    indexes.push_back(argument.index);
    if (given || !signature->parameters[i].optional) last = i + 1;
  }
  indexes.resize(last);
  in.first = static_cast<std::uint32_t>(program_.operands.size());
  in.count = static_cast<std::uint32_t>(indexes.size());
  program_.operands.insert(program_.operands.end(), indexes.begin(), indexes.end());
  return emit(in, constant);
}

}  // namespace guichet::feel
