// Tests of one value against ranges, lists and comparisons.
#include "rules/feel/run.hpp"

namespace guichet::feel {
Value Run::in_tests(const Instruction& in) {
  locals_[in.slot] = evaluate(in.a);
  return any_of(in);
}

// True if one test holds; else null if one has no answer; else false.
Value Run::any_of(const Instruction& in) {
  Value result = Value::boolean(false);
  for (const std::uint32_t test : operands(in)) {
    const Value answer = evaluate(test);
    if (answer.is_true()) return answer;
    if (answer.kind() != Kind::boolean) result = answer;
  }
  return result;
}

Value Run::value_test(const Instruction& in, std::uint32_t index) {
  const Value value = evaluate(in.a);
  if (in.flags == 1) {
    if (value.kind() == Kind::boolean || value.is_null()) return value;
    return satisfies(locals_[in.slot], value, index);
  }
  // [5..1] is no range, which is not to say that a missing value lies in it.
  const Value& input = locals_[in.slot];
  if (value.is_null() && input.is_null() && at(in.a).op == Op::range) return value;
  return satisfies(input, value, index);
}

Value Run::satisfies(const Value& input, const Value& test, std::uint32_t node) {
  if (test.kind() == Kind::range && input.kind() != Kind::range)
    return contains(*ValueAccess::target<Range>(test), input, node);
  if (test.kind() == Kind::boolean && input.kind() != Kind::boolean && !input.is_null())
    return test;  // a condition that does not read `?`
  if (test.kind() == Kind::list) {
    if (input.kind() == Kind::list && equal(input, test)) return Value::boolean(true);
    if (!spend(weight_of(test) / kWeightPerStep, node)) return {};
    for (const Value& item : test.items()) {
      const bool range = item.kind() == Kind::range && input.kind() != Kind::range;
      if (range ? contains(*ValueAccess::target<Range>(item), input, node).is_true()
                : equal(input, item))
        return Value::boolean(true);
    }
    return Value::boolean(false);
  }
  return equality(input, test, node);
}

Value Run::contains(const Range& range, const Value& point, std::uint32_t node) {
  if (range.form == Range::Form::equal) return equality(point, range.low, node);
  if (range.form == Range::Form::unequal) {
    const Value same = equality(point, range.low, node);
    return same.is_null() ? same : Value::boolean(same.is_false());
  }
  // An end written as null is not known; only a comparison such as (< 10) has no end. What a range
  // includes cannot be null.
  const bool written = range.form == Range::Form::endpoints;
  if (written && (range.low.is_null() || range.high.is_null()))
    return (range.low.is_null() && range.low_closed) || (range.high.is_null() && range.high_closed)
               ? fail(node, messages::kNullOperand, {"in"})
               : unknown(node, messages::kNullOperand, {"in"});
  const auto from_low = range.low.is_null() ? std::optional(1) : compare(point, range.low);
  const auto to_high = range.high.is_null() ? std::optional(-1) : compare(point, range.high);
  if (!from_low || !to_high || point.is_null())
    return fail(node, messages::kNoOrder,
                {kind_of(point), kind_of(range.low.is_null() ? range.high : range.low)});
  const bool above = *from_low > 0 || (*from_low == 0 && range.low_closed);
  const bool below = *to_high < 0 || (*to_high == 0 && range.high_closed);
  return Value::boolean(above && below);
}

}  // namespace guichet::feel
