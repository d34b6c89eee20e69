// Steps for an operator's acts on a case: a due date, a move, a corrected field, an incident, who
// has the case; and the reopening of what is closed.
#include "engine/access/roles.hpp"
#include "workflows/scenarios/failure_messages.hpp"
#include "workflows/scenarios/run_step.hpp"
#include "workflows/scenarios/step_verb.hpp"

namespace guichet::scenarios {

using base::Message;
namespace {

using yaml::Key;
using yaml::kMapping;
using yaml::kScalar;
using yaml::Node;

constexpr Key kDueKeys[] = {
    {"timer", kScalar, true}, {"to", kScalar, true}, {"state", kScalar}, {"reason", kScalar}};
constexpr Key kMoveKeys[] = {{"to", kScalar, true}, {"reason", kScalar}};
constexpr Key kCorrectKeys[] = {{"fields", kMapping, true}, {"reason", kScalar}};
constexpr Key kIncidentKeys[] = {{"code", kScalar, true}, {"retry", kScalar}, {"reason", kScalar}};
constexpr Key kAssignKeys[] = {{"to", kScalar, true}, {"reason", kScalar}};

void reopen(ScenarioRun& run, const Node& step, const Node& what) {
  const auto snapshot = run.current();
  const cases::Instance* at = snapshot ? run.find(*snapshot, what.text()) : nullptr;
  if (at == nullptr) {
    return run.fail(
        what.location(),
        Message(failed::kNotInCase, {what.text(), snapshot ? run.instance_names(*snapshot) : "-"}));
  }
  run.submit(run.actor_of(step, "as"),
             cases::Reopen{.n = at->n, .with = run.fields_of(yaml::at(step, "with"))});
}
void check_reopen(StepNames& names, const Node&, const Node& value) {
  names.target(value);
}

void change_due(ScenarioRun& run, const Node& step, const Node& value) {
  const auto n = run.target(step);
  const auto moment = moment_of(*yaml::at(value, "to"));
  if (!n || !moment) return;
  run.submit(run.actor_of(step, "as"),
             cases::ChangeDue{.n = *n,
                              .name = yaml::text_at(value, "timer"),
                              .state = yaml::text_at(value, "state"),
                              .due_at = run.stage().calendar().instant_of(*moment),
                              .reason = yaml::text_at(value, "reason")});
}
void check_due(StepNames& names, const Node&, const Node& value) {
  if (const Node* to = yaml::at(value, "to")) names.moment(*to);
}

void move(ScenarioRun& run, const Node& step, const Node& value) {
  if (const auto n = run.target(step)) {
    run.submit(run.actor_of(step, "as"),
               cases::MoveInstance{.n = *n,
                                   .state = yaml::text_at(value, "to"),
                                   .reason = yaml::text_at(value, "reason")});
  }
}

void check_move(StepNames& names, const Node& step, const Node& value) {
  const Node* to = yaml::at(value, "to");
  if (to != nullptr && !expects_refusal(step)) names.state(*to);
}

void correct(ScenarioRun& run, const Node& step, const Node& value) {
  if (const auto n = run.target(step)) {
    run.submit(run.actor_of(step, "as"),
               cases::CorrectFields{.n = *n,
                                    .with = run.fields_of(yaml::at(value, "fields")),
                                    .reason = yaml::text_at(value, "reason")});
  }
}
void check_correct(StepNames& names, const Node& step, const Node& value) {
  const Node* fields = yaml::at(value, "fields");
  if (fields != nullptr && fields->is_mapping()) names.given(*fields, step);
}

// The first open incident of that code.
void incident(ScenarioRun& run, const Node& step, const Node& value) {
  const auto snapshot = run.current();
  if (!snapshot) return run.fail(step.location(), Message(failed::kNoRequestYet));
  for (const cases::Incident& each : snapshot->extras.incidents) {
    if (each.code != yaml::text_at(value, "code")) continue;
    return run.submit(run.actor_of(step, "as"),
                      cases::SettleIncident{.incident = each.seq,
                                            .retry = yaml::text_at(value, "retry") == "true",
                                            .reason = yaml::text_at(value, "reason")});
  }
  run.fail(value.location(), Message(failed::kNoIncident));
}

void assign(ScenarioRun& run, const Node& step, const Node& value) {
  run.submit(run.actor_of(step, "as"),
             cases::AssignOwner{.owner = yaml::text_at(value, "to"),
                                .reason = yaml::text_at(value, "reason")});
}
void check_assign(StepNames& names, const Node&, const Node& value) {
  if (const Node* to = yaml::at(value, "to")) names.actor(*to);
}

// The partner hands its referral over itself; with `as`, somebody of the desk writes it down.
void hand_over(ScenarioRun& run, const Node& step, const Node& value) {
  const auto n = run.target(step);
  if (!n) return;
  const std::string from = yaml::text_at(step, "from");
  const access::Actor actor = yaml::at(step, "as") != nullptr
                                  ? run.actor_of(step, "as")
                                  : access::partner_actor(run.stage().desk().directory(), from);
  run.submit(actor, cases::HandOver{.n = *n,
                                    .adviser = yaml::text_at(value, "to"),
                                    .reason = yaml::text_at(value, "reason")});
}

constexpr StepVerb kOperatorVerbs[] = {
    {"reopen", kScalar, {}, reopen, check_reopen},
    {"due", kMapping, kDueKeys, change_due, check_due},
    {"move", kMapping, kMoveKeys, move, check_move},
    {"correct", kMapping, kCorrectKeys, correct, check_correct},
    {"incident", kMapping, kIncidentKeys, incident},
    {"assign", kMapping, kAssignKeys, assign, check_assign},
    {"hand_over", kMapping, kAssignKeys, hand_over},
};

}  // namespace

std::span<const StepVerb> operator_verbs() {
  return kOperatorVerbs;
}

}  // namespace guichet::scenarios
