#include "engine/cases/checks.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "engine/cases/messages.hpp"

namespace guichet::cases {

using base::Message;

const Instance* open_instance(Work& work, InstanceNumber n) {
  const Instance* instance = work.snapshot().find(n);
  if (instance == nullptr) {
    work.refuse(404, Message(messages::kUnknownInstance, {std::to_string(n.value)}));
    return nullptr;
  }
  const std::string& title = work.workflow_of(*instance).title;
  if (!instance->is_open()) {
    const auto& calendar = *work.around().desk.calendar;
    work.refuse(409, Message(messages::kInstanceClosed,
                             {title, base::iso(calendar.local_day(*instance->closed_at))}));
    return nullptr;
  }
  if (instance->extras.held) {
    const auto& into = work.snapshot().extras.merged_into;
    work.refuse(409, Message(messages::kHeld, {title, into ? into->number : ""}));
    return nullptr;
  }
  return instance;
}

void check_role(Work& work, const std::string& title, const std::vector<std::string>& by,
                const std::vector<std::string>& held) {
  const bool may = std::ranges::any_of(
      by, [&](const std::string& role) { return std::ranges::find(held, role) != held.end(); });
  if (may || by.empty()) return;
  work.refuse(403, Message(messages::kWrongRole,
                           {title, roles_called(work, by), roles_called(work, held)}));
}

void check_said_on(Work& work, const std::optional<base::Day>& said_on) {
  if (!said_on || *said_on <= today_of(work)) return;
  work.refuse(422, Message(messages::kSaidInFuture, {base::iso(*said_on)}));
}

void check_staff(Work& work) {
  const access::ActorKind kind = work.command().actor.kind;
  if (kind == access::ActorKind::staff || kind == access::ActorKind::system) return;
  work.refuse(403, Message(messages::kForStaff));
}

void check_theme(Work& work, const std::string& theme) {
  const auto& paths = work.around().desk.intake.paths;
  if (paths.contains(theme)) return;
  std::vector<std::string> known;
  for (const auto& [id, path] : paths) known.push_back(id);
  work.refuse(422,
              Message(messages::kUnknownTheme, {theme, fmt::format("{}", fmt::join(known, ", "))}));
}

std::string partner_called(const Work& work, const std::string& id) {
  const bundle::Partner* partner = work.around().directory.find(id);
  return partner == nullptr || partner->name.empty() ? id : partner->name;
}

std::string member_called(const Work& work, const std::string& id) {
  const bundle::Member* member = work.around().desk.member(id);
  return member == nullptr || member->name.empty() ? id : member->name;
}

std::string roles_called(const Work& work, const std::vector<std::string>& ids) {
  std::vector<std::string> titles;
  for (const std::string& id : ids) {
    const auto role = work.around().desk.settings.roles.find(id);
    const bool titled =
        role != work.around().desk.settings.roles.end() && !role->second.title.empty();
    titles.push_back(titled ? role->second.title : id);
  }
  return titles.empty() ? "?" : fmt::format("{}", fmt::join(titles, ", "));
}

std::string theme_of(const Instance& need) {
  const auto theme = need.data.find(kThemeField);
  return theme == need.data.end() ? need.workflow : to_text(theme->second.value());
}

base::Day today_of(const Work& work) {
  return work.around().desk.calendar->local_day(work.around().now);
}

std::string recorder_of(const Work& work) {
  const access::Actor& actor = work.command().actor;
  return actor.kind == access::ActorKind::staff ? actor.id : actor.recorded_by;
}

std::string theme_title(const Work& work, const std::string& theme) {
  const bundle::Desk& desk = work.around().desk;
  const auto path = desk.intake.paths.find(theme);
  const model::Workflow* workflow =
      path == desk.intake.paths.end() ? nullptr : desk.workflow(path->second);
  return workflow == nullptr ? theme : workflow->title;
}

}  // namespace guichet::cases
