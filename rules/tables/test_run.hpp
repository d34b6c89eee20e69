// Runs a table's own `tests:`.
#pragma once

#include <string>
#include <vector>

#include "rules/tables/table.hpp"

namespace guichet::tables {

struct TestFailure {
  base::Location at;       // of the test
  std::size_t number = 0;  // from 1, as in the file
  base::Message what;
};

struct TestReport {
  std::size_t passed = 0;
  std::size_t failed = 0;  // tests, not failures: one test may fail in several ways
  std::vector<TestFailure> failures;
  std::vector<std::string> tested_after_all;  // listed as untested, yet a test selects them
  std::vector<std::string> untested;  // rules that no test selects and `untested:` does not list
};

// `now` and `zone` are what now() and today() give in the tests; a table that is not in force then
// is tested on the nearest of its days.
TestReport run_tests(const DecisionTable& table, base::Instant now, const std::string& zone = "Z");

// Adds a warning where the table has tests and leaves rules out of them, or lists one as untested
// that a test selects.
void check_coverage(const DecisionTable& table, const std::string& zone,
                    base::Diagnostics& diagnostics);

}  // namespace guichet::tables
