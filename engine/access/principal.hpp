// Who asks: what an identity (a session, the code behind a link, a key, the demonstration's switch)
// proves about the sender of a request. Plain values; made by adapters, judged by rights.hpp alone.
#pragma once

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/access/actor.hpp"
#include "engine/base/id.hpp"
#include "engine/base/instant.hpp"

namespace guichet::access {

enum class Right;

enum class Persona {
  anonymous,      // nobody that the desk knows
  link_holder,    // a firm, project holder or adviser of a partner after the code: one case only
  partner,        // member of one or more institutions, with an account
  coordinator,    // of the desk's staff
  administrator,  // configuration and accounts; no content of cases
  auditor,        // reads the audit, runs exports and erasures (data protection officer)
  service,        // a program with a key
  official,       // elected, or funds the desk: results alone
};
constexpr std::size_t kPersonas = 8;
constexpr std::string_view to_text(Persona persona) {
  constexpr std::string_view kWords[kPersonas] = {"anonymous",   "link_holder",   "partner",
                                                  "coordinator", "administrator", "auditor",
                                                  "service",     "official"};
  return kWords[static_cast<std::size_t>(persona)];
}
// Nothing for a word that is none of them.
std::optional<Persona> persona_of(std::string_view word);

inline Actor nobody() {
  Actor actor;
  actor.kind = ActorKind::applicant;
  return actor;
}

// What a link, followed and confirmed by its code, opens.
struct LinkScope {
  base::CaseId kase;
  base::InstanceNumber n{1};  // the referral that is asked about; 1: the request, for its person
};

struct Principal {
  Persona persona = Persona::anonymous;
  std::vector<Persona> also{};  // a small desk's coordinator may be its administrator too
  // As commands record it, and as workflow roles are found. Nobody's acts are never the system's.
  Actor actor = nobody();
  std::string account{};  // id of the account or key; empty: none
  // Secret of the session, which the token of its forms is made of. Empty: no session, and then no
  // token is asked for (a key, a desk without accounts).
  std::string session{};
  // Of the last second factor, for what needs a fresh one.
  std::optional<base::Instant> proven_at{};
  std::optional<LinkScope> link{};      // of a link_holder
  std::vector<std::string> partners{};  // institutions of a partner, of a service's key
  std::vector<Right> granted{};         // of a service: what its key may do, of what keys may
  // Visitor of a desk without accounts, on its own machine: any role, no proof.
  bool plays = false;
  // Cases that an administrator has opened with a reason, until when.
  std::vector<std::pair<base::CaseId, base::Instant>> opened{};

  bool is(Persona wanted) const {
    return persona == wanted || std::ranges::find(also, wanted) != also.end();
  }
  bool of_institution(std::string_view partner) const {
    return std::ranges::find(partners, partner) != partners.end();
  }
};

}  // namespace guichet::access
