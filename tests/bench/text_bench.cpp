// Texts in and out: JSON of one case and of a thousand, a YAML file of rules.
#include <benchmark/benchmark.h>

#include "engine/json/json.hpp"
#include "engine/yaml/node.hpp"
#include "tests/bench/generated_table.hpp"

using namespace guichet;

namespace {

std::string json_list(int cases) {
  std::string text = "[";
  for (const std::string& each : bench::generated_cases(cases)) {
    text += (text.size() > 1 ? "," : "") + each;
  }
  return text + "]";
}

void bytes_done(benchmark::State& state, const std::string& text) {
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(text.size()));
}

void json_read(benchmark::State& state) {
  const std::string text = json_list(static_cast<int>(state.range(0)));
  feel::Arena arena;
  for (auto _ : state) {
    arena.clear();
    benchmark::DoNotOptimize(json::read(text, arena));
  }
  bytes_done(state, text);
}
BENCHMARK(json_read)->Arg(1)->Arg(1'000);

void json_write(benchmark::State& state) {
  const std::string text = json_list(static_cast<int>(state.range(0)));
  const feel::Stored value = *json::read(text);
  for (auto _ : state) benchmark::DoNotOptimize(json::write(value.value()));
  bytes_done(state, text);
}
BENCHMARK(json_write)->Arg(1)->Arg(1'000);

void yaml_parse(benchmark::State& state) {
  const std::string text = bench::generated_table(static_cast<int>(state.range(0)));
  const base::Source source = base::make_source("generated.yaml", text);
  for (auto _ : state) {
    base::Diagnostics diagnostics;
    benchmark::DoNotOptimize(yaml::parse(source, diagnostics));
  }
  bytes_done(state, text);
}
BENCHMARK(yaml_parse)->Arg(60)->Arg(1'000)->Unit(benchmark::kMillisecond);

}  // namespace
