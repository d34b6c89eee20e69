// Keys with which programs call the API.
#pragma once

#include "adapters/web/accounts/account_visit.hpp"

namespace guichet::web {

void add_keys_pages(AccountRoutes& routes);

}  // namespace guichet::web
