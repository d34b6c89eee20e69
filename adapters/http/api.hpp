// The JSON API of a served desk. What a page can do, the API can do: both submit the same commands
// and show the same views.
//
//   GET  /api/desk                          fields, for whoever builds a form
//   GET  /api/work?owner=&most=             what will be late next
//   GET  /api/cases?text=&theme=&owner=&all=1&first=&most=
//   POST /api/requests                      {"fields": {..}, "key": ".."}
//   GET  /api/cases/{id}
//   POST /api/cases/{id}/acts/{name}        {"n": 2, "with": {..}, "rev": 12, "key": ".."}
//   POST /api/cases/{id}/replies/{name}     the same, with "channel"
//   POST /api/cases/{id}/tasks/{task}       {"n": 2, "entry": 3}
//   POST /api/cases/{id}/operator/{name}    due move correct incident assign hand-over reopen:
//                                           {"n": 2, "reason": "..", ..}, see operator_api.cpp
//   GET  /api/staff/{who}/meanwhile?since=  what happened in her cases while she was away
//   GET  /api/notices                       conventions that end
//   POST /api/clock                         {"until": "2009-03-05T09:00"}, demonstration only
//   GET  /health
//
// Refusals are RFC 9457 problems with every reason at once.
#pragma once

#include "adapters/http/router.hpp"
#include "adapters/http/site.hpp"

namespace guichet::http {

// Requires: `site` outlives the router.
void add_api(Router& router, Site& site);

}  // namespace guichet::http
