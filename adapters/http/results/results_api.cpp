// The desk's results, small numbers hidden: as JSON, and as a file for spreadsheets.
#include "adapters/http/api/api.hpp"
#include "adapters/http/results/result_words.hpp"

namespace guichet::http {

void add_results_api(ApiRoutes& routes) {
  Site& site = routes.site();
  const auto results = results_of(site);
  routes.get_slowly(
      "/api/results", {access::Right::see_results, access::Object::nothing},
      {.summary = "The desk's results of a year, or of the three years that it is one of",
       .query = {{"period", Json::text, "2009 or 2007-2009; the latest year where not said"}},
       .answer = "Results"},
      [&site, results](const Request& request) {
        const ResultWords words(site.desk, language_of(request, site));
        const ResultsView view =
            view_results(*results, request.principal, request.query.get("period"));
        return json_response(200, to_json(view, words, site.desk.definition()));
      });
}

}  // namespace guichet::http
