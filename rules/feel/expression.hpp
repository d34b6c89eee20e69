// FEEL text compiled once and evaluated often. Names become slots at compile time; evaluation
// takes the slots' values as an array. An Expression is immutable and shared between threads.
// Source of the semantics: OMG DMN 1.5, chapter 10.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "engine/base/diagnostic.hpp"
#include "engine/base/instant.hpp"
#include "rules/feel/scope.hpp"
#include "rules/feel/type.hpp"
#include "rules/feel/value.hpp"

namespace guichet::feel {

// Limits of one evaluation; what passes one ends as null with a note of that code.
struct Budget {
  std::uint64_t steps = 1'000'000;
  std::size_t list_items = 100'000;
  std::size_t string_bytes = 1 << 20;
  std::size_t arena_bytes = 24u << 20;
};

// Why a null came to be: where in the expression's text, and the sentence.
struct Note {
  std::uint32_t offset = 0;
  std::uint32_t length = 0;
  base::Message what;
  // False where null is the rightful answer: `true and null`, the fourth of three items.
  bool is_fault = true;
};

struct Meter;

// What one evaluation is given and what it reports. One thread.
struct Evaluation {
  Arena& arena;
  base::Instant now{};     // the step's one clock reading: now() and today()
  std::string zone = "Z";  // IANA name of the desk's zone, for now() and today()
  Budget budget{};
  void* host = nullptr;       // handed to native functions; owned by the caller
  std::vector<Note> notes{};  // reasons of nulls, in the order in which they came
  Meter* meter = nullptr;     // of the evaluation around, whose budget nested ones share
  bool over_budget = false;   // a limit was passed: the result is null, the last note says which
};

// Lets the evaluations of a scope share one budget of steps and depth, natives' own included.
class SharedBudget {
 public:
  explicit SharedBudget(Evaluation& run);
  ~SharedBudget();
  SharedBudget(const SharedBudget&) = delete;
  SharedBudget& operator=(const SharedBudget&) = delete;

 private:
  Evaluation& run_;
  std::unique_ptr<Meter> meter_;  // none where there is one around
};

class Expression {
 public:
  Expression() = default;  // none; see empty()
  bool empty() const { return program_ == nullptr; }
  const base::LocatedText& source() const;
  const Type& type() const;
  // The variables that the expression reads, ascending.
  const std::vector<Scope::Slot>& slots() const;
  // Set where the whole expression is a constant.
  const std::optional<Stored>& constant() const;

  struct Program;
  explicit Expression(std::shared_ptr<const Program> program) : program_(std::move(program)) {}
  const Program& program() const { return *program_; }

 private:
  std::shared_ptr<const Program> program_;
};

// Calls a function value (a parameter, a function that an expression returned).
Value call(const Value& function, std::span<const Value> arguments, Evaluation& run);
// The same with arguments by name: null with a note where the names are not the parameters'.
Value call(const Value& function, const std::vector<std::string>& names,
           std::span<const Value> arguments, Evaluation& run);

// How a function made in C++ is called.
struct FunctionSignature {
  std::string name;                     // for messages
  std::vector<std::string> parameters;  // all are required
  std::vector<Type> types;              // of the parameters
  Type result;
};
// A function as a value. Arguments are brought to the parameters' types; where one does not fit,
// the function is not called and the result is null. What it captures must live as long as the
// arena, or be owned by it.
Value make_function(std::shared_ptr<const FunctionSignature> signature, NativeFunction function,
                    Arena& arena);

// Compiles an expression (`age >= 18 and theme = "creation"`). Mistakes are added to `diagnostics`
// at their place inside the text; the result is then empty. `expected`, where given, is the type
// that the place of use needs ("a condition", "a date"): what cannot fit is a mistake.
Expression compile(const base::LocatedText& text, const Scope& scope,
                   base::Diagnostics& diagnostics, const Type& expected = Type::any());

// The expression that is this value and stands as `text`, without compiling it.
Expression constant_expression(base::LocatedText text, const Value& value);

// Compiles unary tests (`>= 10`, `"a","b"`, `not([1..3])`, `-`) over a value of type `input`.
// With `bare_words`, a bare word that the input's one_of lists is that string.
Expression compile_tests(const base::LocatedText& text, const Type& input, const Scope& scope,
                         base::Diagnostics& diagnostics, bool bare_words = false);

// Compiles the condition of a filter over `item`, whose members are names too; evaluate_tests
// evaluates it, with the item as its input.
Expression compile_match(const base::LocatedText& text, const Type& item, const Scope& scope,
                         base::Diagnostics& diagnostics);

// Requires: variables.size() >= the scope's size at compile time (only slots() are read).
// The result may point into the expression, the variables and the arena: it is valid as long as
// all three are; make it Stored to keep it longer.
Value evaluate(const Expression& expression, std::span<const Value> variables, Evaluation& run);
// Does `input` satisfy the tests? A boolean, or null with a note.
Value evaluate_tests(const Expression& tests, const Value& input, std::span<const Value> variables,
                     Evaluation& run);

// What unary tests come to, for indexing and for proof.
struct TestSet {
  enum class Kind { any, points, intervals, opaque };  // opaque: must be evaluated
  struct Interval {
    std::optional<Stored> low, high;  // nothing: unbounded
    bool low_closed = true, high_closed = true;
  };
  Kind kind = Kind::opaque;
  bool negated = false;       // not(...)
  bool accepts_null = false;  // null is one of the points
  std::vector<Stored> points;
  std::vector<Interval> intervals;  // may stand beside points: the union is meant
};
TestSet classify(const Expression& tests);

}  // namespace guichet::feel
