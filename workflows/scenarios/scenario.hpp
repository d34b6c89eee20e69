// Scenario files (`guichet: scenario/1`): tests of a desk that its administrator writes, run on a
// simulated clock. A step is `until` first, then the act, then what is expected after it.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "engine/base/diagnostic.hpp"
#include "workflows/bundle/desk.hpp"
#include "workflows/scenarios/coverage.hpp"

namespace guichet::scenarios {

struct Failure {
  std::string scenario;
  base::Location at;                // of the expectation that did not hold
  std::string what;                 // what was expected, what is
  std::vector<std::string> since;   // facts since the step before, for people
  std::vector<std::string> offers;  // acts that the case offers, and why some are closed
};

// Rules of a table, or clauses of a convention, that its own tests never choose.
struct Untested {
  std::string of;  // id of the table or the convention
  std::vector<std::string> ids;
};

struct Report {
  // Scenarios, and the own tests of tables and conventions.
  std::size_t passed = 0, failed = 0;
  std::vector<Failure> failures;
  std::vector<Untested> untested;     // only of those that have tests
  std::vector<CoverageRow> coverage;  // of the paths, by the scenarios; by file
};

// Mistakes of the scenario and population files themselves: shapes, names, dates.
void check_scenarios(const bundle::Desk& desk, base::Diagnostics& diagnostics);

// Those among them that are no single scenario's: the files' own keys, and the population.
void check_outside_scenarios(const bundle::Desk& desk, base::Diagnostics& diagnostics);

// Runs every scenario of the desk's tests/ and the tests of its decision tables and conventions.
// A scenario with mistakes fails with them; the others are played all the same. What failed is told
// in `language`.
// `told` hears of each one as it ends; `shown`, where given, is shown the stage of each scenario;
// `make_store`, where given, makes the store of each, instead of one in memory.
Report run_scenarios(
    const std::shared_ptr<const bundle::Desk>& desk,
    const std::function<void(const std::string& name, bool passed)>& told,
    const std::function<void(const std::string& name, Stage& stage)>& shown = nullptr,
    const std::function<std::unique_ptr<store::Store>()>& make_store = nullptr,
    base::Language language = base::Language::fr);

// What a step came to.
struct TriedStep {
  base::Location at;
  std::string what;  // as written
  base::Instant now{};
  std::vector<std::string> states;   // of open instances, after it: "creation: accueil"
  std::vector<std::string> letters;  // that it brought: "accuse-de-reception: Camille Exemple"
  std::vector<Failure> failures;
};
struct Tried {
  std::string name;
  std::string path;  // of its file inside the desk
  bool passed = false;
  std::vector<TriedStep> steps;   // those that were played
  std::vector<Failure> failures;  // of no step: its mistakes, what is promised of the whole way
};
struct ScenarioName {
  std::string name, path;
};
std::vector<ScenarioName> scenario_names(const bundle::Desk& desk);
// Plays one scenario step by step; nothing where the desk has none of that name.
std::optional<Tried> try_scenario(const std::shared_ptr<const bundle::Desk>& desk,
                                  const std::string& name,
                                  base::Language language = base::Language::fr);

}  // namespace guichet::scenarios
