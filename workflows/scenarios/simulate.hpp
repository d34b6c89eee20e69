// A desk's months in seconds: requests open on their days, the population acts, timers fire at
// their due dates. The same desk, requests and seed give the same facts.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "engine/desk/request_rows.hpp"
#include "workflows/scenarios/population.hpp"
#include "workflows/scenarios/stage.hpp"

namespace guichet::scenarios {

struct Simulation {
  base::Day from, until;  // both included
  std::uint64_t seed = 1;
  std::vector<desk::RequestRow>
      requests;  // by day of receipt; those outside [from, until] stay out
  // Told of each simulated day that has passed, for progress.
  std::function<void(base::Day)> passed;
};

struct SimulationCount {
  std::size_t opened = 0;            // requests taken in
  std::size_t outside = 0;           // requests whose day lies outside the period
  std::size_t refused_requests = 0;  // requests that the desk would not save
  std::size_t acts = 0;              // done by the population
  std::size_t refused_acts = 0;      // acts that the path refused
};

SimulationCount simulate(Stage& stage, const Population& population, const Simulation& plan);

// Draws `count` requests over the period, numbered from 1, by the population's `requests:`.
std::vector<desk::RequestRow> draw_requests(const bundle::Desk& desk, const Population& population,
                                            const Simulation& plan, std::size_t count);

}  // namespace guichet::scenarios
