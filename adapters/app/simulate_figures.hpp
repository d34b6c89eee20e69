// What a simulation came to, as lines for a terminal: one column a run, so that a path before and
// after an edit stand side by side.
#pragma once

#include <string>
#include <vector>

#include "adapters/reports/report.hpp"
#include "engine/base/message.hpp"
#include "engine/results/results.hpp"
#include "workflows/scenarios/simulate.hpp"

namespace guichet::app {

struct SimulatedRun {
  std::string name;  // of the folder; shown where there are two
  results::Results results;
  scenarios::SimulationCount count;
};

// Counters that are 0 in every run and say something went wrong are left out. Requires: not empty.
std::string figures(const std::vector<SimulatedRun>& runs, std::size_t rejected_rows,
                    const reports::Period& period, const bundle::Desk& desk,
                    base::Language language);

}  // namespace guichet::app
