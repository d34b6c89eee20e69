#include "workflows/migrate/plan.hpp"

#include <algorithm>

namespace guichet::migrate {

TimerChange WorkflowPlan::change_of(std::string_view path, std::string_view timer) const {
  const std::string name = std::string(path) + "." + std::string(timer);
  // A rule for one timer goes before one for all of a state's, whatever their order.
  for (const TimerRule& rule : timers) {
    if (rule.pattern == name) return rule.change;
  }
  for (const TimerRule& rule : timers) {
    if (rule.pattern == std::string(path) + ".*" || rule.pattern == "*") return rule.change;
  }
  return otherwise;
}

const WorkflowPlan& Plan::of(std::string_view workflow, std::string_view bundle) const {
  static const WorkflowPlan kNothing;
  const auto found = std::ranges::find_if(workflows, [&](const WorkflowPlan& each) {
    const bool meant = each.from.empty() || std::ranges::find(each.from, bundle) != each.from.end();
    return each.workflow == workflow && meant;
  });
  return found == workflows.end() ? kNothing : *found;
}

Unmapped Plan::unmapped() const {
  Unmapped hardest = Unmapped::leave;
  for (const WorkflowPlan& each : workflows) {
    if (each.unmapped == Unmapped::refuse) return Unmapped::refuse;
    if (each.unmapped == Unmapped::incident) hardest = Unmapped::incident;
  }
  return hardest;
}

}  // namespace guichet::migrate
