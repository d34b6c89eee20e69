// What it costs to prove that a path keeps what it promises: a path each, on one core.
#include <benchmark/benchmark.h>

#include "tests/workflows/explore/generated_path.hpp"
#include "workflows/explore/explore.hpp"

using namespace guichet;

namespace {

void prove(benchmark::State& state, const bundle::Desk& desk, const std::string& path) {
  std::size_t situations = 0;
  for (auto _ : state) {
    for (const explore::Verdict& each : explore::check_properties(desk, *desk.workflow(path))) {
      situations = std::max(situations, each.situations);
    }
  }
  state.counters["situations"] = static_cast<double>(situations);
}

void prove_path(benchmark::State& state, const std::string& path) {
  base::Diagnostics diagnostics;
  const auto desk = bundle::load_desk("examples/pays-de-figeac", diagnostics, bundle::Proof::no);
  if (!desk) return state.SkipWithError("run it from the root of the repository");
  prove(state, *desk, path);
}

// Sixty states and twelve yes-or-no fields: given up at the budget.
void give_up(benchmark::State& state, bool at_once) {
  base::Diagnostics diagnostics;
  auto files = bundle::read_folder("tests/workflows/defects/desk", diagnostics);
  if (files.empty()) return state.SkipWithError("run it from the root of the repository");
  files = tests::with_large_path(std::move(files), 60, 12, at_once);
  const auto desk = bundle::load_desk_files(files, "", diagnostics, bundle::Proof::no);
  prove(state, *desk, "creation");
}

BENCHMARK_CAPTURE(prove_path, accueil, "accueil")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(prove_path, creation, "creation")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(prove_path, formation, "formation")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(give_up, one_by_one, false)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(give_up, at_once, true)->Unit(benchmark::kMillisecond);

}  // namespace
