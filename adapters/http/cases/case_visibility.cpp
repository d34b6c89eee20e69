#include "adapters/http/cases/case_visibility.hpp"

#include <algorithm>

#include "engine/cases/passed_on.hpp"
#include "engine/store/listing.hpp"

namespace guichet::http {

using access::Part;
using cases::Instance;

CaseVisibility::CaseVisibility(const access::Principal& principal, const cases::Snapshot& snapshot,
                               const bundle::Desk& desk, base::Instant now)
    : principal_(principal),
      snapshot_(snapshot),
      desk_(desk),
      now_(now),
      tie_(store::tie_of(snapshot)) {
  for (const Instance& each : snapshot.instances) {
    if (!owns(each) || !is_passed_on(each)) continue;
    shared_.insert(shared_.end(), each.referral->share.begin(), each.referral->share.end());
  }
}

bool CaseVisibility::sees(Part part) const {
  return access::may_see(principal_, part, tie_, now_);
}

bool CaseVisibility::sees_field(Part part, std::string_view field) const {
  return access::may_see_field(principal_, part, field, shared_, tie_, now_);
}

bool CaseVisibility::is_passed_on(const Instance& referral) const {
  return cases::is_still_passed_on(snapshot_, referral, desk_);
}

bool CaseVisibility::owns(const Instance& instance) const {
  if (!instance.referral || principal_.is(access::Persona::coordinator)) return false;
  return access::may_touch(principal_, instance.n, instance.referral->partner);
}

std::vector<const Instance*> CaseVisibility::own_referrals(const Instance& need) const {
  std::vector<const Instance*> out;
  for (const Instance& each : snapshot_.instances) {
    if (each.parent == need.n && owns(each)) out.push_back(&each);
  }
  return out;
}

bool CaseVisibility::concerns(const Instance& need) const {
  return sees(Part::referrals) || !own_referrals(need).empty();
}

bool CaseVisibility::sees_others_of(const Instance& need) const {
  return std::ranges::any_of(own_referrals(need), [&](const Instance* own) {
    const auto convention = desk_.conventions.find(own->referral->convention);
    if (convention == desk_.conventions.end()) return false;
    const convention::Article* article = convention->second->article(own->referral->article);
    return article != nullptr && article->walls == convention::Walls::open;
  });
}

bool CaseVisibility::may_touch(const Instance& instance) const {
  return access::may_touch(principal_, instance.n,
                           instance.referral ? instance.referral->partner : "");
}

bool CaseVisibility::is_addressee(const cases::LetterEffect& letter) const {
  if (letter.to_kind == "partner") {
    const Instance* about = snapshot_.find(letter.n);
    if (about != nullptr && about->referral && !is_passed_on(*about)) return false;
    return principal_.of_institution(letter.to) ||
           (principal_.link && principal_.actor.partner == letter.to);
  }
  return letter.to_kind == "person" && principal_.link && sees(Part::party_fields);
}

access::DocumentTie CaseVisibility::document_tie(const cases::Document& document) const {
  const auto is_asked = [&](const std::string& partner) {
    return std::ranges::any_of(snapshot_.instances, [&](const Instance& each) {
      return each.referral && each.referral->partner == partner && is_passed_on(each);
    });
  };
  access::DocumentTie tie{
      .from_person = document.from == access::to_text(access::ActorKind::applicant),
      .partners = document.partners,
      .for_person = document.person};
  if (is_asked(document.partner)) tie.from_partner = document.partner;
  std::erase_if(tie.partners, [&](const std::string& each) { return !is_asked(each); });
  return tie;
}

bool CaseVisibility::sees(const cases::Document& document) const {
  return access::may_see_document(principal_, document_tie(document), tie_, now_);
}

bool CaseVisibility::has_sent(const cases::Document& document) const {
  return access::has_sent(principal_, document_tie(document));
}

}  // namespace guichet::http
