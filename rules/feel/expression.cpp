#include "rules/feel/expression.hpp"

#include "rules/feel/compile.hpp"
#include "rules/feel/parse.hpp"
#include "rules/feel/run.hpp"

namespace guichet::feel {
namespace {

// Frames up to this size stand on the stack.
constexpr std::size_t kSmallFrame = 16;

using ParseWhat = std::function<void(Parser&)>;

// What the text is: of the last two, slot 0 holds the input.
enum class Sort { expression, match, tests };

Expression compile_with(const base::LocatedText& text, const Scope& scope,
                        base::Diagnostics& diagnostics, const Type& expected, Sort sort,
                        const ParseWhat& parse) {
  auto program = std::make_shared<Expression::Program>();
  program->source = text;
  Problems problems(text, diagnostics, scope.is_lenient());
  Syntax syntax;
  syntax.arena = &program->arena;
  PatternTime patterns(kLoadPatternMillis);
  syntax.patterns = &patterns;
  Parser parser(program->source.text(), scope, problems, syntax);
  parse(parser);
  if (problems.unreadable() || syntax.root == nullptr) return {};
  check(syntax, scope, problems, expected);
  if (problems.failed()) return {};
  program->type = syntax.root->type;
  Compiler(syntax, scope, *program).compile_root(sort != Sort::expression);
  if (sort == Sort::tests) {
    program->tests = classify_tests(*program);
  } else if (const Instruction& root = program->code[program->root]; root.op == Op::constant) {
    program->constant = Stored(program->constants[root.a]);
  }
  return Expression(std::move(program));
}

// Makes a meter the evaluation's, unless there is one around.
class Metered {
 public:
  Metered(Evaluation& evaluation, Meter& meter)
      : evaluation_(evaluation), outermost_(evaluation.meter == nullptr) {
    if (outermost_) evaluation.meter = &meter;
  }
  ~Metered() {
    if (outermost_) evaluation_.meter = nullptr;
  }
  Metered(const Metered&) = delete;
  Metered& operator=(const Metered&) = delete;

 private:
  Evaluation& evaluation_;
  bool outermost_;
};

// The call stands in no text: an empty program of one instruction gives its notes a place.
const Expression::Program& nowhere() {
  static const Expression::Program kNowhere = [] {
    Expression::Program program;
    program.code.emplace_back();
    return program;
  }();
  return kNowhere;
}

Value evaluate_program(const Expression::Program& program, const Value* input,
                       std::span<const Value> variables, Evaluation& evaluation) {
  const Instruction& root = program.code[program.root];
  if (root.op == Op::constant) return program.constants[root.a];
  if (root.op == Op::variable) return variables[root.a].is_null() ? Value() : variables[root.a];
  Meter own{evaluation.budget.steps, 0, false};
  const Metered metered(evaluation, own);
  Value room[kSmallFrame];
  Value* frame = room;
  if (program.frame > kSmallFrame) {
    frame = static_cast<Value*>(
        evaluation.arena.allocate(program.frame * sizeof(Value), alignof(Value)));
    std::uninitialized_default_construct_n(frame, program.frame);
  }
  if (input != nullptr) frame[0] = input->is_null() ? Value() : *input;
  Run run(program, variables, evaluation, *evaluation.meter, frame);
  const Value result = run.evaluate(program.root);
  if (!evaluation.meter->stopped) [[likely]]
    return result;
  return ValueAccess::make(Kind::null, 0, static_cast<std::uint32_t>(evaluation.notes.size()));
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
  return compile_with(text, scope, diagnostics, expected, Sort::expression,
                      [](Parser& parser) { parser.parse_whole_expression(); });
}

Expression constant_expression(base::LocatedText text, const Value& value) {
  auto program = std::make_shared<Expression::Program>();
  program->source = std::move(text);
  program->type = value.is_null() ? Type::any() : Type::of(value.kind());
  program->constant = Stored(value);
  program->constants.push_back(program->constant->value());
  program->code.emplace_back();
  return Expression(std::move(program));
}

Expression compile_tests(const base::LocatedText& text, const Type& input, const Scope& scope,
                         base::Diagnostics& diagnostics, bool bare_words) {
  return compile_with(text, scope, diagnostics, Type::any(), Sort::tests,
                      [&](Parser& parser) { parser.parse_whole_tests(input, bare_words); });
}

Expression compile_match(const base::LocatedText& text, const Type& item, const Scope& scope,
                         base::Diagnostics& diagnostics) {
  return compile_with(text, scope, diagnostics, Type::any(), Sort::match,
                      [&](Parser& parser) { parser.parse_whole_match(item); });
}

Value evaluate(const Expression& expression, std::span<const Value> variables, Evaluation& run) {
  return evaluate_program(expression.program(), nullptr, variables, run);
}

Value evaluate_tests(const Expression& tests, const Value& input, std::span<const Value> variables,
                     Evaluation& run) {
  return evaluate_program(tests.program(), &input, variables, run);
}

Value call(const Value& function, std::span<const Value> arguments, Evaluation& evaluation) {
  Meter own{evaluation.budget.steps, 0, false};
  const Metered metered(evaluation, own);
  Run run(nowhere(), {}, evaluation, *evaluation.meter, nullptr);
  return run.call(function, arguments, 0);
}

Value call(const Value& function, const std::vector<std::string>& names,
           std::span<const Value> arguments, Evaluation& evaluation) {
  Meter own{evaluation.budget.steps, 0, false};
  const Metered metered(evaluation, own);
  Run run(nowhere(), {}, evaluation, *evaluation.meter, nullptr);
  if (function.kind() != Kind::function) return run.call(function, arguments, 0);
  if (!run.order_by_name(function, names, arguments)) {
    std::string given;
    for (const std::string& name : names) given += (given.empty() ? "" : ", ") + name;
    return run.fail(0, messages::kArgumentTypes, {"function", given});
  }
  return run.call(function, arguments, 0);
}

SharedBudget::SharedBudget(Evaluation& run) : run_(run) {
  if (run.meter != nullptr) return;
  meter_ = std::make_unique<Meter>(Meter{run.budget.steps, 0, false});
  run.meter = meter_.get();
}

SharedBudget::~SharedBudget() {
  if (meter_) run_.meter = nullptr;
}

Value make_function(std::shared_ptr<const FunctionSignature> signature, NativeFunction function,
                    Arena& arena) {
  auto made = std::make_shared<MadeFunction>();
  made->signature = std::move(signature);
  made->function = std::move(function);
  Function value;
  value.made = made.get();
  value.owner = made.get();
  arena.keep(std::move(made));
  return make_function(value, arena);
}

}  // namespace guichet::feel
