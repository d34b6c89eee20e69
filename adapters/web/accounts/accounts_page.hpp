// Other people's accounts: who has one, a new one by invitation, what is done to one.
#pragma once

#include "adapters/web/accounts/account_visit.hpp"

namespace guichet::web {

void add_accounts_pages(AccountRoutes& routes);

// "administratrice" for the word of a persona.
std::string role_word(std::string_view persona, base::Language language);

}  // namespace guichet::web
