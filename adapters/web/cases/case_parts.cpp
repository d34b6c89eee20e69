#include "adapters/web/cases/case_parts.hpp"

#include <ctemplate/template.h>
#include <fmt/format.h>

#include "adapters/web/cases/change_messages.hpp"
#include "engine/desk/duplicates.hpp"

namespace guichet::web {
namespace {

using base::Message;
using ctemplate::TemplateDictionary;
using http::CaseView;

constexpr std::size_t kMostDoubles = 6;  // shown; a search by the name finds the others

std::string consent_words(const std::string& state, base::Language language) {
  const base::MessageText& text = state == "given"       ? messages::kIsGiven
                                  : state == "refused"   ? messages::kIsRefused
                                  : state == "withdrawn" ? messages::kIsWithdrawn
                                                         : messages::kIsUnsaid;
  return Message(text).in(language);
}

void add_consent_line(TemplateDictionary& consent, const std::string& whom,
                      const std::string& state, base::Language language) {
  TemplateDictionary* line = consent.AddSectionDictionary("SAID");
  line->SetValue("WHOM", whom);
  line->SetValue("STATE", consent_words(state, language));
  line->SetValue("LOOK", state == "given" ? "good" : state.empty() ? "soon" : "late");
}

void fill_consent(TemplateDictionary& body, const CaseView& view, const CaseRights& rights,
                  base::Language language) {
  if (view.consent.field.empty()) return;
  TemplateDictionary* consent = body.AddSectionDictionary("CONSENT");
  for (const http::ConsentView::Said& each : view.consent.partners) {
    add_consent_line(*consent, each.name, each.state, language);
  }
  const bool named = !view.consent.partners.empty();
  const auto& label = named ? "L_FOR_OTHERS" : "L_FOR_ALL";
  for (const Label& each : kChangeLabels) {
    if (each.marker != label) continue;
    add_consent_line(*consent, std::string(language == base::Language::fr ? each.fr : each.en),
                     view.consent.others, language);
  }
  if (rights.work) consent->ShowSection("MAY_CHANGE");
}

void fill_others(TemplateDictionary& body, const CaseView& view, const CaseRights& rights,
                 base::Language language) {
  for (const http::OtherCaseView& each : view.merged_into) {
    TemplateDictionary* merged = body.AddSectionDictionary("MERGED");
    merged->SetValue("SENTENCE", Message(messages::kMergedInto, {each.number}).in(language));
    merged->SetIntValue("OTHER", static_cast<long>(each.id.value));
    merged->SetValue("OTHER_NUMBER", each.number);
    if (rights.work) merged->ShowSection("MAY_PART");
  }
  for (const http::OtherCaseView& each : view.joined) {
    TemplateDictionary* joined = body.AddSectionDictionary("MERGED");
    joined->SetValue("SENTENCE", Message(messages::kJoinedHere, {each.number}).in(language));
    joined->SetIntValue("OTHER", static_cast<long>(each.id.value));
    joined->SetValue("OTHER_NUMBER", each.number);
  }
}

void fill_doubles(TemplateDictionary& body, const CaseView& view, const Layout& layout) {
  if (view.closed_at || !view.merged_into.empty()) return;
  std::vector<desk::Duplicate> found;
  layout.site().desk.store().read([&](store::Reader& reader) {
    found = desk::find_duplicates(reader, layout.desk(), view.id);
  });
  if (found.empty()) return;
  TemplateDictionary* doubles = body.AddSectionDictionary("DOUBLES");
  if (found.size() > kMostDoubles) {
    const desk::Duplicate& first = found.front();
    doubles->SetValueAndShowSection("WHO", first.person.empty() ? first.firm : first.person,
                                    "MORE_DOUBLES");
    found.resize(kMostDoubles);
  }
  for (const desk::Duplicate& each : found) {
    TemplateDictionary* other = doubles->AddSectionDictionary("DOUBLE");
    other->SetIntValue("OTHER", static_cast<long>(each.kase.value));
    other->SetValue("OTHER_NUMBER", each.number);
    other->SetValue("WHO", each.person.empty() ? each.firm : each.person);
    other->ShowSection(each.same_siret ? "BY_SIRET" : "BY_PHONE");
  }
}

}  // namespace

CaseRights CaseRights::of(const access::Principal& principal) {
  return {access::may_ever(principal, access::Right::work),
          access::may_ever(principal, access::Right::put_right)};
}

void fill_parts(TemplateDictionary& body, const CaseView& view, const Layout& layout,
                const CaseRights& rights, base::Language language) {
  fill_consent(body, view, rights, language);
  fill_others(body, view, rights, language);
  if (rights.work) fill_doubles(body, view, layout);
  if (rights.put_right && !view.incidents.empty()) {
    TemplateDictionary* incidents = body.AddSectionDictionary("INCIDENTS");
    for (const http::IncidentView& each : view.incidents) {
      TemplateDictionary* incident = incidents->AddSectionDictionary("INCIDENT");
      incident->SetIntValue("INCIDENT", static_cast<long>(each.incident));
      incident->SetValue("TEXT", each.text);
      incident->SetValue("AT", layout.short_moment(each.at, language));
    }
  }
  if (!rights.work && !rights.put_right) return;
  TemplateDictionary* menu = body.AddSectionDictionary("MENU");
  if (rights.put_right) menu->ShowSection("MAY_PUT_RIGHT");
  if (rights.work && !view.closed_at) menu->ShowSection("MAY_WORK");
}

}  // namespace guichet::web
