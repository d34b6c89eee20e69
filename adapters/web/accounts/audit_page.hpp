// The journal of who came in, saw and did what, for the auditor: filters in the address, pages, how
// far its chain holds, an export.
#pragma once

#include "adapters/web/accounts/account_visit.hpp"

namespace guichet::web {

void add_audit_pages(AccountRoutes& routes);

}  // namespace guichet::web
