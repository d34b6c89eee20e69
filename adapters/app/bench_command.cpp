#include <fmt/format.h>

#include <chrono>
#include <iostream>

#include "adapters/app/bench_step.hpp"
#include "adapters/app/commands.hpp"
#include "adapters/app/opening.hpp"
#include "adapters/app/route.hpp"
#include "engine/base/file.hpp"
#include "engine/json/json.hpp"
#include "rules/tables/bench.hpp"
#include "rules/tables/load.hpp"

namespace guichet::app {
namespace {

double seconds() {
  return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

int bench_table(const Arguments& arguments) {
  const base::Language language = arguments.language();
  const auto inputs = base::read_bytes(arguments.get("inputs"));
  if (!inputs) return report(inputs.error(), language);
  std::string expected;
  if (arguments.has("expect")) {
    auto bytes = base::read_bytes(arguments.get("expect"));
    if (!bytes) return report(bytes.error(), language);
    expected = std::move(*bytes);
  }
  const double before = seconds();
  base::Diagnostics diagnostics;
  const auto table = tables::load_table_file(arguments.at(1), diagnostics);
  const double load_ms = (seconds() - before) * 1000;
  std::cerr << render_text(diagnostics, language);
  if (!table) return kWrongInput;
  const tables::JsonCodec codec{
      .read = [](std::string_view text, feel::Arena& arena) { return json::read(text, arena); },
      .write = json::write};
  const auto result = tables::bench_decide(*table, *inputs, expected, load_ms, codec, seconds);
  if (!result) return report(result.error(), language);
  std::cout << to_json(*result) << "\n";
  return result->wrong == 0 ? kDone : kWrongInput;
}

int prove_table(const Arguments& arguments) {
  base::Diagnostics diagnostics;
  const auto table = tables::load_table_file(arguments.at(1), diagnostics);
  std::cerr << render_text(diagnostics, arguments.language());
  if (!table) return kWrongInput;
  std::cout << to_json(*table, tables::count_findings(*table, {}, seconds)) << "\n";
  return kDone;
}

// Every request of the desk's own test rows would do; a thousand made-up cases show the spread.
int bench_routing(const Arguments& arguments) {
  const auto desk = open_desk(arguments.at(1), arguments.language());
  if (!desk) return desk.error();
  constexpr int kCases = 1000;
  const std::vector<feel::Stored> cases = sample_cases(**desk, kCases);
  std::size_t bytes = 0;
  const double before = seconds();
  for (const feel::Stored& each : cases) {
    const auto routed = route(**desk, each, false, arguments.language());
    bytes += routed ? routed->size() : 0;
  }
  const double us = (seconds() - before) / kCases * 1e6;
  std::cout << fmt::format(R"({{"cases":{},"us_per_case":{:.2f},"bytes":{}}})", kCases, us, bytes)
            << "\n";
  return kDone;
}

}  // namespace

int run_bench(const Words& words) {
  const Usage usage{
      .command = "bench",
      .summary =
          "Measures: `decide FILE` a decision table, `prove FILE` its proof, `route DIR` a "
          "desk's convention, `step` moves and years of a case.",
      .positionals = {"WHAT", "[FILE|DIR]"},
      .options = {{"inputs", "FILE.jsonl", "decide: one input a line"},
                  {"expect", "FILE.jsonl", "decide: what each input must give"}},
      .epilogue = "Prints one line of JSON; `step` needs no file."};
  const auto arguments = Arguments::parse(usage, words);
  if (!arguments) return arguments.error();
  const std::string& what = arguments->at(0);
  if (what == "step") {
    std::cout << to_json(bench_step()) << "\n";
    return kDone;
  }
  if (arguments->at(1).empty()) {
    std::cerr << "guichet bench: missing: FILE|DIR\n";
    return kUsage;
  }
  if (what == "decide" && arguments->has("inputs")) return bench_table(*arguments);
  if (what == "prove") return prove_table(*arguments);
  if (what == "route") return bench_routing(*arguments);
  std::cerr << (what == "decide" ? "guichet bench decide: missing: --inputs\n"
                                 : fmt::format("guichet bench: '{}' is not carried out\n", what));
  return kUsage;
}

}  // namespace guichet::app
