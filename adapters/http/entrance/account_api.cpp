// The API's part for coming in and for one's own account. Handlers hand over to the reception's
// threads: the loop never waits for a password's hash. What a step gives is a new cookie; the body
// says what is wanted next.
#include <fmt/format.h>

#include "adapters/http/api/api.hpp"
#include "adapters/http/api/api_body.hpp"
#include "adapters/http/entrance/guard.hpp"
#include "adapters/http/entrance/reception.hpp"
#include "adapters/http/site_messages.hpp"
#include "adapters/http/transport/cookie.hpp"
#include "engine/json/json.hpp"

namespace guichet::http {
namespace {

using access::Object;
using access::Right;
using base::Instant;
using base::Message;

constexpr RouteAccess kSignIn{Right::sign_in, Object::nothing};
constexpr RouteAccess kOwn{Right::keep_own_account, Object::nothing};

// What is left of a request when its handler has returned.
struct Caller {
  std::string session, device;
  accounts::Origin origin;
  base::Language language;
};

using Work = std::function<Response(Reception&, const Caller&, Instant)>;

std::string quoted(const std::string& text) {
  return json::quote(text);
}

Response refusal(const accounts::Refused& refused, base::Language language) {
  Response response = problem(refused.rejection, language);
  if (refused.retry_after.count() > 0) {
    response.headers.set("Retry-After", std::to_string(refused.retry_after.count()));
  }
  return response;
}

Response no_accounts(const Caller& caller) {
  return problem({404, {Message(messages::kNoAccounts)}}, caller.language);
}

void set_cookie(Response& response, std::string_view name, const std::string& value, bool secure,
                std::optional<std::chrono::seconds> max_age = {}) {
  response.headers.add(
      "Set-Cookie",
      to_header({.name = std::string(name), .value = value, .max_age = max_age, .secure = secure}));
}

std::string_view word_of(store::SessionStage stage) {
  constexpr std::string_view kWords[] = {"awaiting_code", "enrolling", "open"};
  return kWords[static_cast<std::size_t>(stage)];
}

// {"stage":"open","name":"..","token":".."}: the token of forms, where the session is open.
std::string entry_json(const accounts::SignedIn& in, const std::string& more = {}) {
  access::Principal principal;
  if (in.session.stage == store::SessionStage::open) principal.session = in.session.csrf_secret;
  return fmt::format(R"({{"stage":"{}","name":{},"token":{}{}}})", word_of(in.session.stage),
                     quoted(in.account.name), quoted(form_token(principal)), more);
}

Response entered(const Reception& reception, const accounts::SignedIn& in,
                 const std::string& more = {}) {
  Response response = json_response(200, entry_json(in, more));
  response.headers.set("Cache-Control", "no-store");
  const bool secure = reception.is_secure();
  set_cookie(response, session_cookie(secure), in.id, secure);
  if (!in.device.empty()) {
    set_cookie(response, device_cookie(secure), in.device, secure, accounts::kTrustLasts);
  }
  return response;
}

Response entered(const Reception& reception, const Caller& caller,
                 const accounts::Outcome<accounts::SignedIn>& in) {
  return in ? entered(reception, *in) : refusal(in.error(), caller.language);
}

Response done(const Caller& caller, const accounts::Outcome<void>& outcome) {
  return outcome ? json_response(200, R"({"done":true})")
                 : refusal(outcome.error(), caller.language);
}

// Calls `work`, and answers a fault by an id that the log knows.
Response answer(Reception& reception, const Caller& caller, const Request& request,
                const Work& work) {
  try {
    return work(reception, caller, reception.clock().now());
  } catch (const std::exception& error) {
    const std::string id = accounts::random_hex(reception.random(), 6);
    reception.log().write(base::LogLevel::error, fmt::format("{} accounts: {}", id, error.what()));
    return error_problem(request, 500, id);
  }
}

// On the reception's threads.
void hand_over(Site& site, const Request& request, Respond respond, Work work) {
  Caller caller{.origin = {request.remote, request.headers.get("User-Agent")},
                .language = language_of(request, site)};
  if (site.reception == nullptr) return respond(no_accounts(caller));
  Reception& reception = *site.reception;
  caller.session = request.cookies.get(session_cookie(reception.is_secure()));
  caller.device = request.cookies.get(device_cookie(reception.is_secure()));
  // Of the request only what an error's page needs: no body, and no secret with it.
  Request kept{.method = request.method, .path = request.path, .headers = request.headers};
  const bool taken = reception.post([&reception, caller, kept, respond, work = std::move(work)] {
    respond(answer(reception, caller, kept, work));
  });
  if (taken) return;
  Response busy = problem({503, {Message(messages::kTooBusy)}}, caller.language);
  busy.headers.set("Retry-After", "5");
  respond(std::move(busy));
}

void add_coming_in(ApiRoutes& routes) {
  Site& site = routes.site();
  routes.post("/api/login", kSignIn,
              {.summary = "Log in: address and password",
               .body = {{"email"}, {"password"}},
               .answer = "Entry"},
              [&site](const Request& request, const Given& given, Respond respond) {
                const accounts::Credentials credentials{
                    given.text("email"), given.text("password"), {}, {}};
                hand_over(site, request, std::move(respond),
                          [credentials](Reception& at, const Caller& caller, Instant now) {
                            accounts::Credentials all = credentials;
                            all.device = caller.device;
                            all.replaces = caller.session;
                            return entered(at, caller,
                                           at.sign_in().log_in(all, caller.origin, now));
                          });
              });
  routes.post("/api/login/code", kSignIn,
              {.summary = "The second step: a code, or a recovery code",
               .body = {{"code"}, {"trust", Json::flag, "this browser, for thirty days"}},
               .answer = "Entry"},
              [&site](const Request& request, const Given& given, Respond respond) {
                hand_over(site, request, std::move(respond),
                          [code = given.text("code"), trust = given.flag("trust")](
                              Reception& at, const Caller& caller, Instant now) {
                            return entered(at, caller,
                                           at.sign_in().confirm(caller.session, code, trust,
                                                                caller.origin, now));
                          });
              });
  routes.post("/api/logout", kSignIn, {.summary = "Log out", .answer = "Done"},
              [&site](const Request& request, const Given&, Respond respond) {
                hand_over(site, request, std::move(respond),
                          [](Reception& at, const Caller& caller, Instant now) {
                            at.sign_in().log_out(caller.session, caller.origin, now);
                            Response response = json_response(200, R"({"done":true})");
                            set_cookie(response, session_cookie(at.is_secure()), "", at.is_secure(),
                                       std::chrono::seconds(0));
                            return response;
                          });
              });
}

void add_second_factor(ApiRoutes& routes) {
  Site& site = routes.site();
  // Asked for by sessions that are not open yet too: the right is that of coming in.
  routes.post(
      "/api/account/second-factor", kSignIn,
      {.summary = "A new second factor, to be confirmed by its first code", .answer = "Enrolment"},
      [&site](const Request& request, const Given&, Respond respond) {
        hand_over(site, request, std::move(respond),
                  [](Reception& at, const Caller& caller, Instant now) {
                    const auto shown = at.sign_in().begin_second_factor(caller.session, now);
                    if (!shown) return refusal(shown.error(), caller.language);
                    Response response =
                        json_response(200, fmt::format(R"({{"secret":{},"uri":{}}})",
                                                       quoted(shown->secret), quoted(shown->uri)));
                    response.headers.set("Cache-Control", "no-store");
                    return response;
                  });
      });
  routes.post(
      "/api/account/second-factor/code", kSignIn,
      {.summary = "The new second factor's first code", .body = {{"code"}}, .answer = "Enrolled"},
      [&site](const Request& request, const Given& given, Respond respond) {
        hand_over(site, request, std::move(respond),
                  [code = given.text("code")](Reception& at, const Caller& caller, Instant now) {
                    const auto in =
                        at.sign_in().finish_second_factor(caller.session, code, caller.origin, now);
                    if (!in) return refusal(in.error(), caller.language);
                    std::string codes;
                    for (const std::string& each : in->recovery) {
                      codes += (codes.empty() ? "" : ",") + quoted(each);
                    }
                    return entered(at, in->signed_in, ",\"recovery\":[" + codes + "]");
                  });
      });
}

void add_own_account(ApiRoutes& routes) {
  Site& site = routes.site();
  routes.post(
      "/api/account/proof", kOwn,
      {.summary = "Prove again who one is: a code, or the password without one",
       .body = {{"proof"}},
       .answer = "Entry"},
      [&site](const Request& request, const Given& given, Respond respond) {
        hand_over(site, request, std::move(respond),
                  [proof = given.text("proof")](Reception& at, const Caller& caller, Instant now) {
                    return entered(at, caller,
                                   at.sign_in().step_up(caller.session, proof, caller.origin, now));
                  });
      });
  routes.post("/api/account/password", kOwn,
              {.summary = "Change one's password; every other session ends",
               .body = {{"present"}, {"wanted"}},
               .answer = "Entry"},
              [&site](const Request& request, const Given& given, Respond respond) {
                hand_over(site, request, std::move(respond),
                          [present = given.text("present"), wanted = given.text("wanted")](
                              Reception& at, const Caller& caller, Instant now) {
                            return entered(
                                at, caller,
                                at.sign_in().change_password(caller.session, present, wanted,
                                                             caller.origin, now));
                          });
              });
}

std::string session_json(const store::Session& session, const std::string& here) {
  return fmt::format(
      R"({{"handle":{},"device":{},"network":{},"since":{},"seen":{},"ends":{},"here":{}}})",
      quoted(session.handle), quoted(session.device), quoted(session.network),
      quoted(base::iso(session.created_at)), quoted(base::iso(session.seen_at)),
      quoted(base::iso(session.ends_at)), session.csrf_secret == here);
}

Response list_sessions(Site& site, const Request& request) {
  std::string sessions, devices;
  const access::Principal& principal = request.principal;
  site.desk.store().read([&](store::Reader& reader) {
    for (const store::Session& each : reader.accounts().sessions(principal.account)) {
      if (each.stage != store::SessionStage::open) continue;
      sessions += (sessions.empty() ? "" : ",") + session_json(each, principal.session);
    }
    for (const store::TrustedDevice& each : reader.accounts().devices(principal.account)) {
      devices += fmt::format(R"({}{{"handle":{},"device":{},"since":{},"ends":{}}})",
                             devices.empty() ? "" : ",", quoted(each.handle), quoted(each.device),
                             quoted(base::iso(each.created_at)), quoted(base::iso(each.ends_at)));
    }
  });
  return json_response(200,
                       fmt::format(R"({{"sessions":[{}],"devices":[{}]}})", sessions, devices));
}

// {"email":"..","second_factor":true,"recovery_left":9,..}
Response own_card(Site& site, const Request& request) {
  std::optional<store::Account> account;
  site.desk.store().read([&](store::Reader& reader) {
    account = reader.accounts().account(request.principal.account);
  });
  if (!account) return problem({404, {Message(messages::kNoAccounts)}}, language_of(request, site));
  std::string roles;
  for (const access::Persona each : account->personas) {
    roles += (roles.empty() ? "" : ",") + quoted(std::string(to_text(each)));
  }
  return json_response(
      200,
      fmt::format(R"({{"email":{},"name":{},"roles":[{}],"second_factor":{},"recovery_left":{}}})",
                  quoted(account->email), quoted(account->name), roles,
                  accounts::has_second_factor(*account), account->recovery.size()));
}

void add_sessions(ApiRoutes& routes) {
  Site& site = routes.site();
  routes.get("/api/account", kOwn, {.summary = "One's own account", .answer = "OwnAccount"},
             [&site](const Request& request) { return own_card(site, request); });
  routes.post("/api/account/recovery", kOwn,
              {.summary = "Ten new recovery codes in place of those before, with a fresh proof",
               .answer = "Recovery"},
              [&site](const Request& request, const Given&, Respond respond) {
                hand_over(site, request, std::move(respond),
                          [](Reception& at, const Caller& caller, Instant now) {
                            const auto codes =
                                at.sign_in().renew_recovery(caller.session, caller.origin, now);
                            if (!codes) return refusal(codes.error(), caller.language);
                            std::string list;
                            for (const std::string& each : *codes) {
                              list += (list.empty() ? "" : ",") + quoted(each);
                            }
                            Response response = json_response(200, "{\"recovery\":[" + list + "]}");
                            response.headers.set("Cache-Control", "no-store");
                            return response;
                          });
              });
  routes.get("/api/account/sessions", kOwn,
             {.summary = "One's sessions and trusted browsers", .answer = "Sessions"},
             [&site](const Request& request) { return list_sessions(site, request); });
  routes.post("/api/account/sessions/{handle}/end", kOwn,
              {.summary = "End one of one's sessions, or the trust of a browser", .answer = "Done"},
              [&site](const Request& request, const Given&, Respond respond) {
                hand_over(site, request, std::move(respond),
                          [handle = request.params.get("handle")](
                              Reception& at, const Caller& caller, Instant now) {
                            return done(caller, at.sign_in().revoke(caller.session, handle,
                                                                    caller.origin, now));
                          });
              });
  routes.post(
      "/api/account/sessions/end-others", kOwn,
      {.summary = "End every other session, and the trust of every browser", .answer = "Done"},
      [&site](const Request& request, const Given&, Respond respond) {
        hand_over(site, request, std::move(respond),
                  [](Reception& at, const Caller& caller, Instant now) {
                    return done(caller,
                                at.sign_in().revoke_others(caller.session, caller.origin, now));
                  });
      });
}

}  // namespace

void add_account_api(ApiRoutes& routes) {
  add_coming_in(routes);
  add_second_factor(routes);
  add_own_account(routes);
  add_sessions(routes);
}

}  // namespace guichet::http
