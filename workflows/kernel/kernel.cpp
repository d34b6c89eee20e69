#include "workflows/kernel/kernel.hpp"

#include <algorithm>

#include "workflows/kernel/domain.hpp"
#include "workflows/kernel/run.hpp"

namespace guichet::kernel {

namespace {

// What a step came to whose first part was taken.
Outcome complete_taken(Run& run) {
  return run.complete() == Outcome::exhausted ? Outcome::exhausted : Outcome::taken;
}

}  // namespace

bool Position::is_in(model::StateIndex state) const {
  return std::ranges::binary_search(active, state, {}, &Active::state);
}

Outcome start(const model::Workflow& workflow, Position& position, Host& host) {
  Run run(workflow, position, host);
  run.enter_initial();
  return complete_taken(run);
}

Outcome step(const model::Workflow& workflow, Position& position, const Trigger& trigger,
             Host& host) {
  if (is_final(workflow, position)) return Outcome::nothing;
  Run run(workflow, position, host);
  const Outcome outcome = run.take(trigger);
  if (outcome == Outcome::taken) return complete_taken(run);
  const bool asks_person =
      trigger.cause == model::Cause::action || trigger.cause == model::Cause::reply;
  return outcome == Outcome::nothing && !asks_person ? run.complete() : outcome;
}

Outcome settle(const model::Workflow& workflow, Position& position, Host& host) {
  return Run(workflow, position, host).complete();
}

Outcome move(const model::Workflow& workflow, Position& position, model::StateIndex target,
             Host& host) {
  Run run(workflow, position, host);
  run.move_to(target, model::kRoot);
  return complete_taken(run);
}

Outcome redirect(const model::Workflow& workflow, Position& position, model::StateIndex target,
                 Host& host) {
  model::StateIndex domain = workflow.at(target).parent;
  while (domain > model::kRoot && !(position.is_in(domain) &&
                                    workflow.at(domain).kind == model::StateKind::compound)) {
    domain = workflow.at(domain).parent;
  }
  Run run(workflow, position, host);
  run.move_to(target, std::max(domain, model::kRoot));
  return complete_taken(run);
}

std::vector<model::DeclarationIndex> offered(const model::Workflow& workflow,
                                             const Position& position, model::Cause cause) {
  std::vector<model::DeclarationIndex> offers;
  const auto offer = [&](model::DeclarationIndex index) {
    const model::Declaration& declaration = workflow.at(index);
    if (declaration.cause != cause) return;
    const bool known = std::ranges::any_of(offers, [&](model::DeclarationIndex other) {
      return workflow.at(other).name == declaration.name;
    });
    if (!known) offers.push_back(index);
  };
  for (const Active& active : position.active) {
    if (!is_atomic(workflow.at(active.state).kind)) continue;
    for (auto up = active.state; up != model::kNoState; up = workflow.at(up).parent) {
      std::ranges::for_each(workflow.at(up).declarations, offer);
    }
  }
  return offers;
}

bool is_final(const model::Workflow& workflow, const Position& position) {
  return std::ranges::any_of(position.active, [&](const Active& active) {
    const model::State& state = workflow.at(active.state);
    return state.kind == model::StateKind::final && state.parent == model::kRoot;
  });
}

}  // namespace guichet::kernel
