// The generated routing tables of ../shared/bench against what a plain loop finds.
#include <catch2/catch.hpp>

#include <filesystem>
#include <iostream>

#include "engine/base/file.hpp"
#include "engine/json/json.hpp"
#include "rules/tables/bench.hpp"
#include "rules/tables/load.hpp"

namespace guichet::tables {

namespace {

const std::string kBenchFiles = GUICHET_ROOT "/../shared/bench/";

// A stopwatch that moves by a second at each reading, so that the passes are few.
double ticks() {
  static double now = 0;
  return now += 1;
}

void check(const std::string& rules) {
  if (!std::filesystem::exists(kBenchFiles)) {
    std::cout << "not run: ../shared is absent\n";
    return;
  }
  base::Diagnostics diagnostics;
  const auto table = load_table_file(kBenchFiles + "routing-" + rules + ".yaml", diagnostics);
  INFO(base::render_text(diagnostics, base::Language::en));
  REQUIRE(table);
  const JsonCodec codec{
      [](std::string_view text, feel::Arena& arena) { return json::read(text, arena); },
      [](const feel::Value& value) { return json::write(value); }};

  const auto result =
      bench_decide(*table, *base::read_bytes(kBenchFiles + "inputs.jsonl"),
                   *base::read_bytes(kBenchFiles + "expected-" + rules + ".jsonl"), 0, codec, ticks);

  REQUIRE(result);
  CHECK(std::to_string(result->rules) == rules);
  CHECK(result->inputs == 2000);
  CHECK(result->wrong == 0);
}

}  // namespace

TEST_CASE("60 rules decide the 2,000 inputs as expected") {
  check("60");
}
TEST_CASE("1,000 rules decide the 2,000 inputs as expected") {
  check("1000");
}
TEST_CASE("16,369 rules decide the 2,000 inputs as expected") {
  check("16369");
}

TEST_CASE("a wrong expectation is counted") {
  base::Diagnostics diagnostics;
  const auto root = yaml::parse(base::make_source("t.yaml", R"(guichet: decision-table/1
id: t
inputs: {a: {type: number}}
outputs: {b: {type: string}, c: {type: number}}
rules: |
  | id | a || b | c |
  | R1 | 1 || "x" | 2 |
)"),
                                diagnostics);
  const auto table = load_table(*root, {}, diagnostics);
  REQUIRE(table);
  const JsonCodec codec{
      [](std::string_view text, feel::Arena& arena) { return json::read(text, arena); },
      [](const feel::Value& value) { return json::write(value); }};

  const auto right =
      bench_decide(*table, "{\"a\":1}\n{\"a\":2}\n", "{\"b\":\"x\"}\nnull\n", 1.5, codec, ticks);
  const auto wrong = bench_decide(*table, "{\"a\":1}\n{\"a\":2}\n",
                                  "{\"b\":\"y\"}\n{\"b\":\"x\"}\n", 0, codec, ticks);
  const auto uneven = bench_decide(*table, "{\"a\":1}\n", "null\nnull\n", 0, codec, ticks);

  REQUIRE(right);
  CHECK(right->wrong == 0);
  CHECK_THAT(to_json(*right), Catch::StartsWith(R"({"rules":1,"inputs":2,"wrong":0,"us_per_de)"));
  REQUIRE(wrong);
  CHECK(wrong->wrong == 2);
  REQUIRE_FALSE(uneven);
  CHECK(uneven.error().what.key() == "bench-lines");
}

}  // namespace guichet::tables
