#include "engine/cases/acts.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "engine/access/fields.hpp"
#include "engine/cases/called_back.hpp"
#include "engine/cases/checks.hpp"
#include "engine/cases/messages.hpp"
#include "engine/cases/names.hpp"
#include "engine/cases/offered.hpp"
#include "engine/cases/operator.hpp"
#include "engine/cases/referral.hpp"
#include "engine/cases/verbs.hpp"

namespace guichet::cases {
namespace {

using base::Message;

// Fields given along must be ones that the act takes; required ones must be given or known.
void check_fields(Work& work, InstanceNumber n, const model::Declaration& declaration,
                  const Fields& with) {
  const vocabulary::Vocabulary& vocabulary = *work.around().desk.vocabulary;
  const auto label = [&](const std::string& id) {
    const vocabulary::Field* field = vocabulary.find(id);
    return field == nullptr ? id : field->label;
  };
  for (const std::string& id : declaration.require) {
    const auto given = with.find(id);
    const bool known =
        given != with.end() ? !given->second.is_null() : !work.field(n, id).is_null();
    if (!known) work.refuse(422, Message(messages::kMissingField, {label(id)}));
  }
  for (const auto& [id, value] : with) {
    const auto listed = [&](const std::vector<std::string>& ids) {
      return std::ranges::find(ids, id) != ids.end();
    };
    if (!listed(declaration.require) && !listed(declaration.accepts)) {
      work.refuse(422, Message(messages::kUnexpectedField, {declaration.title, label(id)}));
    }
  }
}

// What the state lets those roles write.
void check_writing(Work& work, const Instance& instance, const Fields& with) {
  const model::Workflow& workflow = work.workflow_of(instance);
  const std::vector<std::string> roles = roles_of(work, instance);
  std::vector<std::string_view> active;
  for (const StateEntry& entry : instance.active) active.push_back(entry.path);
  for (const auto& [id, value] : with) {
    if (access::may_use_field(workflow, active, roles, id, access::FieldUse::write)) continue;
    const vocabulary::Field* field = work.around().desk.vocabulary->find(id);
    work.refuse(403, Message(messages::kFieldNotYours, {field == nullptr ? id : field->label}));
  }
}

std::string state_title(const Work& work, const Instance& instance) {
  const model::Workflow& workflow = work.workflow_of(instance);
  const auto state = workflow.find_state(current_state(instance));
  return state ? workflow.at(*state).title : "";
}

// As people read it: models keep the name where the YAML gives no title.
std::string called(const model::Declaration& declaration) {
  return declaration.title.empty() ? declaration.name : declaration.title;
}

// Of an act that some other state has.
std::string called(const model::Workflow& workflow, const std::string& name, model::Cause cause) {
  const auto known = std::ranges::find_if(workflow.declarations, [&](const auto& each) {
    return each.name == name && each.cause == cause;
  });
  return known == workflow.declarations.end() ? name : called(*known);
}

void refuse_not_offered(Work& work, const Instance& instance, const std::string& name,
                        model::Cause cause) {
  std::vector<std::string> names;
  for (const model::Declaration* each : offered_by(work, instance, cause)) {
    names.push_back(called(*each));
  }
  if (cause == model::Cause::action && awaiting_tick(work, instance) != nullptr) {
    names.emplace_back(kConfirmAct);
  }
  const std::string asked_for = called(work.workflow_of(instance), name, cause);
  if (names.empty()) {
    return work.refuse(
        409, Message(messages::kNothingOffered, {asked_for, state_title(work, instance)}));
  }
  work.refuse(409, Message(messages::kNotOffered, {asked_for, state_title(work, instance),
                                                   fmt::format("{}", fmt::join(names, ", "))}));
}

// How and when it was said, for letters ("you told us on ..") and conditions: `event.said_on`.
feel::Stored said_data(const Work& work, const ActTaken& taken) {
  feel::Arena arena;
  const feel::Entry entries[] = {
      {"said_on", feel::Value::date(taken.said_on.value_or(today_of(work)))},
      {"channel", arena.string(taken.channel)},
      {"recorded_by", taken.recorded_by.empty() ? feel::Value() : arena.string(taken.recorded_by)}};
  return feel::Stored(arena.context(entries));
}

void take(Work& work, InstanceNumber n, const model::Declaration& declaration, const Fields& with,
          ActTaken taken) {
  const kernel::Trigger trigger{
      .cause = declaration.cause, .name = declaration.name, .data = said_data(work, taken)};
  work.record(std::move(taken));
  for (const auto& [id, value] : with) work.write_field(n, id, value);
  const bool stepped = step_instance(work, n, trigger);
  if (work.refused()) return;
  // An act with nothing but fields to write is done once they are written.
  if (!stepped && !declaration.arms.empty()) {
    return work.refuse(409, Message(messages::kConditionFalse, {declaration.title}));
  }
  if (!work.snapshot().intake_decided) decide_intake(work);
  work.run_queue();
}

std::vector<std::string> text_list(const Fields& fields, std::string_view id) {
  std::vector<std::string> out;
  const auto found = fields.find(id);
  if (found == fields.end()) return out;
  const feel::Value& value = found->second.value();
  if (value.kind() == feel::Kind::string) out.emplace_back(value.text());
  if (value.kind() != feel::Kind::list) return out;
  for (const feel::Value& item : value.items()) out.push_back(to_text(item));
  return out;
}

void confirm(Work& work, const Instance& instance, const model::State& state, const Act& act) {
  check_role(work, std::string(kConfirmAct), who_ticks(work, state), roles_of(work, instance));
  const auto found = act.with.find(state.referral->confirm_field);
  // Nothing said about partners: the tick goes to those that were proposed.
  const std::vector<std::string> partners =
      found == act.with.end() ? instance.proposed
                              : text_list(act.with, state.referral->confirm_field);
  const std::vector<std::string> motive = text_list(act.with, kMotiveField);
  check_said_on(work, act.said_on);
  if (work.refused()) return;
  work.record(ActTaken{.n = act.n,
                       .name = act.name,
                       .channel = act.channel,
                       .recorded_by = work.command().actor.recorded_by,
                       .said_on = act.said_on});
  confirm_partners(work, act.n, partners, motive.empty() ? "" : motive.front());
  if (!work.refused()) work.run_queue();
}

// A letter that does not arrive becomes a call: somebody tells it.
void call_instead(Work& work, const std::string& key) {
  const std::vector<QueuedLetter> letters = work.outbox();
  const auto letter = std::ranges::find(letters, key, &QueuedLetter::key);
  if (letter == letters.end() || !work.instance(letter->n).is_open()) return;
  const bundle::Desk& desk = work.around().desk;
  const Message title(messages::kCallAfterBounce, {letter->to_name, letter->letter});
  open_task(work, letter->n, "call." + key, 0, title.in(desk.settings.language),
            {desk.intake.owner_role}, base::Delay{base::Delay::Unit::business_days, 1});
}

}  // namespace

void act(Work& work, const Act& act) {
  if (act.name == kReopenAct) {
    const Instance* closed = work.snapshot().find(act.n);
    if (closed != nullptr && !closed->is_open()) return reopen(work, {act.n, act.with});
  }
  const Instance* instance = open_instance(work, act.n);
  if (instance == nullptr) return;
  if (act.name == kConfirmAct) {
    if (const model::State* state = awaiting_tick(work, *instance)) {
      return confirm(work, *instance, *state, act);
    }
  }
  const model::Declaration* declaration =
      find_offered(work, *instance, model::Cause::action, act.name);
  if (declaration == nullptr) {
    return refuse_not_offered(work, *instance, act.name, model::Cause::action);
  }
  check_role(work, declaration->title, declaration->by, roles_of(work, *instance));
  check_fields(work, act.n, *declaration, act.with);
  check_writing(work, *instance, act.with);
  check_said_on(work, act.said_on);
  if (work.refused()) return;
  // What somebody else said is written down by a member of staff.
  const bool spoken = !act.channel.empty() || act.said_on;
  take(work, act.n, *declaration, act.with,
       {.n = act.n,
        .name = act.name,
        .channel = act.channel,
        .recorded_by = spoken ? recorder_of(work) : work.command().actor.recorded_by,
        .said_on = act.said_on});
}

void reply(Work& work, const Reply& reply) {
  const Instance* instance = open_instance(work, reply.n);
  if (instance == nullptr) return;
  const model::Declaration* declaration =
      find_offered(work, *instance, model::Cause::reply, reply.name);
  if (declaration == nullptr) {
    return refuse_not_offered(work, *instance, reply.name, model::Cause::reply);
  }
  const access::Actor& actor = work.command().actor;
  // Only the addressee may reply; somebody of the desk may write down what the addressee said.
  const bool addressee = actor.kind == access::ActorKind::partner && instance->referral &&
                         actor.partner == instance->referral->partner;
  const bool recorded = actor.kind == access::ActorKind::staff;
  if (!addressee && !recorded) {
    work.refuse(
        403, Message(messages::kWrongRole,
                     {declaration->title,
                      instance->referral ? partner_called(work, instance->referral->partner) : "?",
                      roles_called(work, roles_of(work, *instance))}));
  }
  check_fields(work, reply.n, *declaration, reply.with);
  check_said_on(work, reply.said_on);
  if (work.refused()) return;
  take(work, reply.n, *declaration, reply.with,
       {.n = reply.n,
        .name = reply.name,
        .reply = true,
        .channel = reply.channel,
        .recorded_by = recorded ? actor.id : actor.recorded_by,
        .said_on = reply.said_on});
}

void complete_task(Work& work, const CompleteTask& complete) {
  const Instance* instance = open_instance(work, complete.n);
  if (instance == nullptr) return;
  const auto task = std::ranges::find_if(instance->tasks, [&](const Task& each) {
    return each.id == complete.task && (complete.entry == 0 || each.entry == complete.entry);
  });
  if (task == instance->tasks.end()) {
    return work.refuse(409, Message(messages::kUnknownTask, {complete.task}));
  }
  const Task closed = *task;
  check_role(work, closed.title, closed.by, roles_of(work, *instance));
  if (closed.id == kConfirmAct) {
    work.refuse(409, Message(messages::kTickNotDone, {std::string(kConfirmAct)}));
  }
  if (work.refused()) return;
  work.record(ActTaken{.n = complete.n, .name = closed.id, .task = true});
  close_task(work, complete.n, closed.id, closed.entry);
  work.post(complete.n, {.cause = model::Cause::event, .name = "task." + closed.id});
  work.run_queue();
}

void report_delivery(Work& work, const ReportDelivery& report) {
  const std::vector<QueuedLetter> letters = work.outbox();
  const auto letter = std::ranges::find(letters, report.outbox_key, &QueuedLetter::key);
  if (letter != letters.end() && letter->where == Whereabouts::recalled) {
    // Nobody waits for it any more: that it did not arrive is as it should be.
    return never_left(work, *letter);
  }
  if (report.delivered) {
    work.record(LetterDelivered{report.outbox_key});
  } else {
    work.record(LetterRefused{report.outbox_key, report.reason});
    call_instead(work, report.outbox_key);
    work.record(
        IncidentOpened{InstanceNumber{1}, "letter-refused", report.reason, report.outbox_key});
  }
}

}  // namespace guichet::cases
