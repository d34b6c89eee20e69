// Timers and acts that do nothing; what only a final state says, in another.
#include <algorithm>

#include "workflows/check/finding_messages.hpp"
#include "workflows/check/findings.hpp"
#include "workflows/check/places.hpp"

namespace guichet::check {

namespace {

using base::Message;
using model::Cause;

bool does_something(const model::Workflow& workflow, const model::Declaration& declaration) {
  return std::ranges::any_of(declaration.arms, [&](model::TransitionIndex index) {
    const model::Transition& arm = workflow.at(index);
    return !arm.targets.empty() || !arm.run.empty() || arm.refuse;
  });
}

// What is written by an act that asks for fields, and what a reply means, is something too.
void check_declaration(Reading& reading, const model::Declaration& declaration) {
  const bool asks = !declaration.require.empty() || !declaration.accepts.empty();
  const bool says = declaration.means != model::Meaning::none || declaration.contract;
  const bool asked_of = declaration.cause == Cause::timer || declaration.cause == Cause::action;
  if (!asked_of || asks || says || does_something(reading.workflow, declaration)) return;
  reading.diagnostics.warning(declaration.at, Message(messages::kDoesNothing, {declaration.name}),
                              Message(messages::kSayWhat));
}

void check_marks(Reading& reading, model::StateIndex index) {
  const model::State& state = reading.workflow.at(index);
  if (state.kind == model::StateKind::final || model::is_history(state.kind)) return;
  if (!state.outcome && !state.success) return;
  const std::string key = state.outcome ? "outcome" : "success";
  reading.diagnostics.error(Places(reading).key(index, key),
                            Message(messages::kOutcomeNotFinal, {key}),
                            Message(messages::kMakeFinal));
}

}  // namespace

void find_idle_keys(Reading& reading) {
  // What could not be read would seem to do nothing.
  const bool sound = !reading.diagnostics.has_errors();
  for (const model::Declaration& declaration : reading.workflow.declarations) {
    if (sound) check_declaration(reading, declaration);
  }
  for (std::size_t i = 1; i < reading.workflow.states.size(); ++i) {
    check_marks(reading, {static_cast<std::int32_t>(i)});
  }
}

}  // namespace guichet::check
