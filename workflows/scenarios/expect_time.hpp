// Expectations about what people find when they look: the work list, what happened in somebody's
// absence, open incidents, notices of the desk. Private to this module.
#pragma once

#include "workflows/scenarios/run_step.hpp"

namespace guichet::scenarios {

// `[contract, ..]`: codes of open incidents, or words of their texts; `exactly`: no others.
void expect_incidents(ScenarioRun& run, const yaml::Node& node, bool exactly);
// `[escalade pole-emploi 2009-08-27, ..]`: lines of the work list, in this order. A line is named
// by words that it has. `{coordinatrice: [..]}`: of her cases.
void expect_promises(ScenarioRun& run, const yaml::Node& node);
// `{coordinatrice: [..]}`: what happened since her last absence began, in this order;
// `{coordinatrice: {since: 2009-08-10, has: [..]}}`.
void expect_meanwhile(ScenarioRun& run, const yaml::Node& node);
// `[words, ..]` of the desk's notices, or how many there are.
void expect_notices(ScenarioRun& run, const yaml::Node& node);

// Is the letter for this adviser of a partner, or for this address?
bool is_addressed(const cases::LetterEffect& letter, const std::string& who,
                  const bundle::Directory& directory);

}  // namespace guichet::scenarios
