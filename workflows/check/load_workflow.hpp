// YAML to model: reads workflow/1 files, resolves every name, and says every mistake at once.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "engine/base/diagnostic.hpp"
#include "engine/vocabulary/vocabulary.hpp"
#include "engine/yaml/node.hpp"
#include "workflows/model/workflow.hpp"

namespace guichet::check {

// The names of the desk that a workflow may use.
struct DeskNames {
  const vocabulary::Vocabulary* vocabulary = nullptr;
  std::map<std::string, std::string> roles;  // id -> binding ("case.owner", "agenda", ...)
  std::map<std::string, std::set<std::string>> letters;  // id -> timers it names as due.<timer>
  std::set<std::string> tables;
  std::set<std::string> conventions;
  std::set<std::string> refusals;  // codes that `refuse:` may use
  std::set<std::string> calendars;
  std::set<std::string> unmanned;  // roles that nobody of the staff holds
  // Letters that show personal facts beyond what a referral shares: id -> one of these fields.
  std::map<std::string, std::string> revealing;
  // Workflow files that could not be read: what refers to them is not at fault.
  std::set<std::string> unreadable;
};

// The scope of every expression of the desk's workflows: model::FixedName, then the vocabulary's
// fields in order; functions lookup() and `in state(path)`. The convention's facts and the
// eligibility table are compiled against it too.
feel::Scope workflow_scope(const vocabulary::Vocabulary& vocabulary);

// `in state("x")` asks this of Evaluation::host.
class StateOracle {
 public:
  virtual ~StateOracle() = default;
  virtual bool in_state(std::string_view path) const = 0;
};

// All workflow files of a desk (bases for `extends` among them). Those without errors come back;
// kind `base` files are merged into their children and left out.
std::vector<std::shared_ptr<const model::Workflow>> load_workflows(
    const std::vector<const yaml::Node*>& files, const DeskNames& names,
    base::Diagnostics& diagnostics);

// The workflow of that id in plain language, as YAML: what it extends merged, sugar lowered, each
// part that was written otherwise or elsewhere with a comment saying where. It loads to the same
// model. Nothing where no file has that id. Requires: the files load without errors.
std::optional<std::string> explain_workflow(const std::vector<const yaml::Node*>& files,
                                            const vocabulary::Vocabulary& vocabulary,
                                            std::string_view id, base::Language language);

}  // namespace guichet::check
