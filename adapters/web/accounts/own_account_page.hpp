// One's own account: password, second factor, sessions, trusted browsers.
#pragma once

#include "adapters/web/accounts/account_visit.hpp"

namespace guichet::web {

void add_own_account_pages(AccountRoutes& routes);

}  // namespace guichet::web
