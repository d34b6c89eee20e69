// The dispatch over instructions, operators and budgets. The rest of Run is in
// evaluate_access.cpp, evaluate_call.cpp and evaluate_iterate.cpp.
#include "rules/feel/list_builder.hpp"
#include "rules/feel/run.hpp"

namespace guichet::feel {
namespace {

constexpr std::uint32_t kLightWeight = 8;
constexpr std::uint64_t kMemoryCheckEvery = 256;  // steps; a power of two
constexpr std::size_t kSmallRoom = 4096;          // bytes that are not looked at one by one

}  // namespace

std::string kind_of(const Value& value) {
  return std::string(kind_name(value.kind()));
}

bool Run::spend(std::uint64_t steps, std::uint32_t node) {
  if (meter_.stopped) return false;
  if (meter_.steps < steps) {
    stop(node, messages::kStepBudget, evaluation_.budget.steps);
    return false;
  }
  const std::uint64_t before = meter_.steps;
  meter_.steps -= steps;
  const bool passed = before / kMemoryCheckEvery != meter_.steps / kMemoryCheckEvery;
  if (passed && arena_.bytes_in_use() > evaluation_.budget.arena_bytes) stop_for_memory(node);
  return !meter_.stopped;
}

bool Run::has_room(std::size_t bytes, std::uint32_t node) {
  if (bytes > kSmallRoom && arena_.bytes_in_use() + bytes > evaluation_.budget.arena_bytes)
    stop_for_memory(node);
  return !meter_.stopped;
}

Value Run::fail(std::uint32_t node, const base::MessageText& what,
                std::vector<std::string> arguments) {
  if (meter_.stopped) return {};  // the limit that was passed is the reason of all that follows
  std::vector<Note>& notes = evaluation_.notes;
  if (notes.size() < kNotes)
    notes.push_back({at(node).offset, at(node).length, base::Message(what, std::move(arguments))});
  return ValueAccess::make(Kind::null, 0, static_cast<std::uint32_t>(notes.size()));
}

Value Run::unknown(std::uint32_t node, const base::MessageText& what,
                   std::vector<std::string> arguments) {
  const std::size_t before = evaluation_.notes.size();
  const Value reason = fail(node, what, std::move(arguments));
  if (evaluation_.notes.size() > before) evaluation_.notes.back().is_fault = false;
  return reason;
}

// Null because an operand was: for the reason of the operand, where it has one.
Value Run::null_operand(const Value& a, const Value& b, std::uint32_t node) {
  for (const Value* operand : {&a, &b})
    if (operand->is_null() && ValueAccess::aux(*operand) != 0) return *operand;
  const Value& other = a.is_null() ? b : a;
  return fail(node, messages::kNoOrder, {"null", kind_of(other)});
}

Value Run::stop(std::uint32_t node, const base::MessageText& what, std::uint64_t limit) {
  if (meter_.stopped) return {};
  std::vector<Note>& notes = evaluation_.notes;
  if (notes.size() >= kNotes) notes.pop_back();  // this one must be told
  const Value reason = fail(node, what, {std::to_string(limit)});
  meter_.stopped = true;
  evaluation_.over_budget = true;
  return reason;
}

Value Run::stop_for_string(std::uint32_t node) {
  return stop(node, messages::kStringBudget, evaluation_.budget.string_bytes);
}
Value Run::stop_for_list(std::uint32_t node) {
  return stop(node, messages::kListBudget, evaluation_.budget.list_items);
}
Value Run::stop_for_memory(std::uint32_t node) {
  return stop(node, messages::kMemoryBudget, evaluation_.budget.arena_bytes);
}

Value Run::checked(const Value& value, std::uint32_t node) {
  return weight_of(value) > kMostWeight ? stop_for_memory(node) : value;
}

Value Run::list(std::span<const Value> items, std::uint32_t node) {
  if (items.size() > evaluation_.budget.list_items) return stop_for_list(node);
  if (!has_room(items.size_bytes(), node)) return {};
  return checked(arena_.list(items), node);
}

Value Run::finish(const ListBuilder& builder, std::uint32_t node) {
  if (meter_.stopped) return {};
  if (builder.size() > evaluation_.budget.list_items) return stop_for_list(node);
  return checked(builder.view(), node);
}

Value Run::string(std::string_view text, std::uint32_t node) {
  if (text.size() > evaluation_.budget.string_bytes) return stop_for_string(node);
  return has_room(text.size(), node) ? arena_.string(text) : Value();
}

Value Run::context(std::span<const Entry> entries, std::uint32_t node) {
  if (entries.size() > evaluation_.budget.list_items) return stop_for_list(node);
  return has_room(entries.size_bytes(), node) ? checked(arena_.context(entries), node) : Value();
}

Value Run::evaluate(std::uint32_t index) {
  if (meter_.stopped) [[unlikely]]
    return {};
  if (meter_.steps == 0) [[unlikely]]
    return stop(index, messages::kStepBudget, evaluation_.budget.steps);
  if (meter_.steps-- % kMemoryCheckEvery == 0 &&
      arena_.bytes_in_use() > evaluation_.budget.arena_bytes) [[unlikely]]
    return stop_for_memory(index);
  const Instruction& in = at(index);
  switch (in.op) {
    case Op::constant:
      return program_.constants[in.a];
    case Op::variable:
      // Why a variable is null was told by the evaluation that it came from, not by this one.
      return variables_[in.a].is_null() ? Value() : variables_[in.a];
    case Op::local:
      return locals_[in.a];
    default:
      break;
  }
  if (meter_.depth >= kEvaluationDepth) [[unlikely]]
    return stop(index, messages::kDepthBudget, kEvaluationDepth);
  ++meter_.depth;
  const Value result = dispatch(in, index);
  --meter_.depth;
  return meter_.stopped ? Value() : result;
}

Value Run::dispatch(const Instruction& in, std::uint32_t index) {
  switch (in.op) {
    case Op::constant:
    case Op::variable:
    case Op::local:
      return {};  // answered by evaluate()
    case Op::undefined:
      return fail(index, messages::kUndefined, {program_.texts[in.first]});
    case Op::builtin:
    case Op::native:
      return function_value(in);
    case Op::member_or:
      return member_or(in, index);
    case Op::negate:
      return negation(in, index);
    case Op::add:
    case Op::subtract:
    case Op::multiply:
    case Op::divide:
    case Op::power:
      return arithmetic(in, index);
    case Op::equal: {
      const Value a = evaluate(in.a);
      return equality(a, evaluate(in.b), index);
    }
    case Op::unequal: {
      const Value a = evaluate(in.a);
      const Value same = equality(a, evaluate(in.b), index);
      return same.is_null() ? same : Value::boolean(same.is_false());
    }
    case Op::less:
    case Op::less_equal:
    case Op::greater:
    case Op::greater_equal: {
      const Value a = evaluate(in.a);
      return comparison(in.op, a, evaluate(in.b), index);
    }
    case Op::conjunction:
      return logic(in, false);
    case Op::disjunction:
      return logic(in, true);
    case Op::between:
      return between(in, index);
    case Op::in:
      return in_tests(in);
    case Op::instance_of:
      return instance_of(in, index);
    case Op::path:
      return member(evaluate(in.a), program_.texts[in.first], in, index);
    case Op::filter:
      return filter(in, index);
    case Op::call_builtin:
    case Op::call_native:
    case Op::call_value:
      return call_instruction(in, index);
    case Op::conditional:
      return conditional(in, index);
    case Op::loop:
      return loop(in, index);
    case Op::some:
      return quantified(in, index, true);
    case Op::every:
      return quantified(in, index, false);
    case Op::list:
      return list_literal(in, index);
    case Op::context:
      return context_literal(in, index);
    case Op::range:
      return range_literal(in, index);
    case Op::half_range:
      return half_range(in, index);
    case Op::lambda:
      return make_closure(in, index);
    case Op::any_test:
      return Value::boolean(true);
    case Op::tests:
      return any_of(in);
    case Op::negated: {
      const Value any = any_of(in);
      return any.is_null() ? any : Value::boolean(any.is_false());
    }
    case Op::compare_test: {
      const Value& input = locals_[in.slot];
      const Value test = evaluate(in.a);
      const Op op = static_cast<Op>(in.flags);
      if (op == Op::equal) return equality(input, test, index);
      if (op != Op::unequal) return comparison(op, input, test, index);
      const Value same = equality(input, test, index);
      return same.is_null() ? same : Value::boolean(same.is_false());
    }
    case Op::value_test:
      return value_test(in, index);
    case Op::sequence: {
      Value last;
      for (const std::uint32_t step : operands(in)) locals_[in.slot] = last = evaluate(step);
      return last;
    }
  }
  return {};
}

// Large values cost what it takes to look through the smaller one.
bool Run::spend_on(const Value& a, const Value& b, std::uint32_t node) {
  if (a.kind() == Kind::number || b.kind() == Kind::number) return true;
  const std::uint32_t weight = std::min(weight_of(a), weight_of(b));
  return weight < kLightWeight || spend(weight, node);
}

Value Run::equality(const Value& a, const Value& b, std::uint32_t node) {
  if (a.is_null() || b.is_null()) return Value::boolean(a.is_null() && b.is_null());
  if (a.kind() == b.kind()) {
    if (!spend_on(a, b, node)) return {};
    return Value::boolean(equal(a, b));
  }
  // A list of one equals its item.
  if (a.kind() == Kind::list && a.items().size() == 1) return equality(a.items()[0], b, node);
  if (b.kind() == Kind::list && b.items().size() == 1) return equality(a, b.items()[0], node);
  return fail(node, messages::kNoOrder, {kind_of(a), kind_of(b)});
}

Value Run::comparison(Op op, const Value& a, const Value& b, std::uint32_t index) {
  if (!spend_on(a, b, index)) return {};
  const auto order = compare(a, b);
  if (!order && (a.is_null() || b.is_null())) return null_operand(a, b, index);
  if (!order) return fail(index, messages::kNoOrder, {kind_of(a), kind_of(b)});
  switch (op) {
    case Op::less:
      return Value::boolean(*order < 0);
    case Op::less_equal:
      return Value::boolean(*order <= 0);
    case Op::greater:
      return Value::boolean(*order > 0);
    default:
      return Value::boolean(*order >= 0);
  }
}

// Three-valued; whatever is no boolean counts as null. One operand may decide alone.
Value Run::logic(const Instruction& in, bool deciding) {
  const Value a = evaluate(in.a);
  if (a.kind() == Kind::boolean && a.is_true() == deciding) return a;
  const Value b = evaluate(in.b);
  if (b.kind() == Kind::boolean && b.is_true() == deciding) return b;
  if (a.kind() == Kind::boolean && b.kind() == Kind::boolean) return a;
  const bool left = a.kind() != Kind::boolean;
  const Value& culprit = left ? a : b;
  if (culprit.is_null() && ValueAccess::aux(culprit) != 0) return culprit;
  return unknown(left ? in.a : in.b, messages::kNotBoolean, {kind_of(culprit)});
}

// value >= low and value <= high, three-valued: one side may decide alone.
Value Run::between(const Instruction& in, std::uint32_t index) {
  const auto parts = operands(in);
  const Value value = evaluate(parts[0]);
  const Value low = evaluate(parts[1]);
  const Value high = evaluate(parts[2]);
  if (!spend_on(value, low, index) || !spend_on(value, high, index)) return {};
  const auto from_low = compare(value, low);
  const auto to_high = compare(value, high);
  if ((from_low && *from_low < 0) || (to_high && *to_high > 0)) return Value::boolean(false);
  if (from_low && to_high) return Value::boolean(true);
  const Value& other = from_low ? high : low;
  if (value.is_null() || other.is_null()) return null_operand(value, other, index);
  return fail(index, messages::kNoOrder, {kind_of(value), kind_of(other)});
}

Value Run::instance_of(const Instruction& in, std::uint32_t index) {
  const Value value = evaluate(in.a);
  if (!spend_on(value, value, index)) return {};
  return Value::boolean(is_instance(value, program_.types[in.b]));
}

Value Run::conditional(const Instruction& in, std::uint32_t index) {
  const auto parts = operands(in);
  const Value condition = evaluate(parts[0]);
  if (condition.kind() == Kind::boolean) return evaluate(parts[condition.is_true() ? 1 : 2]);
  if (!condition.is_null()) fail(index, messages::kNotBoolean, {kind_of(condition)});
  return evaluate(parts[2]);
}

}  // namespace guichet::feel
