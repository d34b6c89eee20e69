// Lists: cases by pages, what will be late next, what happened to somebody's cases meanwhile.
#include <fmt/format.h>

#include "adapters/http/api/api.hpp"
#include "adapters/http/api/api_body.hpp"
#include "adapters/http/api/view_json.hpp"
#include "adapters/http/site_messages.hpp"
#include "adapters/http/transport/form.hpp"
#include "engine/json/json.hpp"
#include "engine/results/meanwhile.hpp"

namespace guichet::http {
namespace {

using access::Object;
using access::Right;
using base::Message;

constexpr std::int64_t kMostRows = 500;
constexpr std::int64_t kMostCases = 100;  // where each is read
constexpr std::int64_t kFarthest = 1'000'000'000;

// `</api/cases?..&first=50&most=50>; rel="next"`, and the like for prev and first.
std::string links(const Pairs& query, const store::CaseFilter& filter, std::size_t total) {
  const auto to = [&](std::size_t first, std::string_view relation) {
    std::string target = fmt::format("/api/cases?first={}&most={}", first, filter.most);
    for (const auto& [name, value] : query.list()) {
      if (name == "first" || name == "most") continue;
      target += "&" + percent_encode(name) + "=" + percent_encode(value);
    }
    return fmt::format("<{}>; rel=\"{}\"", target, relation);
  };
  std::string out = to(0, "first");
  if (filter.first > 0) {
    out += ", " + to(filter.first - std::min(filter.first, filter.most), "prev");
  }
  if (filter.first + filter.most < total) out += ", " + to(filter.first + filter.most, "next");
  return out;
}

Response list_of_cases(Site& site, const Request& request) {
  const Pairs& query = request.query;
  const store::CaseFilter filter{.visible_to = access::Sight::of(request.principal),
                                 .text = query.get("text"),
                                 .owner = query.get("owner"),
                                 .theme = query.get("theme"),
                                 .open_only = !query.has("all"),
                                 .first = bounded(query, "first", 0, 0, kFarthest),
                                 .most = bounded(query, "most", 50, 1, kMostRows)};
  const CasePage page =
      list_cases(site.desk, request.principal, filter, language_of(request, site));
  Response response = json_response(200, to_json(page, filter));
  response.headers.set("Link", links(query, filter, page.total));
  return response;
}

Response work_to_do(Site& site, const Request& request) {
  const std::size_t most = bounded(request.query, "most", 100, 1, 1000);
  return json_response(
      200, to_json(view_work(site.desk, request.principal, most, request.query.get("owner"),
                             language_of(request, site))));
}

Response happenings(Site& site, const Request& request) {
  const base::Language language = language_of(request, site);
  const std::string& who = request.params.get("who");
  const std::string& since = request.query.get("since");
  const bundle::Desk& desk = site.desk.definition();
  const base::Day today = desk.calendar->local_day(site.desk.clock().now());
  if (desk.member(who) == nullptr) {
    return problem({404, {{Message(messages::kNoMember, {who}), {}}}}, language);
  }
  const auto from =
      since.empty() ? results::last_absence(desk, who, today) : base::parse_day(since);
  if (!from) return problem({422, {{Message(messages::kBadSince, {since}), "since"}}}, language);
  const store::Page page{.first = bounded(request.query, "first", 0, 0, kFarthest),
                         .most = bounded(request.query, "most", 50, 1, kMostCases)};
  results::Meanwhile found;
  site.desk.store().read([&](store::Reader& reader) {
    found =
        results::meanwhile(reader, who, desk.calendar->instant_of(base::LocalTime(*from)), page);
  });
  std::string lines;
  for (const results::Happening& each : found.happenings) {
    lines += (lines.empty() ? "" : ",") + results::to_json(each);
  }
  return json_response(
      200,
      fmt::format(R"({{"who":{},"since":"{}","first":{},"most":{},"total":{},)"
                  R"("happenings":[{}]}})",
                  json::quote(who), base::iso(*from), page.first, page.most, found.total, lines));
}

Response agenda(Site& site, const Request& request) {
  const base::Language language = language_of(request, site);
  const calendar::Calendar& calendar = *site.desk.definition().calendar;
  const std::string& since = request.query.get("since");
  const auto day = since.empty()
                       ? calendar.local_day(site.desk.clock().now()) - std::chrono::days(7)
                       : base::parse_day(since);
  if (!day) return problem({422, {{Message(messages::kBadSince, {since}), "since"}}}, language);
  const store::Page page{.first = bounded(request.query, "first", 0, 0, kFarthest),
                         .most = bounded(request.query, "most", 50, 1, kMostCases)};
  const AgendaPage found = view_agenda(site.desk, request.principal,
                                       calendar.instant_of(base::LocalTime(*day)), page, language);
  return json_response(200, to_json(found, page));
}

}  // namespace

void add_work_api(ApiRoutes& routes) {
  Site& site = routes.site();
  const Member owner{"owner", Json::text, "id of a member of staff; empty: everybody's"};
  routes.get_cases("/api/work", {Right::list_cases, Object::nothing},
                   {.summary = "What will be late next if nobody acts",
                    .query = {owner, {"most", Json::number, "1 to 1000; 100 where not said"}},
                    .answer = "Work"},
                   [&site](const Request& request) { return work_to_do(site, request); });
  routes.get_cases("/api/cases", {Right::list_cases, Object::nothing},
                   {.summary = "Cases, the newest first, by pages",
                    .query = {{"text", Json::text, "in number, person or firm"},
                              owner,
                              {"theme", Json::text, "id of a path"},
                              {"all", Json::text, "closed ones too"},
                              {"first", Json::number, "how many to leave out before"},
                              {"most", Json::number, "1 to 500; 50 where not said"}},
                    .answer = "CaseList"},
                   [&site](const Request& request) { return list_of_cases(site, request); });
  routes.get("/api/agenda", {Right::work, Object::nothing},
             {.summary = "What the partners' weekly meeting talks about, one line a need",
              .query = {{"since", Json::text,
                         "yyyy-mm-dd, from when a request is new; a week ago where not said"},
                        {"first", Json::number, "how many to leave out before"},
                        {"most", Json::number, "1 to 100; 50 where not said"}},
              .answer = "Agenda"},
             [&site](const Request& request) { return agenda(site, request); });
  routes.get("/api/staff/{who}/meanwhile", {Right::work, Object::nothing},
             {.summary = "What happened in somebody's cases while she was away, by pages of cases",
              .query = {{"since", Json::text, "yyyy-mm-dd; her last absence where not said"},
                        {"first", Json::number, "how many cases to leave out before"},
                        {"most", Json::number, "of cases, 1 to 100; 50 where not said"}},
              .answer = "Meanwhile"},
             [&site](const Request& request) { return happenings(site, request); });
}

}  // namespace guichet::http
