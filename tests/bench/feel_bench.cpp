// FEEL: compiling, and evaluating one expression of each family. Every expression reads a variable,
// so that none is folded to a constant.
#include <benchmark/benchmark.h>

#include <array>

#include "rules/feel/expression.hpp"

using namespace guichet;

namespace {

struct Family {
  const char* name;
  const char* text;
};

constexpr std::array kFamilies{
    Family{"arithmetic", "(n * 3 + 1.5) / 7 - 2 ** 2"},
    Family{"comparison", "n >= 10 and n < 250 or word = \"creation\""},
    Family{"choice", "if n < 10 then \"small\" else if n < 50 then \"middle\" else \"large\""},
    Family{"text", "upper case(substring(word, 1, 3)) + \"-\" + string(n)"},
    Family{"pattern", "matches(word, \"^cr[a-z]+n$\")"},
    Family{"date", "day + duration(\"P1M\") > date(2009, 3, 1)"},
    Family{"date_text", "date and time(\"2009-02-04T10:00:00@Europe/Paris\") + @\"PT1H\" * n"},
    Family{"path", "case.firm.headcount + case.year"},
    Family{"list", "count(list) + sum(list) + list[3]"},
    Family{"filter", "count(list[item > 3])"},
    Family{"loop", "sum(for i in list return i * n)"},
    Family{"quantified", "every i in list satisfies i < 100"},
    Family{"context", "{a: n, b: a + 1, c: {d: b}}.c.d"},
    Family{"lambda", "{f: function(x) x * n, y: f(2) + f(3)}.y"},
    Family{"range", "n in [1..10] and includes([1..100], n)"},
};

struct FamilyNames {
  FamilyNames() {
    const feel::Value list[] = {feel::Value::integer(1), feel::Value::integer(2),
                                feel::Value::integer(3), feel::Value::integer(4),
                                feel::Value::integer(5), feel::Value::integer(6)};
    const feel::Entry firm[] = {{"name", arena.string("Boulangerie")},
                                {"headcount", feel::Value::integer(4)}};
    const feel::Entry kase[] = {{"year", feel::Value::integer(2009)},
                                {"firm", arena.context(firm)}};
    declare("n", feel::Value::integer(7));
    declare("word", arena.string("creation"));
    declare("day", feel::Value::date(base::Day{std::chrono::days{14'000}}));
    declare("case", arena.context(kase));
    declare("list", arena.list(list));
  }
  void declare(const char* name, feel::Value value) {
    scope.declare(name);
    values.push_back(value);
  }

  feel::Arena arena;
  feel::Scope scope;
  std::vector<feel::Value> values;
};

feel::Expression compiled(const FamilyNames& names, const char* text) {
  base::Diagnostics diagnostics;
  const base::Source source = base::make_source("<bench>", text);
  return feel::compile({text, {source, 0, 0}}, names.scope, diagnostics);
}

void compile(benchmark::State& state, const char* text) {
  const FamilyNames names;
  for (auto _ : state) {
    const feel::Expression expression = compiled(names, text);
    if (expression.empty()) state.SkipWithError("does not compile");
    benchmark::DoNotOptimize(&expression.program());
  }
}

void evaluate(benchmark::State& state, const char* text) {
  const FamilyNames names;
  const feel::Expression expression = compiled(names, text);
  if (expression.empty() || expression.constant()) {
    state.SkipWithError("nothing to evaluate");
    return;
  }
  feel::Arena arena;
  feel::Evaluation run{.arena = arena};
  feel::Value value;
  for (auto _ : state) {
    arena.clear();
    run.notes.clear();
    value = feel::evaluate(expression, names.values, run);
    benchmark::DoNotOptimize(value);
  }
  if (value.is_null()) state.SkipWithError("comes to null");
}

const bool registered = [] {
  for (const Family& family : kFamilies) {
    benchmark::RegisterBenchmark((std::string("compile/") + family.name).c_str(), compile,
                                 family.text);
    benchmark::RegisterBenchmark((std::string("evaluate/") + family.name).c_str(), evaluate,
                                 family.text);
  }
  return true;
}();

void tests_of_a_cell(benchmark::State& state) {
  const FamilyNames names;
  base::Diagnostics diagnostics;
  const std::string text = "[1..5), [7..9], > 100";
  const feel::Expression tests =
      feel::compile_tests({text, {base::make_source("<bench>", text), 0, 0}},
                          feel::Type::of(feel::Kind::number), names.scope, diagnostics);
  feel::Arena arena;
  feel::Evaluation run{.arena = arena};
  for (auto _ : state) {
    arena.clear();
    benchmark::DoNotOptimize(feel::evaluate_tests(tests, names.values[0], names.values, run));
  }
}
BENCHMARK(tests_of_a_cell);

}  // namespace
