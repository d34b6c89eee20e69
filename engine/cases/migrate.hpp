// A case goes over to another version of its definition: the facts that move it, and the way back.
// Private to this module but for what previews ask.
#pragma once

#include "engine/cases/work.hpp"

namespace guichet::cases {

void migrate_case(Work& work, const Migrate& migrate);
void revert_migration(Work& work, const RevertMigration& revert);

}  // namespace guichet::cases
