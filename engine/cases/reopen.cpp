// What is closed is opened again: a new episode of the same instance.
#include <algorithm>

#include "engine/cases/checks.hpp"
#include "engine/cases/messages.hpp"
#include "engine/cases/offered.hpp"
#include "engine/cases/operator.hpp"
#include "engine/cases/operator_messages.hpp"
#include "engine/cases/retention.hpp"
#include "engine/cases/undone.hpp"

namespace guichet::cases {
namespace {

using base::Message;

void check_role(Work& work, const Instance& instance, const model::Reopen& allowed) {
  const std::vector<std::string> held = roles_of(work, instance);
  const bool may = allowed.by.empty() || std::ranges::any_of(allowed.by, [&](const auto& role) {
                     return std::ranges::find(held, role) != held.end();
                   });
  if (may) return;
  work.refuse(
      403, Message(messages::kWrongRole, {std::string(kReopenAct), roles_called(work, allowed.by),
                                          roles_called(work, held)}));
}

void check_fields(Work& work, const Reopen& body, const model::Reopen& allowed) {
  const auto label = [&](const std::string& id) {
    const vocabulary::Field* field = work.around().desk.vocabulary->find(id);
    return field == nullptr ? id : field->label;
  };
  for (const std::string& id : allowed.require) {
    const auto given = body.with.find(id);
    const bool known =
        given != body.with.end() ? !given->second.is_null() : !work.field(body.n, id).is_null();
    if (!known) work.refuse(422, Message(messages::kMissingField, {label(id)}));
  }
  for (const auto& [id, value] : body.with) {
    if (std::ranges::find(allowed.require, id) != allowed.require.end()) continue;
    work.refuse(422, Message(messages::kUnexpectedField, {std::string(kReopenAct), label(id)}));
  }
}

void check_time(Work& work, const Instance& instance, const model::Reopen& allowed) {
  const calendar::Calendar& calendar = *work.around().desk.calendar;
  if (!allowed.within) return;
  const base::Instant last = calendar.due(*instance.closed_at, *allowed.within);
  // The last day counts whole: a person reads a date, not an hour.
  if (calendar.local_day(work.around().now) <= calendar.local_day(last)) return;
  work.refuse(409, Message(messages::kReopenTooLate, {work.workflow_of(instance).title,
                                                      base::iso(calendar.local_day(last))}));
}

}  // namespace

const model::Reopen* reopening_of(const Work& work, const Instance& instance) {
  // What was undone never was, and what was requalified goes on as another need.
  const bool gone = instance.outcome == kUndone || instance.extras.requalified_to;
  if (instance.is_open() || gone) return nullptr;
  const auto& allowed = work.workflow_of(instance).reopen;
  return allowed ? &*allowed : nullptr;
}

void reopen(Work& work, const Reopen& body) {
  const Instance* instance = work.snapshot().find(body.n);
  if (instance == nullptr) {
    return work.refuse(404, Message(messages::kUnknownInstance, {std::to_string(body.n.value)}));
  }
  const std::string& title = work.workflow_of(*instance).title;
  if (instance->is_open()) return work.refuse(409, Message(messages::kNotClosed, {title}));
  const model::Reopen* allowed = reopening_of(work, *instance);
  if (allowed == nullptr) return work.refuse(409, Message(messages::kNoReopening, {title}));
  check_role(work, *instance, *allowed);
  check_fields(work, body, *allowed);
  check_time(work, *instance, *allowed);
  if (instance->referral && instance->parent && !work.instance(*instance->parent).is_open()) {
    work.refuse(409, Message(messages::kParentClosed, {title}));
  }
  if (work.snapshot().extras.personal_data_taken) work.refuse(409, Message(messages::kDataGone));
  if (work.refused()) return;
  work.record(ActTaken{.n = body.n,
                       .name = std::string(kReopenAct),
                       .recorded_by = work.command().actor.recorded_by});
  cancel_retention(work);
  work.record(InstanceReopened{body.n, instance->episode + 1});
  for (const auto& [id, value] : body.with) work.write_field(body.n, id, value);
  move_to_state(work, body.n, allowed->target);
  work.run_queue();
}

}  // namespace guichet::cases
