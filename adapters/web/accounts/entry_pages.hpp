// Ways in that are no login: the link of an invitation, and a case opened with a reason.
#pragma once

#include "adapters/web/accounts/account_visit.hpp"

namespace guichet::web {

void add_entry_pages(AccountRoutes& routes);

}  // namespace guichet::web
