// A draft tried, put in force, and the versions before it, over the API.
#include <fmt/format.h>

#include <future>

#include "adapters/http/api/problem.hpp"
#include "adapters/http/definition/definition_answers.hpp"
#include "adapters/http/definition/definition_json.hpp"
#include "adapters/http/definition/messages.hpp"
#include "adapters/http/definition/publication_steps.hpp"
#include "engine/publishing/draft_messages.hpp"
#include "engine/publishing/preview_json.hpp"

namespace guichet::http {
namespace {

using access::Object;
using access::Right;
using base::Message;

constexpr RouteAccess kSeeDesk{Right::see_definition, Object::definition};
constexpr RouteAccess kEditDesk{Right::edit_definition, Object::definition};
constexpr RouteAccess kPublish{Right::publish, Object::definition};
constexpr std::int64_t kMostReplayed = 200;

Response refused_with(int status, const std::vector<Message>& reasons, const std::string& more,
                      base::Language language) {
  Refusal refusal{status, {}};
  for (const Message& each : reasons) refusal.reasons.push_back({each, {}});
  return problem(refusal, language, more);
}

publishing::Passage passage_of(const Given& given) {
  publishing::Passage passage{.keep_in_flight = given.flag("keep_in_flight"),
                              .seen = given.text("seen"),
                              .carries = given.flag("carry")};
  if (!given.text("plan").empty()) passage.plan = given.text("plan");
  return passage;
}

Response preview_draft(Site& site, const Request& request, const Given& given) {
  const base::Language language = language_of(request, site);
  const std::int64_t replay =
      std::clamp<std::int64_t>(given.number("replay").value_or(0), 0, kMostReplayed);
  const auto drafted = publishing::read_draft(site.desk);
  const auto outlook = publishing::look_ahead(workshop_of(site), drafted, passage_of(given),
                                              static_cast<std::size_t>(replay), language);
  if (!outlook.preview) {
    return refused_with(422, outlook.forecast.sentences,
                        ",\"diagnostics\":" + to_json(outlook.remarks), language);
  }
  std::string body = publishing::preview_json(
      *outlook.preview, outlook.past ? &*outlook.past : nullptr, outlook.forecast, language);
  body.insert(1, fmt::format("\"seen\":{},", json::quote(publishing::seen_of(drafted))));
  return json_response(200, std::move(body));
}

Response not_published(const publishing::NotPublished& refused, base::Language language) {
  return refused_with(
      refused.status, refused.reasons,
      fmt::format(R"(,"diagnostics":{},"failures":{},"suggested":{})", to_json(refused.remarks),
                  json_list(refused.failures), json_list(refused.suggested)),
      language);
}

void publish(Site& site, const Request& request, const Given& given, Respond respond) {
  const base::Language language = language_of(request, site);
  publish_slowly(site, request, passage_of(given), given.text("note"), std::move(respond),
                 [language](const Request&, const PublishedOrNot& published) {
                   if (!published) return not_published(published.error(), language);
                   return json_response(
                       200, fmt::format(R"({{"hash":{},"in_flight":{},"goes_over":{}}})",
                                        json::quote(published->hash), published->in_flight,
                                        published->plan != nullptr));
                 },
                 {});
}

Response run_tests(Site& site, const Request& request, const Given& given) {
  const base::Language language = language_of(request, site);
  const auto tried = try_draft(site, given.text("path"), given.text("name"), language);
  if (!tried) return not_shown(tried.error(), language);
  return json_response(200, to_json(*tried));
}

Response list_tests(Site& site, const Request& request) {
  const base::Language language = language_of(request, site);
  std::string names;
  for (const scenarios::ScenarioName& each : draft_scenarios(site, language)) {
    names += fmt::format(R"({}{{"name":{},"path":{}}})", names.empty() ? "" : ",",
                         json::quote(each.name), json::quote(each.path));
  }
  return json_response(200, fmt::format(R"({{"scenarios":[{}]}})", names));
}

Response show_version(Site& site, const Request& request) {
  const auto version = publishing::find_version(site.desk.store(), request.params.get("hash"));
  if (!version) return error_problem(request, 404, {});
  return json_response(200, to_json(*version, language_of(request, site)));
}

Response return_to(Site& site, const Request& request, const Given& given) {
  const auto done =
      return_to_version(site, request, request.params.get("hash"), given.flag("replace"));
  if (done) return json_response(200, R"({"done":true})");
  return not_shown(done.error(), language_of(request, site));
}

void add_history(ApiRoutes& routes) {
  Site& site = routes.site();
  routes.get_slowly(
      "/api/definition/history", kSeeDesk,
      {.summary = "The versions that were put in force, the newest first", .answer = "Versions"},
      [&site](const Request&) {
        return json_response(200, to_json(publishing::versions(site.desk.store())));
      });
  routes.get_slowly("/api/definition/history/{hash}", kSeeDesk,
                    {.summary = "A version: what it changed, in sentences and lines",
                     .answer = "VersionDifference"},
                    [&site](const Request& request) { return show_version(site, request); });
  routes.post("/api/definition/history/{hash}/return", kEditDesk,
              {.summary = "Makes that version the draft; nothing is published by it",
               .body = {{"replace", Json::flag, "the draft that there is may go"}},
               .answer = "Done"},
              slowly(site, [&site](const Request& request, const Given& given) {
                return return_to(site, request, given);
              }));
}

}  // namespace

void add_publication_api(ApiRoutes& routes) {
  Site& site = routes.site();
  const Member keep{"keep_in_flight", Json::flag, "cases in flight finish under their version"};
  const Member plan{"plan", Json::text,
                    "migration/1 texts, parted by lines ---: how cases in flight go over"};
  const Member seen{"seen", Json::text,
                    "what the preview said: a draft that has changed since is refused (409)"};
  const Member carry{
      "carry", Json::flag,
      "nothing is published: cases under earlier versions go over to what is in force"};
  routes.get_slowly("/api/definition/scenarios", kSeeDesk,
                    {.summary = "The draft's scenarios", .answer = "ScenarioNames"},
                    [&site](const Request& request) { return list_tests(site, request); });
  routes.post("/api/definition/scenarios/run", kSeeDesk,
              {.summary = "Plays scenarios of the draft: what each step led to",
               .body = {{"path", Json::text, "those of one file; none: all"},
                        {"name", Json::text, "this one alone"}},
               .answer = "TriedScenarios"},
              slowly(site, [&site](const Request& request, const Given& given) {
                return run_tests(site, request, given);
              }));
  routes.post("/api/definition/preview", kEditDesk,
              {.summary = "What publishing the draft would do to cases in flight and to past ones",
               .body = {{"replay", Json::number, "how many past cases to live again; at most 200"},
                        keep,
                        plan},
               .answer = "Outlook"},
              slowly(site, [&site](const Request& request, const Given& given) {
                return preview_draft(site, request, given);
              }));
  routes.post(
      "/api/definition/publish", kPublish,
      {.summary = "Puts the draft in force",
       .body = {{"note", Json::text, "what changes, for the history"}, keep, plan, seen, carry},
       .answer = "PublishedVersion"},
      [&site](const Request& request, const Given& given, Respond respond) {
        publish(site, request, given, std::move(respond));
      });
  add_history(routes);
}

}  // namespace guichet::http
