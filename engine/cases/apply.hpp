// The only place where state changes: folding one event into a snapshot. Total and pure: the same
// events give the same snapshot, whatever definitions are loaded.
#pragma once

#include "engine/cases/event.hpp"
#include "engine/cases/snapshot.hpp"

namespace guichet::cases {

// `at` is the fact's instant; `seq` its number in the case.
void apply(Snapshot& snapshot, const Event& event, std::int64_t seq, base::Instant at);

}  // namespace guichet::cases
