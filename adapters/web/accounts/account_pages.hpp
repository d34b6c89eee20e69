// The pages of accounts: one's own, other people's, keys, the journal, ways in that are no login.
#pragma once

#include <memory>
#include <optional>

#include "adapters/http/transport/router.hpp"
#include "adapters/web/frame/layout.hpp"

namespace guichet::web {

void add_account_pages(http::Router& router, const std::shared_ptr<const Layout>& layout);

// An administrator who asks for a case is led to where it is opened with a reason, whether there is
// such a case or not.
std::optional<http::Response> sent_to_reason(const http::Site& site, const http::Request& request,
                                             int status);

}  // namespace guichet::web
