#include "adapters/web/frame/refusal.hpp"

#include <ctemplate/template.h>

#include "adapters/web/frame/messages.hpp"

namespace guichet::web {
namespace {

using base::Message;
using ctemplate::TemplateDictionary;

Message sentence_of(const http::Request& request, int status, const std::string& id) {
  if (status == 404) return Message(messages::kNotFound);
  if (request.why) return *request.why;
  if (status >= 500) return Message(messages::kFault, {id.empty() ? "-" : id});
  return Message(messages::kRefusedPage, {std::string(http::reason_of(status))});
}

}  // namespace

std::string refusal_title(int status, base::Language language) {
  const base::MessageText& title = status == 404   ? messages::kNotFoundTitle
                                   : status == 403 ? messages::kForbiddenTitle
                                   : status >= 500 ? messages::kFaultTitle
                                                   : messages::kRefusedTitle;
  return Message(title).in(language);
}

void fill_message(TemplateDictionary& body, const std::string& title,
                  const std::vector<std::string>& sentences,
                  const std::vector<std::pair<std::string, std::string>>& contact) {
  body.SetValue("TITLE", title);
  for (const std::string& sentence : sentences) {
    body.AddSectionDictionary("LINE")->SetValue("SENTENCE", sentence);
  }
  TemplateDictionary* list = nullptr;
  for (const auto& [label, text] : contact) {
    if (text.empty()) continue;
    if (list == nullptr) list = body.AddSectionDictionary("CONTACT");
    TemplateDictionary* row = list->AddSectionDictionary("ROW");
    row->SetValue("LABEL", label);
    row->SetValue("TEXT", text);
  }
}

http::Response message_page(const Layout& layout, const http::Request& request, int status,
                            const std::string& title, const std::vector<std::string>& sentences,
                            WayOut way) {
  // A page that answers a form is left by its navigation, never asked for again.
  const std::string here = request.method == "GET" && status < 500 ? "" : "/";
  return layout.page(
      status, request, {.title = title, .template_name = "message.tpl", .here = here},
      [&](TemplateDictionary& body) {
        fill_message(body, title, sentences);
        TemplateDictionary* out = body.AddSectionDictionary("WAY_OUT");
        const bool to_cases = way == WayOut::cases;
        out->SetValue("ADDRESS", to_cases ? "/cases" : "/");
        out->SetValue("NAME", Message(to_cases ? messages::kToCases : messages::kToStart)
                                  .in(layout.language(request)));
      });
}

http::Response refused_page(const Layout& layout, const http::Request& request, int status,
                            const std::string& id) {
  return message_page(layout, request, status, refusal_title(status, layout.language(request)),
                      {sentence_of(request, status, id).in(layout.language(request))});
}

void show_refusal(TemplateDictionary& body, const Refused& refused, base::Language language) {
  TemplateDictionary* box = body.AddIncludeDictionary("REFUSED");
  box->SetFilename("refused.tpl");
  box->SetValue("TITLE", refused.title);
  for (const std::string& reason : refused.reasons) {
    box->AddSectionDictionary("REASON")->SetValue("SENTENCE", reason);
  }
  for (const auto& [id, message] : refused.at_fields) {
    TemplateDictionary* line = box->AddSectionDictionary("AT_FIELD");
    line->SetValue("ID", refused.prefix + id);
    line->SetValue("SENTENCE", message.in(language));
  }
}

}  // namespace guichet::web
