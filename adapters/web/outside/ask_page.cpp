#include "adapters/web/outside/ask_page.hpp"

#include <ctemplate/template.h>

#include <algorithm>

#include "adapters/http/entrance/reception.hpp"
#include "adapters/http/outside/ask.hpp"
#include "adapters/http/transport/form.hpp"
#include "adapters/web/frame/forms.hpp"
#include "adapters/web/frame/messages.hpp"
#include "adapters/web/frame/refusal.hpp"
#include "adapters/web/intake/intake_words.hpp"
#include "adapters/web/outside/ask_words.hpp"
#include "adapters/web/outside/asked_page.hpp"
#include "adapters/web/outside/visit.hpp"

namespace guichet::web {
namespace {

using base::Message;
using ctemplate::TemplateDictionary;
using http::Pairs;
using http::Request;
using http::Respond;
using http::Response;
using vocabulary::Field;
using vocabulary::FieldType;

// A name that only robots take for a field of the form.
constexpr const char* kTrapField = "form-website";

// What was sent and not taken.
struct Unsent {
  int status = 422;
  Refused refused;
};

class AskPage {
 public:
  AskPage(const Layout& layout, const Request& request, const Pairs& typed, const Unsent* unsent)
      : layout_(layout),
        desk_(layout.desk()),
        request_(request),
        typed_(typed),
        unsent_(unsent),
        form_(bundle::ask_form(desk_)),
        language_(layout.language(request)) {}

  Response page() {
    const bool secure = is_secure(layout_.site());
    const auto random = accounts::make_system_random();
    const std::string visit = visit_of(request_, secure, *random);
    const Frame frame{.room = Room::outside,
                      .title = say(messages::kAskTitle),
                      .template_name = "ask.tpl",
                      .here = "/ask"};
    Response response = layout_.page(
        unsent_ == nullptr ? 200 : unsent_->status, request_, frame, [&](TemplateDictionary& body) {
          put_ask_words(body, language_);
          body.SetValue("VISIT", visit_token(visit));
          // What is sent again is the same request, but where the first one has been saved.
          const std::string& key = typed_.get(kFormKey);
          const bool taken = unsent_ != nullptr && unsent_->status == 409;
          body.SetValue("KEY", key.empty() || taken ? new_key() : key);
          fill(body);
        });
    keep_visit(response, request_, visit, secure);
    response.headers.set("Cache-Control", "no-store");
    return response;
  }

 private:
  std::string say(const base::MessageText& text, std::vector<std::string> arguments = {}) const {
    return Message(text, std::move(arguments)).in(language_);
  }

  void fill(TemplateDictionary& body) const {
    body.SetValue("SCRIPT", layout_.assets().address("intake.js"));
    for (const Label& label : kIntakeLabels) {
      body.SetValue(std::string(label.marker),
                    std::string(language_ == base::Language::fr ? label.fr : label.en));
    }
    body.SetValue("HEADING", say(messages::kAskTitle));
    body.SetValue("INTRO", say(messages::kAskIntro));
    fill_reach(body, desk_.settings);
    if (!desk_.settings.email.empty()) {
      body.SetValueAndShowSection("TEXT", say(messages::kAskPrivacy, {desk_.settings.email}),
                                  "PRIVACY");
    }
    if (unsent_ != nullptr) {
      show_refusal(body, unsent_->refused, language_);
    } else if (const auto asked = just_asked(layout_, request_)) {
      body.AddSectionDictionary("SENT")->SetValue("TEXT", say(messages::kAskSent, {asked->number}));
    }
    FormInputs inputs(desk_, layout_.site().desk.directory(), language_);
    long index = 0;
    for (const bundle::AskForm::Step& step : form_.steps) {
      TemplateDictionary* part = body.AddSectionDictionary("STEP");
      part->SetIntValue("INDEX", ++index);
      part->SetValue("TITLE", title_of(step));
      for (const std::string& id : step.fields) add_input(*part, inputs, id);
    }
    inputs.add_lists(body);
  }

  std::string title_of(const bundle::AskForm::Step& step) const {
    if (!step.title.empty()) return step.title;
    const Field* first = desk_.vocabulary->find(step.fields.front());
    switch (first->of) {
      case vocabulary::Subject::person:
        return say(messages::kPerson);
      case vocabulary::Subject::firm:
        return say(messages::kFirm);
      case vocabulary::Subject::kase:
        return say(messages::kProject);
      default:
        return say(messages::kRequest);
    }
  }

