#include "adapters/web/accounts/kept_form.hpp"

#include <ctemplate/template.h>

#include <algorithm>

#include "adapters/http/entrance/guard.hpp"
#include "adapters/http/site_messages.hpp"
#include "adapters/http/transport/form.hpp"
#include "adapters/web/accounts/sign_in_words.hpp"

namespace guichet::web {
namespace {

using base::Message;
using ctemplate::TemplateDictionary;

constexpr std::string_view kAgain = "again:";
constexpr const char* kAgainTo = "again-to";
constexpr const char* kAgainFile = "again-file";  // names of files, which do not come along

bool is_of_coming_in(const http::Request& request) {
  constexpr std::string_view kDoors[] = {"sign-in", "invitation"};
  return !request.path.empty() && std::ranges::count(kDoors, request.path.front()) > 0;
}

bool is_secret_field(std::string_view name) {
  constexpr std::string_view kSecrets[] = {"password", "present", "code", http::kTokenField};
  return std::ranges::count(kSecrets, name) > 0;
}

// What stands behind the form and not in it: keys, revisions, where to go on.
bool is_behind(std::string_view name) {
  return name.starts_with("form-") || name == "back" || name == "next" || name == "rev";
}

void fill_typed(TemplateDictionary& body, const Layout& layout, const http::Request& request,
                const http::Pairs& form) {
  TemplateDictionary* list = nullptr;
  const auto add = [&](const std::string& label, const std::string& text) {
    if (list == nullptr) list = body.AddSectionDictionary("TYPED");
    TemplateDictionary* row = list->AddSectionDictionary("ROW");
    row->SetValue("LABEL", label);
    row->SetValue("TEXT", text);
  };
  for (const auto& [kept, text] : form.list()) {
    if (!kept.starts_with(kAgain) || text.empty()) continue;
    const auto label = label_of_typed(layout, request, kept.substr(kAgain.size()));
    if (label) add(*label, text);
  }
  for (const std::string& file : form.all(kAgainFile)) {
    add(Message(messages::kKeptNoFile).in(layout.language(request)), file);
  }
}

}  // namespace

std::optional<std::string> label_of_typed(const Layout& layout, const http::Request& request,
                                          const std::string& name) {
  const vocabulary::Field* field = layout.desk().vocabulary->find(name);
  if (field != nullptr) return field->label;
  if (is_behind(name) || is_secret_field(name)) return {};
  return Message(messages::kKeptTyped).in(layout.language(request));
}

std::optional<http::Pairs> kept_form(const http::Request& request) {
  if (request.method != "POST" || is_of_coming_in(request)) return {};
  const auto form = http::parse_form(request);
  if (!form) return {};
  http::Pairs kept;
  kept.add(kAgainTo, request.target);
  for (const auto& [name, value] : form->fields.list()) {
    if (!is_secret_field(name)) kept.add(std::string(kAgain) + name, value);
  }
  for (const http::Upload& file : form->files) {
    if (!file.filename.empty()) kept.add(kAgainFile, file.filename);
  }
  return kept;
}

bool has_kept_form(const http::Pairs& form) {
  return form.has(kAgainTo);
}

void fill_kept_form(TemplateDictionary& body, const http::Pairs& form) {
  for (const auto& [name, value] : form.list()) {
    if (!name.starts_with(kAgain) && name != kAgainTo && name != kAgainFile) continue;
    TemplateDictionary* kept = body.AddSectionDictionary("AGAIN");
    kept->SetValue("NAME", name);
    kept->SetValue("VALUE", value);
  }
}

void fill_sent_form(TemplateDictionary& body, const http::Pairs& form, const std::string& token) {
  body.SetValue("TO", way_back(form.get(kAgainTo)));
  body.SetValue("TOKEN", token);
  for (const auto& [name, value] : form.list()) {
    if (!name.starts_with(kAgain)) continue;
    TemplateDictionary* kept = body.AddSectionDictionary("AGAIN");
    kept->SetValue("NAME", name.substr(kAgain.size()));
    kept->SetValue("VALUE", value);
  }
}

http::Response send_again_page(const Layout& layout, const http::Request& request, int status,
                               const http::Pairs& form, const std::string& token,
                               const base::MessageText& title) {
  const base::Language language = layout.language(request);
  const Frame frame{.room = Room::outside,
                    .title = Message(title).in(language),
                    .template_name = "send_again.tpl",
                    .here = "/"};
  http::Response response = layout.page(status, request, frame, [&](TemplateDictionary& body) {
    body.SetValue("HEADING", frame.title);
    body.SetValue("INTRO", Message(messages::kProofGivenIntro).in(language));
    fill_typed(body, layout, request, form);
    fill_sent_form(body, form, token);
  });
  response.headers.set("Cache-Control", "no-store");
  return response;
}

std::optional<http::Response> kept_for_token(const Layout& layout, const http::Request& request,
                                             int status) {
  const bool is_stale = status == 403 && request.why &&
                        request.why->key() == http::messages::kNoToken.key &&
                        !request.principal.session.empty();
  const auto form = is_stale ? kept_form(request) : std::nullopt;
  if (!form) return {};
  return send_again_page(layout, request, status, *form, http::form_token(request.principal),
                         messages::kKeptStale);
}

}  // namespace guichet::web
