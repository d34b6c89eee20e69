// How the definition's interface answers: off the loop, with diagnostics where there are mistakes.
#pragma once

#include <functional>

#include "adapters/http/api/api_body.hpp"
#include "adapters/http/api/api_route.hpp"
#include "adapters/http/definition/definition_room.hpp"
#include "adapters/http/transport/slow_work.hpp"
#include "engine/json/json.hpp"

namespace guichet::http {

// Requires: what `work` captures lives as long as the site.
ApiRoutes::Write slowly(const Site& site,
                        std::function<Response(const Request&, const Given&)> work);
Response not_shown(const NotShown& refused, base::Language language);

// Trials, preview, publication and history.
void add_publication_api(ApiRoutes& routes);

}  // namespace guichet::http
