// Pauses without a way back, reopening into an end, promises of no time at all.
#include <algorithm>

#include "workflows/check/findings.hpp"
#include "workflows/check/places.hpp"
#include "workflows/check/time_messages.hpp"

namespace guichet::check {

namespace {

using base::Message;
using model::StateIndex;
using model::Workflow;

bool resumes_from(const Workflow& workflow, const std::vector<StateIndex>& targets) {
  for (const StateIndex entered : entered_by(workflow, targets)) {
    for (const model::DeclarationIndex index : workflow.at(entered).declarations) {
      if (workflow.at(index).resumes) return true;
    }
  }
  return false;
}

void check_pauses(Reading& reading) {
  const Workflow& workflow = reading.workflow;
  for (const model::Declaration& declaration : workflow.declarations) {
    if (!declaration.suspends) continue;
    const bool comes_back = std::ranges::any_of(declaration.arms, [&](model::TransitionIndex arm) {
      return resumes_from(workflow, workflow.at(arm).targets);
    });
    if (comes_back) continue;
    reading.diagnostics.error(declaration.at, Message(messages::kNoWayBack, {declaration.name}),
                              Message(messages::kAddResume));
  }
}

base::Location value_at(const Reading& reading, std::string_view block, std::string_view key,
                        const base::Location& otherwise) {
  const auto outer = reading.views.front().find(block);
  const auto value = outer ? outer->find(key) : std::nullopt;
  return value ? value->location() : otherwise;
}

void check_length(Reading& reading, const base::Delay& delay, const base::Location& at) {
  if (delay.count > 0) return;
  reading.diagnostics.error(at, Message(messages::kNoTime));
}

}  // namespace

void find_faulty_promises(Reading& reading) {
  const Workflow& workflow = reading.workflow;
  check_pauses(reading);
  if (workflow.reopen) {
    const model::State& target = workflow.at(workflow.reopen->target);
    const base::Location at = value_at(reading, "reopen", "goto", workflow.reopen->at);
    if (target.kind == model::StateKind::final) {
      reading.diagnostics.error(at, Message(messages::kReopensAtEnd, {target.path}));
    }
    if (workflow.reopen->within) {
      check_length(reading, *workflow.reopen->within,
                   value_at(reading, "reopen", "within", workflow.reopen->at));
    }
  }
  if (workflow.sla) {
    check_length(reading, workflow.sla->target,
                 value_at(reading, "sla", "target", workflow.sla->at));
  }
  if (workflow.retention) {
    check_length(reading, workflow.retention->after_closed,
                 value_at(reading, "retention", "after_closed", workflow.retention->at));
  }
}

}  // namespace guichet::check
