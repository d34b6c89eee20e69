// The convention: choosing a need's partners among few and among many.
#include <benchmark/benchmark.h>
#include <fmt/format.h>

#include <cstdio>
#include <cstdlib>

#include "rules/convention/choose.hpp"
#include "rules/convention/load.hpp"

using namespace guichet;

namespace {

constexpr const char* kHead = R"(guichet: convention/1
id: bench
valid: {from: 2008-01-01, to: 2011-01-01}
facts: {theme: theme, zone: commune, headcount: headcount}
missing: {theme: error, zone: review, headcount: match}
articles:
  art-4: {themes: [creation], select: all}
  art-5: {themes: [transmission], select: all}
prefer: [member, most specific, least loaded, fair turn]
partners:
)";

std::string convention_text(int partners) {
  std::string text = kHead;
  for (int i = 0; i < partners; ++i) {
    text += fmt::format(
        "  p-{}:\n    status: {}\n    scope:\n"
        "      - {{article: art-{}, zones: {{in: [\"{}\", \"{}\"]}}, headcount: \"[{}..20)\"}}\n"
        "    quota: {{max: 10, per: month, on_full: next}}\n",
        i, i % 3 == 0 ? "associate" : "member", 4 + i % 2, 46100 + i % 64, 46100 + i * 7 % 64,
        i % 5);
  }
  return text + "fallback: [{id: nobody, queue: coordination, within: 2bd}]\n";
}

struct CriteriaNames {
  CriteriaNames() {
    for (const char* name : {"theme", "commune", "headcount"}) scope.declare(name);
    values = {arena.string("creation"), arena.string("46102"), feel::Value::integer(4)};
  }
  feel::Arena arena;
  feel::Scope scope;
  std::vector<feel::Value> values;
};

std::shared_ptr<const convention::Convention> load(const CriteriaNames& names, const std::string& text) {
  base::Diagnostics diagnostics;
  const auto root = yaml::parse(base::make_source("convention.yaml", text), diagnostics);
  const auto loaded =
      root ? convention::load_convention(*root, {.scope = names.scope}, diagnostics) : nullptr;
  if (loaded) return loaded;
  std::fputs(base::render_text(diagnostics, base::Language::en).c_str(), stderr);
  std::exit(1);
}

void choose(benchmark::State& state) {
  const CriteriaNames names;
  const auto convention = load(names, convention_text(static_cast<int>(state.range(0))));
  const convention::Need need{
      .variables = names.values, .today = base::Day{std::chrono::days{14'279}}, .seed = "412/2"};
  feel::Arena arena;
  feel::Evaluation run{.arena = arena};
  for (auto _ : state) {
    arena.clear();
    const convention::Choice choice = convention::choose(*convention, need, {}, run);
    benchmark::DoNotOptimize(choice.chosen.data());
  }
}
BENCHMARK(choose)->Arg(12)->Arg(200)->Unit(benchmark::kMicrosecond);

void load_convention(benchmark::State& state) {
  const CriteriaNames names;
  const std::string text = convention_text(static_cast<int>(state.range(0)));
  for (auto _ : state) benchmark::DoNotOptimize(load(names, text));
}
BENCHMARK(load_convention)->Arg(12)->Arg(200)->Unit(benchmark::kMillisecond);

}  // namespace
