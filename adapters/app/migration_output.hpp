// How a migration went: progress while it runs, then one line for each verdict.
#pragma once

#include <map>
#include <string>

#include "engine/access/actor.hpp"
#include "engine/publishing/migration.hpp"

namespace guichet::app {

// A line on standard error every few hundred cases.
publishing::Progress show_progress();
// "   120  identical" a line, the easiest first.
void print_verdicts(const std::map<std::string, std::size_t>& verdicts);
// Case and reason of those that the plan left where they are.
void print_left(store::Store& store, const std::string& plan);

// Who publishes and migrates, until there are accounts.
access::Actor administrator(const std::string& name);

}  // namespace guichet::app
