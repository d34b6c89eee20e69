// Proof of tables: gaps, overlaps and shadowed rules, without any case.
#include <benchmark/benchmark.h>
#include <fmt/format.h>

#include <array>

#include "rules/tables/prove.hpp"
#include "tests/bench/generated_table.hpp"

using namespace guichet;

namespace {

// Rules over 4 columns of ranges under U, as many as the product of the columns' parts. Each
// column's ranges part it, so that no two rules overlap and nothing is left: the proof has to look
// everywhere.
std::string parted_table(std::array<int, 4> parts) {
  std::string text =
      "guichet: decision-table/1\nid: parted\nhit: U\ncomplete: required\ninputs:\n"
      "  a: {type: number}\n  b: {type: number}\n  c: {type: number}\n  d: {type: number}\n"
      "outputs: {x: {type: number}}\nrules: |\n  | id | a | b | c | d || x |\n";
  const int rules = parts[0] * parts[1] * parts[2] * parts[3];
  for (int number = 0; number < rules; ++number) {
    text += fmt::format("  | R{} ", number);
    int rest = number;
    for (const int width : parts) {
      const int part = rest % width;
      rest /= width;
      const bool first = part == 0, last = part == width - 1;
      text += first  ? "| < 10 "
              : last ? fmt::format("| >= {} ", part * 10)
                     : fmt::format("| [{}..{}) ", part * 10, part * 10 + 10);
    }
    text += fmt::format("|| {} |\n", number % 7);
  }
  return text;
}

void prove(const tables::DecisionTable& table) {
  base::Diagnostics diagnostics;
  tables::prove(table, diagnostics);
  benchmark::DoNotOptimize(diagnostics.list().data());
}

void prove_parted(benchmark::State& state) {
  const bool large = state.range(0) == 1'000;
  const auto table =
      bench::load_text(parted_table(large ? std::array{10, 10, 5, 2} : std::array{4, 4, 2, 2}));
  for (auto _ : state) prove(*table);
}
BENCHMARK(prove_parted)->Arg(64)->Arg(1'000)->Unit(benchmark::kMillisecond);

// First hit, many rules shadowed.
void prove_routing(benchmark::State& state) {
  const auto table = bench::load_text(bench::generated_table(static_cast<int>(state.range(0))));
  for (auto _ : state) prove(*table);
}
BENCHMARK(prove_routing)->Arg(60)->Arg(1'000)->Unit(benchmark::kMillisecond);

}  // namespace
