// The SCXML algorithm (W3C SCXML, appendix D) over a model: selects, pre-empts, exits, enters. It
// knows nothing of time, storage or letters; what happens on the way is told to a Host. Pure but
// for the Host and the Position it is given.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "rules/feel/value.hpp"
#include "workflows/model/workflow.hpp"

namespace guichet::kernel {

// An active state and the number of its entry: timers and tasks belong to an entry, not to a state.
struct Active {
  model::StateIndex state;
  std::int32_t entry = 0;
  bool operator==(const Active&) const = default;
};

struct Remembered {
  model::StateIndex history;
  std::vector<model::StateIndex> states;
  bool operator==(const Remembered&) const = default;
};

// Where an instance stands: the whole configuration in document order, the root first, and what
// histories remember.
struct Position {
  std::vector<Active> active;
  std::vector<Remembered> history;
  std::int32_t next_entry = 1;
  bool operator==(const Position&) const = default;

  bool is_in(model::StateIndex state) const;
};

// What a step answers to. Actions and replies go by name, timers by their declaration, events by
// dotted pattern ("referral.accepted" is matched by "referral.*", "referral" and "*"). The end of
// a state's content is the event "done.state.<path>", of cause `done`, and is matched by the
// state's `done` declarations too. For `always` arms the name and data are those of the last event.
struct Trigger {
  model::Cause cause = model::Cause::event;
  std::string name;
  model::DeclarationIndex timer{-1};         // of a timer
  feel::Stored data{};                       // `event.data` of events raised on the way
  model::StateIndex done = model::kNoState;  // of a `done`: whose content ended
};

// Takes what verbs raise: internal events of this instance.
class Raiser {
 public:
  virtual ~Raiser() = default;
  virtual void raise(std::string event, feel::Stored data = {}) = 0;
};

class Host {
 public:
  virtual ~Host() = default;
  // Does the arm's `when` hold? An error in it is false, and the host raises `error.guard`.
  virtual bool holds(model::TransitionIndex arm, const Trigger& trigger, Raiser& raiser) = 0;
  // The arms selected for the step's own trigger, before anything changes; false vetoes the step
  // (a refusal). Not asked for `always` arms and events raised on the way.
  virtual bool accepts(std::span<const model::TransitionIndex> arms, const Trigger& trigger) = 0;
  // The position still has the state in exit(), its descendants gone, and has it in enter().
  virtual void exit(const Active& state, Raiser& raiser) = 0;
  virtual void take(model::TransitionIndex arm, const Trigger& trigger, Raiser& raiser) = 0;
  virtual void enter(const Active& state, Raiser& raiser) = 0;
  // The `do` of an initial or of a history's default, between its state's entry and the target's.
  virtual void begin(const model::Initial& initial, Raiser& raiser) = 0;
};

enum class Outcome {
  taken,      // at least one arm was taken
  nothing,    // no arm is enabled; the position is unchanged
  vetoed,     // Host::accepts said no; the position is unchanged
  exhausted,  // the macrostep budget ran out; the caller must throw the position away
};

constexpr int kMacrostepBudget = 1000;  // rounds, so that a failing guard cannot turn for ever

// Enters the initial configuration and runs to completion.
Outcome start(const model::Workflow& workflow, Position& position, Host& host);
// One external trigger, then `always` and internal events to completion. Where no arm is enabled
// for an event or a timer, `always` arms are still tried (a change elsewhere may have opened a
// guard); an action or a reply that nothing takes changes nothing. Nothing is taken once the
// position is final.
Outcome step(const model::Workflow& workflow, Position& position, const Trigger& trigger,
             Host& host);
// Only the eventless and internal part, for an instance whose data changed from outside.
Outcome settle(const model::Workflow& workflow, Position& position, Host& host);

// Leaves everything below the root for `target` and runs to completion: a closed instance is opened
// again, an operator moves a case.
Outcome move(const model::Workflow& workflow, Position& position, model::StateIndex target,
             Host& host);

// The same, but only what is below the innermost active compound around `target` is left: states
// further out, and their timers, stay as they are.
Outcome redirect(const model::Workflow& workflow, Position& position, model::StateIndex target,
                 Host& host);

// The declarations of actions or replies that the configuration offers, innermost first and each
// name once (the innermost declaration of a name stands for it).
std::vector<model::DeclarationIndex> offered(const model::Workflow& workflow,
                                             const Position& position, model::Cause cause);
bool is_final(const model::Workflow& workflow, const Position& position);  // a top-level final
// Does a dotted pattern match an event's name? By whole words: "a.b" matches "a.b" and "a.b.c".
bool matches(std::string_view pattern, std::string_view name);

}  // namespace guichet::kernel
