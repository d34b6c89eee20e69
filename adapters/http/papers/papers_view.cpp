#include "adapters/http/papers/papers_view.hpp"

#include <algorithm>

namespace guichet::http {
namespace {

using access::Part;

// As people know whoever wrote or sent something: a member of the desk, or the institution.
std::string author_name(const desk::Desk& desk, const std::string& by, const std::string& partner) {
  if (!partner.empty()) return partner_name(desk.directory(), partner);
  const bundle::Member* member = desk.definition().member(by);
  return member == nullptr ? by : member->name;
}

DocumentView view_of(const cases::Document& document, const CaseVisibility& visible,
                     const desk::Desk& desk, const std::string& person) {
  const bool of_person = document.from == to_text(access::ActorKind::applicant);
  DocumentView out{.key = document.key,
                   .n = document.n,
                   .name = document.name,
                   .media_type = document.media_type,
                   .digest = document.digest,
                   .size = document.size,
                   .from = document.from,
                   .sender = of_person && !person.empty()
                                 ? person
                                 : author_name(desk, document.by, document.partner),
                   .own = visible.has_sent(document),
                   .at = document.at};
  if (!visible.sees(Part::desk_notes)) return out;
  out.partners = document.partners;
  out.person = document.person;
  return out;
}

std::string objection(const PartnerView::Why& why) {
  return why.criterion + " : " + (why.value.empty() ? "–" : why.value) + " (" + why.wanted + ")";
}

SuggestionView view_of(const cases::Suggestion& said, const cases::Snapshot& snapshot,
                       const desk::Desk& desk, const CaseView& view) {
  const cases::Instance* referral = snapshot.find(said.n);
  SuggestionView out{.n = said.n,
                     .need = referral != nullptr && referral->parent ? *referral->parent : said.n,
                     .by = said.by,
                     .by_name = partner_name(desk.directory(), said.by),
                     .partner = said.partner,
                     .partner_name = partner_name(desk.directory(), said.partner),
                     .words = said.words,
                     .at = said.at};
  for (const NeedView& need : view.needs) {
    if (need.n != out.need) continue;
    for (const PartnerView& each : need.partners) {
      if (each.id != said.partner) continue;
      out.chosen = each.chosen;
      for (const PartnerView::Why& why : each.failed) out.objections.push_back(objection(why));
    }
  }
  return out;
}

// The tick knows who was suggested; whom the convention designates is ticked already.
void mark_offers(CaseView& view) {
  for (OfferView& offer : view.offers) {
    if (offer.offer.name != cases::kConfirmAct) continue;
    for (const SuggestionView& each : view.suggestions) {
      if (each.need == offer.offer.n) offer.suggested.push_back(each.partner);
    }
  }
}

}  // namespace

void add_papers(const cases::Snapshot& snapshot, const CaseVisibility& visible,
                const desk::Desk& desk, CaseView& view) {
  const cases::CaseExtras& extras = snapshot.extras;
  for (const cases::Document& each : extras.documents) {
    if (!visible.sees(each)) continue;
    view.documents.push_back(view_of(each, visible, desk, view.person));
  }
  const bool of_desk = visible.sees(Part::desk_notes);
  for (const cases::Suggestion& each : extras.suggestions) {
    const cases::Instance* referral = snapshot.find(each.n);
    if (!of_desk && (referral == nullptr || !visible.owns(*referral))) continue;
    view.suggestions.push_back(view_of(each, snapshot, desk, view));
  }
  if (!of_desk) return;
  mark_offers(view);
  for (const cases::Note& each : extras.notes) {
    view.notes.push_back({.note = each.seq,
                          .n = each.n,
                          .words = each.words,
                          .author = author_name(desk, each.by, ""),
                          .at = each.at,
                          .struck = each.struck});
  }
  for (const cases::OtherCase& each : extras.apart) view.apart.push_back({each.id, each.number});
}

}  // namespace guichet::http
