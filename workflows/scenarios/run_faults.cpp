// Steps for what happens to the desk itself: it stops, it was off, its files are edited.
#include "workflows/scenarios/run_step.hpp"
#include "workflows/scenarios/step_verb.hpp"

namespace guichet::scenarios {

std::span<const StepVerb> fault_verbs() {
  return {};
}

}  // namespace guichet::scenarios
