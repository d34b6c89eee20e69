// Letters that a path may send more than once a day without end: timers that repeat by the hour,
// circles of timers that come round within a day.
#include <algorithm>

#include "workflows/check/findings.hpp"
#include "workflows/check/time_messages.hpp"
#include "workflows/check/verbs.hpp"

namespace guichet::check {

namespace {

using base::Delay;
using base::Message;
using model::Cause;
using model::StateIndex;
using model::Workflow;

constexpr std::int64_t kDay = 24 * 3'600'000;

// The least time that a delay can take, in milliseconds.
std::int64_t least(const Delay& delay) {
  switch (delay.unit) {
    case Delay::Unit::business_days:
    case Delay::Unit::days:
      return delay.count * kDay;
    case Delay::Unit::months:
      return delay.count * 28 * kDay;
    case Delay::Unit::milliseconds:
      break;
  }
  return delay.count;
}

const model::Notify* letter_in(const model::Block& block) {
  const model::Notify* found = nullptr;
  each_verb(block, [&](const model::Verb& verb) {
    const auto* notice = std::get_if<model::Notify>(&verb.what);
    if (notice != nullptr && !notice->letter.empty() && found == nullptr) found = notice;
  });
  return found;
}

// Where nobody's act is needed to go on, how long that takes at least.
std::optional<std::int64_t> waiting_time(const Workflow& workflow, const model::Transition& arm) {
  const model::Declaration& declaration = workflow.at(arm.declaration);
  if (arm.cause == Cause::always || arm.cause == Cause::done) return 0;
  if (arm.cause != Cause::timer || !declaration.timer->after) return std::nullopt;
  const auto* delay = std::get_if<Delay>(&*declaration.timer->after);
  return delay == nullptr ? std::nullopt : std::optional(least(*delay));
}

class Storms {
 public:
  explicit Storms(Reading& reading) : reading_(reading), workflow_(reading.workflow) {}

  void check() {
    for (const model::Declaration& timer : workflow_.declarations) check_repetition(timer);
    for (const model::Transition& arm : workflow_.transitions) check_circle(arm);
  }

 private:
  void tell(const base::Location& at, const std::string& timer, const std::string& letter,
            std::int64_t milliseconds) {
    const std::int64_t a_day = kDay / std::max<std::int64_t>(milliseconds, 1);
    reading_.diagnostics.warning(
        at, Message(messages::kMailStorm, {timer, letter, std::to_string(a_day)}),
        Message(messages::kSlowDown));
  }

  void check_repetition(const model::Declaration& timer) {
    if (!timer.timer || !timer.timer->every || timer.timer->times) return;
    const std::int64_t every = least(*timer.timer->every);
    if (every >= kDay) return;
    for (const model::TransitionIndex index : timer.arms) {
      const model::Transition& arm = workflow_.at(index);
      const model::Notify* letter = letter_in(arm.run);
      if (letter == nullptr || !arm.targets.empty()) continue;
      return tell(timer.at, timer.name, letter->letter, every);
    }
  }

  // The shortest way from what the arm enters back to its source, people's acts left aside.
  void check_circle(const model::Transition& arm) {
    const auto first = waiting_time(workflow_, arm);
    if (arm.cause != Cause::timer || !first || arm.targets.empty() || *first >= kDay) return;
    std::vector<std::int64_t> reached(workflow_.states.size(), kDay);
    const model::Notify* letter = letter_in(arm.run);
    enter(arm, *first, reached, letter);
    for (bool changed = true; changed;) {
      changed = false;
      for (const model::Transition& next : workflow_.transitions) {
        const auto wait = waiting_time(workflow_, next);
        const std::int64_t so_far = reached[static_cast<std::size_t>(next.source.value)];
        if (!wait || next.targets.empty() || so_far + *wait >= kDay) continue;
        changed = enter(next, so_far + *wait, reached, letter) || changed;
      }
    }
    const std::int64_t round = reached[static_cast<std::size_t>(arm.source.value)];
    if (round >= kDay || letter == nullptr) return;
    const model::Declaration& timer = workflow_.at(arm.declaration);
    if (told_.insert(&timer).second) tell(timer.at, timer.name, letter->letter, round);
  }

  bool enter(const model::Transition& arm, std::int64_t when, std::vector<std::int64_t>& reached,
             const model::Notify*& letter) {
    bool changed = false;
    if (letter == nullptr) letter = letter_in(arm.run);
    for (const StateIndex state : entered_by(workflow_, arm.targets)) {
      std::int64_t& known = reached[static_cast<std::size_t>(state.value)];
      if (when >= known) continue;
      known = when;
      changed = true;
      if (letter == nullptr) letter = letter_in(workflow_.at(state).entry);
    }
    return changed;
  }

  Reading& reading_;
  const Workflow& workflow_;
  std::set<const model::Declaration*> told_;
};

}  // namespace

void find_mail_storms(Reading& reading) {
  Storms(reading).check();
}

}  // namespace guichet::check
