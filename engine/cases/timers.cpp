#include "engine/cases/timers.hpp"

#include <algorithm>

#include "engine/cases/messages.hpp"
#include "engine/cases/names.hpp"
#include "engine/cases/promises.hpp"

namespace guichet::cases {
calendar::Roll roll_of(model::Roll roll) {
  switch (roll) {
    case model::Roll::next_business:
      return calendar::Roll::next_business;
    case model::Roll::previous_business:
      return calendar::Roll::previous_business;
    case model::Roll::none:
      break;
  }
  return calendar::Roll::none;
}

namespace {

feel::Value evaluate(const Work& work, InstanceNumber n, const feel::Expression& expression,
                     feel::Arena& arena) {
  Names names(work, n, nullptr, arena);
  feel::Evaluation run = evaluation(work, arena);
  return feel::evaluate(expression, names.for_expression(expression), run);
}

}  // namespace

std::optional<base::Delay> delay_of(const Work& work, InstanceNumber n,
                                    const std::variant<base::Delay, feel::Expression>& after) {
  if (const auto* delay = std::get_if<base::Delay>(&after)) return *delay;
  feel::Arena arena;
  const feel::Value value = evaluate(work, n, std::get<feel::Expression>(after), arena);
  if (value.is_null()) return {};
  return base::parse_delay(value.kind() == feel::Kind::string ? value.text() : to_text(value));
}

namespace {

// A date counts from that day; a date and time from that moment.
std::optional<base::Instant> moment_of(const Work& work, InstanceNumber n,
                                       const model::TimerSpec& timer,
                                       const calendar::Calendar& clock) {
  feel::Arena arena;
  const feel::Value value = evaluate(work, n, timer.at, arena);
  const base::Delay plus = timer.plus.value_or(base::Delay{base::Delay::Unit::days, 0});
  if (value.kind() == feel::Kind::date && value.as_day()) {
    return clock.due(*value.as_day(), plus, roll_of(timer.roll));
  }
  if (value.kind() == feel::Kind::date_time) {
    const auto local = base::parse_local_time(to_text(value).substr(0, 19));
    if (!local) return {};
    const base::Instant moment = clock.instant_of(*local);
    return timer.plus ? clock.due(moment, plus, roll_of(timer.roll)) : moment;
  }
  return {};
}

}  // namespace

base::Instant anchor_of(const Work& work, const Instance& instance, std::string_view path,
                        model::Anchor anchor) {
  const auto& first = instance.extras.first_entries;
  switch (anchor) {
    case model::Anchor::case_opened:
      return work.snapshot().opened_at;
    case model::Anchor::first_entry:
      if (const auto at = std::ranges::find(first, path, &StateEntry::path); at != first.end()) {
        return at->since;
      }
      break;
    case model::Anchor::entry:
      break;
  }
  return work.around().now;
}

namespace {

// The first due date of a repetition after `now`: what an outage swallowed is one step, not many.
base::Instant next_due(const Work& work, const calendar::Calendar& clock,
                       const model::TimerSpec& spec, base::Instant due) {
  base::Instant next = clock.due(due, *spec.every, roll_of(spec.roll));
  while (spec.catch_up != model::CatchUp::each && next <= work.around().now && next > due) {
    due = next;
    next = clock.due(due, *spec.every, roll_of(spec.roll));
  }
  return next;
}

void repeat(Work& work, const FireTimer& fire, const Timer& fired, const model::TimerSpec& spec) {
  if (!spec.every || (spec.times && fired.firing >= *spec.times)) return;
  Timer next = fired;
  next.firing += 1;
  const auto clock = clock_of(work, work.instance(fire.n), spec.calendar);
  next.due_at = next_due(work, *clock, spec, *fired.due_at);
  work.record(TimerArmed{fire.n, std::move(next)});
}

// What `event` shows of a timer that fell due: which time it is, and whether it is the last.
feel::Stored firing_data(const Timer& timer, const model::TimerSpec& spec) {
  const bool last = !spec.every || (spec.times && timer.firing >= *spec.times);
  const feel::Entry entries[] = {{"firing", feel::Value::integer(timer.firing)},
                                 {"last", feel::Value::boolean(last)}};
  feel::Arena arena;
  return feel::Stored(arena.context(entries));
}

const Timer* find_timer(const Instance& instance, const FireTimer& fire) {
  for (const Timer& timer : instance.timers) {
    if (timer.state == fire.state && timer.entry == fire.entry && timer.name == fire.name &&
        timer.firing == fire.firing && timer.status == TimerState::armed) {
      return &timer;
    }
  }
  return nullptr;
}

}  // namespace

std::optional<model::DeclarationIndex> declaration_of(const model::Workflow& workflow,
                                                      const Timer& timer) {
  const auto state = workflow.find_state(timer.state);
  if (!state) return {};
  for (const model::DeclarationIndex index : workflow.at(*state).timers) {
    if (workflow.at(index).name == timer.name) return index;
  }
  return {};
}

bool is_of_state(const Timer& timer) {
  return timer.state.empty() ||
         (timer.state.front() != kDelayedEvent && timer.state.front() != kWatched);
}

std::shared_ptr<const calendar::Calendar> clock_of(const Work& work, const Instance& instance,
                                                   std::string_view calendar) {
  const bundle::Desk& desk = work.around().desk;
  const bundle::Partner* partner =
      instance.referral ? work.around().directory.find(instance.referral->partner) : nullptr;
  const std::string_view id =
      !calendar.empty() || partner == nullptr ? calendar : std::string_view(partner->calendar);
  const auto named = desk.calendars.find(id);
  const auto& counting = named == desk.calendars.end() ? desk.calendar : named->second;
  if (partner == nullptr) return counting;
  calendar::Calendar::Parts parts = counting->parts();
  const std::size_t before = parts.closures.size();
  for (const bundle::PartnerClosure& closure : partner->closures) {
    if (closure.clock_stopped) parts.closures.push_back({"", closure.first, closure.last});
  }
  if (parts.closures.size() == before) return counting;
  return std::make_shared<const calendar::Calendar>(std::move(parts));
}

std::optional<base::Instant> due_of(const Work& work, InstanceNumber n,
                                    const model::TimerSpec& timer, base::Instant anchor) {
  const auto clock = clock_of(work, work.instance(n), timer.calendar);
  if (!timer.after) return moment_of(work, n, timer, *clock);
  const auto delay = delay_of(work, n, *timer.after);
  if (!delay) return {};
  return clock->due(anchor, *delay, roll_of(timer.roll));
}

void arm_timer(Work& work, InstanceNumber n, const model::State& state, std::int32_t entry,
               const model::Declaration& declaration) {
  const model::TimerSpec& spec = *declaration.timer;
  const Instance& instance = work.instance(n);
  const base::Instant anchor = anchor_of(work, instance, state.path, spec.anchor);
  const auto due = due_of(work, n, spec, anchor);
  if (!due) return;
  // A deadline that counts from earlier than this entry passes once, however often the state is
  // entered again.
  const bool passed = spec.anchor != model::Anchor::entry && *due <= work.around().now &&
                      std::ranges::any_of(instance.extras.fired, [&](const FiredTimer& each) {
                        return each.state == state.path && each.name == declaration.name;
                      });
  if (passed) return;
  work.record(TimerArmed{n, Timer{.state = state.path,
                                  .entry = entry,
                                  .name = declaration.name,
                                  .due_at = *due,
                                  .anchor = anchor}});
}

void arm_timers(Work& work, InstanceNumber n, const model::State& state, std::int32_t entry) {
  const model::Workflow& workflow = work.workflow_of(work.instance(n));
  for (const model::DeclarationIndex index : state.timers) {
    arm_timer(work, n, state, entry, workflow.at(index));
  }
}

void arm_delayed_event(Work& work, InstanceNumber n, const model::Send& send) {
  const base::Instant now = work.around().now;
  const auto due = clock_of(work, work.instance(n))->due(now, send.after);
  // Two sends of one id may wait at once: the number of the fact tells them apart.
  work.record(TimerArmed{n, Timer{.state = kDelayedEvent + send.event,
                                  .entry = static_cast<std::int32_t>(work.snapshot().rev + 1),
                                  .name = send.id,
                                  .due_at = due,
                                  .anchor = now}});
}

void cancel_timers(Work& work, InstanceNumber n, std::string_view state, std::int32_t entry) {
  const std::vector<Timer> timers = work.instance(n).timers;
  for (const Timer& timer : timers) {
    if (timer.state == state && timer.entry == entry) {
      work.record(TimerCancelled{n, timer.state, timer.name, timer.entry, timer.firing});
    }
  }
}

void cancel_delayed_event(Work& work, InstanceNumber n, std::string_view id) {
  const std::vector<Timer> timers = work.instance(n).timers;
  for (const Timer& timer : timers) {
    if (timer.state.starts_with(kDelayedEvent) && timer.name == id) {
      work.record(TimerCancelled{n, timer.state, timer.name, timer.entry, timer.firing});
    }
  }
}

void fire_timer(Work& work, const FireTimer& fire) {
  const Instance* instance = work.snapshot().find(fire.n);
  const Timer* armed = instance == nullptr ? nullptr : find_timer(*instance, fire);
  if (armed == nullptr) {
    return work.refuse(409, base::Message(messages::kTimerGone, {fire.name}));
  }
  const Timer timer = *armed;
  const base::Instant now = work.around().now;
  if (*timer.due_at > now) {
    return work.refuse(409,
                       base::Message(messages::kTimerEarly, {fire.name, base::iso(*timer.due_at)}));
  }
  const auto& calendar = *work.around().desk.calendar;
  const bool late = calendar.local_day(now) > calendar.local_day(*timer.due_at);
  work.set_fired_late(late);
  work.record(
      TimerFired{fire.n, timer.state, timer.name, timer.entry, timer.firing, *timer.due_at, late});
  if (timer.state.starts_with(kWatched)) return fire_watch(work, timer, fire.n);
  if (timer.state.starts_with(kDelayedEvent)) {
    work.post(fire.n, {.cause = model::Cause::event, .name = timer.state.substr(1)});
    return work.run_queue();
  }
  const model::Workflow& workflow = work.workflow_of(*instance);
  const auto declaration = declaration_of(workflow, timer);
  if (!declaration) return;  // an earlier version's timer that its migration kept; nothing to run
  const model::TimerSpec& spec = *workflow.at(*declaration).timer;
  repeat(work, fire, timer, spec);
  if (late && spec.catch_up == model::CatchUp::none) return;
  step_instance(work, fire.n,
                {.cause = model::Cause::timer,
                 .name = timer.name,
                 .timer = *declaration,
                 .data = firing_data(timer, spec)});
  work.run_queue();
}

}  // namespace guichet::cases
