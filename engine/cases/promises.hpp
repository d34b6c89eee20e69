// What a path promises, looked at while cases run: contracts and properties. A breach is an
// incident and stops nothing. Private to this module.
#pragma once

#include "engine/cases/work.hpp"
#include "workflows/check/load_workflow.hpp"

namespace guichet::cases {

// One instance during one step: what its expressions may ask.
struct Looking {
  InstanceNumber n;
  const kernel::Trigger* trigger = nullptr;
  const check::StateOracle* states = nullptr;
};

// `clause`: before, always or after; `of`: whose contract it is, for people. An expression that
// does not know (null) breaks nothing.
void check_contract(Work& work, const Looking& at, const feel::Expression& expression,
                    const base::Location& place, std::string_view clause, const std::string& of);

// Every property of the workflow, after a step of the instance.
void watch_properties(Work& work, const Looking& at);
// The instance closes: what was to follow does not follow any more.
void end_watches(Work& work, InstanceNumber n);
// A watched deadline is over: that of a property, or of the keeping of personal data.
void fire_watch(Work& work, const Timer& timer, InstanceNumber n);

}  // namespace guichet::cases
