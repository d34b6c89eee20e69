// The public request form and its confirmation. Made of the desk's YAML; nothing of it is in an
// address, and it needs no script.
#pragma once

#include <memory>

#include "adapters/http/transport/router.hpp"
#include "adapters/web/frame/layout.hpp"

namespace guichet::web {

// GET and POST /ask, GET /ask/done, and /demande, which leads there. Requires: the router ends
// before the site.
void add_ask_pages(http::Router& router, http::Site& site,
                   const std::shared_ptr<const Layout>& layout);

}  // namespace guichet::web
