// What preview, publish and migrate begin with: the folder's desk, the versions that the database
// keeps, the plan of --plan (a file, or a folder of files).
#pragma once

#include <expected>
#include <memory>
#include <string>

#include "adapters/app/arguments.hpp"
#include "engine/publishing/versions.hpp"
#include "workflows/migrate/plan.hpp"

namespace guichet::app {

using PlanPointer = std::shared_ptr<const migrate::Plan>;

// `path` may be empty: the plan says nothing, and cases go over that need no word. The exit code
// after the mistakes have been printed.
std::expected<PlanPointer, int> read_plan(const std::string& path, store::Store& store,
                                          publishing::Versions& versions, base::Language language);

}  // namespace guichet::app
