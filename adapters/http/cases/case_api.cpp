#include <fmt/format.h>

#include "adapters/http/api/api.hpp"
#include "adapters/http/api/instance_number.hpp"
#include "adapters/http/api/submission.hpp"
#include "adapters/http/api/view_json.hpp"
#include "adapters/http/site_messages.hpp"
#include "engine/desk/duplicates.hpp"
#include "engine/json/json.hpp"

namespace guichet::http {
namespace {

using access::Object;
using access::Right;
using base::Message;

base::CaseId case_of(const Request& request) {
  return {whole_number(request.params.get("id")).value_or(0)};
}

Response show_case(Site& site, const Request& request) {
  const base::Language language = language_of(request, site);
  const auto view = view_case(site.desk, case_of(request), request.principal, language);
  if (!view) return problem({404, {{Message(messages::kNothingHere), {}}}}, language);
  Response response = json_response(200, to_json(*view, language));
  response.headers.set("ETag", fmt::format("\"{}\"", view->rev));
  return response;
}

void open_request(Site& site, const Request& request, const Given& given, Respond respond) {
  auto fields = given.fields("fields", site.desk.definition());
  if (!fields) return respond(problem(fields.error(), language_of(request, site)));
  submit_act(site, request, given, cases::OpenRequest{std::move(*fields)}, std::move(respond));
}

// An act or a reply: what it takes comes under "with".
template <typename Act>
void take_act(Site& site, const Request& request, const Given& given, Respond respond) {
  auto with = given.fields("with", site.desk.definition());
  if (!with) return respond(problem(with.error(), language_of(request, site)));
  const auto said = given.day("said_on");
  if (!said) return respond(problem(said.error(), language_of(request, site)));
  submit_act(site, request, given,
             Act{.n = given.instance(),
                 .name = request.params.get("name"),
                 .with = std::move(*with),
                 .channel = given.text("channel"),
                 .said_on = *said},
             std::move(respond));
}

void complete_task(Site& site, const Request& request, const Given& given, Respond respond) {
  submit_act(
      site, request, given,
      cases::CompleteTask{.n = given.instance(),
                          .task = request.params.get("name"),
                          .entry = short_number(given.number("entry").value_or(0))},
      std::move(respond));
}

Response look_alike(Site& site, const Request& request) {
  std::string out;
  site.desk.store().read([&](store::Reader& reader) {
    for (const desk::Duplicate& each :
         desk::find_duplicates(reader, site.desk.definition(), case_of(request))) {
      out += fmt::format(R"({}{{"case":{},"number":{},"person":{},"firm":{},"same_siret":{}}})",
                         out.empty() ? "" : ",", each.kase.value, json::quote(each.number),
                         json::quote(each.person), json::quote(each.firm), each.same_siret);
    }
  });
  return json_response(200, "[" + out + "]");
}

std::vector<Member> taken_members() {
  return act_members({{"with", Json::fields, "values that the act takes, by field id"},
                      {"channel", Json::text, "by which it was said: phone, mail, meeting"},
                      {"said_on", Json::text, "day on which it was said, yyyy-mm-dd"}});
}

}  // namespace

void add_case_api(ApiRoutes& routes) {
  Site& site = routes.site();
  routes.post("/api/requests", {Right::take_in, Object::nothing},
              {.summary = "Takes a request in: opens a case",
               .body = {{"fields", Json::fields, "values by field id"},
                        {"key", Json::text, "makes a repetition harmless, as Idempotency-Key"}},
               .answer = "Receipt",
               .status = 201},
              [&site](const Request& request, const Given& given, Respond respond) {
                open_request(site, request, given, std::move(respond));
              });
  routes.get("/api/cases/{id}", {Right::see_case, Object::kase},
             {.summary = "A case, as much of it as the asker may see", .answer = "Case"},
             [&site](const Request& request) { return show_case(site, request); });
  routes.post("/api/cases/{id}/acts/{name}", {Right::act, Object::kase},
              {.summary = "Takes an act of a path",
               .body = taken_members(),
               .answer = "Receipt",
               .status = 201},
              [&site](const Request& request, const Given& given, Respond respond) {
                take_act<cases::Act>(site, request, given, std::move(respond));
              });
  routes.post("/api/cases/{id}/replies/{name}", {Right::act, Object::kase},
              {.summary = "Replies to what a partner or a person was asked",
               .body = taken_members(),
               .answer = "Receipt",
               .status = 201},
              [&site](const Request& request, const Given& given, Respond respond) {
                take_act<cases::Reply>(site, request, given, std::move(respond));
              });
  routes.post("/api/cases/{id}/tasks/{name}", {Right::act, Object::kase},
              {.summary = "Says that a task is done",
               .body = act_members({{"entry", Json::number, "of the task, as the case shows it"}}),
               .answer = "Receipt",
               .status = 201},
              [&site](const Request& request, const Given& given, Respond respond) {
                complete_task(site, request, given, std::move(respond));
              });
  routes.get("/api/cases/{id}/duplicates", {Right::work, Object::kase},
             {.summary = "Cases of the same person or firm", .answer = "Duplicates"},
             [&site](const Request& request) { return look_alike(site, request); });
}

}  // namespace guichet::http
