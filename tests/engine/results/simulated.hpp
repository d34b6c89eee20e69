// The example desk after some months of made-up requests.
#pragma once

#include <catch2/catch.hpp>

#include "engine/yaml/shape.hpp"
#include "tests/support/case_fixture.hpp"
#include "workflows/scenarios/simulate.hpp"

namespace guichet::tests {

inline std::unique_ptr<scenarios::Stage> simulated(const char* from, const char* until,
                                                   std::size_t requests) {
  const auto desk = load_example("pays-de-figeac");
  base::Diagnostics diagnostics;
  scenarios::Population population;
  for (const auto& [path, root] : desk->documents) {
    if (yaml::header_kind(*root) == "population") {
      population = scenarios::read_population(*root, *desk, diagnostics);
    }
  }
  REQUIRE_FALSE(diagnostics.has_errors());
  scenarios::Simulation plan{
      .from = *base::parse_day(from), .until = *base::parse_day(until), .seed = 3};
  plan.requests = draw_requests(*desk, population, plan, requests);
  auto stage = std::make_unique<scenarios::Stage>(
      desk, desk->calendar->instant_of(base::LocalTime{plan.from}));
  simulate(*stage, population, plan);
  return stage;
}

}  // namespace guichet::tests
