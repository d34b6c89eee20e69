// What a workflow can and cannot do, found on the finished model. For this module only.
#pragma once

#include <vector>

#include "engine/base/diagnostic.hpp"
#include "workflows/check/reading.hpp"
#include "workflows/model/workflow.hpp"

namespace guichet::check {

// All that follows, in an order that gives one message a mistake.
void find_faults(Reading& reading);

// States that can be active at some time, guards ignored; histories aside. Arms marked in `never`,
// if given, are not taken.
std::vector<bool> reachable_states(const model::Workflow& workflow,
                                   const std::vector<bool>* never = nullptr);
// The states that entering the targets of an arm makes active, their ancestors too.
std::vector<model::StateIndex> entered_by(const model::Workflow& workflow,
                                          const std::vector<model::StateIndex>& targets);

// Conditions that are constant or contradict themselves, arms that are never taken, gaps and
// overlaps of `choose`. The arms that are never taken, by index.
std::vector<bool> find_guard_faults(Reading& reading);
// What another declaration always comes before.
void find_shadows(Reading& reading);
// States that nothing leads to (or nothing that ever holds); states from which no end can be
// reached.
void find_unreachable(const model::Workflow& workflow, base::Diagnostics& diagnostics);
void find_unreachable_given(const model::Workflow& workflow, const std::vector<bool>& never,
                            base::Diagnostics& diagnostics);
void find_dead_ends(const model::Workflow& workflow, base::Diagnostics& diagnostics);
// Waits on people and partners that nothing ends.
void find_endless_waits(Reading& reading);
// `always` and events that make a step turn without end.
void find_endless_steps(const model::Workflow& workflow, base::Diagnostics& diagnostics);
void find_endless_guards(Reading& reading);
// Timers of a state that stand in each other's way, or count from what may be empty.
void find_ladder_faults(Reading& reading);
void find_empty_dates(Reading& reading);
// Letters without end; letters that name due dates which are not running.
void find_mail_storms(Reading& reading);
void find_letter_dates(Reading& reading);
// Ends: `done` that never comes or is missing, outcomes that are missing or unknown.
void find_faulty_ends(const model::Workflow& workflow, base::Diagnostics& diagnostics);
void find_outcome_faults(Reading& reading);
// Timers and acts that do nothing; what only a final state says, in another.
void find_idle_keys(Reading& reading);
// Histories that give nothing.
void find_idle_histories(Reading& reading);
// Who may see, write and do what.
void find_field_faults(Reading& reading);
void find_idle_roles(Reading& reading);
void find_disclosures(Reading& reading);
// Events that nothing raises or nothing listens to.
void find_idle_events(Reading& reading);
// Pauses, reopening, promised delays.
void find_faulty_promises(Reading& reading);

// What only shows between workflows: answers of a child that its parent does not know. `parents` is
// by id.
void find_unknown_answers(const std::vector<std::shared_ptr<const model::Workflow>>& workflows,
                          base::Diagnostics& diagnostics);
// Events raised in other instances (`raise: {event, to}`) that no workflow of the desk listens to.
void find_unheard_tidings(const std::vector<std::shared_ptr<const model::Workflow>>& workflows,
                          base::Diagnostics& diagnostics);

}  // namespace guichet::check
