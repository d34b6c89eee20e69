#include "workflows/scenarios/scenario.hpp"

#include <fmt/format.h>

#include <filesystem>

#include "rules/convention/test_run.hpp"
#include "rules/tables/test_run.hpp"
#include "workflows/scenarios/run_step.hpp"

namespace guichet::scenarios {
namespace {

std::string folder_of(const std::string& path) {
  return std::filesystem::path(path).parent_path().generic_string();
}

using Told = std::function<void(const std::string&, bool)>;

// What came of the own tests of a table or a convention.
void add_report(const bundle::Desk& desk, const std::string& id, const tables::TestReport& result,
                Report& report, const Told& told) {
  report.passed += result.passed;
  report.failed += result.failed;
  for (const tables::TestFailure& failure : result.failures) {
    report.failures.push_back({.scenario = fmt::format("{} n° {}", id, failure.number),
                               .at = failure.at,
                               .what = failure.what.in(desk.settings.language)});
  }
  if (!result.untested.empty()) report.untested.push_back({id, result.untested});
  told(fmt::format("{} ({} tests)", id, result.passed + result.failed), result.failed == 0);
}

void run_rules(const bundle::Desk& desk, Report& report, const Told& told) {
  const std::string zone = desk.calendar->zone();
  for (const auto& [id, table] : desk.tables) {
    if (table->parts().tests.empty()) continue;
    add_report(desk, id, tables::run_tests(*table, base::Instant{}, zone), report, told);
  }
  const auto run_convention = [&](const convention::Convention& one) {
    if (one.parts().tests.empty()) return;
    add_report(desk, one.id(), convention::run_tests(one, base::Instant{}, zone), report, told);
  };
  for (const auto& [id, convention] : desk.conventions) {
    for (const auto& version : convention->parts().versions) run_convention(*version);
    run_convention(*convention);
  }
}

bool run_one(const std::shared_ptr<const bundle::Desk>& desk, const yaml::Entry& scenario,
             const std::string& path, Report& report) {
  const yaml::Node* clock = yaml::at(scenario.value, "clock");
  const auto start = clock == nullptr ? std::nullopt : moment_of(*clock);
  if (!start) return false;  // said by check_scenarios
  ScenarioRun run(desk, scenario.key.text(), desk->calendar->instant_of(*start), folder_of(path));
  const yaml::Node* steps = yaml::at(scenario.value, "steps");
  for (const yaml::Node& step : steps->items()) run.step(step);
  for (const Failure& failure : run.failures()) report.failures.push_back(failure);
  return run.failures().empty();
}

}  // namespace

Report run_scenarios(const std::shared_ptr<const bundle::Desk>& desk, const Told& told) {
  Report report;
  run_rules(*desk, report, told);
  for (const auto& [path, root] : desk->documents) {
    const yaml::Node* scenarios = yaml::at(*root, "scenarios");
    if (yaml::header_kind(*root) != "scenario" || scenarios == nullptr) continue;
    for (const yaml::Entry& scenario : scenarios->entries()) {
      const bool passed = run_one(desk, scenario, path, report);
      ++(passed ? report.passed : report.failed);
      told(scenario.key.text(), passed);
    }
  }
  return report;
}

}  // namespace guichet::scenarios
