// The versions that were put in force, and what each changed.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/publishing/check.hpp"
#include "engine/publishing/line_diff.hpp"
#include "engine/store/store.hpp"

namespace guichet::publishing {

struct FileChange {
  std::string path;
  bool added = false, removed = false;
  std::vector<DiffLine> lines;
};
// Files that differ, by path. Of one that is no text the lines stay empty.
std::vector<FileChange> changes_between(const Files& before, const Files& after);
// What changed in paths, fields and rules, in sentences; nothing of versions that do not load.
std::vector<base::Message> sentences_between(const Files& before, const Files& after);

struct Version {
  store::Publication publication;
  bool in_force = false;
};
// The newest first.
std::vector<Version> versions(store::Store& store);

struct VersionView {
  Version version;
  Files files;                         // of it
  Files before;                        // of the one before; empty for the first
  std::vector<base::Message> changes;  // since that one
  std::vector<FileChange> differences;
};
// The latest publication of that content hash.
std::optional<VersionView> find_version(store::Store& store, const std::string& hash);

}  // namespace guichet::publishing
