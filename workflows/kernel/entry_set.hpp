// Which states a microstep enters: SCXML's computeEntrySet. For this module only.
#pragma once

#include "workflows/kernel/selection.hpp"

namespace guichet::kernel {

class EntrySet {
 public:
  EntrySet(const model::Workflow& workflow, const Position& position,
           std::pmr::memory_resource* memory)
      : workflow_(workflow), position_(position), states_(memory), begun_(memory) {}

  // What an arm with this domain enters to get to its targets. Requires: targets not empty.
  void add_targets(std::span<const model::StateIndex> targets, model::StateIndex domain);
  // The state with its initial content.
  void add_descendants(model::StateIndex state);
  void sort();  // into document order

  const States& states() const { return states_; }
  // The initials and history defaults taken on the way, to be begun after `state` is entered.
  struct Begun {
    model::StateIndex state;
    const model::Initial* initial;
  };
  const std::pmr::vector<Begun>& begun() const { return begun_; }

 private:
  void add(model::StateIndex state);
  void add_history(model::StateIndex history);
  void add_ancestors(model::StateIndex state, model::StateIndex below);
  void add_regions(const model::State& parallel);
  bool has_descendant_of(model::StateIndex state) const;

  const model::Workflow& workflow_;
  const Position& position_;
  States states_;
  std::pmr::vector<Begun> begun_;
};

}  // namespace guichet::kernel
