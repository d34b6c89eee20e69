// Where a transition leads and what it leaves: SCXML's getEffectiveTargetStates and
// getTransitionDomain. For this module only.
#pragma once

#include "workflows/kernel/selection.hpp"

namespace guichet::kernel {

bool is_atomic(model::StateKind kind);  // final included

// The states that targets stand for once histories are looked up; added to `out`, each once.
void effective_targets(const model::Workflow& workflow, const Position& position,
                       std::span<const model::StateIndex> targets, States& out);

// The state whose active descendants the arm leaves; kNoState for an arm without target. Never a
// parallel (the least common compound ancestor), unless the arm is internal to its own source.
model::StateIndex domain_of(const model::Workflow& workflow, const Position& position,
                            const model::Transition& arm);

}  // namespace guichet::kernel
