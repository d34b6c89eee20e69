#include "rules/feel/compile.hpp"


namespace guichet::feel {
namespace {

Op arithmetic_op(char op) {
  switch (op) {
    case '+':
      return Op::add;
    case '-':
      return Op::subtract;
    case '*':
      return Op::multiply;
    case '/':
      return Op::divide;
    default:
      return Op::power;
  }
}

Op comparison_op(char op) {
  switch (op) {
    case '=':
      return Op::equal;
    case '!':
      return Op::unequal;
    case '<':
      return Op::less;
    case 'l':
      return Op::less_equal;
    case '>':
      return Op::greater;
    default:
      return Op::greater_equal;
  }
}

Range::Form range_form(char op) {
  switch (op) {
    case '=':
      return Range::Form::equal;
    case '!':
      return Range::Form::unequal;
    case '<':
      return Range::Form::less;
    case 'l':
      return Range::Form::less_equal;
    case '>':
      return Range::Form::greater;
    default:
      return Range::Form::greater_equal;
  }
}

}  // namespace

bool reads(const Node& node, std::uint32_t binding) {
  std::vector<const Node*> waiting{&node};
  while (!waiting.empty()) {
    const Node& next = *waiting.back();
    waiting.pop_back();
    if (next.form == Form::local && next.index == binding) return true;
    waiting.insert(waiting.end(), next.children.begin(), next.children.end());
  }
  return false;
}

void Compiler::compile_root(bool tests) {
  Frame frame;
  frame_ = &frame;
  if (tests) slot_for(0);
  program_.root = compile(*syntax_.root).index;
  program_.frame = frame.size;
  for (const auto& entry : frame.variables) program_.slots.push_back(entry.first);
}

Compiler::Compiled Compiler::compile_alone(const Node& node) {
  Instruction instruction;
  instruction.offset = node.offset;
  instruction.length = node.length;
  const std::size_t code_before = program_.code.size();
  return fold(compile_form(node, instruction), code_before);
}

Compiler::Compiled Compiler::emit(Instruction instruction, bool constant) {
  program_.code.push_back(instruction);
  return {static_cast<std::uint32_t>(program_.code.size() - 1), constant};
}

Compiler::Compiled Compiler::emit_constant(const Node& node, const Value& value) {
  Instruction instruction;
  instruction.op = Op::constant;
  instruction.offset = node.offset;
  instruction.length = node.length;
  instruction.a = static_cast<std::uint32_t>(program_.constants.size());
  program_.constants.push_back(value);
  return emit(instruction, true);
}

bool Compiler::compile_operands(const Node& node, Instruction& instruction, std::size_t from) {
  std::vector<std::uint32_t> indexes;
  bool constant = true;
  for (std::size_t i = from; i < node.children.size(); ++i) {
    const Compiled child = compile(*node.children[i]);
    constant = constant && child.constant;
    indexes.push_back(child.index);
  }
  instruction.first = static_cast<std::uint32_t>(program_.operands.size());
  instruction.count = static_cast<std::uint32_t>(indexes.size());
  program_.operands.insert(program_.operands.end(), indexes.begin(), indexes.end());
  return constant;
}

Compiler::Compiled Compiler::binary(const Node& node, Instruction& instruction, Op op) {
  instruction.op = op;
  const Compiled a = compile(*node.children[0]);
  const Compiled b = compile(*node.children[1]);
  instruction.a = a.index;
  instruction.b = b.index;
  return emit(instruction, a.constant && b.constant);
}

Compiler::Compiled Compiler::compile_form(const Node& node, Instruction& in) {
  const auto with_operands = [&](Op op) {
    in.op = op;
    const bool constant = compile_operands(node, in);
    return emit(in, constant);
  };
  const auto with_one = [&](Op op) {
    in.op = op;
    const Compiled child = compile(*node.children[0]);
    in.a = child.index;
    return emit(in, child.constant);
  };
  switch (node.form) {
    case Form::literal:
      return emit_constant(node, node.value);
    case Form::variable:
      in.op = frame_->outer == nullptr ? Op::variable : Op::local;
      in.a = resolve_variable(*frame_, node.index);
      return emit(in, false);
    case Form::local:
      in.op = Op::local;
      in.a = resolve(*frame_, node.index);
      return emit(in, false);
    case Form::builtin:
      in.op = Op::builtin;
      in.a = builtin(node.builtin);
      return emit(in, false);
    case Form::native:
      in.op = Op::native;
      in.a = native(node.index);
      return emit(in, false);
    case Form::unknown:
      in.op = Op::undefined;
      in.first = text(node.text);
      return emit(in, false);
    case Form::member_or: {
      const Compiled compiled_item = compile(*node.children[0]);
      const Compiled otherwise = compile(*node.children[1]);
      in.op = Op::member_or;
      in.a = compiled_item.index;
      in.b = otherwise.index;
      in.first = text(node.text);
      return emit(in, false);
    }
    case Form::negate:
      return with_one(Op::negate);
    case Form::arithmetic:
      return binary(node, in, arithmetic_op(node.op));
    case Form::comparison:
      return binary(node, in, comparison_op(node.op));
    case Form::conjunction:
      return binary(node, in, Op::conjunction);
    case Form::disjunction:
      return binary(node, in, Op::disjunction);
    case Form::between:
      return with_operands(Op::between);
    case Form::in:
      return in_operator(node, in);
    case Form::instance_of:
      in.b = static_cast<std::uint32_t>(program_.types.size());
      program_.types.push_back(node.named_type);
      return with_one(Op::instance_of);
    case Form::path:
      return path(node, in);
    case Form::filter:
      return filter(node, in);
    case Form::call:
      return call(node, in);
    case Form::conditional:
      return with_operands(Op::conditional);
    case Form::loop:
    case Form::some:
    case Form::every:
      in.slot = slots_for(node.bindings);
      in.op = node.form == Form::loop ? Op::loop : node.form == Form::some ? Op::some : Op::every;
      if (node.form == Form::loop)
        in.flags = reads(*node.children.back(), node.bindings.back()) ? 1 : 0;
      return emit((compile_operands(node, in), in), false);
    case Form::list:
      return with_operands(Op::list);
    case Form::context:
      in.slot = slots_for(node.bindings);
      in.a = static_cast<std::uint32_t>(program_.name_lists.size());
      in.b = node.index;
      program_.name_lists.push_back(node.names);
      return with_operands(Op::context);
    case Form::range:
      in.flags = (node.low_closed ? kLowClosed : 0) | (node.high_closed ? kHighClosed : 0) |
                 (node.op == '~' ? kMayRunDown : 0);
      return binary(node, in, Op::range);
    case Form::half_range:
      in.flags = static_cast<std::uint8_t>(range_form(node.op));
      return with_one(Op::half_range);
    case Form::lambda:
      return lambda(node, in);
    case Form::any_test:
      in.op = Op::any_test;
      return emit(in, false);
    case Form::negated:
      with_operands(Op::negated);
      break;
    case Form::tests:
      with_operands(Op::tests);
      break;
    case Form::compare_test:
      in.flags = static_cast<std::uint8_t>(comparison_op(node.op));
      in.slot = static_cast<std::uint16_t>(resolve(*frame_, node.index));
      with_one(Op::compare_test);
      break;
    case Form::value_test:
      in.flags = node.uses_input ? 1 : 0;
      in.slot = static_cast<std::uint16_t>(resolve(*frame_, node.index));
      with_one(Op::value_test);
      break;
  }
  // Tests depend on `?`, whatever their operands.
  return {static_cast<std::uint32_t>(program_.code.size() - 1), false};
}

Compiler::Compiled Compiler::path(const Node& node, Instruction& in) {
  const Node& owner = *node.children[0];
  in.op = Op::path;
  const Compiled compiled = compile(owner);
  in.a = compiled.index;
  in.first = text(node.text);
  in.b = owner.type.place_of(node.text);
  return emit(in, compiled.constant);
}

Compiler::Compiled Compiler::in_operator(const Node& node, Instruction& in) {
  in.op = Op::in;
  in.slot = slot_for(node.bindings.front());
  in.a = compile(*node.children[0]).index;
  compile_operands(node, in, 1);
  return emit(in, false);
}

Compiler::Compiled Compiler::filter(const Node& node, Instruction& in) {
  in.op = Op::filter;
  in.slot = slot_for(node.bindings.front());
  in.flags = reads(*node.children[1], node.bindings.front()) ? 1 : 0;
  const Compiled source = compile(*node.children[0]);
  const Compiled predicate = compile(*node.children[1]);
  in.a = source.index;
  in.b = predicate.index;
  return emit(in, source.constant && predicate.constant);
}

std::uint16_t Compiler::slot_for(std::uint32_t binding) {
  const std::uint32_t slot = frame_->size++;
  frame_->slots[binding] = slot;
  return static_cast<std::uint16_t>(slot);
}

std::uint16_t Compiler::slots_for(const std::vector<std::uint32_t>& bindings) {
  const auto first = static_cast<std::uint16_t>(frame_->size);
  for (const std::uint32_t binding : bindings) slot_for(binding);
  return first;
}

// The slot of a binding in a frame; bindings of the frames around are captured on the way.
std::uint32_t Compiler::resolve(Frame& frame, std::uint32_t binding) {
  if (const auto found = frame.slots.find(binding); found != frame.slots.end())
    return found->second;
  const std::uint32_t slot = frame.size++;
  frame.slots[binding] = slot;
  if (frame.lambda != nullptr && syntax_.bindings[binding].self == frame.lambda)
    frame.target->self = static_cast<std::int32_t>(slot);
  else if (frame.outer != nullptr)
    frame.target->captures.push_back({false, resolve(*frame.outer, binding), slot});
  return slot;
}

std::uint32_t Compiler::resolve_variable(Frame& frame, std::uint32_t variable) {
  if (frame.outer == nullptr) {
    frame.variables[variable] = variable;
    return variable;
  }
  if (const auto found = frame.variables.find(variable); found != frame.variables.end())
    return found->second;
  const std::uint32_t slot = frame.size++;
  frame.variables[variable] = slot;
  const bool outermost = frame.outer->outer == nullptr;
  frame.target->captures.push_back({outermost, resolve_variable(*frame.outer, variable), slot});
  return slot;
}

Compiler::Compiled Compiler::lambda(const Node& node, Instruction& in) {
  Lambda lambda;
  lambda.parameters = node.parameter_types;
  lambda.result = node.children[0]->type;
  lambda.names = node.names;
  Frame frame;
  frame.outer = frame_;
  frame.lambda = &node;
  frame.target = &lambda;
  frame_ = &frame;
  slots_for(node.bindings);
  lambda.body = compile(*node.children[0]).index;
  lambda.frame = frame.size;
  frame_ = frame.outer;
  in.op = Op::lambda;
  in.a = static_cast<std::uint32_t>(program_.lambdas.size());
  program_.lambdas.push_back(std::move(lambda));
  return emit(in, false);
}

std::uint32_t Compiler::text(const std::string& text) {
  program_.texts.push_back(text);
  return static_cast<std::uint32_t>(program_.texts.size() - 1);
}

std::uint32_t Compiler::builtin(const Builtin* builtin) {
  auto& all = program_.builtins;
  const auto found = std::find(all.begin(), all.end(), builtin);
  if (found != all.end()) return static_cast<std::uint32_t>(found - all.begin());
  all.push_back(builtin);
  return static_cast<std::uint32_t>(all.size() - 1);
}

std::uint32_t Compiler::native(std::uint32_t scope_index) {
  const auto next = static_cast<std::uint32_t>(program_.natives.size());
  const auto [entry, added] = natives_.emplace(scope_index, next);
  if (added) program_.natives.push_back(scope_.functions()[scope_index]);
  return entry->second;
}

}  // namespace guichet::feel
