// Calls of functions built in, native and written in FEEL.
#include "rules/feel/run.hpp"

namespace guichet::feel {
namespace {

// Arguments and frames up to this size stand on the stack.
constexpr std::size_t kSmallCall = 8;

std::string kinds_of(std::span<const Value> arguments) {
  std::string text = "(";
  for (const Value& argument : arguments) {
    if (text.size() > 1) text += ", ";
    text += kind_name(argument.kind());
  }
  return text + ")";
}

// What it costs a function to look through its arguments, in steps.
std::uint64_t cost_of(std::span<const Value> arguments) {
  constexpr std::uint64_t kItemsPerStep = 16;
  constexpr std::uint64_t kBytesPerStep = 64;
  std::uint64_t cost = 0;
  for (const Value& argument : arguments) {
    if (argument.kind() == Kind::list) cost += argument.items().size() / kItemsPerStep;
    if (argument.kind() == Kind::context) cost += argument.entries().size() / kItemsPerStep;
    if (argument.kind() == Kind::string) cost += argument.text().size() / kBytesPerStep;
  }
  return cost;
}

}  // namespace

std::span<const Value> Run::arguments_of(const Instruction& in, std::span<Value> room) {
  const auto parts = operands(in);
  Value* arguments = room.data();
  if (parts.size() > room.size())
    arguments = static_cast<Value*>(arena_.allocate(parts.size() * sizeof(Value), alignof(Value)));
  for (std::size_t i = 0; i < parts.size(); ++i) new (arguments + i) Value(evaluate(parts[i]));
  return {arguments, parts.size()};
}

Value Run::call_instruction(const Instruction& in, std::uint32_t index) {
  Value room[kSmallCall];
  if (in.op == Op::call_builtin) {
    const auto arguments = arguments_of(in, room);
    if (meter_.stopped) return {};
    const Pattern* pattern = in.b == 0 ? nullptr : &program_.patterns[in.b - 1];
    return call_builtin(*program_.builtins[in.a], arguments, index, pattern);
  }
  if (in.op == Op::call_native) {
    const auto arguments = arguments_of(in, room);
    return meter_.stopped ? Value() : call_native(program_.natives[in.a], arguments, index);
  }
  const Value callee = evaluate(in.a);
  auto arguments = arguments_of(in, room);
  if (meter_.stopped) return {};
  if (callee.kind() != Kind::function)
    return fail(index, messages::kNotAFunction, {kind_of(callee)});
  if (in.b != 0 && !order_by_name(callee, program_.name_lists[in.b - 1], arguments))
    return fail(index, messages::kArgumentTypes,
                {std::string("function"), program_.name_lists[in.b - 1].front()});
  return call(callee, arguments, index);
}

// Puts arguments given by name in the order of the parameters of a closure or a function made in
// C++.
bool Run::order_by_name(const Value& callee, const std::vector<std::string>& names,
                        std::span<const Value>& arguments) {
  const Function& function = *ValueAccess::target<Function>(callee);
  if (function.builtin != nullptr || function.native) return false;
  const std::vector<std::string>& wanted =
      function.made != nullptr
          ? function.made->signature->parameters
          : static_cast<const Expression::Program&>(*function.owner).lambdas[function.index].names;
  if (wanted.size() != names.size()) return false;
  auto* ordered =
      static_cast<Value*>(arena_.allocate(names.size() * sizeof(Value), alignof(Value)));
  for (std::size_t i = 0; i < wanted.size(); ++i) {
    const auto name = std::find(names.begin(), names.end(), wanted[i]);
    if (name == names.end()) return false;
    new (ordered + i) Value(arguments[static_cast<std::size_t>(name - names.begin())]);
  }
  arguments = {ordered, names.size()};
  return true;
}

Value Run::call(const Value& callee, std::span<const Value> arguments, std::uint32_t node) {
  if (callee.kind() != Kind::function)
    return fail(node, messages::kNotAFunction, {kind_of(callee)});
  const Function& function = *ValueAccess::target<Function>(callee);
  if (function.builtin != nullptr) return call_builtin(*function.builtin, arguments, node);
  if (function.made != nullptr) return call_made(*function.made, arguments, node);
  const auto& owner = static_cast<const Expression::Program&>(*function.owner);
  if (function.native) return call_native(owner.natives[function.index], arguments, node);
  return call_closure(function, callee, arguments, node);
}

Value Run::call_closure(const Function& function, const Value& self,
                        std::span<const Value> arguments, std::uint32_t node) {
  const auto& owner = static_cast<const Expression::Program&>(*function.owner);
  const Lambda& lambda = owner.lambdas[function.index];
  if (arguments.size() != lambda.parameters.size())
    return fail(
        node, messages::kWrongCount,
        {"function", std::to_string(lambda.parameters.size()), std::to_string(arguments.size())});
  Value room[kSmallCall];
  Value* frame = room;
  if (lambda.frame > kSmallCall) {
    frame = static_cast<Value*>(arena_.allocate(lambda.frame * sizeof(Value), alignof(Value)));
    std::uninitialized_default_construct_n(frame, lambda.frame);
  }
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    const auto fitting = coerce(arguments[i], lambda.parameters[i], arena_);
    if (!fitting)
      return fail(node, messages::kWrongType, {lambda.parameters[i].name(), kind_of(arguments[i])});
    frame[i] = *fitting;
  }
  for (std::size_t i = 0; i < lambda.captures.size(); ++i)
    frame[lambda.captures[i].to] = function.captured[i];
  if (lambda.self >= 0) frame[lambda.self] = self;
  Run inner(owner, {}, evaluation_, meter_, frame);
  return inner.evaluate(lambda.body);
}

