#include "engine/cases/operator.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "engine/access/roles.hpp"
#include "engine/cases/checks.hpp"
#include "engine/cases/incidents.hpp"
#include "engine/cases/letters.hpp"
#include "engine/cases/messages.hpp"
#include "engine/cases/operator_messages.hpp"
#include "engine/cases/timers.hpp"

namespace guichet::cases {
namespace {

using base::Message;

std::string joined(const std::vector<std::string>& items) {
  return fmt::format("{}", fmt::join(items, ", "));
}

const Instance* find_instance(Work& work, InstanceNumber n) {
  const Instance* instance = work.snapshot().find(n);
  if (instance == nullptr) {
    work.refuse(404, Message(messages::kUnknownInstance, {std::to_string(n.value)}));
  }
  return instance;
}

void check_open(Work& work, const Instance& instance) {
  if (instance.is_open()) return;
  const auto& calendar = *work.around().desk.calendar;
  work.refuse(409, Message(messages::kInstanceClosed,
                           {work.workflow_of(instance).title,
                            base::iso(calendar.local_day(*instance.closed_at))}));
}

base::Day today(const Work& work) {
  return work.around().desk.calendar->local_day(work.around().now);
}

void check_operator(Work& work, const std::string& reason) {
  const bundle::Desk& desk = work.around().desk;
  const access::Link link{.owner = work.snapshot().owner, .today = today(work)};
  if (!access::may_operate(work.command().actor, desk, link)) {
    const auto& operators = desk.settings.operators;
    work.refuse(403, Message(messages::kNotOperator,
                             {operators.empty() ? "staff" : roles_called(work, operators)}));
  }
  if (reason.find_first_not_of(" \t\r\n") == std::string::npos) {
    work.refuse(422, Message(messages::kReasonNeeded));
  }
}

// Timers that a person may see and change: those of states.
std::vector<Timer> timers_named(const Instance& instance, const ChangeDue& body) {
  std::vector<Timer> out;
  for (const Timer& timer : instance.timers) {
    if (timer.name != body.name || timer.status != TimerState::armed || !timer.due_at) continue;
    if (is_of_state(timer) && (body.state.empty() || timer.state == body.state)) {
      out.push_back(timer);
    }
  }
  return out;
}

std::vector<std::string> names_of_dues(const Instance& instance) {
  std::vector<std::string> out;
  for (const Timer& timer : instance.timers) {
    if (timer.status == TimerState::armed && is_of_state(timer)) out.push_back(timer.name);
  }
  for (const Task& task : instance.tasks) out.push_back(task.id);
  return out;
}

// The one fact that changes a due date; nothing, with the reasons noted, where none is meant.
std::optional<DueChanged> due_meant(Work& work, const Instance& instance, const ChangeDue& body) {
  const std::vector<Timer> timers = timers_named(instance, body);
  if (timers.size() > 1) {
    std::vector<std::string> states;
    for (const Timer& each : timers) states.push_back(each.state);
    work.refuse(422, Message(messages::kSeveralTimers, {body.name, joined(states)}));
    return {};
  }
  if (timers.size() == 1) {
    const Timer& timer = timers.front();
    return DueChanged{body.n,       timer.state, timer.name, timer.entry,
                      timer.firing, body.due_at, false};
  }
  for (const Task& task : instance.tasks) {
    if (task.id == body.name)
      return DueChanged{body.n, "", task.id, task.entry, 1, body.due_at, true};
  }
  work.refuse(409, Message(messages::kNoSuchTimer, {body.name, joined(names_of_dues(instance))}));
  return {};
}

// A field of the case's, its person's or its firm's is anybody's; another is its instance's own.
void check_field(Work& work, const Instance& instance, const std::string& id) {
  const vocabulary::Field* field = work.desk_of(instance).vocabulary->find(id);
  if (field == nullptr) return work.refuse(422, Message(messages::kUnknownField, {id}));
  const bool shared = field->of == vocabulary::Subject::kase ||
                      field->of == vocabulary::Subject::person ||
                      field->of == vocabulary::Subject::firm;
  const model::Workflow& workflow = work.workflow_of(instance);
  const bool owned = std::ranges::find(workflow.fields, id) != workflow.fields.end();
  if (!shared && !owned) {
    work.refuse(422, Message(messages::kNotItsField, {field->label, workflow.title}));
  }
}

}  // namespace

void change_due(Work& work, const ChangeDue& body) {
  const Instance* instance = find_instance(work, body.n);
  if (instance == nullptr) return;
  check_operator(work, body.reason);
  check_open(work, *instance);
  if (body.due_at < work.around().now) {
    const auto& calendar = *work.around().desk.calendar;
    work.refuse(422, Message(messages::kDuePast, {base::iso(calendar.local_day(body.due_at))}));
  }
  const auto change = due_meant(work, *instance, body);
  if (work.refused() || !change) return;
  work.record(OperatorActed{body.n, "due", body.reason});
  work.record(*change);
}

void move_instance(Work& work, const MoveInstance& body) {
  const Instance* instance = find_instance(work, body.n);
  if (instance == nullptr) return;
  check_operator(work, body.reason);
  check_open(work, *instance);
  const model::Workflow& workflow = work.workflow_of(*instance);
  const auto target = workflow.find_state(body.state);
  if (!target || *target == model::kRoot) {
    std::vector<std::string> paths;
    for (const model::State& state : workflow.states) {
      if (!state.path.empty() && !model::is_history(state.kind)) paths.push_back(state.path);
    }
    work.refuse(422, Message(messages::kNoSuchState, {body.state, workflow.title, joined(paths)}));
  }
  if (work.refused()) return;
  work.record(OperatorActed{body.n, "move", body.reason});
  move_to_state(work, body.n, *target);
  work.run_queue();
}

void correct_fields(Work& work, const CorrectFields& body) {
  const Instance* instance = find_instance(work, body.n);
  if (instance == nullptr) return;
  check_operator(work, body.reason);
  if (body.with.empty()) work.refuse(422, Message(messages::kNothingGiven));
  for (const auto& [id, value] : body.with) check_field(work, *instance, id);
  if (work.refused()) return;
  work.record(OperatorActed{body.n, "correct", body.reason});
  for (const auto& [id, value] : body.with) work.write_field(body.n, id, value);
  if (work.instance(body.n).is_open()) settle_instance(work, body.n);
  work.run_queue();
}

void settle_incident(Work& work, const SettleIncident& body) {
  const auto& open = work.snapshot().extras.incidents;
  const auto found = std::ranges::find(open, body.incident, &Incident::seq);
  check_operator(work, body.reason);
  if (found == open.end()) {
    return work.refuse(404, Message(messages::kNoIncident, {std::to_string(body.incident)}));
  }
  const Incident incident = *found;
  if (body.retry) {
    if (auto reason = no_retry(work, incident)) work.refuse(409, std::move(*reason));
  }
  if (work.refused()) return;
  work.record(OperatorActed{incident.n, "incident", body.reason});
  work.record(IncidentClosed{incident.n, incident.seq, body.retry});
  if (body.retry) retry(work, incident);
  work.run_queue();
}

void assign_owner(Work& work, const AssignOwner& body) {
  const bundle::Desk& desk = work.around().desk;
  const access::Actor& actor = work.command().actor;
  const bool own = actor.kind == access::ActorKind::staff &&
                   (actor.id == work.snapshot().owner ||
                    access::stands_in(actor, desk, work.snapshot().owner, today(work)));
  if (!own) {
    check_operator(work, body.reason);
  } else if (body.reason.empty()) {
    work.refuse(422, Message(messages::kReasonNeeded));
  }
  if (desk.member(body.owner) == nullptr) {
    std::vector<std::string> staff;
    for (const bundle::Member& each : desk.settings.staff) staff.push_back(each.id);
    work.refuse(422, Message(messages::kUnknownMember, {body.owner, joined(staff)}));
  }
  if (body.owner == work.snapshot().owner) {
    work.refuse(409, Message(messages::kAlreadyTheirs, {member_called(work, body.owner)}));
  }
  if (work.refused()) return;
  work.record(OperatorActed{InstanceNumber{1}, "assign", body.reason});
  work.record(OwnerAssigned{body.owner});
}

void hand_over(Work& work, const HandOver& body) {
  const Instance* instance = find_instance(work, body.n);
  if (instance == nullptr) return;
  if (!instance->referral) {
    return work.refuse(409, Message(messages::kNotReferral, {work.workflow_of(*instance).title}));
  }
  const access::Actor& actor = work.command().actor;
  const bool theirs =
      actor.kind == access::ActorKind::partner && actor.partner == instance->referral->partner;
  if (!theirs) check_operator(work, body.reason);
  check_open(work, *instance);
  const bundle::Partner* partner = work.around().directory.find(instance->referral->partner);
  if (partner == nullptr || partner->adviser(body.adviser) == nullptr) {
    std::vector<std::string> advisers;
    if (partner != nullptr) {
      for (const bundle::Contact& each : partner->advisers) advisers.push_back(each.id);
    }
    work.refuse(422, Message(messages::kUnknownAdviser,
                             {body.adviser, partner_called(work, instance->referral->partner),
                              joined(advisers)}));
  }
  if (instance->extras.adviser == body.adviser) {
    const bundle::Contact* known = partner == nullptr ? nullptr : partner->adviser(body.adviser);
    work.refuse(409,
                Message(messages::kAlreadyTheirs, {known == nullptr ? body.adviser : known->name}));
  }
  if (work.refused()) return;
  work.record(OperatorActed{body.n, "hand-over", body.reason});
  work.record(AdviserAssigned{body.n, body.adviser});
  // The colleague is told, where the desk has a letter for it.
  const bundle::Role* role = work.around().desk.partner_role();
  const std::string letter = role == nullptr ? "" : bundle::hand_over_letter(*role);
  if (work.around().desk.letter(letter) != nullptr) {
    notify(work, body.n, {.role = role->id, .letter = letter}, nullptr);
  }
}

}  // namespace guichet::cases
