#include "adapters/web/accounts/account_pages.hpp"

#include "adapters/http/api/api_body.hpp"
#include "adapters/web/accounts/accounts_page.hpp"
#include "adapters/web/accounts/audit_page.hpp"
#include "adapters/web/accounts/entry_pages.hpp"
#include "adapters/web/accounts/keys_page.hpp"
#include "adapters/web/accounts/own_account_page.hpp"

namespace guichet::web {

void add_account_pages(http::Router& router, const std::shared_ptr<const Layout>& layout) {
  AccountRoutes routes(router, layout);
  add_own_account_pages(routes);
  add_accounts_pages(routes);
  add_keys_pages(routes);
  add_audit_pages(routes);
  add_entry_pages(routes);
}

std::optional<http::Response> sent_to_reason(const http::Site& site, const http::Request& request,
                                             int status) {
  const auto& path = request.path;
  const bool is_case = request.method == "GET" && path.size() == 2 && path[0] == "cases" &&
                       http::whole_number(path[1]);
  const access::Principal& who = request.principal;
  const bool may = site.reception != nullptr && !who.is(access::Persona::coordinator) &&
                   access::may_ever(who, access::Right::break_glass);
  if (!is_case || !may || (status != 403 && status != 404)) return {};
  return http::see_other("/cases/" + path[1] + "/open-with-reason");
}

}  // namespace guichet::web
