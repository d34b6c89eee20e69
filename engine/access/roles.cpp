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

}  // namespace guichet::access
