// A plan of migration, out of the texts that it is written in.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "engine/publishing/versions.hpp"
#include "workflows/migrate/plan.hpp"

namespace guichet::publishing {

// Without a text the plan says nothing, and cases go over that need no word. nullptr after
// mistakes. Requires: the texts are UTF-8.
std::shared_ptr<const migrate::Plan> read_plan(const std::vector<base::Source>& texts,
                                               store::Store& store, Versions& versions,
                                               base::Diagnostics& diagnostics);

// The store's setting that names the plan last carried out: what can be taken back.
constexpr std::string_view kLastMigration = "last-migration";
// Before it begins, so that one that was stopped halfway can be taken back too.
void note_migration(store::Store& store, const std::string& plan);

}  // namespace guichet::publishing
