// The pages of a served desk: work list, cases, intake form, case page; and what they are made of
// (styles, scripts). They submit the same commands and show the same views as the API.
#pragma once

#include "adapters/http/site.hpp"
#include "adapters/http/transport/router.hpp"

namespace guichet::web {

// Requires: `site` outlives the router.
void add_pages(http::Router& router, http::Site& site);

}  // namespace guichet::web
