// A neutral case written out as a workflow file, so that the language and its loader are under
// test too.
#pragma once

#include <map>
#include <string>

#include "engine/yaml/node.hpp"
#include "tests/workflows/kernel/neutral_case.hpp"

namespace guichet::tests {

// One millisecond of a case is one minute of the YAML, whose delays have no shorter unit.
constexpr std::int64_t kMillisecondsPerUnit = 60'000;

class YamlWriter {
 public:
  explicit YamlWriter(const NeutralCase& neutral);

  std::string fields_file() const;
  std::string workflow_file() const;
  // The ids of the YAML, by those of the case: paths of states, ids of fields.
  const std::map<std::string, std::string>& paths() const { return paths_; }
  const std::map<std::string, std::string>& fields() const { return fields_; }

 private:
  void name_states(const NeutralState& state, const std::string& above);
  void name_variables(const NeutralState& state);
  void name_variables(const std::vector<NeutralAction>& actions);

  // What a key of the file holds, or the entries of a mapping.
  using Entries = std::vector<yaml::Entry>;
  Entries content(const NeutralState& state) const;
  yaml::Node events(const NeutralState& state) const;
  yaml::Node always(const NeutralState& state) const;
  yaml::Node histories(const NeutralState& state) const;
  yaml::Node children(const NeutralState& state) const;
  Entries initial(const NeutralInitial& initial, const std::string& target_key) const;
  yaml::Node arm(const NeutralTransition& transition, const std::string& also = {}) const;
  yaml::Node targets(const std::vector<std::string>& ids) const;
  yaml::Node block(const std::vector<NeutralAction>& actions) const;
  yaml::Node verb(const NeutralAction& action) const;
  yaml::Node branches(const std::vector<Branch>& all, std::size_t first) const;
  std::string event(const std::string& pattern) const;
  std::string feel(const Guard& guard) const;
  std::string feel(const Term& term) const;

  const NeutralCase& case_;
  std::map<std::string, std::string> ids_, paths_, fields_;
};

}  // namespace guichet::tests
