#include "adapters/http/entrance/identity.hpp"

#include "adapters/http/entrance/account_identity.hpp"
#include "engine/access/roles.hpp"
#include "engine/desk/desk.hpp"

namespace guichet::http {
namespace {

using access::Persona;
using access::Principal;

Principal staff(access::Actor actor) {
  return {.persona = Persona::coordinator,
          .also = {Persona::administrator},
          .actor = std::move(actor),
          .plays = true};
}

std::optional<Principal> partner(const desk::Desk& desk, std::string_view id) {
  if (desk.directory().find(id) == nullptr) return {};
  return Principal{.persona = Persona::partner,
                   .actor = access::partner_actor(desk.directory(), id),
                   .partners = {std::string(id)},
                   .plays = true};
}

// A member of staff or a role of the desk, an institution, or a persona without any.
std::optional<Principal> playing(const desk::Desk& desk, std::string_view who) {
  constexpr std::string_view kPartner = "partner:";
  if (auto actor = access::actor_as(desk.definition(), who)) return staff(std::move(*actor));
  if (who.starts_with(kPartner)) return partner(desk, who.substr(kPartner.size()));
  const auto persona = access::persona_of(who);
  if (persona != Persona::administrator && persona != Persona::auditor &&
      persona != Persona::official && persona != Persona::anonymous) {
    return {};
  }
  Principal out{.persona = *persona, .plays = true};
  if (out.persona == Persona::anonymous) return out;
  out.actor.kind = access::ActorKind::staff;
  out.actor.id = out.actor.name = std::string(who);
  return out;
}

class LoopbackIdentity final : public Identity {
 public:
  explicit LoopbackIdentity(desk::Desk& desk)
      : desk_(desk), links_(make_account_identity(desk, desk.store(), desk.clock(), false)) {}

  Principal find(const Request& request) const override {
    if (is_of_link(request)) return links_->find(request);
    for (const std::string& who : {request.query.get("as"), request.headers.get("X-Guichet-Role"),
                                   request.cookies.get(kRoleCookie)}) {
      if (who.empty()) continue;
      if (auto principal = playing(desk_, who)) return *principal;
    }
    const bundle::Desk& definition = desk_.definition();
    const bundle::Member* owner = definition.first_with_role(definition.intake.owner_role);
    return staff(owner == nullptr ? access::system_actor()
                                  : *access::actor_as(definition, owner->id));
  }

 private:
  // What the link of a letter opens is opened by its code, whoever is played elsewhere.
  static bool is_of_link(const Request& request) {
    const auto& path = request.path;
    return !path.empty() && (path[0] == "r" || (path.size() > 1 && path[1] == "links"));
  }

  desk::Desk& desk_;
  std::shared_ptr<const Identity> links_;
};

}  // namespace

bool is_poll(const Request& request) {
  if (request.method != "GET") return false;
  return request.headers.has("HX-Request") ||
         request.path == std::vector<std::string>{"api", "events"};
}

bool may_play(const desk::Desk& desk, std::string_view who) {
  return playing(desk, who).has_value();
}

std::shared_ptr<const Identity> make_loopback_identity(desk::Desk& desk) {
  return std::make_shared<LoopbackIdentity>(desk);
}

}  // namespace guichet::http
