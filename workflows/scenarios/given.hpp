// A case put directly where a scenario begins (`given:`), without the way that leads there. Private
// to this module.
#pragma once

#include "engine/yaml/node.hpp"
#include "workflows/scenarios/run_step.hpp"

namespace guichet::scenarios {

// `{workflow, at, data, request}`: a case with one need of that workflow, standing at the state
// with these values. It gets there by an operator's recorded move, so that timers, tasks and
// letters of the state's entry are as ever. What happened is no part of the first step.
void put_in_place(ScenarioRun& run, const yaml::Node& given, const std::string& workflow);

void check_given(const yaml::Node& given, const std::string& workflow, const bundle::Desk& desk,
                 base::Diagnostics& diagnostics);

}  // namespace guichet::scenarios
