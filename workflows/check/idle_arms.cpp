// Arms that are never taken.
#include "workflows/check/finding_messages.hpp"
#include "workflows/check/findings.hpp"

namespace guichet::check {

using base::Message;

void find_idle_arms(const model::Workflow& workflow, base::Diagnostics& diagnostics) {
  for (const model::Declaration& declaration : workflow.declarations) {
    bool taken_before = false;
    for (const model::TransitionIndex index : declaration.arms) {
      const model::Transition& arm = workflow.at(index);
      if (taken_before) {
        diagnostics.warning(arm.at, Message(messages::kNeverTaken));
        break;
      }
      taken_before = arm.when.empty();
      if (arm.when.empty() || !arm.when.constant()) continue;
      diagnostics.warning(
          arm.when.source().whole(),
          Message(messages::kConstantGuard, {feel::to_text(arm.when.constant()->value())}));
    }
  }
}

}  // namespace guichet::check
