// Inside the module: a case as one line for `tests:`.
#pragma once

#include <string>

#include "rules/tables/decide.hpp"

namespace guichet::tables {

// `- {given: {t: y, n: 10}, fires: [R1, R2], selects: R1}`: what the table makes of the case now,
// so that the line passes as it is.
std::string ready_test(const DecisionTable& table, const Inputs& inputs);

// A moment at which the table is in force: `now`, or noon of the nearest of its days.
base::Instant moment_in(const Validity& valid, base::Instant now);

}  // namespace guichet::tables
