// Steps for an operator's acts on a case: a due date, a move, a corrected field, an incident.
#include "workflows/scenarios/run_step.hpp"
#include "workflows/scenarios/step_verb.hpp"

namespace guichet::scenarios {

std::span<const StepVerb> operator_verbs() {
  return {};
}

}  // namespace guichet::scenarios
