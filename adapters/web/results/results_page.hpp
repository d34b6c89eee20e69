// GET /results: what the desk's work came to, for elected officials, funders and whoever else may
// see it; GET /results.csv: the same for spreadsheets. Nobody's data, small numbers hidden.
#pragma once

#include "adapters/http/transport/router.hpp"
#include "adapters/web/frame/layout.hpp"

namespace guichet::web {

// Requires: `site` outlives the router.
void add_results_pages(http::Router& router, http::Site& site,
                       const std::shared_ptr<const Layout>& layout);

}  // namespace guichet::web
