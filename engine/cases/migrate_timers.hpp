// What becomes of an instance's timers when it goes over to another version. Private to this
// module.
#pragma once

#include "engine/cases/work.hpp"
#include "workflows/migrate/assess.hpp"

namespace guichet::cases {

// Requires: the instance is pinned to the new version already; `from` is its path in the one
// before. What changed is added to `changes`.
void migrate_timers(Work& work, InstanceNumber n, const model::Workflow& from,
                    const migrate::Assessment& assessment, const migrate::WorkflowPlan& plan,
                    std::vector<MigratedTimer>& changes);

}  // namespace guichet::cases
