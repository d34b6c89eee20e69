// The addresses of a coordinator's pages beyond the case itself: changes outside a path, the
// meeting, absences, bulk acts.
#pragma once

#include <memory>

#include "adapters/http/transport/router.hpp"
#include "adapters/web/frame/layout.hpp"

namespace guichet::web {

// Requires: the router ends before the site.
void add_coordinator_pages(http::Router& router, const std::shared_ptr<const Layout>& layout);

}  // namespace guichet::web
