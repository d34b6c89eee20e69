#include "adapters/http/accounts/api_answers.hpp"

#include "adapters/http/site_messages.hpp"

namespace guichet::http {

Response refused_answer(const accounts::Refused& refused, base::Language language) {
  Refusal refusal{refused.rejection.status, {}};
  for (const base::Message& each : refused.rejection.reasons) {
    refusal.reasons.push_back({each, field_of_fault(each)});
  }
  Response response = problem(refusal, language);
  if (refused.retry_after.count() > 0) {
    response.headers.set("Retry-After", std::to_string(refused.retry_after.count()));
  }
  return response;
}

Response no_accounts_answer(const Site& site, const Request& request) {
  return problem(Refusal{404, {{base::Message(messages::kNoAccounts)}}},
                 language_of(request, site));
}

void post_slowly(ApiRoutes& routes, std::string_view pattern, RouteAccess access, RouteDoc doc,
                 AccountWork work) {
  Site& site = routes.site();
  routes.post(
      pattern, access, std::move(doc),
      [&site, work = std::move(work)](const Request& request, const Given& given, Respond respond) {
        if (site.reception == nullptr) return respond(no_accounts_answer(site, request));
        answer_slowly(site, request, std::move(respond), [&site, work, given](const Request& kept) {
          return work(site, kept, given);
        });
      });
}

void get_of_accounts(ApiRoutes& routes, std::string_view pattern, RouteAccess access, RouteDoc doc,
                     AccountRead read) {
  Site& site = routes.site();
  routes.get_slowly(pattern, access, std::move(doc),
                    [&site, read = std::move(read)](const Request& request) {
                      if (site.reception == nullptr) return no_accounts_answer(site, request);
                      return read(site, request);
                    });
}

}  // namespace guichet::http