Value Run::call_native(const Scope::NativeEntry& native, std::span<const Value> arguments,
                       std::uint32_t node) {
  if (arguments.size() < native.required || arguments.size() > native.parameters.size())
    return fail(node, messages::kWrongCount,
                {native.name, std::to_string(native.required), std::to_string(arguments.size())});
  std::vector<Value> fitting(arguments.begin(), arguments.end());
  for (std::size_t i = 0; i < fitting.size(); ++i) {
    const auto value = coerce(fitting[i], native.parameters[i], arena_);
    if (!value)
      return fail(node, messages::kWrongType, {native.parameters[i].name(), kind_of(arguments[i])});
    fitting[i] = *value;
  }
  return native.function(fitting, evaluation_);
}

Value Run::call_made(const MadeFunction& made, std::span<const Value> arguments,
                     std::uint32_t node) {
  const FunctionSignature& signature = *made.signature;
  if (arguments.size() != signature.types.size())
    return fail(
        node, messages::kWrongCount,
        {signature.name, std::to_string(signature.types.size()), std::to_string(arguments.size())});
  std::vector<Value> fitting(arguments.begin(), arguments.end());
  for (std::size_t i = 0; i < fitting.size(); ++i) {
    const auto value = coerce(fitting[i], signature.types[i], arena_);
    if (!value)
      return fail(node, messages::kWrongType, {signature.types[i].name(), kind_of(arguments[i])});
    fitting[i] = *value;
  }
  // Functions made in C++ call each other without passing through evaluate().
  if (meter_.depth >= kEvaluationDepth) return stop(node, messages::kDepthBudget, kEvaluationDepth);
  ++meter_.depth;
  const Value result = made.function(fitting, evaluation_);
  --meter_.depth;
  return meter_.stopped ? Value() : result;
}

Value Run::call_builtin(const Builtin& builtin, std::span<const Value> arguments,
                        std::uint32_t node, const Pattern* pattern) {
  if (!spend(cost_of(arguments), node)) return {};
  Value room[kSmallCall];
  for (const Signature& signature : builtin.signatures) {
    if (!signature.takes(arguments.size())) continue;
    const std::size_t count = signature.parameters.size();
    if (count > kSmallCall) continue;
    bool fits = true;
    for (std::size_t i = 0; i < count && fits; ++i) {
      const Parameter& parameter = signature.parameters[i];
      if (parameter.variadic) {
        room[i] = list(arguments.subspan(i), node);
        break;
      }
      if (i >= arguments.size() || (arguments[i].is_null() && parameter.nullable)) {
        room[i] = Value();
        continue;
      }
      const auto value = conform(arguments[i], parameter.want, arena_);
      fits = value.has_value();
      if (fits) room[i] = *value;
    }
    if (!fits || meter_.stopped) continue;
    Call call{*this, arena_, {room, count}, node, builtin.name, pattern};
    return signature.function(call);
  }
  return fail(node, messages::kArgumentTypes, {std::string(builtin.name), kinds_of(arguments)});
}

Value Run::function_value(const Instruction& in) {
  Function function;
  if (in.op == Op::builtin) {
    function.builtin = program_.builtins[in.a];
  } else {
    function.owner = &program_;
    function.index = in.a;
    function.native = true;
    arena_.keep(program_.keep_alive());
  }
  return make_function(function, arena_);
}

Value Run::make_closure(const Instruction& in, std::uint32_t index) {
  const Lambda& lambda = program_.lambdas[in.a];
  const std::size_t count = lambda.captures.size();
  auto* captured = static_cast<Value*>(arena_.allocate(count * sizeof(Value), alignof(Value)));
  for (std::size_t i = 0; i < count; ++i) {
    const Lambda::Capture& capture = lambda.captures[i];
    new (captured + i) Value(capture.variable ? variables_[capture.from] : locals_[capture.from]);
  }
  arena_.keep(program_.keep_alive());
  Function function;
  function.owner = &program_;
  function.index = in.a;
  function.captured_count = static_cast<std::uint32_t>(count);
  function.captured = captured;
  return checked(make_function(function, arena_), index);
}

Value Call::fail(const base::MessageText& reason) const {
  return run.fail(node, reason, {std::string(name)});
}

Value Call::unknown(const base::MessageText& what, std::vector<std::string> texts) const {
  return run.unknown(node, what, std::move(texts));
}
Value Call::fail(const base::MessageText& what, std::vector<std::string> texts) const {
  return run.fail(node, what, std::move(texts));
}

bool Call::spend(std::uint64_t steps) const {
  return run.spend(steps, node);
}
Value Call::string(std::string_view text) const {
  return run.string(text, node);
}
Value Call::context(std::span<const Entry> entries) const {
  return run.context(entries, node);
}
Value Call::list(std::span<const Value> items) const {
  return run.list(items, node);
}

}  // namespace guichet::feel
