// FEEL text: any text compiles or is refused with places, and what compiles comes to a value or to
// a null with its reasons, within its budget. The first byte picks what the text is taken for.
#include <cstdint>
#include <vector>

#include "rules/feel/expression.hpp"
#include "tests/fuzz/promise.hpp"

using namespace guichet;

namespace {

constexpr feel::Budget kBudget{
    .steps = 20'000, .list_items = 5'000, .string_bytes = 1 << 16, .arena_bytes = 8u << 20};

// So few that inputs of the size at hand pass it.
constexpr std::size_t kMostNodes = 400;

struct Names {
  explicit Names(bool lenient) {
    const feel::Value numbers[] = {feel::Value::integer(3), feel::Value::integer(-1), {}};
    const feel::Entry firm[] = {{"name", arena.string("Boulangerie")},
                                {"head count", feel::Value::integer(4)}};
    scope.set_lenient(lenient);
    scope.set_most_nodes(kMostNodes);
    declare("n", feel::Type::of(feel::Kind::number), *arena.number("12.50"));
    declare("full name", feel::Type::of(feel::Kind::string), arena.string("Zoé 🥖"));
    declare("day", feel::Type::of(feel::Kind::date), feel::Value::date(base::Day{}));
    declare("list", feel::Type::list_of(feel::Type::of(feel::Kind::number)), arena.list(numbers));
    declare("firm",
            feel::Type::context({{"name", feel::Type::of(feel::Kind::string)},
                                 {"head count", feel::Type::of(feel::Kind::number)}}),
            arena.context(firm));
    declare("theme", feel::Type::one_of({"creation", "training"}), arena.string("creation"));
    declare("x", feel::Type::any(), {});
  }
  void declare(const char* name, feel::Type type, feel::Value value) {
    scope.declare(name, std::move(type));
    values.push_back(value);
  }

  feel::Arena arena;
  feel::Scope scope;
  std::vector<feel::Value> values;
};

void promise_value(const feel::Value& value, const feel::Evaluation& run, const std::string& text) {
  for (const feel::Note& note : run.notes) {
    fuzz::promise(note.offset + std::size_t{note.length} <= text.size(),
                  "a reason stands inside the expression", text);
  }
  fuzz::promise(fuzz::is_text(to_text(value)), "a value's text is UTF-8", text);
  const feel::Stored stored(value);
  fuzz::promise(feel::to_literal(stored.value()) == feel::to_literal(value),
                "what is stored is what was there", text);
}

void run_expression(const base::LocatedText& text, const Names& names) {
  base::Diagnostics diagnostics;
  const feel::Expression expression = feel::compile(text, names.scope, diagnostics);
  fuzz::promise_places(diagnostics);
  fuzz::promise(!expression.empty() || diagnostics.has_errors(), "a refusal has a reason",
                text.text());
  if (expression.empty()) return;
  feel::Arena arena;
  feel::Evaluation run{.arena = arena, .budget = kBudget};
  promise_value(feel::evaluate(expression, names.values, run), run, text.text());
}

void run_tests(const base::LocatedText& text, const Names& names, const feel::Type& input,
               bool bare_words) {
  base::Diagnostics diagnostics;
  const feel::Expression tests =
      feel::compile_tests(text, input, names.scope, diagnostics, bare_words);
  fuzz::promise_places(diagnostics);
  if (tests.empty()) return;
  feel::classify(tests);
  for (const feel::Value& value : names.values) {
    feel::Arena arena;
    feel::Evaluation run{.arena = arena, .budget = kBudget};
    const feel::Value outcome = feel::evaluate_tests(tests, value, names.values, run);
    fuzz::promise(outcome.is_null() || outcome.is_true() || outcome.is_false(),
                  "tests come to a condition", text.text());
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0 || size > 4096) return -1;
  const std::string bytes(reinterpret_cast<const char*>(data), size);
  const std::string text = bytes.substr(1);
  if (!fuzz::is_text(text)) return -1;
  static const Names strict(false), lenient(true);
  const base::LocatedText located(
      text, {base::make_source("<fuzz>", text), 0, static_cast<std::uint32_t>(text.size())});
  switch (bytes[0]) {
    case 'l':
      run_expression(located, lenient);
      break;
    case 'n':
      run_tests(located, strict, feel::Type::of(feel::Kind::number), false);
      break;
    case 'w':
      run_tests(located, strict, feel::Type::one_of({"creation", "training"}), true);
      break;
    case 't':
      run_tests(located, lenient, feel::Type::any(), false);
      break;
    default:
      run_expression(located, strict);
      break;
  }
  return 0;
}
