// Decision tables: what one decision costs, explained or not, and what loading costs.
#include <benchmark/benchmark.h>

#include "engine/json/json.hpp"
#include "rules/tables/decide.hpp"
#include "rules/tables/report.hpp"
#include "tests/bench/generated_table.hpp"

using namespace guichet;

namespace {

constexpr int kCases = 1024;

// A table, and the variables of its cases as values of their own.
struct Bench {
  explicit Bench(int rules) : table(bench::load_text(bench::generated_table(rules))) {
    for (const std::string& text : bench::generated_cases(kCases)) {
      contexts.push_back(*json::read(text));
      variables.emplace_back();
      tables::bind_variables(*table, contexts.back().value(), variables.back());
    }
  }

  std::shared_ptr<const tables::DecisionTable> table;
  std::vector<feel::Stored> contexts;
  std::vector<std::vector<feel::Value>> variables;
};

void decide(benchmark::State& state) {
  const Bench bench(static_cast<int>(state.range(0)));
  feel::Arena arena;
  feel::Evaluation run{.arena = arena};
  tables::Workspace workspace;
  tables::Decision decision;
  std::size_t i = 0;
  for (auto _ : state) {
    arena.clear();
    tables::decide(*bench.table, bench.variables[i++ % kCases], run, workspace, decision);
    benchmark::DoNotOptimize(decision.result);
  }
}
BENCHMARK(decide)->Arg(60)->Arg(1'000)->Arg(16'369);

void explain(benchmark::State& state) {
  const Bench bench(static_cast<int>(state.range(0)));
  feel::Arena arena;
  feel::Evaluation run{.arena = arena};
  tables::Workspace workspace;
  tables::Explanation explanation;
  std::size_t i = 0;
  for (auto _ : state) {
    arena.clear();
    tables::explain(*bench.table, bench.variables[i++ % kCases], run, workspace, explanation);
    benchmark::DoNotOptimize(explanation.passes(0).data());
  }
}
BENCHMARK(explain)->Arg(60)->Arg(1'000)->Arg(16'369);

void json_to_json(benchmark::State& state) {
  const Bench bench(static_cast<int>(state.range(0)));
  const std::vector<std::string> cases = bench::generated_cases(kCases);
  feel::Arena arena;
  feel::Evaluation run{.arena = arena};
  std::size_t i = 0;
  for (auto _ : state) {
    arena.clear();
    const auto context = json::read(cases[i++ % kCases], arena);
    const tables::Decision decision = tables::decide(*bench.table, *context, run);
    benchmark::DoNotOptimize(json::write(decision.result));
  }
}
BENCHMARK(json_to_json)->Arg(60)->Arg(1'000);

// The report of `decide --explain`, every rule of it.
void report(benchmark::State& state) {
  const Bench bench(static_cast<int>(state.range(0)));
  feel::Arena arena;
  feel::Evaluation run{.arena = arena};
  const tables::Explanation explanation =
      tables::explain(*bench.table, bench.contexts.front().value(), run);
  for (auto _ : state) {
    feel::Arena report_arena;
    benchmark::DoNotOptimize(
        json::write(tables::report(*bench.table, explanation, report_arena, base::Language::en)));
  }
}
BENCHMARK(report)->Arg(60)->Arg(1'000);

void load(benchmark::State& state) {
  const std::string text = bench::generated_table(static_cast<int>(state.range(0)));
  for (auto _ : state) benchmark::DoNotOptimize(bench::load_text(text));
}
BENCHMARK(load)->Arg(60)->Arg(1'000)->Arg(16'369)->Unit(benchmark::kMillisecond);

}  // namespace
