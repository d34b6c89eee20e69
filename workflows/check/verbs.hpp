// Every verb of a workflow with the place in the chart where it runs. For this module only.
#pragma once

#include <functional>

#include "workflows/model/workflow.hpp"

namespace guichet::check {

struct VerbSite {
  model::StateIndex state;                 // whose entry, exit, initial or arm it is
  const model::Transition* arm = nullptr;  // none: of an entry, an exit or an initial
  bool on_exit = false;
};

using VerbLook = std::function<void(const model::Verb&, const VerbSite&)>;
// In document order, the insides of `if` too.
void each_verb(const model::Workflow& workflow, const VerbLook& look);
void each_verb(const model::Block& block, const std::function<void(const model::Verb&)>& look);

// The field that a verb writes; nullptr where it writes none.
const std::string* written_field(const model::Verb& verb);

// `from` itself and what is above it: is that so?
template <typename Fits>
bool any_outwards(const model::Workflow& workflow, model::StateIndex from, Fits fits) {
  for (auto up = from; up != model::kNoState; up = workflow.at(up).parent) {
    if (fits(up)) return true;
  }
  return false;
}

}  // namespace guichet::check
