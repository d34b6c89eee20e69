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

std::string hash_of(http::Site& site, const std::string& text) {
  return base::hmac_sha256_hex(site.desk.store().setting("reply-secret"), text);
}

std::int64_t seconds_of(base::Instant at) {
  return std::chrono::duration_cast<std::chrono::seconds>(at.time_since_epoch()).count();
}

// "12.1233651000.<hash of what was said>.<proof>": the case, until when, and that it was us who
// said so.
struct Proof {
  base::CaseId kase;
  std::string said;
};

std::string signed_proof(http::Site& site, const std::string& stated) {
  return stated + "." + hash_of(site, "asked:" + stated);
}

std::optional<Proof> proof_in(http::Site& site, const Request& request) {
  const std::string& text = request.cookies.get(asked_cookie(is_secure(site)));
  const std::size_t last = text.rfind('.');
  if (last == std::string::npos) return {};
  const std::string stated = text.substr(0, last);
  if (!accounts::equal_secrets(signed_proof(site, stated), text)) return {};
  const std::size_t first = stated.find('.');
  const std::size_t second = stated.find('.', first + 1);
  if (second == std::string::npos) return {};
  const auto kase = http::whole_number(std::string_view(stated).substr(0, first));
  const auto until =
      http::whole_number(std::string_view(stated).substr(first + 1, second - first - 1));
  if (!kase || !until || *until < seconds_of(site.desk.clock().now())) return {};
  return Proof{{*kase}, stated.substr(second + 1)};
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
    fill_told(body);
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

  // The letter's paragraphs and lists; its lines where it has no other form.
  void fill_told(TemplateDictionary& body) const {
    if (!view_.told_html.empty()) {
      body.SetValueAndShowSection("HTML", view_.told_html, "TOLD");
    } else if (!view_.told.empty()) {
      body.SetValueAndShowSection("TEXT", view_.told, "TOLD_LINES");
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

std::string said_in(const cases::Fields& fields, const bundle::Desk& desk) {
  std::string out;
  for (const auto& [id, value] : fields) {
    if (id == desk.intake.received) continue;  // midnight makes no other request of it
    const std::string text = to_text(value.value());
    out += fmt::format("{}:{}:{}\n", id, text.size(), text);
  }
  return out;
}

Response sent_to_confirmation(const Layout& layout, base::CaseId kase, const std::string& said) {
  http::Site& site = layout.site();
  const std::int64_t until = seconds_of(site.desk.clock().now() + kShownFor);
  Response response = http::see_other("/ask/done");
  const std::string stated =
      fmt::format("{}.{}.{}", kase.value, until, hash_of(site, "said:" + said));
  http::keep_cookie(response, asked_cookie(is_secure(site)), signed_proof(site, stated),
                    is_secure(site), kShownFor);
  return response;
}

std::optional<JustAsked> just_asked(const Layout& layout, const Request& request,
                                    const std::string& said) {
  http::Site& site = layout.site();
  const auto proof = proof_in(site, request);
  const auto view = proof ? http::view_asked(site.desk, proof->kase) : std::nullopt;
  if (!view) return {};
  return JustAsked{proof->kase, view->number,
                   accounts::equal_secrets(proof->said, hash_of(site, "said:" + said))};
}

Response asked_page(const Layout& layout, const Request& request) {
  const auto proof = proof_in(layout.site(), request);
  const auto view = proof ? http::view_asked(layout.site().desk, proof->kase) : std::nullopt;
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
