// Folding of the facts of migrations. Private to this module.
#pragma once

#include "engine/cases/event_migrate.hpp"

namespace guichet::cases {

void fold_migration(Instance& instance, const InstanceMigrated& event);

}  // namespace guichet::cases
