#include "adapters/app/bench_step.hpp"

#include <catch2/catch.hpp>

#include "adapters/app/bench_desk.hpp"
#include "workflows/bundle/desk.hpp"

using namespace guichet;

TEST_CASE("the desk that bench step measures on has no error") {
  base::Diagnostics diagnostics;
  const auto desk = bundle::load_desk_files(app::bench_desk_files(), "bench", diagnostics);
  CHECK(!diagnostics.has_errors());
  REQUIRE(desk != nullptr);
  CHECK(desk->workflow("round") != nullptr);
}

TEST_CASE("the case of five years has its reminders and reviews") {
  const app::StepFigures figures = app::bench_step();
  // 59 reminders and 19 reviews, each armed, fired and done.
  CHECK(figures.five_year_facts > 3 * (59 + 19));
  CHECK(figures.us_per_step > 0);
}
