// What must never be, however a scenario goes: conditions looked at after every act and every
// timer. Private to this module.
#pragma once

#include <functional>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "rules/feel/expression.hpp"
#include "workflows/scenarios/stage.hpp"

namespace guichet::scenarios {

class Never {
 public:
  // `list`: FEEL, seen from every need of a case; or `{of: WORKFLOW, when: FEEL}`.
  Never(const yaml::Node& list) : list_(list) {}

  using Told = std::function<void(const base::Location& at, const base::Message& what)>;
  // Each condition is reported once for an instance.
  void look(Stage& stage, base::CaseId kase, const Told& told);

 private:
  const std::vector<feel::Expression>& compiled(const bundle::Desk& desk);

  const yaml::Node& list_;
  std::map<std::string, std::vector<feel::Expression>> compiled_;  // by hash of the definition
  std::set<std::string> reported_;
};

// Checks the conditions' FEEL and their workflows' names.
void check_never(const yaml::Node& list, const bundle::Desk& desk, base::Diagnostics& diagnostics);

}  // namespace guichet::scenarios
