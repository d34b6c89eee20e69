#include "engine/access/documents.hpp"

#include <algorithm>

namespace guichet::access {
namespace {

bool is_applicant(const Principal& principal) {
  return principal.link && principal.actor.kind == ActorKind::applicant;
}

bool speaks_for(const Principal& principal, const std::string& partner) {
  if (partner.empty()) return false;
  if (principal.link) return principal.actor.partner == partner;
  return principal.of_institution(partner);
}

}  // namespace

bool has_sent(const Principal& principal, const DocumentTie& document) {
  if (is_applicant(principal)) return document.from_person;
  return speaks_for(principal, document.from_partner);
}

bool may_see_document(const Principal& principal, const DocumentTie& document, const Tie& tie,
                      base::Instant now) {
  if (decide(principal, Right::see_case, tie, now) != Decision::allow) return false;
  if (may_see(principal, Part::desk_notes, tie, now)) return true;
  if (has_sent(principal, document)) return true;
  if (is_applicant(principal)) return document.for_person;
  return std::ranges::any_of(document.partners, [&](const std::string& partner) {
    return speaks_for(principal, partner);
  });
}

}  // namespace guichet::access
