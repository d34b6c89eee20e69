// Measures a table for `guichet bench decide`. Every input is its own object with its own strings,
// every result is materialised and enters a checksum, nothing is remembered between decisions.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "engine/base/error.hpp"
#include "rules/tables/decide.hpp"
#include "rules/tables/prove.hpp"

namespace guichet::tables {

// The JSON of this layer's neighbour, handed in: json::read and json::write.
struct JsonCodec {
  std::function<base::Result<feel::Value>(std::string_view, feel::Arena&)> read;
  std::function<std::string(const feel::Value&)> write;
};

struct BenchResult {
  std::size_t rules = 0;
  std::size_t inputs = 0;
  std::size_t wrong = 0;  // results that do not hold what `expected` says
  double us_per_decision = 0;
  double us_per_decision_explained = 0;
  double us_json_to_json = 0;
  double load_ms = 0;  // as given by the caller
  std::uint64_t checksum = 0;
};

// `inputs` and `expected` are JSON lines; `expected` may be empty. `monotonic_seconds` is the
// stopwatch: only adapters read a clock.
base::Result<BenchResult> bench_decide(const DecisionTable& table, std::string_view inputs,
                                       std::string_view expected, double load_ms,
                                       const JsonCodec& json,
                                       const std::function<double()>& monotonic_seconds);
// {"rules":60,"inputs":2000,"wrong":0,"us_per_decision":..,..} on one line.
std::string to_json(const BenchResult& result);
// {"rules":..,"columns":..,"ms":..,"inconclusive":false,"gaps":{"found":..,"more":..,
// "inconclusive":..,"ms":..},"overlaps":{..},"unreachable":{..},"subsumed":{..}} on one line; `ms`
// is that of gaps and overlaps, with the cutting of the columns that both need.
std::string to_json(const DecisionTable& table, const ProofCounts& counts);

}  // namespace guichet::tables
