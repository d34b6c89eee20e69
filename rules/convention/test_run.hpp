// Runs a convention's own `tests:`.
#pragma once

#include "rules/convention/convention.hpp"
#include "rules/tables/test_run.hpp"

namespace guichet::convention {

// `untested` names the clauses by which no test chooses a partner and that `untested:` leaves out.
// A test without `today` runs at `now`, or on the nearest day on which the convention is in force.
// `zone` is what today() means.
tables::TestReport run_tests(const Convention& convention, base::Instant now,
                             const std::string& zone = "Z");
// Adds a warning where the convention has tests that leave clauses out, or lists one as untested
// that a test chooses by.
void check_coverage(const Convention& convention, const std::string& zone,
                    base::Diagnostics& diagnostics);

}  // namespace guichet::convention
