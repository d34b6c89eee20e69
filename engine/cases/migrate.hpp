// A case goes over to another version of its definition: the facts that move it, and the way back.
// The case goes over as a whole: every open instance, or none. Private to this module.
#pragma once

#include "engine/cases/work.hpp"
#include "workflows/migrate/assess.hpp"

namespace guichet::cases {

void migrate_case(Work& work, const Migrate& migrate);
// While nothing has followed: the journal says where each instance stood.
void revert_migration(Work& work, const RevertMigration& revert);

// Where an instance stands, as workflows/migrate reads it.
migrate::Place place_of(const Instance& instance);
// The values of an instance's fields that the new version's types would not take, unless the plan
// says what becomes of them. Field id -> why.
std::vector<std::pair<std::string, base::Message>> misfits(const Work& work,
                                                           const Instance& instance,
                                                           const bundle::Desk& to,
                                                           const migrate::Plan& plan);

}  // namespace guichet::cases
