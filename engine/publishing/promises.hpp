// What the paths of a desk promise (`properties:`), proved before the desk is put in force.
#pragma once

#include "engine/base/diagnostic.hpp"
#include "workflows/bundle/desk.hpp"

namespace guichet::publishing {

// A property that several paths inherit is told once, for the first path that breaks it. Uses the
// machine's cores, a path each. Requires: the desk has no errors.
void check_promises(const bundle::Desk& desk, base::Language language,
                    base::Diagnostics& diagnostics);

}  // namespace guichet::publishing
