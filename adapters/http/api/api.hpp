// The JSON API of a served desk. What a page can do, the API can do: both submit the same commands
// and show the same views. GET /api/openapi.json describes every route; `guichet routes` lists
// them. Refusals are RFC 9457 problems with every reason at once.
#pragma once

#include "adapters/http/api/api_route.hpp"

namespace guichet::http {

// Every route of the API. Requires: `site` outlives the router.
void add_api(Router& router, Site& site);

// Its rooms.
void add_desk_api(ApiRoutes& routes);      // the desk itself: card, clock, notices
void add_work_api(ApiRoutes& routes);      // lists: cases, work, what happened meanwhile
void add_changes_api(ApiRoutes& routes);   // what changes, as it does
void add_case_api(ApiRoutes& routes);      // one case: read, act, reply, tick tasks off
void add_people_api(ApiRoutes& routes);    // what people change their minds about: consent, undo ..
void add_papers_api(ApiRoutes& routes);    // notes, documents, suggestions, cases kept apart
void add_operator_api(ApiRoutes& routes);  // what is put right, with a reason
void add_intake_api(ApiRoutes& routes);    // what helps whoever takes a call; bulk acts
void add_ask_api(ApiRoutes& routes);       // the public request form
void add_account_api(ApiRoutes& routes);   // coming in, one's own account
void add_directory_api(ApiRoutes& routes);   // partners, absences of the staff
void add_definition_api(ApiRoutes& routes);  // the desk's files: draft, check, preview, publish
void add_keeper_api(ApiRoutes& routes);      // other people's accounts, keys, the journal
void add_partner_api(ApiRoutes& routes);     // a partner's inbox and commitments
void add_results_api(ApiRoutes& routes);     // results, small numbers hidden
void add_reply_api(ApiRoutes& routes);       // links of letters: code, session, hand-over

}  // namespace guichet::http
