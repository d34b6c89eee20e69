// Which arms a trigger enables, and which of them pre-empt which: SCXML's selectTransitions,
// selectEventlessTransitions and removeConflictingTransitions. For this module only.
#pragma once

#include <memory_resource>
#include <vector>

#include "workflows/kernel/kernel.hpp"

namespace guichet::kernel {

using Arms = std::pmr::vector<model::TransitionIndex>;
using States = std::pmr::vector<model::StateIndex>;

// Replaces `enabled` by the arms that the trigger enables, in document order of the active atomic
// states, conflicts removed. `trigger.cause` `always` asks for the eventless ones.
void select(const model::Workflow& workflow, const Position& position, const Trigger& trigger,
            Host& host, Raiser& raiser, Arms& enabled);

}  // namespace guichet::kernel
