// Clocks that stand still: timers put aside while a state is left by a pause or into a history, and
// those of a referral while its question, or its need, waits. Private to this module.
#pragma once

#include "engine/cases/work.hpp"

namespace guichet::cases {

// Stops the clocks of an instance until resume_clocks(); what is left of each is kept.
void pause_clocks(Work& work, InstanceNumber n);
// Nothing happens while something else still holds them (a question, a paused need).
void resume_clocks(Work& work, InstanceNumber n);

// A timer with what is left of it, and when that has passed, counted from now.
Timer with_rest(const Work& work, InstanceNumber n, Timer timer);
base::Instant due_after(const Work& work, InstanceNumber n, const Timer& timer);
// The timer as a clock that stopped at that moment leaves it; its due date is kept for what needs
// its hour. Requires: it has one.
Timer stopped_at(const Work& work, InstanceNumber n, Timer timer, base::Instant at);
// When it falls due if the clock stood still in between. Requires: timer and stand have an end.
base::Instant due_over(const Work& work, InstanceNumber n, const Timer& timer, const Stand& stand);

// The timers of a state that is being left, as they are to be put aside. `all`: it is left by a
// pause; else only those that do not simply start anew when the state is entered again through a
// history.
enum class Keeping { all, not_restarted };
std::vector<Timer> timers_to_keep(const Work& work, InstanceNumber n, const model::State& state,
                                  std::int32_t entry, Keeping which);
// The delayed events of an instance stand still with it.
void keep_delayed_events(Work& work, InstanceNumber n);
void restore_delayed_events(Work& work, InstanceNumber n);
// The timers of a state that a pause had left: as each one's `resume` says.
void restore_timers(Work& work, InstanceNumber n, const model::State& state, std::int32_t entry);
// Those of a state entered again through its history; where none was kept, armed anew.
void rearm_timers(Work& work, InstanceNumber n, const model::State& state, std::int32_t entry);
// The state is entered in the ordinary way: what was kept for it is over.
void forget_timers(Work& work, InstanceNumber n, std::string_view state);

// The referrals that the suspended states opened stand still too, and run again.
void pause_referrals(Work& work, InstanceNumber need);
void resume_referrals(Work& work, InstanceNumber need);

}  // namespace guichet::cases
