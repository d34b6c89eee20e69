#include "adapters/web/papers/paper_parts.hpp"

#include <ctemplate/template.h>
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "adapters/web/frame/forms.hpp"
#include "adapters/web/papers/paper_words.hpp"

namespace guichet::web {
namespace {

using base::Language;
using base::Message;
using ctemplate::TemplateDictionary;
using http::CaseView;
using http::DocumentView;

std::string size_shown(std::int64_t bytes, Language language) {
  const bool fr = language == Language::fr;
  if (bytes < 1024) return fmt::format("{}\u00a0{}", bytes, fr ? "o" : "B");
  const std::int64_t kilo = (bytes + 512) / 1024;
  if (kilo < 1024) return fmt::format("{}\u00a0{}", kilo, fr ? "ko" : "kB");
  const std::int64_t tenths = bytes * 10 / (1024 * 1024);
  return fmt::format("{}{}{}\u00a0{}", tenths / 10, fr ? ',' : '.', tenths % 10, fr ? "Mo" : "MB");
}

std::string kind_shown(const std::string& media_type) {
  if (media_type == "application/pdf") return "PDF";
  if (media_type == "image/jpeg") return "JPEG";
  if (media_type == "image/png") return "PNG";
  if (media_type == "text/plain") return "TXT";
  return media_type.ends_with("opendocument.text") ? "ODT" : "DOCX";
}

std::string audience(const DocumentView& document, const Layout& layout, Language language) {
  std::vector<std::string> names;
  if (document.person) names.push_back(Message(messages::kToThePerson).in(language));
  for (const std::string& id : document.partners) {
    names.push_back(http::partner_name(layout.site().desk.directory(), id));
  }
  if (names.empty()) return {};
  return Message(messages::kShownLine, {fmt::format("{}", fmt::join(names, ", "))}).in(language);
}

void fill_document(TemplateDictionary& out, const DocumentView& document, const Layout& layout,
                   const PapersPlace& place, Language language) {
  out.SetValue("HREF", place.base + "/documents/" + document.key);
  out.SetValue("FILE_NAME", document.name);
  out.SetValue("FILE_KEY", document.key);
  out.SetValue("KIND", kind_shown(document.media_type));
  out.SetValue("SENDER", document.sender);
  out.SetValue("SENT", layout.short_moment(document.at, language));
  out.SetValue("SIZE", size_shown(document.size, language));
  if (const std::string shown = audience(document, layout, language); !shown.empty()) {
    out.SetValueAndShowSection("SHOWN_LINE", shown, "SHOWN");
  }
  if (place.by_link) {
    if (document.own) {
      out.SetValueAndShowSection("REMOVE_ACTION", place.base + "/remove-document", "OWN_FILE");
    }
    return;
  }
  if (!place.may_share && !document.own) return;
  TemplateDictionary* acts = out.AddSectionDictionary("FILE_ACTS");
  if (place.may_share) {
    acts->SetValueAndShowSection("SHARE_HREF", place.base + "/share?document=" + document.key,
                                 "SHARE");
  }
  acts->SetValueAndShowSection(
      "REMOVE_HREF", place.base + "/remove-document?document=" + document.key, "TAKE_AWAY");
}

void add_viewer(TemplateDictionary& audience, const char* name, const std::string& value,
                const std::string& label) {
  TemplateDictionary* viewer = audience.AddSectionDictionary("VIEWER");
  viewer->SetValue("VIEWER_NAME", name);
  viewer->SetValue("VIEWER_VALUE", value);
  viewer->SetValue("VIEWER_LABEL", label);
}

void fill_upload(TemplateDictionary& body, const CaseView& view, const PapersPlace& place,
                 Language language) {
  TemplateDictionary* upload = body.AddIncludeDictionary("UPLOAD");
  upload->SetFilename("upload.tpl");
  upload->SetValue("UPLOAD_ACTION", place.base + "/documents");
  upload->SetIntValue("UPLOAD_N", place.n.value);
  upload->SetValue("UPLOAD_KEY", new_key());
  if (!place.may_share) return;
  TemplateDictionary* shown = upload->AddSectionDictionary("AUDIENCE");
  add_viewer(*shown, "form-person", "1", Message(messages::kToThePerson).in(language));
  for (const auto& [id, name] : asked_partners(view)) {
    add_viewer(*shown, "form-partners", id, name);
  }
}

void fill_notes(TemplateDictionary& body, const CaseView& view, const Layout& layout,
                Language language) {
  body.ShowSection("HAS_NOTES");
  TemplateDictionary* notes = body.AddSectionDictionary("NOTES");
  notes->SetValue("NOTE_KEY", new_key());
  if (view.notes.empty()) notes->ShowSection("NO_NOTE");
  for (auto each = view.notes.rbegin(); each != view.notes.rend(); ++each) {
    TemplateDictionary* note = notes->AddSectionDictionary("A_NOTE");
    note->SetValue("NOTE_WORDS", each->words);
    note->SetValue("NOTE_AUTHOR", each->author);
    note->SetValue("NOTE_AT", layout.short_moment(each->at, language));
    note->SetIntValue("NOTE_NUMBER", static_cast<long>(each->note));
    note->ShowSection(each->struck ? "NOTE_STRUCK" : "NOTE_STANDS");
  }
}

// The referral that asks the reader's institution; 1, the request, for the desk.
std::optional<base::InstanceNumber> sends_about(const CaseView& view,
                                                const access::Principal& principal) {
  if (principal.is(access::Persona::coordinator)) return base::InstanceNumber{1};
  for (const http::NeedView& need : view.needs) {
    for (const http::ReferralView& each : need.referrals) {
      if (each.open && principal.of_institution(each.partner)) return each.n;
    }
  }
  return {};
}

std::string verdict_on(const http::SuggestionView& said, Language language) {
  if (said.chosen) return Message(messages::kDesignated).in(language);
  if (said.objections.empty()) return Message(messages::kNotConsidered).in(language);
  return Message(messages::kNotDesignated, {fmt::format("{}", fmt::join(said.objections, " ; "))})
      .in(language);
}

}  // namespace

std::vector<std::pair<std::string, std::string>> asked_partners(const CaseView& view) {
  std::vector<std::pair<std::string, std::string>> out;
  for (const http::NeedView& need : view.needs) {
    for (const http::ReferralView& each : need.referrals) {
      const bool known =
          std::ranges::any_of(out, [&](const auto& other) { return other.first == each.partner; });
      if (known || each.outcome == "withdrawn" || each.outcome == "undone") continue;
      out.emplace_back(each.partner, each.partner_name);
    }
  }
  return out;
}

std::vector<std::pair<std::string, std::string>> partners_to_suggest(
    const Layout& layout, const cases::Instance& referral) {
  std::vector<std::pair<std::string, std::string>> out;
  const bundle::Directory& directory = layout.site().desk.directory();
  const auto add = [&](const std::string& id) {
    if (id != referral.referral->partner && directory.find(id) != nullptr) {
      out.emplace_back(id, http::partner_name(directory, id));
    }
  };
  const auto& all = layout.desk().conventions;
  const auto convention = all.find(referral.referral->convention);
  if (convention != all.end()) {
    for (const convention::Partner& each : convention->second->partners()) add(each.id);
  } else {
    for (const auto& [id, partner] : directory.partners) add(id);
  }
  std::ranges::sort(out, {}, [](const auto& each) { return each.second; });
  return out;
}

void fill_documents(TemplateDictionary& body, const CaseView& view, const Layout& layout,
                    const PapersPlace& place, Language language) {
  TemplateDictionary* list = body.AddIncludeDictionary("DOCUMENTS");
  list->SetFilename("documents.tpl");
  if (view.documents.empty()) {
    list->ShowSection("NO_DOCUMENT");
  } else {
    TemplateDictionary* some = list->AddSectionDictionary("SOME_DOCUMENTS");
    for (auto each = view.documents.rbegin(); each != view.documents.rend(); ++each) {
      fill_document(*some->AddSectionDictionary("DOCUMENT"), *each, layout, place, language);
    }
  }
  if (place.may_send) fill_upload(body, view, place, language);
}

void fill_papers(TemplateDictionary& body, const CaseView& view, const Layout& layout,
                 const http::Request& request, Language language) {
  const CaseRights rights = CaseRights::of(request.principal);
  if (rights.work) fill_notes(body, view, layout, language);
  const auto about = sends_about(view, request.principal);
  fill_documents(body, view, layout,
                 {.base = fmt::format("/cases/{}", view.id.value),
                  .may_share = rights.work,
                  .may_send = about.has_value(),
                  .n = about.value_or(base::InstanceNumber{1})},
                 language);
  for (const http::OtherCaseView& each : view.apart) {
    TemplateDictionary* apart = body.AddSectionDictionary("KEPT_APART");
    apart->SetIntValue("OTHER", static_cast<long>(each.id.value));
    apart->SetValue("OTHER_NUMBER", each.number);
  }
}

void fill_suggestions(TemplateDictionary& parent, const CaseView& view, base::InstanceNumber need,
                      Language language) {
  TemplateDictionary* all = nullptr;
  for (const http::SuggestionView& each : view.suggestions) {
    if (each.need != need) continue;
    if (all == nullptr) {
      all = parent.AddIncludeDictionary("SUGGESTIONS");
      all->SetFilename("suggestions.tpl");
    }
    TemplateDictionary* line = all->AddSectionDictionary("SUGGESTION");
    line->SetValue("SUGGESTED",
                   Message(messages::kSuggestedBy, {each.by_name, each.partner_name}).in(language));
    if (!each.words.empty()) line->SetValueAndShowSection("BECAUSE", each.words, "WORDS");
    line->SetValue("STANDING", verdict_on(each, language));
  }
}

}  // namespace guichet::web
