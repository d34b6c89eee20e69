// What unary tests come to: points and intervals where every test is a constant, so that decision
// tables can index and prove them; opaque where a test must be evaluated.
#include "rules/feel/compile.hpp"

namespace guichet::feel {
namespace {

using Interval = TestSet::Interval;

bool is_point_kind(Kind kind) {
  return kind != Kind::list && kind != Kind::context && kind != Kind::range &&
         kind != Kind::function;
}

class Classifier {
 public:
  explicit Classifier(const Expression::Program& program) : program_(program) {}

  TestSet classify(const Instruction& root) {
    if (root.op == Op::any_test) {
      set_.kind = TestSet::Kind::any;
      return set_;
    }
    set_.negated = root.op == Op::negated;
    for (std::uint32_t i = 0; i < root.count; ++i)
      if (!add(program_.code[program_.operands[root.first + i]])) return TestSet{};
    set_.kind = set_.intervals.empty() ? TestSet::Kind::points : TestSet::Kind::intervals;
    return set_;
  }

 private:
  bool add(const Instruction& test) {
    if (test.op == Op::any_test) return false;
    const Instruction& operand = program_.code[test.a];
    if (operand.op != Op::constant) return false;
    const Value& value = program_.constants[operand.a];
    if (test.op == Op::value_test) return test.flags == 0 && add_value(value);
    return test.op == Op::compare_test && add_comparison(static_cast<Op>(test.flags), value);
  }

  bool add_value(const Value& value) {
    if (value.kind() == Kind::range) return add_range(*ValueAccess::target<Range>(value));
    if (value.kind() == Kind::list) {
      for (const Value& item : value.items())
        if (item.kind() == Kind::list || !add_value(item)) return false;
      return true;
    }
    return add_point(value);
  }

  bool add_point(const Value& value) {
    if (!is_point_kind(value.kind())) return false;
    if (value.is_null())
      set_.accepts_null = true;
    else
      set_.points.emplace_back(value);
    return true;
  }

  bool add_range(const Range& range) {
    if (range.form == Range::Form::unequal) return false;
    if (range.form == Range::Form::equal) return add_point(range.low);
    const bool written = range.form == Range::Form::endpoints;
    if (written && (range.low.is_null() || range.high.is_null())) return false;
    Interval interval;
    if (!range.low.is_null()) interval.low = Stored(range.low);
    if (!range.high.is_null()) interval.high = Stored(range.high);
    interval.low_closed = range.low_closed;
    interval.high_closed = range.high_closed;
    set_.intervals.push_back(std::move(interval));
    return true;
  }

  bool add_comparison(Op op, const Value& value) {
    if (op == Op::equal) return add_point(value);
    if (op == Op::unequal || !compare(value, value)) return false;
    Interval interval;
    const bool upwards = op == Op::greater || op == Op::greater_equal;
    (upwards ? interval.low : interval.high) = Stored(value);
    interval.low_closed = op == Op::greater_equal;
    interval.high_closed = op == Op::less_equal;
    set_.intervals.push_back(std::move(interval));
    return true;
  }

  const Expression::Program& program_;
  TestSet set_;
};

}  // namespace

TestSet classify_tests(const Expression::Program& program) {
  return Classifier(program).classify(program.code[program.root]);
}

TestSet classify(const Expression& tests) {
  return tests.program().tests;
}

}  // namespace guichet::feel
