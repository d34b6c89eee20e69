// Letters that announce the due date of a timer which is not running where they are sent.
#include <algorithm>

#include "workflows/check/findings.hpp"
#include "workflows/check/time_messages.hpp"
#include "workflows/check/verbs.hpp"

namespace guichet::check {

namespace {

using base::Message;
using model::StateIndex;
using model::Workflow;

// States that may be active when the step is over, in which a letter is written.
std::vector<StateIndex> active_after(const Workflow& workflow, const VerbSite& site) {
  std::vector<StateIndex> active;
  const bool moves = site.arm != nullptr && !site.arm->targets.empty();
  if (moves) {
    active = entered_by(workflow, site.arm->targets);
  } else {
    for (std::int32_t i = site.state.value; i <= workflow.at(site.state).last.value; ++i) {
      active.push_back({i});
    }
  }
  for (StateIndex up = site.state; up != model::kNoState; up = workflow.at(up).parent) {
    if (up != site.state || !moves) active.push_back(up);
  }
  return active;
}

bool has_timer(const Workflow& workflow, StateIndex state, const std::string& name) {
  return std::ranges::any_of(workflow.at(state).timers, [&](model::DeclarationIndex timer) {
    return workflow.at(timer).name == name;
  });
}

void check_date(Reading& reading, const model::Notify& notice, const std::string& timer,
                const VerbSite& site, const base::Location& at) {
  const Workflow& workflow = reading.workflow;
  if (reading.tasks.contains(timer)) return;
  for (const StateIndex state : active_after(workflow, site)) {
    if (has_timer(workflow, state, timer)) return;
  }
  for (std::size_t i = 0; i < workflow.states.size(); ++i) {
    if (!has_timer(workflow, {static_cast<std::int32_t>(i)}, timer)) continue;
    // A timer that the workflow has nowhere has been told of already.
    reading.diagnostics.error(at, Message(messages::kTimerNotArmed, {notice.letter, timer}),
                              Message(messages::kTimerElsewhere, {timer, workflow.states[i].path}));
    return;
  }
}

}  // namespace

void find_letter_dates(Reading& reading) {
  each_verb(reading.workflow, [&](const model::Verb& verb, const VerbSite& site) {
    const auto* notice = std::get_if<model::Notify>(&verb.what);
    if (notice == nullptr || site.on_exit) return;
    const auto letter = reading.names.letters.find(notice->letter);
    if (letter == reading.names.letters.end()) return;
    for (const std::string& timer : letter->second) {
      check_date(reading, *notice, timer, site, verb.at);
    }
  });
}

}  // namespace guichet::check
