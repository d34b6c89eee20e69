#include "rules/feel/expression.hpp"

#include "rules/feel/compile.hpp"
#include "rules/feel/parse.hpp"
#include "rules/feel/run.hpp"

namespace guichet::feel {
namespace {

// Frames up to this size stand on the stack.
constexpr std::size_t kSmallFrame = 16;

using ParseWhat = std::function<void(Parser&)>;

Expression compile_with(const base::LocatedText& text, const Scope& scope,
                        base::Diagnostics& diagnostics, const Type& expected, bool tests,
                        const ParseWhat& parse) {
  auto program = std::make_shared<Expression::Program>();
  program->source = text;
  Problems problems(text, diagnostics, scope.is_lenient());
  Syntax syntax;
  syntax.arena = &program->arena;
  Parser parser(program->source.text(), scope, problems, syntax);
  parse(parser);
  if (problems.unreadable() || syntax.root == nullptr) return {};
  check(syntax, scope, problems, expected);
  if (problems.failed()) return {};
  program->type = syntax.root->type;
  Compiler(syntax, scope, *program).compile_root(tests);
  if (tests) {
    program->tests = classify_tests(*program);
  } else if (const Instruction& root = program->code[program->root]; root.op == Op::constant) {
    program->constant = Stored(program->constants[root.a]);
  }
  return Expression(std::move(program));
}

Value evaluate_program(const Expression::Program& program, const Value* input,
                       std::span<const Value> variables, Evaluation& evaluation) {
  const Instruction& root = program.code[program.root];
  if (root.op == Op::constant) return program.constants[root.a];
  if (root.op == Op::variable) return variables[root.a];
  Meter meter{evaluation.budget.steps, 0, false};
  Value room[kSmallFrame];
  Value* frame = room;
  if (program.frame > kSmallFrame) {
    frame = static_cast<Value*>(
        evaluation.arena.allocate(program.frame * sizeof(Value), alignof(Value)));
    std::uninitialized_default_construct_n(frame, program.frame);
  }
  if (input != nullptr) frame[0] = *input;
  Run run(program, variables, evaluation, meter, frame);
  return run.evaluate(program.root);
}

}  // namespace

const base::LocatedText& Expression::source() const {
  return program_->source;
}
const Type& Expression::type() const {
  return program_->type;
}
const std::vector<Scope::Slot>& Expression::slots() const {
  return program_->slots;
}
const std::optional<Stored>& Expression::constant() const {
  return program_->constant;
}

Expression compile(const base::LocatedText& text, const Scope& scope,
                   base::Diagnostics& diagnostics, const Type& expected) {
  return compile_with(text, scope, diagnostics, expected, false,
                      [](Parser& parser) { parser.parse_whole_expression(); });
}

Expression compile_tests(const base::LocatedText& text, const Type& input, const Scope& scope,
                         base::Diagnostics& diagnostics, bool bare_words) {
  return compile_with(text, scope, diagnostics, Type::any(), true,
                      [&](Parser& parser) { parser.parse_whole_tests(input, bare_words); });
}

Value evaluate(const Expression& expression, std::span<const Value> variables, Evaluation& run) {
  return evaluate_program(expression.program(), nullptr, variables, run);
}

Value evaluate_tests(const Expression& tests, const Value& input, std::span<const Value> variables,
                     Evaluation& run) {
  return evaluate_program(tests.program(), &input, variables, run);
}

Value call(const Value& function, std::span<const Value> arguments, Evaluation& evaluation) {
  // The call stands in no text: an empty program of one instruction gives its notes a place.
  static const Expression::Program kNowhere = [] {
    Expression::Program program;
    program.code.emplace_back();
    return program;
  }();
  Meter meter{evaluation.budget.steps, 0, false};
  Run run(kNowhere, {}, evaluation, meter, nullptr);
  return run.call(function, arguments, 0);
}

}  // namespace guichet::feel
