// Checks what `then:` and `exactly:` write: names, dates, values. Private to this module.
#pragma once

#include "workflows/scenarios/step_verb.hpp"

namespace guichet::scenarios {

void check_expected(StepNames& names, const yaml::Node& then);

}  // namespace guichet::scenarios
