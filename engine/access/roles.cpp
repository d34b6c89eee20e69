#include "engine/access/roles.hpp"

#include <algorithm>

namespace guichet::access {
namespace {

bool has(const std::vector<std::string>& roles, std::string_view role) {
  return std::ranges::find(roles, role) != roles.end();
}

// The roles of whomever the actor stands in for are hers too, as long as they are away.
bool has_staff_role(const Actor& actor, const bundle::Desk& desk, std::string_view role,
                    const Link& link) {
  if (has(actor.roles, role)) return true;
  if (!link.today) return false;
  return std::ranges::any_of(desk.settings.staff, [&](const bundle::Member& each) {
    return has(each.roles, role) && stands_in(actor, desk, each.id, *link.today);
  });
}

bool stands_for(const Actor& actor, const bundle::Desk& desk, const bundle::Role& role,
                const Link& link) {
  switch (role.binding) {
    case bundle::Binding::case_owner:
      // The owner's role on the desk serves for a colleague too: cases do not wait for one person.
      return actor.kind == ActorKind::staff &&
             (actor.id == link.owner || has_staff_role(actor, desk, role.id, link) ||
              (link.today && stands_in(actor, desk, link.owner, *link.today)));
    case bundle::Binding::role:
      return actor.kind == ActorKind::staff && has_staff_role(actor, desk, role.argument, link);
    case bundle::Binding::partner_adviser:
    case bundle::Binding::partner_head:
      return actor.kind == ActorKind::partner && actor.partner == link.partner;
    case bundle::Binding::person:
      return actor.kind == ActorKind::applicant;
    case bundle::Binding::agenda:
      break;
  }
  return false;
}

}  // namespace

Actor system_actor() {
  return {.kind = ActorKind::system, .id = "system", .name = "system"};
}

std::vector<std::string> workflow_roles(const Actor& actor, const bundle::Desk& desk,
                                        const Link& link) {
  std::vector<std::string> out;
  for (const auto& [id, role] : desk.settings.roles) {
    if (has(actor.roles, id) || stands_for(actor, desk, role, link)) out.push_back(id);
  }
  return out;
}

std::optional<Actor> actor_as(const bundle::Desk& desk, std::string_view who) {
  if (const bundle::Member* member = desk.member(who)) {
    return Actor{.kind = ActorKind::staff,
                 .id = member->id,
                 .name = member->name,
                 .roles = member->roles};
  }
  const bundle::Role* role = desk.role(who);
  if (role == nullptr) return {};
  Actor actor{.kind = ActorKind::staff,
              .id = std::string(who),
              .name = role->title,
              .roles = {std::string(who)}};
  if (role->binding == bundle::Binding::person) actor.kind = ActorKind::applicant;
  if (const bundle::Member* member = desk.first_with_role(who)) {
    actor.id = member->id;
    actor.name = member->name;
  }
  return actor;
}

bool stands_in(const Actor& actor, const bundle::Desk& desk, std::string_view who, base::Day day) {
  if (actor.kind != ActorKind::staff || actor.id == who) return false;
  const bundle::Member* on_duty = desk.on_duty(who, day);
  return on_duty != nullptr && on_duty->id == actor.id;
}

bool may_operate(const Actor& actor, const bundle::Desk& desk, const Link& link) {
  if (actor.kind != ActorKind::staff) return false;
  const std::vector<std::string>& operators = desk.settings.operators;
  if (operators.empty()) return true;
  const std::vector<std::string> held = workflow_roles(actor, desk, link);
  return std::ranges::any_of(operators, [&](const std::string& role) { return has(held, role); });
}

Actor partner_actor(const bundle::Directory& directory, std::string_view partner) {
  const bundle::Partner* found = directory.find(partner);
  return {.kind = ActorKind::partner,
          .id = std::string(partner),
          .name = found == nullptr ? std::string(partner) : found->name,
          .partner = std::string(partner)};
}

}  // namespace guichet::access
