// Which of a desk's workflow roles somebody has towards one case: the only place that decides.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/access/actor.hpp"
#include "workflows/bundle/desk.hpp"

namespace guichet::access {

// What ties people to a case: its owner, and for a referral the institution that is asked.
struct Link {
  std::string owner;
  std::string partner, adviser;
  std::optional<base::Day> today;  // for absences: who stands in for whom
};

// Ids of roles as desk.yaml lists them. An actor who was given by a bare role (command line,
// demonstration) has that role on every case.
std::vector<std::string> workflow_roles(const Actor& actor, const bundle::Desk& desk,
                                        const Link& link);

// Somebody named by the id of a member of staff or by a role of the desk ("conseiller",
// "demandeur"): `--as`, scenarios, the demonstration. Nothing where the desk knows neither.
std::optional<Actor> actor_as(const bundle::Desk& desk, std::string_view who);
// Does the actor stand in on that day for the member of staff `who`, who is away?
bool stands_in(const Actor& actor, const bundle::Desk& desk, std::string_view who, base::Day day);
// May the actor put a case right (desk.yaml `operators:`)?
bool may_operate(const Actor& actor, const bundle::Desk& desk, const Link& link);
// An adviser of a partner who answers for the institution.
Actor partner_actor(const bundle::Directory& directory, std::string_view partner);

}  // namespace guichet::access
