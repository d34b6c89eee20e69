#include "adapters/web/accounts/sign_in_page.hpp"

#include <ctemplate/template.h>

#include "adapters/http/entrance/guard.hpp"
#include "adapters/http/entrance/reception.hpp"
#include "adapters/http/reply/reply_link.hpp"
#include "adapters/http/site_messages.hpp"
#include "adapters/http/transport/form.hpp"
#include "adapters/web/accounts/account_words.hpp"
#include "adapters/web/accounts/kept_form.hpp"
#include "adapters/web/accounts/secrets.hpp"
#include "adapters/web/accounts/sign_in_words.hpp"
#include "adapters/web/frame/refusal.hpp"
#include "engine/base/digest.hpp"

namespace guichet::web {
namespace {

using access::Object;
using access::Right;
using base::Message;
using base::MessageText;
using ctemplate::TemplateDictionary;
using http::Request;
using http::Respond;
using http::Response;
using SharedLayout = std::shared_ptr<const Layout>;

// One page of the way in.
struct EntryStep {
  std::string path;
  const MessageText& title;
  const MessageText& intro;
  const char* template_name;
  const char* section;  // what the template shows of itself
};
const EntryStep kPasswordStep{"/sign-in", messages::kSignInTitle, messages::kSignInIntro,
                              "sign_in.tpl", ""};
const EntryStep kCodeStep{"/sign-in/code", messages::kSignInCodeTitle, messages::kSignInCodeIntro,
                          "sign_in_code.tpl", "IS_CODE"};
const EntryStep kProofStep{"/sign-in/proof", messages::kProofTitle, messages::kProofIntro,
                           "sign_in_code.tpl", "IS_PROOF"};
const EntryStep kFactorStep{"/sign-in/second-factor", messages::kFactorTitle,
                            messages::kFactorIntro, "second_factor.tpl", "BEGIN"};
// The same with its key in sight.
const EntryStep kKeyStep{"/sign-in/second-factor", messages::kFactorTitle, messages::kFactorIntro,
                         "second_factor.tpl", ""};

// What is left of a request when its handler has returned; `form` never goes back but its e-mail.
struct EntryVisit {
  SharedLayout layout;
  http::Reception& reception;
  Request request;
  http::Pairs form;
  std::string session, device;
  accounts::Origin origin;

