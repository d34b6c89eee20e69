// A small desk for the tests of workflows/check: its fields, names, and the workflows that others
// extend or open.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "workflows/check/load_workflow.hpp"

namespace guichet::tests {

class Desk {
 public:
  Desk();
  // The workflow files as text, name and content, loaded beside the desk's own two.
  std::vector<std::shared_ptr<const model::Workflow>> load(
      const std::vector<std::pair<std::string, std::string>>& files,
      base::Diagnostics& diagnostics) const;
  // One file of this folder, by its path below it; the workflow it gives, or nullptr.
  std::shared_ptr<const model::Workflow> load_file(const std::string& path,
                                                   base::Diagnostics& diagnostics) const;
  const vocabulary::Vocabulary& vocabulary() const { return *vocabulary_; }

 private:
  std::shared_ptr<const vocabulary::Vocabulary> vocabulary_;
  check::DeskNames names_;
};

// What is said of one file, in that language.
std::string said_of(const Desk& desk, const std::string& path, base::Language language);

}  // namespace guichet::tests
