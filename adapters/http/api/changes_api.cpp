// What changes, as it does.
#include "adapters/http/api/api.hpp"
#include "adapters/http/api/changes.hpp"
#include "adapters/http/api/problem.hpp"
#include "adapters/http/site_messages.hpp"

namespace guichet::http {
namespace {

Response follow_changes(Site& site, const Request& request) {
  auto stream = site.changes->follow(request.principal);
  if (!stream) {
    Response response =
        problem({429, {{base::Message(messages::kTooManyFollow), {}}}}, language_of(request, site));
    response.headers.set("Retry-After", "60");
    return response;
  }
  Response response;
  response.events = std::move(stream);
  return response;
}

}  // namespace

void add_changes_api(ApiRoutes& routes) {
  Site& site = routes.site();
  site.changes = std::make_shared<Changes>(site.desk);
  site.desk.tell_changes([weak = std::weak_ptr(site.changes)](const cases::Receipt& change) {
    if (const auto changes = weak.lock()) changes->tell(change);
  });
  site.desk.tell_publications([weak = std::weak_ptr(site.changes)](const store::Publication& put) {
    if (const auto changes = weak.lock()) changes->tell_definition(put.content_hash);
  });
  routes.get("/api/events", {access::Right::list_cases, access::Object::nothing},
             {.summary = "Server-sent events: `change`, which case, {\"case\":7,\"rev\":12}; "
                         "`definition`, a version was published, {\"hash\":\"..\"}; `directory`, "
                         "an entry changed, {\"partner\":\"..\"}, empty for the staff"},
             [&site](const Request& request) { return follow_changes(site, request); });
}

}  // namespace guichet::http
