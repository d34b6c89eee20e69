// When clocks of an instance stood still: noted while facts are folded, read where a due date is
// counted anew. Private to this module.
#pragma once

#include "engine/cases/event.hpp"

namespace guichet::cases {

// Requires: the event has been folded into the snapshot.
void note_stands(Snapshot& snapshot, const Event& event, base::Instant at);

// The stretches in which a timer of the state stood still, in order and apart from each other; the
// last may have no end. `aside`: those that began by putting the state's timers aside count too.
std::vector<Stand> stands_of(const Instance& instance, std::string_view state, bool aside);
// Do all clocks of the instance stand?
bool stands_still(const Instance& instance);
// Do they, or at least those of this state?
bool stands_still(const Instance& instance, std::string_view state);

}  // namespace guichet::cases
