// Arming, pausing and firing the timers of an instance. Private to this module.
#pragma once

#include <memory>
#include <optional>

#include "engine/calendar/calendar.hpp"
#include "engine/cases/work.hpp"

namespace guichet::cases {

// The desk's calendar; for a referral whose partner's closures stop its clock, with those closures.
std::shared_ptr<const calendar::Calendar> clock_of(const Work& work, const Instance& instance);

// When a timer entered at `anchor` falls due; nothing where its date or delay has no value.
std::optional<base::Instant> due_of(const Work& work, InstanceNumber n,
                                    const model::TimerSpec& timer, base::Instant anchor);

void arm_timers(Work& work, InstanceNumber n, const model::State& state, std::int32_t entry);
void arm_delayed_event(Work& work, InstanceNumber n, const model::Send& send);
void cancel_timers(Work& work, InstanceNumber n, std::string_view state, std::int32_t entry);
void cancel_delayed_event(Work& work, InstanceNumber n, std::string_view id);

// Stops the clocks of an instance until resume_clocks(); what is left of each is kept.
void pause_clocks(Work& work, InstanceNumber n);
void resume_clocks(Work& work, InstanceNumber n);

// A timer that is due: the fact, the next firing of one that repeats, and the step.
void fire_timer(Work& work, const FireTimer& fire);

// The state of a Timer that carries a delayed event (`send`): "@" and the event's name.
constexpr char kDelayedEvent = '@';

}  // namespace guichet::cases
