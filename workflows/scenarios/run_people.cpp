// Steps for what people do besides acts of a path: consent, requalifying, undoing, merging.
#include "workflows/scenarios/run_step.hpp"
#include "workflows/scenarios/step_verb.hpp"

namespace guichet::scenarios {

std::span<const StepVerb> people_verbs() {
  return {};
}

}  // namespace guichet::scenarios
