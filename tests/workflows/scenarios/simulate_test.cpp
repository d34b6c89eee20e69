#include <catch2/catch.hpp>

#include "engine/yaml/shape.hpp"
#include "workflows/bundle/desk.hpp"
#include "workflows/scenarios/dice.hpp"
#include "workflows/scenarios/simulate.hpp"

using namespace guichet;

namespace {

struct Run {
  scenarios::SimulationCount count;
  std::string journal;
};

Run simulate_quarter(std::uint64_t seed, std::size_t requests) {
  base::Diagnostics diagnostics;
  const auto desk = bundle::load_desk(GUICHET_ROOT "/examples/pays-de-figeac", diagnostics);
  REQUIRE(desk != nullptr);
  scenarios::Population population;
  for (const auto& [path, root] : desk->documents) {
    if (yaml::header_kind(*root) == "population") {
      population = scenarios::read_population(*root, *desk, diagnostics);
    }
  }
  REQUIRE_FALSE(diagnostics.has_errors());
  scenarios::Simulation plan{.from = *base::parse_day("2009-01-01"),
                             .until = *base::parse_day("2009-03-31"),
                             .seed = seed};
  plan.requests = draw_requests(*desk, population, plan, requests);
  scenarios::Stage stage(desk, desk->calendar->instant_of(base::LocalTime{plan.from}));
  Run run{.count = simulate(stage, population, plan)};
  for (const base::CaseId id : stage.case_ids()) {
    for (const cases::Fact& fact : stage.facts(id)) run.journal += fact.hash;
  }
  return run;
}

}  // namespace

TEST_CASE("the same seed gives the same facts, another seed others") {
  const Run first = simulate_quarter(1, 12);
  const Run again = simulate_quarter(1, 12);
  const Run other = simulate_quarter(2, 12);

  CHECK(first.count.opened == 12);
  CHECK(first.count.acts > 0);
  CHECK(first.count.refused_requests == 0);
  CHECK(first.journal == again.journal);
  CHECK(first.journal != other.journal);
}

TEST_CASE("dice depend on what they are for, not on how often they were thrown before") {
  scenarios::Dice one(1, "a"), same(1, "a"), other(1, "b");
  const double drawn = one.unit();
  CHECK(drawn == same.unit());
  CHECK(drawn != other.unit());
  for (int i = 0; i < 1000; ++i) {
    const int value = one.between(3, 5);
    REQUIRE((value >= 3 && value <= 5));
  }
  CHECK(scenarios::Dice(1, "c").pick({{"never", 0}, {"always", 1}}) == 1);
}
