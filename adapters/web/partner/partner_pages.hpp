// The pages of a partner that has an account: its inbox, the page of each request put to it, its
// commitments. They show what the API shows.
#pragma once

#include "adapters/http/transport/router.hpp"
#include "adapters/web/reply/reply_page.hpp"

namespace guichet::web {

// Somebody whose work is her institutions' inbox, rather than the desk's list.
bool has_inbox(const access::Principal& principal);

http::Response inbox_page(const Layout& layout, const http::Request& request);
// GET /commitments: of one's own institution, or which one; /partners/{partner}/commitments.
http::Response commitments_page(const Layout& layout, const http::Request& request);

// Requires: `site` outlives the router.
void add_partner_pages(http::Router& router, http::Site& site,
                       const std::shared_ptr<const Layout>& layout);

}  // namespace guichet::web
