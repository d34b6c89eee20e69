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

// What a Reader gives of versions.
class VersionReader {
 public:
  virtual ~VersionReader() = default;
  virtual std::vector<Publication> publications() = 0;  // the newest first
  virtual std::vector<LiveGroup> live_groups() = 0;     // by workflow, bundle, configuration
  virtual LiveCases live_cases() = 0;
  // Cases with an open instance of the group, by number; those after `after`.
  virtual std::vector<base::CaseId> cases_in(const LiveGroup& group, base::CaseId after,
                                             std::size_t most) = 0;
  // Cases with an open instance that is pinned to another version.
  virtual std::vector<base::CaseId> cases_not_pinned_to(const std::string& bundle) = 0;
  // Open cases in which the field has a value somewhere.
  virtual std::vector<base::CaseId> open_cases_with(const std::string& field) = 0;
  virtual std::vector<MigrationRow> migrations(const std::string& plan) = 0;
};

}  // namespace guichet::store
