// The desk itself: whether it serves, what it is called, its fields, its notices, its clock.
#include <fmt/format.h>

#include "adapters/http/accounts/glass.hpp"
#include "adapters/http/api/api.hpp"
#include "adapters/http/api/api_body.hpp"
#include "adapters/http/api/view_json.hpp"
#include "adapters/http/entrance/guard.hpp"
#include "adapters/http/site_messages.hpp"
#include "engine/json/json.hpp"
#include "engine/results/notices.hpp"

namespace guichet::http {
namespace {

using access::Object;
using access::Right;
using base::Message;

Response desk_card(Site& site, const Request& request) {
  const base::Language language = language_of(request, site);
  std::string body = desk_json(site.desk.definition(), language);
  if (const auto notice = notice_for(site, request.principal)) {
    body.insert(1, "\"notice\":" + json::quote(notice->in(language)) + ",");
  }
  return json_response(200, std::move(body));
}

// Who the desk takes the asker for, and what a script of hers has to send with what changes things.
Response asker(const Request& request) {
  const access::Principal& principal = request.principal;
  std::string rights;
  for (std::size_t i = 0; i < access::kRights; ++i) {
    const auto right = static_cast<access::Right>(i);
    if (!access::may_ever(principal, right)) continue;
    rights += fmt::format(R"({}"{}")", rights.empty() ? "" : ",", access::to_text(right));
  }
  return json_response(
      200,
      fmt::format(R"({{"persona":"{}","id":{},"name":{},"token":{},"rights":[{}]}})",
                  access::to_text(principal.persona), json::quote(principal.actor.id),
                  json::quote(principal.actor.name), json::quote(form_token(principal)), rights));
}

Response notices(Site& site, const Request& request) {
  const bundle::Desk& desk = site.desk.definition();
  std::string lines;
  for (const results::Notice& each :
       results::notices(desk, desk.calendar->local_day(site.desk.clock().now()))) {
    lines += fmt::format(R"({}{{"on":"{}","about":{},"text":{}}})", lines.empty() ? "" : ",",
                         base::iso(each.on), json::quote(each.about),
                         json::quote(each.text.in(language_of(request, site))));
  }
  for (const accounts::Opening& each : told_openings(site)) {
    lines += fmt::format(R"({}{{"on":"{}","about":"case {}","text":{}}})", lines.empty() ? "" : ",",
                         base::iso(desk.calendar->local_day(each.at)), each.kase.value,
                         json::quote(sentence_of(each, site, language_of(request, site))));
  }
  return json_response(200, fmt::format(R"({{"notices":[{}]}})", lines));
}

Response move_clock(Site& site, const Request& request, const Given& given) {
  const base::Language language = language_of(request, site);
  if (!site.move_clock) return problem({409, {{Message(messages::kNoClock), {}}}}, language);
  const std::string text = given.text("until");
  const auto local = base::parse_local_time(text);
  if (!local) return problem({422, {{Message(messages::kBadClock, {text}), "until"}}}, language);
  site.move_clock(site.desk.definition().calendar->instant_of(*local));
  return json_response(200, fmt::format(R"({{"now":"{}"}})", base::iso(site.desk.clock().now())));
}

}  // namespace

void add_desk_api(ApiRoutes& routes) {
  Site& site = routes.site();
  routes.get("/health", {Right::look, Object::nothing},
             {.summary = "Answers as long as the desk serves", .answer = "Health"},
             [](const Request&) { return json_response(200, R"({"status":"ok"})"); });
  routes.get(
      "/api", {Right::look, Object::nothing},
      {.summary = "Name and version of this interface", .answer = "Interface"},
      [](const Request&) { return json_response(200, R"({"name":"guichet","version":1})"); });
  routes.get(
      "/api/me", {Right::look, Object::nothing},
      {.summary = "Whom the desk takes the asker for, and what she may do", .answer = "Asker"},
      [](const Request& request) { return asker(request); });
  routes.get("/api/desk", {Right::look, Object::nothing},
             {.summary = "The desk's name and fields, for whoever builds a form", .answer = "Desk"},
             [&site](const Request& request) { return desk_card(site, request); });
  routes.get("/api/notices", {Right::work, Object::nothing},
             {.summary = "What the desk as a whole is to be told today", .answer = "Notices"},
             [&site](const Request& request) { return notices(site, request); });
  routes.post("/api/clock", {Right::play, Object::nothing},
              {.summary = "Moves the clock of a demonstration",
               .body = {{"until", Json::text, "yyyy-mm-ddThh:mm in the desk's zone"}},
               .answer = "Clock"},
              [&site](const Request& request, const Given& given, const Respond& respond) {
                respond(move_clock(site, request, given));
              });
}

}  // namespace guichet::http
