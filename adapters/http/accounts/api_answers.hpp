// How the API answers what engine/accounts says.
#pragma once

#include "adapters/http/accounts/kept_accounts.hpp"
#include "adapters/http/api/api_body.hpp"
#include "adapters/http/transport/slow_work.hpp"

namespace guichet::http {

// A problem whose reasons name the member of the body that each is about.
Response refused_answer(const accounts::Refused& refused, base::Language language);
// 404 on a desk without accounts.
Response no_accounts_answer(const Site& site, const Request& request);

// {"done":true}
template <typename T>
Response done_answer(const accounts::Outcome<T>& outcome, base::Language language) {
  return outcome ? json_response(200, R"({"done":true})")
                 : refused_answer(outcome.error(), language);
}

// Registers a POST that waits for the store, off the loop, on a desk with accounts.
using AccountWork = std::function<Response(Site&, const Request&, const Given&)>;
void post_slowly(ApiRoutes& routes, std::string_view pattern, RouteAccess access, RouteDoc doc,
                 AccountWork work);
// The same for what only reads.
using AccountRead = std::function<Response(Site&, const Request&)>;
void get_of_accounts(ApiRoutes& routes, std::string_view pattern, RouteAccess access, RouteDoc doc,
                     AccountRead read);

}  // namespace guichet::http
