#include "adapters/http/entrance/audit_witness.hpp"

#include "engine/accounts/audit.hpp"

namespace guichet::http {
namespace {

using access::AuditClass;
using access::Decision;
using access::Persona;

// Whoever is not known yet can be refused as often as she likes: that is no entry.
bool is_worth_noting(const Witnessed& seen) {
  switch (seen.decision) {
    case Decision::log_in:
    case Decision::step_up:
      return false;
    case Decision::refuse:
    case Decision::hide:
      return seen.principal.persona != Persona::anonymous;
    case Decision::allow:
      break;
  }
  const AuditClass audited = access::audit_of(seen.match.access.right);
  return audited == AuditClass::view || audited == AuditClass::data ||
         audited == AuditClass::rights || audited == AuditClass::configuration;
}

// "case 7", "partner cma-46": what the route touches, by its id in the path.
std::string object_of(const Witnessed& seen) {
  std::string out(to_text(seen.match.access.object));
  for (const char* name : {"id", "partner", "account"}) {
    if (seen.request.params.has(name)) out += " " + seen.request.params.get(name);
  }
  return out;
}

// An account or key; of a link, what it opens.
std::string actor_of_deed(const access::Principal& principal) {
  if (!principal.account.empty()) return principal.account;
  if (!principal.link) return "";
  return "link " + std::to_string(principal.link->kase.value) + "/" +
         std::to_string(principal.link->n.value);
}

// Written behind the answer.
void note(Reception& reception, accounts::Deed deed) {
  const base::Instant now = reception.clock().now();
  reception.store().write(
      [&keys = reception.keys(), deed = std::move(deed), now](store::Transaction& transaction) {
        accounts::record(transaction.accounts(), keys, deed, now);
      },
      {});
}

}  // namespace

std::function<void(const Witnessed&)> make_audit_witness(Reception& reception) {
  return [&reception](const Witnessed& seen) {
    if (!is_worth_noting(seen)) return;
    note(reception, {.actor = actor_of_deed(seen.principal),
                     .persona = std::string(to_text(seen.principal.persona)),
                     .act = std::string(to_text(seen.match.access.right)),
                     .object = object_of(seen),
                     .result = std::string(to_text(seen.decision)),
                     .ip = seen.request.remote});
  };
}

void note_seen_by_link(Reception& reception, const Request& request) {
  const access::Principal& who = request.principal;
  if (!who.link) return;
  note(reception, {.actor = actor_of_deed(who),
                   .persona = std::string(to_text(who.persona)),
                   .act = std::string(to_text(access::Right::see_case)),
                   .object = "case " + std::to_string(who.link->kase.value),
                   .result = std::string(to_text(Decision::allow)),
                   .ip = request.remote});
}

}  // namespace guichet::http
