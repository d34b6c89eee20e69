// What a migration's command came to, as the store keeps it for the run that submitted it. Private
// to this module.
#pragma once

#include <optional>

#include "engine/cases/decide.hpp"
#include "engine/store/versions.hpp"

namespace guichet::desk {

// Nothing for other commands.
std::optional<store::MigrationRow> migration_row(
    const cases::Command& command, const std::expected<cases::Decision, base::Rejection>& decision,
    base::Language language);

// Do the counters of quotas and open referrals matter to this command? They take a look at every
// open referral, which ten thousand migrations would feel.
bool needs_loads(const cases::Command& command);

}  // namespace guichet::desk
