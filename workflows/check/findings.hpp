// What a workflow can and cannot do, found on the finished model. For this module only.
#pragma once

#include <vector>

#include "engine/base/diagnostic.hpp"
#include "workflows/model/workflow.hpp"

namespace guichet::check {

// States that can be active at some time, guards ignored; histories aside.
std::vector<bool> reachable_states(const model::Workflow& workflow);
// The states that entering the targets of an arm makes active, their ancestors too.
std::vector<model::StateIndex> entered_by(const model::Workflow& workflow,
                                          const std::vector<model::StateIndex>& targets);

// Arms that are never taken, conditions that are constant.
void find_idle_arms(const model::Workflow& workflow, base::Diagnostics& diagnostics);
// States that nothing leads to; states from which no end can be reached.
void find_unreachable(const model::Workflow& workflow, base::Diagnostics& diagnostics);
void find_dead_ends(const model::Workflow& workflow, base::Diagnostics& diagnostics);
// Waits on people and partners that nothing ends.
void find_endless_waits(const model::Workflow& workflow, base::Diagnostics& diagnostics);
// `always` and events that make a step turn without end.
void find_endless_steps(const model::Workflow& workflow, base::Diagnostics& diagnostics);
// Timers of a state that stand in each other's way.
void find_ladder_faults(const model::Workflow& workflow, base::Diagnostics& diagnostics);
// Ends: `done` that never comes or is missing, outcomes that are missing.
void find_faulty_ends(const model::Workflow& workflow, base::Diagnostics& diagnostics);

}  // namespace guichet::check