  void add_input(TemplateDictionary& part, FormInputs& inputs, const std::string& id) const {
    const Field& field = *desk_.vocabulary->find(id);
    const auto question = form_.questions.find(id);
    Input input{.field = &field,
                .required = std::ranges::find(form_.required, id) != form_.required.end(),
                .roomy = field.of == vocabulary::Subject::request,
                .values = typed_.all(id),
                .error = {},
                .label = question == form_.questions.end() ? "" : question->second,
                .for_outside = true};
    if (unsent_ != nullptr) input.error = error_at(unsent_->refused.at_fields, id, language_);
    if (field.type == FieldType::consent) input.help = say(messages::kConsentMeaning);
    inputs.add(part, input, "");
  }

  const Layout& layout_;
  const bundle::Desk& desk_;
  const Request& request_;
  const Pairs& typed_;
  const Unsent* unsent_;
  const bundle::AskForm form_;
  const base::Language language_;
};

Response show_unsent(const Layout& layout, const Request& request, const Pairs& typed, int status,
                     std::vector<std::string> reasons, http::FieldErrors at_fields = {}) {
  const Unsent unsent{status,
                      {.title = Message(messages::kAskNotSent).in(layout.language(request)),
                       .reasons = std::move(reasons),
                       .at_fields = std::move(at_fields),
                       .prefix = {}}};
  return AskPage(layout, request, typed, &unsent).page();
}

// What the desk says to the request: the confirmation, or the form again with the reasons.
void answer_form(const Layout& layout, const Request& request, const Pairs& typed,
                 const std::string& said, const accounts::Outcome<cases::Receipt>& outcome,
                 const Respond& respond) {
  if (outcome) return respond(sent_to_confirmation(layout, outcome->kase, said));
  std::vector<std::string> reasons;
  for (const Message& reason : outcome.error().rejection.reasons) {
    reasons.push_back(reason.in(layout.language(request)));
  }
  Response response =
      show_unsent(layout, request, typed, outcome.error().rejection.status, std::move(reasons));
  if (outcome.error().retry_after.count() > 0) {
    response.headers.set("Retry-After", std::to_string(outcome.error().retry_after.count()));
  }
  respond(std::move(response));
}

void take_ask_form(const Layout& layout, const Request& request, Respond respond) {
  const auto form = http::parse_form(request);
  if (!form) return respond(refused_page(layout, request, 400));
  const Pairs typed = coded(form->fields, layout.desk());
  const auto refuse = [&](int status, const base::MessageText& why) {
    respond(
        show_unsent(layout, request, typed, status, {Message(why).in(layout.language(request))}));
  };
  if (!is_same_browser(request, typed, is_secure(layout.site()))) {
    return refuse(403, messages::kAskNoCookie);
  }
  if (!typed.get(kTrapField).empty()) return refuse(422, messages::kAskTrapped);
  auto fields = http::read_ask(typed, layout.site());
  if (!fields) return respond(show_unsent(layout, request, typed, 422, {}, fields.error()));
  std::string said = said_in(*fields, layout.desk());
  if (const auto asked = just_asked(layout, request, said); asked && asked->is_same) {
    return respond(sent_to_confirmation(layout, asked->kase, said));
  }
  http::submit_ask(layout.site(), request, typed.get(kFormKey), std::move(*fields),
                   [&layout, request, typed, said = std::move(said), respond = std::move(respond)](
                       const accounts::Outcome<cases::Receipt>& outcome) {
                     answer_form(layout, request, typed, said, outcome, respond);
                   });
}

}  // namespace

void add_ask_pages(http::Router& router, http::Site& site,
                   const std::shared_ptr<const Layout>& layout) {
  using access::Object;
  using access::Right;
  http::form_limits(site);
  router.get("/ask", {Right::look, Object::nothing},
             [layout](const Request& request, const Respond& respond) {
               respond(AskPage(*layout, request, {}, nullptr).page());
             });
  router.post("/ask", {Right::ask_for_help, Object::nothing},
              [layout](const Request& request, Respond respond) {
                take_ask_form(*layout, request, std::move(respond));
              });
  router.get("/ask/done", {Right::look, Object::nothing},
             [layout](const Request& request, const Respond& respond) {
               respond(asked_page(*layout, request));
             });
  router.get("/demande", {Right::look, Object::nothing},
             [](const Request&, const Respond& respond) { respond(http::see_other("/ask")); });
}

}  // namespace guichet::web
