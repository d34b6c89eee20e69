#include "engine/access/roles.hpp"

#include <algorithm>

namespace guichet::access {
namespace {

bool has(const std::vector<std::string>& roles, std::string_view role) {
  return std::ranges::find(roles, role) != roles.end();
}

bool stands_for(const Actor& actor, const bundle::Role& role, const Link& link) {
  switch (role.binding) {
    case bundle::Binding::case_owner:
      // The owner's role on the desk serves for a colleague too: cases do not wait for one person.
      return actor.kind == ActorKind::staff &&
             (actor.id == link.owner || has(actor.roles, role.id));
    case bundle::Binding::role:
      return actor.kind == ActorKind::staff && has(actor.roles, role.argument);
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
    if (has(actor.roles, id) || stands_for(actor, role, link)) out.push_back(id);
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

Actor partner_actor(const bundle::Directory& directory, std::string_view partner) {
  const bundle::Partner* found = directory.find(partner);
  return {.kind = ActorKind::partner,
          .id = std::string(partner),
          .name = found == nullptr ? std::string(partner) : found->name,
          .partner = std::string(partner)};
}

}  // namespace guichet::access
