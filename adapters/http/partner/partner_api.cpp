// What a partner's own tool asks: its inbox, its commitments.
#include "adapters/http/api/api.hpp"
#include "adapters/http/api/api_body.hpp"
#include "adapters/http/partner/partner_members.hpp"
#include "engine/json/json.hpp"

namespace guichet::http {
namespace {

using access::Object;
using access::Right;

constexpr std::int64_t kMostLines = 200;
constexpr std::int64_t kFarthestLine = 1'000'000;
constexpr std::int64_t kLastYear = 9999;

template <typename View>
Response as_json(const View& view) {
  feel::Arena arena;
  return json_response(200, json::write(cases::Writer::write(view, arena)));
}

Response inbox(Site& site, const Request& request) {
  const Pairs& query = request.query;
  const InboxAsked asked{.list = inbox_list_of(query.get("list")),
                         .year = static_cast<int>(bounded(query, "year", 0, 0, kLastYear)),
                         .outcome = query.get("outcome"),
                         .partner = query.get("partner"),
                         .first = bounded(query, "first", 0, 0, kFarthestLine),
                         .most = bounded(query, "most", 50, 1, kMostLines),
                         .language = language_of(request, site)};
  return as_json(Inbox{view_inbox(site.desk, request.principal, asked)});
}

}  // namespace

void add_partner_api(ApiRoutes& routes) {
  Site& site = routes.site();
  const auto results = results_of(site);
  routes.get_slowly("/api/inbox", {Right::list_cases, Object::nothing},
                    {.summary = "What asks one's own institutions, by institution",
                     .query = {{"list", Json::text,
                                "waiting, questions, under_way or ended; waiting where not said"},
                               {"year", Json::number, "in which it ended; this one where not said"},
                               {"outcome", Json::text, "of ended ones"},
                               {"partner", Json::text, "one of one's own institutions"},
                               {"first", Json::number, "how many to leave out before"},
                               {"most", Json::number, "1 to 200; 50 where not said"}},
                     .answer = "Inbox"},
                    [&site](const Request& request) { return inbox(site, request); });
  routes.get_slowly("/api/partners/{partner}/commitments", {Right::see_partner, Object::partner},
                    {.summary = "What the agreement promises of a partner, and what was kept",
                     .query = {{"year", Json::number, "this one where not said"},
                               {"from", Json::text, "yyyy-mm-dd, in place of a year"},
                               {"until", Json::text, "yyyy-mm-dd, the last day"}},
                     .answer = "Commitments"},
                    [&site, results](const Request& request) {
                      return as_json(view_commitments(
                          *results, site.desk, request.params.get("partner"),
                          period_asked(request.query, site.desk), language_of(request, site)));
                    });
}

}  // namespace guichet::http
