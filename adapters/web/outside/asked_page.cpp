#include "adapters/web/outside/asked_page.hpp"

#include <ctemplate/template.h>
#include <fmt/format.h>

#include "adapters/http/api/api_body.hpp"
#include "adapters/http/entrance/reception.hpp"
#include "adapters/http/outside/ask.hpp"
#include "adapters/http/reply/reply_link.hpp"
#include "adapters/web/outside/ask_words.hpp"
#include "engine/base/digest.hpp"

namespace guichet::web {
namespace {

using base::Message;
using ctemplate::TemplateDictionary;
using http::Request;
using http::Response;

constexpr std::chrono::minutes kShownFor{15};

std::string_view asked_cookie(bool secure) {
  return secure ? "__Host-guichet-asked" : "guichet-asked";
}

std::string proof_of(http::Site& site, std::int64_t kase, std::int64_t until) {
  return base::hmac_sha256_hex(site.desk.store().setting("reply-secret"),
                               fmt::format("asked:{}:{}", kase, until));
}

std::int64_t seconds_of(base::Instant at) {
  return std::chrono::duration_cast<std::chrono::seconds>(at.time_since_epoch()).count();
}

// "12.1233651000.<proof>": the case, until when, and that it was us who said so.
std::optional<base::CaseId> proven_case(http::Site& site, const Request& request) {
  const std::string& text = request.cookies.get(asked_cookie(is_secure(site)));
  const std::size_t first = text.find('.');
  const std::size_t second = first == text.npos ? first : text.find('.', first + 1);
  if (second == text.npos) return {};
  const auto kase = http::whole_number(std::string_view(text).substr(0, first));
  const auto until =
      http::whole_number(std::string_view(text).substr(first + 1, second - first - 1));
  if (!kase || !until || *until < seconds_of(site.desk.clock().now())) return {};
  const std::string expected = proof_of(site, *kase, *until);
  if (!accounts::equal_secrets(expected, std::string_view(text).substr(second + 1))) return {};
  return base::CaseId{*kase};
}

class Confirmation {
 public:
  Confirmation(const Layout& layout, base::Language language, const http::AskedView& view)
      : layout_(layout), language_(language), view_(view) {}

  std::string heading() const {
    return say(view_.eligible ? messages::kAskSavedTitle : messages::kAskRefusedTitle);
  }

  void fill(TemplateDictionary& body) const {
    body.SetValue("HEADING", heading());
    body.SetValue("INTRO", intro());
    fill_facts(body);
    for (const std::string& reason : view_.reasons) {
      TemplateDictionary* list = reasons_of(body);
      list->AddSectionDictionary("REASON")->SetValue("TEXT", reason);
    }
    if (!view_.told.empty()) body.SetValueAndShowSection("TEXT", view_.told, "TOLD");
    fill_next(body);
  }

 private:
  std::string say(const base::MessageText& text, std::vector<std::string> arguments = {}) const {
    return Message(text, std::move(arguments)).in(language_);
  }

  std::string call_day() const { return base::long_date(*view_.call_by, language_); }

  std::string intro() const {
    if (!view_.eligible) return say(messages::kAskRefused);
    if (view_.contact.empty()) return say(messages::kAskSavedAlone);
    if (!view_.call_by) return say(messages::kAskSavedBy, {view_.contact});
    return say(messages::kAskSaved, {view_.contact, call_day()});
  }

  std::string letter() const {
    if (view_.letter.empty()) return {};
    if (view_.letter == "printed") return say(messages::kLetterByPost);
    if (view_.letter == "call") return say(messages::kLetterByCall);
    return say(view_.eligible ? messages::kLetterByMail : messages::kAnswerByMail,
               {view_.letter_to});
  }

  void fill_facts(TemplateDictionary& body) const {
    body.SetValue("NUMBER", view_.number);
    if (view_.eligible && !view_.contact.empty()) {
      body.SetValueAndShowSection("NAME", view_.contact, "WHO");
    }
    if (view_.call_by) body.SetValueAndShowSection("DAY", call_day(), "CALL");
    if (const std::string text = letter(); !text.empty()) {
      body.SetValueAndShowSection("TEXT", text, "LETTER");
    }
  }

  // Why not, or what is missing; the letter of a refusal says it too.
  TemplateDictionary* reasons_of(TemplateDictionary& body) const {
    if (reasons_ == nullptr) {
      reasons_ = body.AddSectionDictionary("REASONS");
      reasons_->ShowSection(view_.eligible ? "IS_MISSING" : "IS_REFUSED");
    }
    return reasons_;
  }

  void fill_next(TemplateDictionary& body) const {
    const auto add = [&](const std::string& text) {
      body.AddSectionDictionary("NEXT")->SetValue("TEXT", text);
    };
    if (view_.letter == "email") add(say(messages::kNextMail));
    if (!view_.contact.empty() && !view_.phone.empty()) {
      add(say(messages::kNextCall, {view_.contact, view_.phone}));
    }
  }

  const Layout& layout_;
  base::Language language_;
  const http::AskedView& view_;
  mutable TemplateDictionary* reasons_ = nullptr;
};

}  // namespace

bool is_secure(const http::Site& site) {
  return site.reception != nullptr && site.reception->is_secure();
}

void put_ask_words(TemplateDictionary& body, base::Language language) {
  for (const Label& label : kAskLabels) {
    const std::string_view text = language == base::Language::fr ? label.fr : label.en;
    body.SetValue(std::string(label.marker), std::string(text));
  }
}

void fill_reach(TemplateDictionary& body, const bundle::Settings& desk) {
  if (desk.phone.empty() && desk.email.empty()) return;
  TemplateDictionary* reach = body.AddSectionDictionary("REACH");
  if (!desk.phone.empty()) reach->SetValueAndShowSection("NUMBER", desk.phone, "DESK_PHONE");
  if (!desk.hours.empty()) reach->SetValueAndShowSection("TEXT", desk.hours, "DESK_HOURS");
  if (!desk.email.empty()) reach->SetValueAndShowSection("ADDRESS", desk.email, "DESK_MAIL");
}

Response sent_to_confirmation(const Layout& layout, base::CaseId kase) {
  http::Site& site = layout.site();
  const std::int64_t until = seconds_of(site.desk.clock().now() + kShownFor);
  Response response = http::see_other("/ask/done");
  http::keep_cookie(response, asked_cookie(is_secure(site)),
                    fmt::format("{}.{}.{}", kase.value, until, proof_of(site, kase.value, until)),
                    is_secure(site), kShownFor);
  return response;
}

Response asked_page(const Layout& layout, const Request& request) {
  const auto kase = proven_case(layout.site(), request);
  const auto view = kase ? http::view_asked(layout.site().desk, *kase) : std::nullopt;
  if (!view) return http::see_other("/ask");
  const base::Language language = layout.language(request);
  const Confirmation confirmation(layout, language, *view);
  const Frame frame{.room = Room::outside,
                    .title = confirmation.heading(),
                    .template_name = "asked.tpl",
                    .here = "/ask/done"};
  Response response = layout.page(200, request, frame, [&](TemplateDictionary& body) {
    put_ask_words(body, language);
    fill_reach(body, layout.desk().settings);
    confirmation.fill(body);
  });
  response.headers.set("Cache-Control", "no-store");
  return response;
}

}  // namespace guichet::web
