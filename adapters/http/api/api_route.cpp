#include "adapters/http/api/api_route.hpp"

#include "adapters/http/api/api_body.hpp"
#include "adapters/http/transport/slow_work.hpp"

namespace guichet::http {

void ApiRoutes::get(std::string_view pattern, RouteAccess access, RouteDoc doc, Read read) {
  router_.on("GET", pattern, access,
             [read = std::move(read)](const Request& request, const Respond& respond) {
               respond(read(request));
             },
             {.doc = std::make_shared<const RouteDoc>(std::move(doc))});
}

void ApiRoutes::get_slowly(std::string_view pattern, RouteAccess access, RouteDoc doc, Read read) {
  router_.on("GET", pattern, access,
             [&site = site_, read = std::move(read)](const Request& request, Respond respond) {
               answer_slowly(site, request, std::move(respond), read);
             },
             {.doc = std::make_shared<const RouteDoc>(std::move(doc))});
}

void ApiRoutes::get_cases(std::string_view pattern, RouteAccess access, RouteDoc doc, Read read) {
  router_.on("GET", pattern, access,
             [&site = site_, read = std::move(read)](const Request& request, Respond respond) {
               if (access::Sight::of(request.principal).sees_all()) return respond(read(request));
               answer_slowly(site, request, std::move(respond), read);
             },
             {.doc = std::make_shared<const RouteDoc>(std::move(doc))});
}

void ApiRoutes::on(std::string method, std::string_view pattern, RouteAccess access, RouteDoc doc,
                   Write write) {
  const auto kept = std::make_shared<const RouteDoc>(std::move(doc));
  router_.on(
      std::move(method), pattern, access,
      [&site = site_, kept, write = std::move(write)](const Request& request, Respond respond) {
        const auto given = Given::of(request, *kept);
        if (given) return write(request, *given, std::move(respond));
        respond(problem(given.error(), language_of(request, site)));
      },
      {.body_limit = kept->body_limit, .doc = kept});
}

}  // namespace guichet::http
