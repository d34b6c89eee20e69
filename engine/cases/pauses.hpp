// A pause of an instance: its states left without being ended, and taken up again. Private to this
// module.
#pragma once

#include "engine/cases/work.hpp"

namespace guichet::cases {

// The state left by a pause at this path; nullptr where it was not.
const StateEntry* suspended_state(const Instance& instance, std::string_view path);
// Is a state active that a pause of this workflow leads to?
bool is_pausing(const model::Workflow& workflow, const kernel::Position& position);

void put_aside(Work& work, InstanceNumber n, const std::vector<Timer>& timers);
// The states that a pause leaves have been left: clocks of the referrals under way stop; of the
// whole path (`whole`), which nothing leaves, its own too.
void stand_still(Work& work, InstanceNumber n, bool whole);
// A state is taken up again as it was.
void resume_state(Work& work, InstanceNumber n, const model::State& state);
// Once all are: the root's clocks run, and what waited is told.
void end_pause(Work& work, InstanceNumber n);
// The pause was left for elsewhere: what it had put aside is over.
void abandon_pause(Work& work, InstanceNumber n);

}  // namespace guichet::cases
