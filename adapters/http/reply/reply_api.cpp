// The API's part behind the links of letters: where one leads, its code, the session that follows.
// What is done in the session goes by the addresses of cases, as for everybody.
#include <fmt/format.h>

#include "adapters/http/api/api.hpp"
#include "adapters/http/api/api_body.hpp"
#include "adapters/http/api/submission.hpp"
#include "adapters/http/entrance/guard.hpp"
#include "adapters/http/reply/reply_link.hpp"
#include "adapters/http/site_messages.hpp"
#include "engine/json/json.hpp"

namespace guichet::http {
namespace {

using access::Object;
using access::Right;
using base::Message;

constexpr RouteAccess kLook{Right::look, Object::link};
constexpr RouteAccess kComeIn{Right::sign_in, Object::link};

// As the page of the button: nothing personal, and nothing that tells a false link from a true one
// but its subject and deadline.
Response show_link(Site& site, const Request& request) {
  const base::Language language = language_of(request, site);
  const std::string& locator = request.params.get("locator");
  if (!read_locator(locator))
    return problem({404, {{Message(messages::kNothingHere), {}}}}, language);
  const auto to = links_of(site).find(locator);
  const bool is_shown = to && to->is_open && !to->is_over;
  const bundle::Desk& desk = site.desk.definition();
  const std::string deadline =
      is_shown && to->deadline ? base::iso(desk.calendar->local_day(*to->deadline)) : "";
  return json_response(
      200,
      fmt::format(R"({{"desk":{},"subject":{},"deadline":{}}})", json::quote(desk.settings.name),
                  json::quote(is_shown ? to->subject : ""), json::quote(deadline)));
}

Response link_refusal(const accounts::Refused& refused, base::Language language) {
  Response response = problem(refused.rejection, language);
  if (refused.retry_after.count() > 0) {
    response.headers.set("Retry-After", std::to_string(refused.retry_after.count()));
  }
  return response;
}

using LinkStep = std::function<Response(ReplyLinks&, const LinkCaller&)>;

void on_links(Site& site, const Request& request, Respond respond, LinkStep step) {
  ReplyLinks* links = &links_of(site);  // the site's, which ends after its threads
  const LinkCaller caller = links->caller_of(request);
  const Request kept{.method = request.method, .path = request.path, .headers = request.headers};
  const bool taken =
      links->reception().post([links, caller, kept, respond, step = std::move(step)] {
        try {
          respond(step(*links, caller));
        } catch (const std::exception& error) {
          Reception& its = links->reception();
          const std::string id = accounts::random_hex(its.random(), 6);
          its.log().write(base::LogLevel::error, fmt::format("{} link: {}", id, error.what()));
          respond(error_problem(kept, 500, id));
        }
      });
  if (!taken) respond(problem({503, {{Message(messages::kTooBusy), {}}}}, caller.language));
}

void send_code(Site& site, const Request& request, const Given&, Respond respond) {
  on_links(site, request, std::move(respond),
           [locator = request.params.get("locator")](ReplyLinks& links, const LinkCaller& caller) {
             const auto nonce = links.send_code(locator, caller);
             if (!nonce) return link_refusal(nonce.error(), caller.language);
             const bool secure = links.reception().is_secure();
             Response response = json_response(200, R"({"done":true})");
             keep_cookie(response, nonce_cookie(secure), *nonce, secure, accounts::kCodeLasts);
             return response;
           });
}

// Without a code: a browser that the address trusts.
void open_session(Site& site, const Request& request, const Given& given, Respond respond) {
  on_links(site, request, std::move(respond),
           [locator = request.params.get("locator"), code = given.text("code"),
            trust = given.flag("trust")](ReplyLinks& links, const LinkCaller& caller) {
             const auto entered = code.empty() ? links.enter_known(locator, caller)
                                               : links.enter(locator, code, trust, caller);
             if (!entered) return link_refusal(entered.error(), caller.language);
             access::Principal principal;
             principal.session = entered->session.csrf_secret;
             const access::LinkScope& scope = *entered->session.link;
             Response response = json_response(
                 200, fmt::format(R"({{"case":{},"n":{},"token":{}}})", scope.kase.value,
                                  scope.n.value, json::quote(form_token(principal))));
             response.headers.set("Cache-Control", "no-store");
             keep_entry(response, *entered, links.reception().is_secure());
             return response;
           });
}

}  // namespace

void add_reply_api(ApiRoutes& routes) {
  Site& site = routes.site();
  routes.get("/api/links/{locator}", kLook,
             {.summary = "Where the link of a letter leads, as far as anybody may know",
              .answer = "LinkCard"},
             [&site](const Request& request) { return show_link(site, request); });
  routes.post("/api/links/{locator}/code", kComeIn,
              {.summary = "Sends a code to the address of record", .answer = "Done"},
              [&site](const Request& request, const Given& given, Respond respond) {
                send_code(site, request, given, std::move(respond));
              });
  routes.post("/api/links/{locator}/session", kComeIn,
              {.summary = "Opens a session by the code, or in a browser that is trusted",
               .body = {{"code"}, {"trust", Json::flag, "this browser, for thirty days"}},
               .answer = "LinkEntry"},
              [&site](const Request& request, const Given& given, Respond respond) {
                open_session(site, request, given, std::move(respond));
              });
  routes.post("/api/cases/{id}/hand-over", {Right::act, Object::kase},
              {.summary = "Gives a referral to a colleague of one's institution",
               .body = act_members({{"adviser", Json::text, "id inside the partner"},
                                    {"reason", Json::text, "a word for the journal"}}),
               .answer = "Receipt",
               .status = 201},
              [&site](const Request& request, const Given& given, Respond respond) {
                submit_act(
                    site, request, given,
                    cases::HandOver{given.instance(), given.text("adviser"), given.text("reason")},
                    std::move(respond));
              });
}

}  // namespace guichet::http
