// Timers that are due, in the order in which they are to fire: by due date; of one moment and one
// item of a case, as its path writes them.
#pragma once

#include <vector>

#include "engine/store/store.hpp"
#include "workflows/bundle/desk.hpp"

namespace guichet::desk {

std::vector<store::DueTimer> due_timers(store::Reader& reader, const bundle::Desk& desk,
                                        base::Instant now, std::size_t most);

}  // namespace guichet::desk
