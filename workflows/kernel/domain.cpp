#include "workflows/kernel/domain.hpp"

#include <algorithm>
#include <array>

namespace guichet::kernel {

namespace {

bool holds_all(const model::Workflow& workflow, model::StateIndex ancestor,
               std::span<const model::StateIndex> states) {
  return std::ranges::all_of(
      states, [&](model::StateIndex state) { return workflow.is_descendant(state, ancestor); });
}

const Remembered* remembered(const Position& position, model::StateIndex history) {
  const auto found = std::ranges::find(position.history, history, &Remembered::history);
  return found == position.history.end() ? nullptr : &*found;
}

// Requires: targets not empty.
model::StateIndex least_common_compound(const model::Workflow& workflow, model::StateIndex source,
                                        std::span<const model::StateIndex> targets) {
  model::StateIndex up = workflow.at(source).parent;
  while (up > model::kRoot) {
    const model::State& state = workflow.at(up);
    if (state.kind == model::StateKind::compound && holds_all(workflow, up, targets)) return up;
    up = state.parent;
  }
  return model::kRoot;
}

}  // namespace

bool is_atomic(model::StateKind kind) {
  return kind == model::StateKind::atomic || kind == model::StateKind::final;
}

void effective_targets(const model::Workflow& workflow, const Position& position,
                       std::span<const model::StateIndex> targets, States& out) {
  for (const model::StateIndex target : targets) {
    const model::State& state = workflow.at(target);
    if (!model::is_history(state.kind)) {
      if (std::ranges::find(out, target) == out.end()) out.push_back(target);
    } else if (const Remembered* known = remembered(position, target)) {
      effective_targets(workflow, position, known->states, out);
    } else {
      effective_targets(workflow, position, state.initial->targets, out);
    }
  }
}

model::StateIndex domain_of(const model::Workflow& workflow, const Position& position,
                            const model::Transition& arm) {
  if (arm.targets.empty()) return model::kNoState;
  std::array<std::byte, 256> space;
  std::pmr::monotonic_buffer_resource memory(space.data(), space.size());
  States effective(&memory);
  std::span<const model::StateIndex> targets = arm.targets;
  if (std::ranges::any_of(arm.targets, [&](model::StateIndex target) {
        return model::is_history(workflow.at(target).kind);
      })) {
    effective_targets(workflow, position, arm.targets, effective);
    targets = effective;
  }
  const bool stays_inside = arm.internal &&
                            (workflow.at(arm.source).kind == model::StateKind::compound) &&
                            holds_all(workflow, arm.source, targets);
  if (stays_inside || arm.source == model::kRoot) return arm.source;
  return least_common_compound(workflow, arm.source, targets);
}

}  // namespace guichet::kernel
