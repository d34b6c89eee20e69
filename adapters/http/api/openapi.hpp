// The API's own description, OpenAPI 3.1: made of what stands beside each route and of the members
// that views are written by, so that it cannot say something else.
#pragma once

#include <string>

#include "adapters/http/transport/router.hpp"

namespace guichet::http {

// Of the routes that are described; pages are not.
std::string openapi_json(const Router& router);
// GET /api/openapi.json. Registered last: it describes what is there, and itself.
void add_openapi(Router& router);

}  // namespace guichet::http
