// Making a letter out of a verb: who gets it, by which channel, what it says, when it leaves.
// Private to this module.
#pragma once

#include "engine/cases/work.hpp"

namespace guichet::cases {

// Queues the letter (or the agenda's line) for everybody that the role stands for.
void notify(Work& work, InstanceNumber n, const model::Notify& verb,
            const kernel::Trigger* trigger);

}  // namespace guichet::cases
