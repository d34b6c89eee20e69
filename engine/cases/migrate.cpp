#include "engine/cases/migrate.hpp"

namespace guichet::cases {

void migrate_case(Work&, const Migrate&) {}
void revert_migration(Work&, const RevertMigration&) {}

}  // namespace guichet::cases
