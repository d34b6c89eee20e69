// What the check of a desk costs: whole, and without the proofs of its tables and convention.
#include <benchmark/benchmark.h>

#include "workflows/bundle/desk.hpp"

using namespace guichet;

namespace {

void check_desk(benchmark::State& state, const std::string& folder) {
  base::Diagnostics problems;
  const auto files = bundle::read_folder(folder, problems);
  if (files.empty()) return state.SkipWithError("run it from the root of the repository");
  std::size_t findings = 0;
  for (auto _ : state) {
    base::Diagnostics diagnostics;
    benchmark::DoNotOptimize(bundle::load_desk_files(files, folder + "/", diagnostics));
    findings = diagnostics.list().size();
  }
  state.counters["files"] = static_cast<double>(files.size());
  state.counters["findings"] = static_cast<double>(findings);
}

void check_without_proofs(benchmark::State& state, const std::string& folder) {
  base::Diagnostics problems;
  const auto files = bundle::read_folder(folder, problems);
  if (files.empty()) return state.SkipWithError("run it from the root of the repository");
  for (auto _ : state) {
    base::Diagnostics diagnostics;
    benchmark::DoNotOptimize(
        bundle::load_desk_files(files, folder + "/", diagnostics, bundle::Proof::no));
  }
}

BENCHMARK_CAPTURE(check_desk, figeac, "examples/pays-de-figeac")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(check_desk, national, "examples/service-national")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(check_without_proofs, figeac, "examples/pays-de-figeac")
    ->Unit(benchmark::kMillisecond);

}  // namespace
