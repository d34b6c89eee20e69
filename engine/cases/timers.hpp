// Arming and firing the timers of an instance. Private to this module.
#pragma once

#include <memory>
#include <optional>
#include <variant>

#include "engine/calendar/calendar.hpp"
#include "engine/cases/work.hpp"

namespace guichet::cases {

// What a Timer's `state` begins with where it is no state's: a delayed event (`send`), whose name
// follows; something that the desk itself watches (see promises.hpp, retention.hpp).
constexpr char kDelayedEvent = '@';
constexpr char kWatched = '!';
bool is_of_state(const Timer& timer);

// The calendar that counts a delay of this instance: the one named, else that of the referral's
// partner, else the desk's. For a referral whose partner's closures stop its clock, with those.
std::shared_ptr<const calendar::Calendar> clock_of(const Work& work, const Instance& instance,
                                                   std::string_view calendar = {});
calendar::Roll roll_of(model::Roll roll);

// A delay as written, or what its FEEL gives here and now; nothing where that is null.
std::optional<base::Delay> delay_of(const Work& work, InstanceNumber n,
                                    const std::variant<base::Delay, feel::Expression>& after);
// What a timer of the state at `path` counts from, were it armed now.
base::Instant anchor_of(const Work& work, const Instance& instance, std::string_view path,
                        model::Anchor anchor);
// When a timer entered at `anchor` falls due; nothing where its date or delay has no value.
std::optional<base::Instant> due_of(const Work& work, InstanceNumber n,
                                    const model::TimerSpec& timer, base::Instant anchor);
// The declaration of a state's timer; nothing where the definition has none such (any more).
std::optional<model::DeclarationIndex> declaration_of(const model::Workflow& workflow,
                                                      const Timer& timer);

void arm_timers(Work& work, InstanceNumber n, const model::State& state, std::int32_t entry);
void arm_timer(Work& work, InstanceNumber n, const model::State& state, std::int32_t entry,
               const model::Declaration& declaration);
void arm_delayed_event(Work& work, InstanceNumber n, const model::Send& send);
void cancel_timers(Work& work, InstanceNumber n, std::string_view state, std::int32_t entry);
void cancel_delayed_event(Work& work, InstanceNumber n, std::string_view id);

// A timer that is due: the fact, the next firing of one that repeats, and the step.
void fire_timer(Work& work, const FireTimer& fire);

}  // namespace guichet::cases
