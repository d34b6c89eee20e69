#include "workflows/kernel/entry_set.hpp"

#include <algorithm>
#include <array>

#include "workflows/kernel/domain.hpp"

namespace guichet::kernel {

void EntrySet::add_targets(std::span<const model::StateIndex> targets, model::StateIndex domain) {
  for (const model::StateIndex target : targets) add_descendants(target);
  std::array<std::byte, 256> space;
  std::pmr::monotonic_buffer_resource memory(space.data(), space.size());
  States effective(&memory);
  effective_targets(workflow_, position_, targets, effective);
  for (const model::StateIndex target : effective) add_ancestors(target, domain);
}

void EntrySet::add_descendants(model::StateIndex index) {
  const model::State& state = workflow_.at(index);
  if (model::is_history(state.kind)) return add_history(index);
  add(index);
  if (state.kind == model::StateKind::compound) {
    if (std::ranges::find(begun_, &*state.initial, &Begun::initial) == begun_.end()) {
      begun_.push_back({index, &*state.initial});
    }
    for (const model::StateIndex target : state.initial->targets) add_descendants(target);
    for (const model::StateIndex target : state.initial->targets) add_ancestors(target, index);
  } else if (state.kind == model::StateKind::parallel) {
    add_regions(state);
  }
}

void EntrySet::add_history(model::StateIndex history) {
  const model::State& state = workflow_.at(history);
  const auto known = std::ranges::find(position_.history, history, &Remembered::history);
  std::span<const model::StateIndex> targets = state.initial->targets;
  if (known != position_.history.end()) {
    targets = known->states;
  } else {
    begun_.push_back({state.parent, &*state.initial});
  }
  for (const model::StateIndex target : targets) add_descendants(target);
  for (const model::StateIndex target : targets) add_ancestors(target, state.parent);
}

void EntrySet::add_ancestors(model::StateIndex state, model::StateIndex below) {
  for (model::StateIndex up = workflow_.at(state).parent; up != below && up != model::kNoState;
       up = workflow_.at(up).parent) {
    add(up);
    const model::State& ancestor = workflow_.at(up);
    if (ancestor.kind == model::StateKind::parallel) add_regions(ancestor);
  }
}

void EntrySet::add_regions(const model::State& parallel) {
  for (const model::StateIndex region : parallel.children) {
    if (!has_descendant_of(region)) add_descendants(region);
  }
}

bool EntrySet::has_descendant_of(model::StateIndex state) const {
  return std::ranges::any_of(
      states_, [&](model::StateIndex entered) { return workflow_.is_descendant(entered, state); });
}

void EntrySet::add(model::StateIndex state) {
  if (std::ranges::find(states_, state) == states_.end()) states_.push_back(state);
}

void EntrySet::sort() {
  std::ranges::sort(states_);
}

}  // namespace guichet::kernel
