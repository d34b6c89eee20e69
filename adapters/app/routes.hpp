// All that a served desk answers, registered in one place: `serve` serves it, `routes` lists it.
#pragma once

#include "adapters/http/site.hpp"
#include "adapters/http/transport/router.hpp"

namespace guichet::app {

// The routes without their guard. Requires: `site` outlives the router.
void add_routes(http::Router& router, http::Site& site);

}  // namespace guichet::app
