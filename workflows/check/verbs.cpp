#include "workflows/check/verbs.hpp"

namespace guichet::check {

void each_verb(const model::Block& block, const std::function<void(const model::Verb&)>& look) {
  for (const model::Verb& verb : block) {
    look(verb);
    if (const auto* branch = std::get_if<model::If>(&verb.what)) {
      each_verb(branch->then, look);
      each_verb(branch->otherwise, look);
    }
  }
}

void each_verb(const model::Workflow& workflow, const VerbLook& look) {
  for (std::size_t i = 0; i < workflow.states.size(); ++i) {
    const model::State& state = workflow.states[i];
    VerbSite site{{static_cast<std::int32_t>(i)}};
    const auto run = [&](const model::Block& block) {
      each_verb(block, [&](const model::Verb& verb) { look(verb, site); });
    };
    run(state.entry);
    if (state.initial) run(state.initial->run);
    for (const model::TransitionIndex index : state.transitions) {
      site.arm = &workflow.at(index);
      run(site.arm->run);
    }
    site.arm = nullptr;
    site.on_exit = true;
    run(state.exit);
  }
}

const std::string* written_field(const model::Verb& verb) {
  if (const auto* set = std::get_if<model::Set>(&verb.what)) return &set->field;
  if (const auto* append = std::get_if<model::Append>(&verb.what)) return &append->field;
  if (const auto* decide = std::get_if<model::Decide>(&verb.what)) return &decide->into;
  return nullptr;
}

}  // namespace guichet::check
