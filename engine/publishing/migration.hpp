// A plan carried out over every case that is pinned elsewhere, or taken back. Each case is one
// command with a key of its own, so that a run that was killed goes on where it stopped.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <string>

#include "engine/desk/desk.hpp"
#include "workflows/migrate/plan.hpp"

namespace guichet::publishing {

struct MigrationRun {
  std::size_t cases = 0;                        // that the plan is asked about
  std::size_t done_before = 0;                  // by a run before this one
  std::map<std::string, std::size_t> verdicts;  // of this run; "left", "incident" among them
};

// Told of how many of how many cases are done.
using Progress = std::function<void(std::size_t, std::size_t)>;

// Waits until all is written. The rows of the store's migrations() say what became of each case.
MigrationRun migrate_cases(desk::Desk& desk, const std::shared_ptr<const migrate::Plan>& plan,
                           const access::Actor& actor, const Progress& told);

// The same on a copy: nothing is written. Reasons of cases that would stay, by case.
struct DryRun {
  std::map<std::string, std::size_t> verdicts;
  std::map<base::CaseId, std::string> left;
};
DryRun dry_run(desk::Desk& desk, const std::shared_ptr<const migrate::Plan>& plan,
               const cases::Surroundings& around);

// Cases that this plan migrated go back, those that nothing has followed.
MigrationRun revert_cases(desk::Desk& desk, const std::string& plan, const access::Actor& actor,
                          const Progress& told, std::map<base::CaseId, std::string>& refused);

}  // namespace guichet::publishing
