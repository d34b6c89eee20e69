#include "adapters/http/api/api.hpp"

#include "adapters/http/api/openapi.hpp"

namespace guichet::http {

void add_api(Router& router, Site& site) {
  ApiRoutes routes(router, site);
  add_desk_api(routes);
  add_work_api(routes);
  add_changes_api(routes);
  add_case_api(routes);
  add_people_api(routes);
  add_papers_api(routes);
  add_operator_api(routes);
  add_intake_api(routes);
  add_ask_api(routes);
  add_account_api(routes);
  add_keeper_api(routes);
  add_reply_api(routes);
  add_partner_api(routes);
  add_results_api(routes);
  add_directory_api(routes);
  add_definition_api(routes);
  add_openapi(router);
}

}  // namespace guichet::http
