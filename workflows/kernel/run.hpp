// One run to completion over a position: microsteps and the macrostep around them. For this module
// only.
#pragma once

#include <array>

#include "workflows/kernel/entry_set.hpp"

namespace guichet::kernel {

class Run final : public Raiser {
 public:
  Run(const model::Workflow& workflow, Position& position, Host& host);

  void raise(std::string event, feel::Stored data) override;

  void enter_initial();
  // Leaves everything below `domain` for a state in it.
  void move_to(model::StateIndex target, model::StateIndex domain);
  // Selects for the trigger and takes what is enabled.
  Outcome take(const Trigger& trigger);
  // `always` arms before internal events, until neither applies. Nothing where none was taken.
  Outcome complete();

 private:
  void microstep(const Trigger& trigger);
  bool suspends_all(const States& domains) const;
  void exit_below(const States& domains);
  void remember(const model::State& state);
  void enter(EntrySet& entry);
  void enter_one(model::StateIndex state, const EntrySet& entry);
  void announce_end(model::StateIndex final_state);
  void raise_done(model::StateIndex state);
  bool is_ended(model::StateIndex state) const;

  const model::Workflow& workflow_;
  Position& position_;
  Host& host_;
  std::array<std::byte, 2048> space_;
  std::pmr::monotonic_buffer_resource memory_;
  Arms enabled_;
  std::vector<Trigger> queue_;  // internal events; those before next_ are handled
  std::size_t next_ = 0;
  Trigger last_;  // what the last event was, for `always` arms
};

}  // namespace guichet::kernel
