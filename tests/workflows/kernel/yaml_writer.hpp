// A neutral case written out as a workflow file, so that the language and its loader are under
// test too.
#pragma once

#include <map>
#include <string>

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

  std::string content(const NeutralState& state) const;
  std::string events(const NeutralState& state) const;
  std::string always(const NeutralState& state) const;
  std::string histories(const NeutralState& state) const;
  std::string children(const NeutralState& state) const;
  std::string initial(const NeutralInitial& initial, const std::string& target_key) const;
  std::string arm(const NeutralTransition& transition, const std::string& also = {}) const;
  std::string targets(const std::vector<std::string>& ids) const;
  std::string block(const std::vector<NeutralAction>& actions) const;
  std::string verb(const NeutralAction& action) const;
  std::string branches(const std::vector<Branch>& list, std::size_t first) const;
  std::string event(const std::string& pattern) const;
  std::string feel(const Guard& guard) const;
  std::string feel(const Term& term) const;

  const NeutralCase& case_;
  std::map<std::string, std::string> ids_, paths_, fields_;
};

}  // namespace guichet::tests
