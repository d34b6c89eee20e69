// The public request form, for programs: another site of the territory, a partner's own tool.
#include <fmt/format.h>

#include "adapters/http/api/api.hpp"
#include "adapters/http/api/api_body.hpp"
#include "adapters/http/outside/ask.hpp"
#include "engine/json/json.hpp"

namespace guichet::http {
namespace {

using access::Object;
using access::Right;

Refusal refusal_of(const FieldErrors& errors) {
  Refusal out{422, {}};
  for (const auto& [id, message] : errors) out.reasons.push_back({message, id});
  return out;
}

void answer_ask(Site& site, const accounts::Outcome<cases::Receipt>& outcome,
                base::Language language, const Respond& respond) {
  if (!outcome) {
    Response response = problem(outcome.error().rejection, language);
    if (outcome.error().retry_after.count() > 0) {
      response.headers.set("Retry-After", std::to_string(outcome.error().retry_after.count()));
    }
    return respond(std::move(response));
  }
  const auto view = view_asked(site.desk, outcome->kase);
  if (!view) return respond(error_problem({}, 500, ""));
  respond(json_response(outcome->repeated ? 200 : 201, to_json(*view, outcome->repeated)));
}

void take_ask(Site& site, const Request& request, const Given& given, Respond respond) {
  const base::Language language = language_of(request, site);
  auto fields = read_ask(given.context("fields"), site);
  if (!fields) return respond(problem(refusal_of(fields.error()), language));
  const std::string& header = request.headers.get("Idempotency-Key");
  submit_ask(site, request, header.empty() ? given.text("key") : header, std::move(*fields),
             [&site, language,
              respond = std::move(respond)](const accounts::Outcome<cases::Receipt>& outcome) {
               answer_ask(site, outcome, language, respond);
             });
}

// One field of the form, for whoever builds her own.
std::string field_json(const bundle::Desk& desk, const bundle::AskForm& form,
                       const std::string& id) {
  const vocabulary::Field& field = *desk.vocabulary->find(id);
  const auto question = form.questions.find(id);
  const bool needed = std::ranges::find(form.required, id) != form.required.end();
  return fmt::format(R"({{"id":{},"label":{},"required":{}}})", json::quote(id),
                     json::quote(question == form.questions.end() ? field.label : question->second),
                     needed);
}

Response show_form(const Site& site) {
  const bundle::Desk& desk = site.desk.definition();
  const bundle::AskForm form = bundle::ask_form(desk);
  std::string steps;
  for (const bundle::AskForm::Step& step : form.steps) {
    std::string fields;
    for (const std::string& id : step.fields) {
      fields += (fields.empty() ? "" : ",") + field_json(desk, form, id);
    }
    steps += fmt::format(R"({}{{"title":{},"fields":[{}]}})", steps.empty() ? "" : ",",
                         json::quote(step.title), fields);
  }
  return json_response(200, fmt::format(R"({{"steps":[{}]}})", steps));
}

}  // namespace

std::string to_json(const AskedView& view, bool repeated) {
  std::string reasons;
  for (const std::string& each : view.reasons) {
    reasons += (reasons.empty() ? "" : ",") + json::quote(each);
  }
  return fmt::format(
      R"({{"number":{},"eligible":{},"reasons":[{}],"contact":{},"phone":{},"email":{},)"
      R"("call_by":{},"letter":{},"letter_to":{},"told":{},"repeated":{}}})",
      json::quote(view.number), view.eligible, reasons, json::quote(view.contact),
      json::quote(view.phone), json::quote(view.email),
      json::quote(view.call_by ? base::iso(*view.call_by) : ""), json::quote(view.letter),
      json::quote(view.letter_to), json::quote(view.told), repeated);
}

void add_ask_api(ApiRoutes& routes) {
  Site& site = routes.site();
  form_limits(site);
  routes.get("/api/asks/form", {Right::look, Object::nothing},
             {.summary = "What the public request form asks; the fields' types are in /api/desk",
              .answer = "AskForm"},
             [&site](const Request&) { return show_form(site); });
  routes.post("/api/asks", {Right::ask_for_help, Object::nothing},
              {.summary = "Hands a request in, for its person, as the public form does",
               .body = {{"fields", Json::fields, "values by field id, of the form's fields"},
                        {"key", Json::text, "makes a repetition harmless, as Idempotency-Key"}},
               .answer = "Asked",
               .status = 201},
              [&site](const Request& request, const Given& given, Respond respond) {
                take_ask(site, request, given, std::move(respond));
              });
}

}  // namespace guichet::http
