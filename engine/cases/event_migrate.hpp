// Facts of a case that goes over to another version of its definition, and back.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "engine/cases/snapshot.hpp"

namespace guichet::cases {

// One instance is pinned to another version from here on. States that go on under another path
// keep their entry: nothing of them is run.
struct InstanceMigrated {
  base::InstanceNumber n;
  std::string from, to;                                      // bundles
  std::string verdict;                                       // identical, compatible, ...
  std::vector<std::pair<std::string, std::string>> renamed;  // old path -> new path
};

struct MigratedState {
  base::InstanceNumber n;
  std::string from, to;
  std::string reason;  // of a move by the plan (`goto`)
  bool moved = false;  // a real transition of the new version, not another path
};
struct MigratedTimer {
  base::InstanceNumber n;
  std::string state, name;
  std::int32_t entry = 0;
  std::string change;  // rebased, restarted, added, removed
  std::optional<base::Instant> was, due;
  bool past = false;  // the new due date is over: it fires at the next tick
};
struct MigratedField {
  base::InstanceNumber n;
  std::string field;
  feel::Stored was, value;
};
// The migration as a whole: one for a case and plan, the last fact of its step.
struct CaseMigrated {
  std::string plan;  // its hash
  std::vector<std::string> from;
  std::string to;
  std::string verdict;  // the hardest of its instances'
  std::vector<MigratedState> moved;
  std::vector<MigratedTimer> timers;
  std::vector<MigratedField> fields;
  std::int32_t facts = 0;  // of the step, this one included
  bool reversible = true;  // until the next event; not where letters left or instances opened
};
// What the plan's migration did is taken back; InstanceRestored facts before it say how.
struct MigrationReverted {
  std::string plan;
};

}  // namespace guichet::cases
