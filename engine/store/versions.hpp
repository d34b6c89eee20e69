// What the store knows of versions: which definition runs and which ones ran before it, which cases
// stand where under which, and what a migration came to for each case.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/base/id.hpp"
#include "engine/base/instant.hpp"

namespace guichet::store {

// The setting that names the definition in force, by its content hash.
constexpr std::string_view kCurrentDefinition = "current-definition";

// A definition put in force. The last one is the desk's own.
struct Publication {
  std::string content_hash;  // of all files: what definition() gives them under
  std::string bundle;        // of what instances are pinned to
  base::Instant at{};
  std::string by, note;
  std::string previous;  // content hash of the one before; "" for the first
};

// Open instances of one workflow and version that stand in the same place. A configuration is the
// paths of the innermost active states, and what histories remember; without entries.
struct LiveGroup {
  std::string workflow, bundle, configuration;
  std::size_t count = 0;
};

// Every open instance: its case, and which of the groups it is in.
struct LiveCases {
  std::vector<LiveGroup> groups;
  std::vector<std::pair<base::CaseId, std::size_t>> instances;
};

// What a plan came to for a case. `done` ones are not tried again.
struct MigrationRow {
  std::string plan;  // its hash
  base::CaseId kase;
  std::string verdict;  // of migrate; "refused", "left", "reverted"
  std::string reason;
  bool done = false;
};

}  // namespace guichet::store
