// Expectations about letters called back, what somebody is told, cases that look alike. Private to
// this module.
#pragma once

#include "workflows/scenarios/run_step.hpp"

namespace guichet::scenarios {

// `recalled: [LETTER to RECIPIENT, ..]`: in this step, all of them where `exactly`.
void expect_recalled(ScenarioRun& run, const yaml::Node& node, const StepResult& result,
                     bool exactly);
// `told: {WHO: [words, ..]}`: in a letter of this step. `not_told`: in no letter of the case.
void expect_told(ScenarioRun& run, const yaml::Node& node, const StepResult& result);
void expect_not_told(ScenarioRun& run, const yaml::Node& node);
// `duplicates: [number, ..]`: the cases that the desk proposes to merge with this one.
void expect_duplicates(ScenarioRun& run, const yaml::Node& node);
// `merged_into: 2009-012`, `none` where it stands alone.
void expect_merged(ScenarioRun& run, const yaml::Node& node);

}  // namespace guichet::scenarios
