// One step of a situation in every way that its conditions leave open.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "workflows/explore/truth.hpp"
#include "workflows/explore/world.hpp"

namespace guichet::explore {

// What was asked of the situation. `instance` is an index among its instances.
struct Move {
  enum class Kind { start, act, confirm, reply, timer, event, change };
  Kind kind = Kind::start;
  std::size_t instance = 0;
  model::DeclarationIndex declaration{-1};  // act, reply, timer
  std::size_t armed = 0;                    // timer: index among the instance's
  std::size_t partners = 0;                 // confirm: how many were ticked
  std::string name;                         // event; field of a change
  bool by_convention = false;  // `partners` is what the convention chose on the way, not a person
  // What the ways differ in: values given along, and conditions that could not be decided.
  Values with;
  Values
      found;  // of fields that were looked at for the first time: as they have been from the start
  std::vector<std::string> assumed;
};

struct Way {
  Move move;
  Situation after;
  // For each armed timer of `after`, in the order of timers_of(): its clock before, or -1.
  std::vector<int> clocks;
  std::vector<model::TransitionIndex> arms;  // taken by the first instance
  std::string event;                         // name of the trigger, for `event.name` in properties
  bool endless = false;                      // the macrostep does not end
  Values data;  // of the first instance; of the ways of a verdict alone
};

struct Ways {
  std::vector<Way> list;
  std::size_t tried = 0;
  bool complete = true;  // false: there were too many to try them all
};

class Play {
 public:
  Play(Judge& judge, const model::Workflow& self)
      : judge_(judge), domains_(judge.domains()), self_(self) {}

  Ways start() const;
  // Timers whose clock may have come to its due date are the caller's business.
  Ways acts(const Situation& from) const;
  Ways fire(const Situation& from, std::size_t instance, std::size_t armed) const;

 private:
  // Adds every way of the move.
  void add(Ways& out, const Situation& from, const Move& move) const;
  void add_offered(Ways& out, const Situation& from, std::size_t instance) const;
  void add_events(Ways& out, const Situation& from) const;
  void add_changes(Ways& out, const Situation& from) const;

  Judge& judge_;
  const Domains& domains_;
  const model::Workflow& self_;
};

// The end of a task: where a question stopped the clocks, they run again.
bool is_answer(std::string_view event);
// The state whose referral block waits for a person's tick; nullptr where none does.
const model::State* awaits_tick(const Instance& instance);

}  // namespace guichet::explore
