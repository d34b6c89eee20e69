// One evaluation under way: the frame, the budget, the reasons of nulls.
#pragma once

#include "rules/feel/messages.hpp"
#include "rules/feel/pattern.hpp"
#include "rules/feel/program.hpp"

namespace guichet::feel {

inline constexpr int kEvaluationDepth = 1500;
inline constexpr int kPatternMillis = 50;
inline constexpr std::size_t kNotes = 64;

class ListBuilder;

// What all frames of one evaluation share.
struct Meter {
  std::uint64_t steps = 0;  // left
  int depth = 0;
  bool stopped = false;  // a budget is spent: everything answers null at once
  PatternTime patterns{kPatternMillis};
};

class Run {
 public:
  Run(const Expression::Program& program, std::span<const Value> variables, Evaluation& evaluation,
      Meter& meter, Value* locals)
      : program_(program),
        variables_(variables),
        evaluation_(evaluation),
        meter_(meter),
        arena_(evaluation.arena),
        locals_(locals) {}

  Value evaluate(std::uint32_t index);
  // Calls a function value with arguments in order.
  Value call(const Value& function, std::span<const Value> arguments, std::uint32_t node);
  bool order_by_name(const Value& function, const std::vector<std::string>& names,
                     std::span<const Value>& arguments);
  Value call_builtin(const Builtin& builtin, std::span<const Value> arguments, std::uint32_t node,
                     const Pattern* pattern = nullptr);

  Arena& arena() { return arena_; }
  Evaluation& evaluation() { return evaluation_; }
  bool stopped() const { return meter_.stopped; }
  // Takes steps from the budget; false where it is spent.
  bool spend(std::uint64_t steps, std::uint32_t node);
  PatternTime& pattern_time() { return meter_.patterns; }
  // A null that says why, placed at an instruction.
  Value fail(std::uint32_t node, const base::MessageText& what,
             std::vector<std::string> arguments = {});
  // Likewise, where null is the rightful answer.
  Value unknown(std::uint32_t node, const base::MessageText& what,
                std::vector<std::string> arguments);
  // Ends the evaluation, which has passed a limit.
  Value stop(std::uint32_t node, const base::MessageText& what, std::uint64_t limit);
  Value stop_for_string(std::uint32_t node);
  Value stop_for_list(std::uint32_t node);
  Value stop_for_memory(std::uint32_t node);
  Value list(std::span<const Value> items, std::uint32_t node);
  Value finish(const ListBuilder& builder, std::uint32_t node);
  Value string(std::string_view text, std::uint32_t node);
  Value context(std::span<const Entry> entries, std::uint32_t node);

  // FEEL's = as an operator: null where the kinds differ.
  Value equality(const Value& a, const Value& b, std::uint32_t node);
  // Does `input` satisfy what a test came to: a range, a list, a value?
  Value satisfies(const Value& input, const Value& test, std::uint32_t node);
  Value contains(const Range& range, const Value& point, std::uint32_t node);

 private:
  // May so many bytes be taken from the arena at once?
  bool has_room(std::size_t bytes, std::uint32_t node);
  // The value, unless it holds too much.
  Value checked(const Value& value, std::uint32_t node);
  const Instruction& at(std::uint32_t index) const { return program_.code[index]; }
  std::span<const std::uint32_t> operands(const Instruction& in) const {
    return {program_.operands.data() + in.first, in.count};
  }
  Value dispatch(const Instruction& in, std::uint32_t index);
  Value arithmetic(const Instruction& in, std::uint32_t index);
  Value calculation(Op op, const Value& a, const Value& b, std::uint32_t index);
  Value null_operand(const Value& a, const Value& b, std::uint32_t node);
  bool spend_on(const Value& a, const Value& b, std::uint32_t node);
  Value instance_of(const Instruction& in, std::uint32_t index);
  Value negation(const Instruction& in, std::uint32_t index);
  Value comparison(Op op, const Value& a, const Value& b, std::uint32_t index);
  Value logic(const Instruction& in, bool deciding);
  Value between(const Instruction& in, std::uint32_t index);
  Value in_tests(const Instruction& in);
  Value any_of(const Instruction& in);
  Value value_test(const Instruction& in, std::uint32_t index);
  Value member(const Value& owner, std::string_view name, const Instruction& in,
               std::uint32_t index);
  Value member_of_list(const Value& owner, std::string_view name, const Instruction& in,
                       std::uint32_t index);
  Value member_or(const Instruction& in, std::uint32_t index);
  Value filter(const Instruction& in, std::uint32_t index);
  Value item_at(std::span<const Value> items, const Value& position, std::uint32_t index);
  Value call_instruction(const Instruction& in, std::uint32_t index);
  Value call_closure(const Function& function, const Value& self, std::span<const Value> arguments,
                     std::uint32_t node);
  Value call_native(const Scope::NativeEntry& native, std::span<const Value> arguments,
                    std::uint32_t node);
  Value call_made(const MadeFunction& made, std::span<const Value> arguments, std::uint32_t node);
  std::span<const Value> arguments_of(const Instruction& in, std::span<Value> room);
  Value conditional(const Instruction& in, std::uint32_t index);
  Value loop(const Instruction& in, std::uint32_t index);
  Value quantified(const Instruction& in, std::uint32_t index, bool some);
  Value list_literal(const Instruction& in, std::uint32_t index);
  Value context_literal(const Instruction& in, std::uint32_t index);
  Value range_literal(const Instruction& in, std::uint32_t index);
  Value half_range(const Instruction& in, std::uint32_t index);
  Value function_value(const Instruction& in);
  Value make_closure(const Instruction& in, std::uint32_t index);

  const Expression::Program& program_;
  std::span<const Value> variables_;
  Evaluation& evaluation_;
  Meter& meter_;
  Arena& arena_;
  Value* locals_;
};

// The name of the value's kind, as reasons quote it.
std::string kind_of(const Value& value);
// What it costs to put a list in order, in steps.
std::uint64_t cost_of_sorting(const Value& list);

// The value of a property of a date, a time, a duration or a range; nothing where it has none of
// that name.
std::optional<Value> property_of(const Value& value, std::string_view name, Arena& arena);

}  // namespace guichet::feel