  std::string say(const MessageText& text) const {
    return Message(text).in(layout->language(request));
  }
  std::string next() const {
    return way_back((form.has("next") ? form : request.query).get("next"));
  }
  base::Instant now() const { return reception.clock().now(); }
};

// Binds the forms to the browser that asked for them, before there is any session: else another
// site could sign its visitor in as somebody else.
std::string_view door_cookie(bool secure) {
  return secure ? "__Host-guichet-door" : "guichet-door";
}
std::string door_token(const std::string& door) {
  return door.empty() ? "" : base::hmac_sha256_hex(door, "sign-in");
}
bool is_of_this_door(const EntryVisit& visit) {
  const auto name = door_cookie(visit.reception.is_secure());
  const std::string expected = door_token(visit.request.cookies.get(name));
  return !expected.empty() && accounts::equal_secrets(expected, visit.form.get("form-visit"));
}

using FillStep = std::function<void(TemplateDictionary&)>;

Response show_step(const EntryVisit& visit, const EntryStep& step, int status = 200,
                   const std::string& error = {}, const FillStep& fill = {}) {
  const bool secure = visit.reception.is_secure();
  const std::string kept = visit.request.cookies.get(door_cookie(secure));
  const std::string door = kept.empty() ? accounts::random_hex(visit.reception.random(), 16) : kept;
  http::Pairs query;
  query.add("next", visit.next());
  Frame frame{.room = Room::outside,
              .title = visit.say(step.title),
              .template_name = step.template_name,
              .here = address(step.path, query)};
  if (visit.request.query.get("done") == "invitation") {
    frame.said.push_back(visit.say(messages::kInvitationDone));
  }
  if (&step != &kProofStep && has_kept_form(visit.form)) {
    frame.said.push_back(visit.say(messages::kSignInKeeps));
  }
  Response response =
      visit.layout->page(status, visit.request, frame, [&](TemplateDictionary& body) {
        body.SetValue("HEADING", frame.title);
        body.SetValue("INTRO", visit.say(step.intro));
        body.SetValue("VISIT", door_token(door));
        body.SetValue("NEXT", visit.next());
        body.SetValue("EMAIL", visit.form.get("email"));
        body.SetValue("STEP", step.path.substr(step.path.rfind('/') + 1));
        if (*step.section != '\0') body.ShowSection(step.section);
        fill_kept_form(body, visit.form);
        if (fill) fill(body);
        if (!error.empty()) {
          body.SetTemplateGlobalValue("SENTENCE", error);
          body.ShowSection("ERROR");
          if (!fill) body.ShowSection("ALONE");
        }
      });
  if (kept.empty()) http::keep_cookie(response, door_cookie(secure), door, secure);
  response.headers.set("Cache-Control", "no-store");
  return response;
}

Response refused_step(const EntryVisit& visit, const EntryStep& step,
                      const accounts::Refused& refused, const FillStep& fill = {}) {
  std::string reason;
  for (const Message& each : refused.rejection.reasons) {
    reason += (reason.empty() ? "" : " ") + each.in(visit.layout->language(visit.request));
  }
  Response response = show_step(visit, step, refused.rejection.status, reason, fill);
  if (refused.retry_after.count() > 0) {
    response.headers.set("Retry-After", std::to_string(refused.retry_after.count()));
  }
  return response;
}

void keep_session(const EntryVisit& visit, const accounts::SignedIn& in, Response& response) {
  const bool secure = visit.reception.is_secure();
  http::keep_cookie(response, http::session_cookie(secure), in.id, secure);
  if (!in.device.empty()) {
    http::keep_cookie(response, http::device_cookie(secure), in.device, secure,
                      accounts::kTrustLasts);
  }
  response.headers.set("Cache-Control", "no-store");
}

std::string token_of(const accounts::SignedIn& in) {
  access::Principal now_is;
  now_is.session = in.session.csrf_secret;
  return http::form_token(now_is);
}

// The same for whoever brings a form along: it goes from page to page, where an address could not
// carry it, and is shown at the end.
Response onward_with_form(const EntryVisit& visit, const accounts::SignedIn& in,
                          const MessageText& title) {
  Response response = in.session.stage == store::SessionStage::awaiting_code
                          ? show_step(visit, kCodeStep)
                      : in.session.stage == store::SessionStage::enrolling
                          ? show_step(visit, kFactorStep)
                          : send_again_page(*visit.layout, visit.request, 200, visit.form,
                                            token_of(in), title);
  keep_session(visit, in, response);
  return response;
}

// On to what is still wanted, else to where she wanted to go.
Response onward(const EntryVisit& visit, const accounts::SignedIn& in,
                const MessageText& title = messages::kKeptWelcome) {
  if (has_kept_form(visit.form)) return onward_with_form(visit, in, title);
  http::Pairs query;
  query.add("next", visit.next());
  std::string to = visit.next();
  if (in.session.stage == store::SessionStage::awaiting_code) to = address(kCodeStep.path, query);
  if (in.session.stage == store::SessionStage::enrolling) to = address(kFactorStep.path, query);
  Response response = http::see_other(to);
  keep_session(visit, in, response);
  return response;
}

Response sign_in(const EntryVisit& visit) {
  const accounts::Credentials given{.email = visit.form.get("email"),
                                    .password = visit.form.get("password"),
                                    .device = visit.device,
                                    .replaces = visit.session};
  if (given.email.empty() || given.password.empty()) {
    return show_step(visit, kPasswordStep, 422, visit.say(messages::kSignInNeeded));
  }
  const auto in = visit.reception.sign_in().log_in(given, visit.origin, visit.now());
  return in ? onward(visit, *in) : refused_step(visit, kPasswordStep, in.error());
}

Response confirm_code(const EntryVisit& visit) {
  const std::string& code = visit.form.get("code");
  if (code.empty()) return show_step(visit, kCodeStep, 422, visit.say(messages::kSignInCodeNeeded));
  const auto in = visit.reception.sign_in().confirm(visit.session, code, visit.form.has("trust"),
                                                    visit.origin, visit.now());
  return in ? onward(visit, *in) : refused_step(visit, kCodeStep, in.error());
}

Response prove_again(const EntryVisit& visit) {
  const std::string& proof = visit.form.get("code");
  if (proof.empty())
    return show_step(visit, kProofStep, 422, visit.say(messages::kSignInCodeNeeded));
  const auto in =
      visit.reception.sign_in().step_up(visit.session, proof, visit.origin, visit.now());
  if (!in) return refused_step(visit, kProofStep, in.error());
  return onward(visit, *in, messages::kProofGiven);
}

// The key as letters and as a picture, and the field for its first code.
FillStep with_key(const EntryVisit& visit, const accounts::Enrolment& shown) {
  return [&visit, shown](TemplateDictionary& body) {
    TemplateDictionary* key = body.AddSectionDictionary("CONFIRM")->AddSectionDictionary("SHOWN");
    key->SetValue("SECRET", in_groups(shown.secret));
    key->SetValue("URI", shown.uri);
    fill_qr(*key, shown.uri);
  };
}

// Asked again from the same session, the same key is shown.
Response begin_factor(const EntryVisit& visit) {
  const auto shown = visit.reception.sign_in().begin_second_factor(visit.session, visit.now());
  if (!shown && shown.error().rejection.status == 403) {
    http::Pairs back, way;
    back.add("next", visit.next());
    way.add("next", address(kFactorStep.path, back));
    return http::see_other(address(kProofStep.path, way));
  }
  if (!shown) return refused_step(visit, kFactorStep, shown.error());
  return show_step(visit, kKeyStep, 200, {}, with_key(visit, *shown));
}

// A code that does not fit leaves the key as it is.
Response finish_factor(const EntryVisit& visit) {
  const std::string& code = visit.form.get("code");
  const auto shown = visit.reception.sign_in().begin_second_factor(visit.session, visit.now());
  const EntryStep& step = shown ? kKeyStep : kFactorStep;
  const FillStep again = shown ? with_key(visit, *shown) : FillStep();
  if (code.empty()) {
    return show_step(visit, step, 422, visit.say(messages::kSignInCodeNeeded), again);
  }
  const auto in = visit.reception.sign_in().finish_second_factor(visit.session, code, visit.origin,
                                                                 visit.now());
  if (!in) return refused_step(visit, step, in.error(), again);
  const EntryStep done{kFactorStep.path, kFactorStep.title, kFactorStep.intro,
                       kFactorStep.template_name, "RECOVERY"};
  Response response = show_step(visit, done, 200, {}, [&](TemplateDictionary& body) {
    for (const std::string& each : in->recovery) {
      body.AddSectionDictionary("ROW")->SetValue("TEXT", each);
    }
    if (!has_kept_form(visit.form)) return body.ShowSection("GO_ON");
    fill_sent_form(*body.AddSectionDictionary("RESEND"), visit.form, token_of(in->signed_in));
  });
  keep_session(visit, in->signed_in, response);
  return response;
}

Response sign_out(const EntryVisit& visit) {
  visit.reception.sign_in().log_out(visit.session, visit.origin, visit.now());
  Response response = http::see_other(kPasswordStep.path);
  const bool secure = visit.reception.is_secure();
  http::keep_cookie(response, http::session_cookie(secure), "", secure, std::chrono::seconds(0));
  return response;
}

std::optional<EntryVisit> visit_of(const SharedLayout& layout, const Request& request) {
  http::Reception* reception = layout->site().reception;
  if (reception == nullptr) return {};
  EntryVisit visit{layout,
                   *reception,
                   request,
                   {},
                   request.cookies.get(http::session_cookie(reception->is_secure())),
                   request.cookies.get(http::device_cookie(reception->is_secure())),
                   {request.remote, request.headers.get("User-Agent")}};
  visit.request.body.clear();
  return visit;
}

Response no_accounts_page(const Layout& layout, const Request& request) {
  return refused_page(layout, request, 404);
}

using EntryAct = Response (*)(const EntryVisit&);

// On the reception's threads; a fault is answered by an id that the log knows.
void hand_to_reception(const EntryVisit& visit, Respond respond, EntryAct act) {
  const bool taken = visit.reception.post([visit, respond, act] {
    try {
      respond(act(visit));
    } catch (const std::exception& error) {
      const std::string id = accounts::random_hex(visit.reception.random(), 6);
      visit.reception.log().write(base::LogLevel::error, id + " sign-in: " + error.what());
      respond(refused_page(*visit.layout, visit.request, 500, id));
    }
  });
  if (taken) return;
  Request busy = visit.request;
  busy.why = Message(http::messages::kTooBusy);
  Response response = refused_page(*visit.layout, busy, 503);
  response.headers.set("Retry-After", "5");
  respond(std::move(response));
}

void take_step(const SharedLayout& layout, const Request& request, Respond respond,
               const EntryStep& step, EntryAct act) {
  auto visit = visit_of(layout, request);
  if (!visit) return respond(no_accounts_page(*layout, request));
  const auto form = http::parse_form(request);
  if (!form) return respond(refused_page(*layout, request, 400));
  visit->form = form->fields;
  // Signing out is held by the token of the session, which the guard has seen.
  if (act != sign_out && !is_of_this_door(*visit)) {
    return respond(show_step(*visit, step, 403, visit->say(messages::kSignInAged)));
  }
  hand_to_reception(*visit, std::move(respond), act);
}

}  // namespace

void add_sign_in_pages(http::Router& router, const SharedLayout& layout) {
  const auto get = [&](const EntryStep& step, Right right) {
    router.get(step.path, {right, Object::nothing},
               [layout, &step](const Request& request, const Respond& respond) {
                 const auto visit = visit_of(layout, request);
                 if (!visit) return respond(no_accounts_page(*layout, request));
                 respond(show_step(*visit, step));
               });
  };
  const auto post = [&](const char* path, Right right, const EntryStep& step, EntryAct act) {
    router.post(path, {right, Object::nothing},
                [layout, &step, act](const Request& request, Respond respond) {
                  take_step(layout, request, std::move(respond), step, act);
                });
  };
  get(kPasswordStep, Right::sign_in);
  get(kCodeStep, Right::sign_in);
  get(kFactorStep, Right::sign_in);
  get(kProofStep, Right::keep_own_account);
  post("/sign-in", Right::sign_in, kPasswordStep, sign_in);
  post("/sign-in/code", Right::sign_in, kCodeStep, confirm_code);
  post("/sign-in/second-factor", Right::sign_in, kFactorStep, begin_factor);
  post("/sign-in/second-factor/code", Right::sign_in, kFactorStep, finish_factor);
  post("/sign-in/proof", Right::keep_own_account, kProofStep, prove_again);
  post("/sign-out", Right::sign_in, kPasswordStep, sign_out);
}

std::optional<Response> kept_for_later(const SharedLayout& layout, const Request& request,
                                       int status) {
  const bool wants_proof = status == 403 && request.decision == access::Decision::step_up;
  if (status != 401 && !wants_proof) return {};
  auto visit = visit_of(layout, request);
  auto form = kept_form(request);
  if (!visit || !form) return {};
  visit->form = std::move(*form);
  if (!wants_proof) return show_step(*visit, kPasswordStep, 401);
  return show_step(*visit, kProofStep, 403, visit->say(messages::kProofKeeps));
}

std::optional<Response> sent_to_sign_in(const http::Site& site, const Request& request,
                                        int status) {
  if (site.reception == nullptr || request.method != "GET" || http::is_poll(request)) return {};
  const bool wants_proof = status == 403 && request.decision == access::Decision::step_up;
  if (status != 401 && !wants_proof) return {};
  http::Pairs query;
  query.add("next", way_back(request.target));
  Response response =
      http::see_other(address(wants_proof ? kProofStep.path : kPasswordStep.path, query));
  response.headers.set("Cache-Control", "no-store");
  return response;
}

}  // namespace guichet::web
