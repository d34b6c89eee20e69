// Acts and tasks that nobody can do, reminders to what cannot be reminded.
#include <algorithm>

#include "workflows/check/field_messages.hpp"
#include "workflows/check/findings.hpp"
#include "workflows/check/places.hpp"
#include "workflows/check/verbs.hpp"

namespace guichet::check {

namespace {

using base::Message;

bool is_partner(const Reading& reading, const std::string& role) {
  const auto found = reading.names.roles.find(role);
  return found != reading.names.roles.end() && found->second.starts_with("partner.");
}

bool can_act(const Reading& reading, const std::string& role) {
  return !is_agenda(reading, role) && !is_partner(reading, role) &&
         !reading.names.unmanned.contains(role);
}

// Requires: by is not empty.
void check_doers(Reading& reading, const std::vector<std::string>& by, const std::string& what,
                 const base::Location& at) {
  const bool somebody =
      std::ranges::any_of(by, [&](const std::string& role) { return can_act(reading, role); });
  if (by.empty() || somebody) return;
  std::string who;
  for (const std::string& role : by) who += (who.empty() ? "" : ", ") + role;
  const bool partners =
      std::ranges::all_of(by, [&](const std::string& role) { return is_partner(reading, role); });
  reading.diagnostics.warning(at, Message(messages::kNobodyCan, {what, who}),
                              Message(partners ? messages::kPartnersReply : messages::kGiveRole));
}

void check_act(Reading& reading, const model::Declaration& act) {
  if (act.cause != model::Cause::action || act.by.empty()) return;
  check_doers(reading, act.by, act.name, Places(reading).item(act, "by", act.by.front()));
}

void check_tasks(Reading& reading) {
  for (std::size_t i = 0; i < reading.workflow.states.size(); ++i) {
    const model::StateIndex index{static_cast<std::int32_t>(i)};
    const auto& task = reading.workflow.at(index).task;
    if (!task || task->by.empty()) continue;
    check_doers(reading, task->by, task->id,
                Places(reading).item(index, "task", "by", task->by.front()));
  }
  each_verb(reading.workflow, [&](const model::Verb& verb, const VerbSite&) {
    if (const auto* task = std::get_if<model::OpenTask>(&verb.what)) {
      check_doers(reading, task->by, task->id, verb.at);
    }
  });
}

void check_reminders(Reading& reading) {
  each_verb(reading.workflow, [&](const model::Verb& verb, const VerbSite&) {
    const auto* notice = std::get_if<model::Notify>(&verb.what);
    if (notice == nullptr || notice->purpose != model::Purpose::remind) return;
    if (!is_agenda(reading, notice->role)) return;
    reading.diagnostics.warning(verb.at, Message(messages::kAgendaReminded, {notice->role}),
                                Message(messages::kEscalateThere, {notice->role}));
  });
}

}  // namespace

void find_idle_roles(Reading& reading) {
  for (const model::Declaration& declaration : reading.workflow.declarations) {
    check_act(reading, declaration);
  }
  check_tasks(reading);
  check_reminders(reading);
}

}  // namespace guichet::check
