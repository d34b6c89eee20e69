// Scenario files (`guichet: scenario/1`): tests of a desk that its administrator writes, run on a
// simulated clock. A step is `until` first, then the act, then what is expected after it.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "engine/base/diagnostic.hpp"
#include "workflows/bundle/desk.hpp"

namespace guichet::scenarios {

struct Failure {
  std::string scenario;
  base::Location at;               // of the expectation that did not hold
  std::string what;                // what was expected, what is
  std::vector<std::string> since;  // facts since the step before, for people
};

struct Report {
  std::size_t passed = 0, failed = 0;  // scenarios, and the tables' own tests
  std::vector<Failure> failures;
};

// Mistakes of the scenario and population files themselves: shapes, names, dates.
void check_scenarios(const bundle::Desk& desk, base::Diagnostics& diagnostics);

// Runs every scenario of the desk's tests/ and the tests of its decision tables. `told` hears of
// each one as it ends.
Report run_scenarios(const std::shared_ptr<const bundle::Desk>& desk,
                     const std::function<void(const std::string& name, bool passed)>& told);

}  // namespace guichet::scenarios
