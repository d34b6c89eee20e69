// + - * / ** and the sign.
#include "rules/feel/number.hpp"
#include "rules/feel/operators.hpp"
#include "rules/feel/run.hpp"
#include "rules/feel/temporal.hpp"

namespace guichet::feel {
namespace {

constexpr std::uint64_t kSlowSteps = 1;        // for a result of more than 18 digits
constexpr std::uint64_t kPowerSteps = 20;      // at worst a logarithm and an exponential
constexpr std::uint64_t kQuickPowerSteps = 8;  // multiplications, at worst

char operator_of(Op op) {
  return "+-*/^"[static_cast<int>(op) - static_cast<int>(Op::add)];
}

bool both_are(const Value& a, const Value& b, Kind kind) {
  return a.kind() == kind && b.kind() == kind;
}

Value with_duration(Op op, const Value& a, const Value& b, Arena& arena) {
  switch (op) {
    case Op::add:
      return add_temporal(a, b);
    case Op::subtract:
      return subtract_temporal(a, b);
    case Op::multiply:
      return is_duration(a.kind()) ? scale_duration(a, b, arena) : scale_duration(b, a, arena);
    default:
      return divide_duration(a, b, arena);
  }
}

}  // namespace

Value Run::arithmetic(const Instruction& in, std::uint32_t index) {
  const Value a = evaluate(in.a);
  const Value b = evaluate(in.b);
  if (both_are(a, b, Kind::number)) [[likely]]
    return calculation(in.op, a, b, index);
  const std::string sign = sign_of(operator_of(in.op));
  if (a.is_null() || b.is_null()) {
    const bool left = a.is_null();
    const Value& culprit = left ? a : b;
    if (ValueAccess::aux(culprit) != 0) return culprit;  // its own reason is the first one
    return fail(left ? in.a : in.b, messages::kNullOperand, {sign});
  }
  if (in.op == Op::add && both_are(a, b, Kind::string)) {
    std::string joined;
    joined.reserve(a.text().size() + b.text().size());
    joined.append(a.text()).append(b.text());
    return string(joined, index);
  }
  if (!goes_together(operator_of(in.op), a.kind(), b.kind()))
    return fail(index, messages::kOperatorTypes, {sign, kind_of(a), kind_of(b)});
  const Value result = with_duration(in.op, a, b, arena_);
  if (!result.is_null()) return result;
  if (in.op == Op::subtract && !is_duration(b.kind())) return fail(index, messages::kMixedZones);
  if (in.op == Op::divide && b.kind() == Kind::number && sign_of(b) == 0)
    return fail(index, messages::kDivisionByZero);
  return fail(index, messages::kOutOfRange, {sign});
}

Value Run::calculation(Op op, const Value& a, const Value& b, std::uint32_t index) {
  Value result;
  switch (op) {
    case Op::add:
      result = add(a, b, arena_);
      break;
    case Op::subtract:
      result = subtract(a, b, arena_);
      break;
    case Op::multiply:
      result = multiply(a, b, arena_);
      break;
    case Op::divide:
      if (sign_of(b) == 0) return fail(index, messages::kDivisionByZero);
      result = divide(a, b, arena_);
      break;
    default:
      if (!is_quick_power(b) && !spend(kPowerSteps, index)) return {};
      result = power(a, b, arena_);
      if (is_slow(result) && is_quick_power(b) && !spend(kQuickPowerSteps, index)) return {};
  }
  if (result.is_null()) return fail(index, messages::kOutOfRange, {sign_of(operator_of(op))});
  if (is_slow(result) && !spend(kSlowSteps, index)) return {};
  return result;
}

Value Run::negation(const Instruction& in, std::uint32_t index) {
  const Value value = evaluate(in.a);
  if (value.kind() == Kind::number) return negate(value, arena_);
  if (is_duration(value.kind())) return negate_duration(value);
  if (value.is_null() && ValueAccess::aux(value) != 0) return value;
  return fail(value.is_null() ? in.a : index, messages::kWrongType, {"number", kind_of(value)});
}

}  // namespace guichet::feel
