#include "tests/rules/feel/evaluated.hpp"

namespace guichet::feel {
namespace {

Evaluation evaluation_in(Arena& arena, const Budget& budget) {
  Evaluation evaluation{arena};
  evaluation.now = test_now();
  evaluation.zone = "Europe/Paris";
  evaluation.budget = budget;
  return evaluation;
}

// The names of members, for names with spaces; nothing that would find mistakes at load.
Type members_only(const Type& type) {
  if (type.is_any()) return type;
  if (type.kind() == Kind::list) return Type::list_of(members_only(type.element()));
  return type.kind() == Kind::context ? type : Type::any();
}

}  // namespace

base::LocatedText located(const std::string& text) {
  const auto size = static_cast<std::uint32_t>(text.size());
  return {text, {base::make_source("<test>", text), 0, size}};
}

base::Instant test_now() {
  return *base::parse_instant("2026-03-29T01:30:00Z");
}

Evaluated evaluated(const std::string& expression, const std::string& context,
                    const Budget& budget) {
  Arena arena;
  Evaluation evaluation = evaluation_in(arena, budget);
  base::Diagnostics diagnostics;
  const Expression variables = compile(located(context), Scope(), diagnostics);
  REQUIRE(base::render_text(diagnostics, base::Language::en) == "");
  const Value given = evaluate(variables, {}, evaluation);
  REQUIRE(given.kind() == Kind::context);
  Scope scope;
  std::vector<Value> values;
  for (const Entry& entry : given.entries()) {
    scope.declare(std::string(entry.name), members_only(*variables.type().member(entry.name)));
    values.push_back(entry.value);
  }
  Evaluated result;
  const Expression compiled = compile(located(expression), scope, diagnostics);
  result.mistakes = base::render_text(diagnostics, base::Language::en);
  if (compiled.empty()) return result;
  result.value = Stored(evaluate(compiled, values, evaluation));
  result.notes = std::move(evaluation.notes);
  return result;
}

Evaluated tested(const std::string& tests, const std::string& input) {
  Arena arena;
  Evaluation evaluation = evaluation_in(arena, {});
  base::Diagnostics diagnostics;
  const Evaluated given = evaluated(input);
  Evaluated result;
  const Expression compiled = compile_tests(located(tests), Type::any(), Scope(), diagnostics);
  result.mistakes = base::render_text(diagnostics, base::Language::en);
  if (compiled.empty()) return result;
  result.value = Stored(evaluate_tests(compiled, given.value.value(), {}, evaluation));
  result.notes = std::move(evaluation.notes);
  return result;
}

std::string mistakes_in(const std::string& expression, const Scope& scope, const Type& expected) {
  base::Diagnostics diagnostics;
  compile(located(expression), scope, diagnostics, expected);
  return base::render_text(diagnostics, base::Language::en);
}

}  // namespace guichet::feel
