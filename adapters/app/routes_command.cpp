#include <fmt/format.h>

#include <iostream>

#include "adapters/app/arguments.hpp"
#include "adapters/app/commands.hpp"
#include "adapters/app/routes.hpp"
#include "adapters/http/api/api.hpp"
#include "adapters/http/api/openapi.hpp"
#include "adapters/web/pages.hpp"
#include "engine/json/json.hpp"

namespace guichet::app {
namespace {

class NoClock final : public base::Clock {
 public:
  base::Instant now() const override { return {}; }
};
class NoLog final : public base::Log {
 public:
  void write(base::LogLevel, std::string_view) override {}
};

// Routes are the program's, not a desk's: they are registered for one without any files.
http::Router routes_of(http::Site& site) {
  http::Router router;
  add_routes(router, site);
  return router;
}

std::string route_json(const http::RouteInfo& route) {
  return fmt::format(R"({{"method":"{}","pattern":{},"right":"{}","object":"{}","audit":"{}"}})",
                     route.method, json::quote(route.pattern), access::to_text(route.access.right),
                     access::to_text(route.access.object),
                     access::to_text(access::audit_of(route.access.right)));
}

void print_table(const http::Router& router) {
  for (const http::RouteInfo& each : router.routes()) {
    std::cout << fmt::format("{:<5}{:<38}{:<18}{:<12}{}\n", each.method, each.pattern,
                             access::to_text(each.access.right),
                             access::to_text(each.access.object),
                             access::to_text(access::audit_of(each.access.right)));
  }
}

}  // namespace

void add_routes(http::Router& router, http::Site& site) {
  http::add_api(router, site);
  web::add_pages(router, site);
}

int run_routes(const Words& words) {
  const Usage usage{
      .command = "routes",
      .summary = "What a served desk answers: method, path, right asked for, object, audit.",
      .options = {{"json", "", "one JSON object a line"},
                  {"openapi", "", "the API's description (OpenAPI 3.1)"}}};
  const auto arguments = Arguments::parse(usage, words);
  if (!arguments) return arguments.error();
  const NoClock clock;
  NoLog log;
  const auto store = store::make_memory_store();
  desk::Desk desk(std::make_shared<const bundle::Desk>(), *store, clock, log);
  http::Site site{.desk = desk};
  const http::Router router = routes_of(site);
  if (arguments->has("openapi")) {
    std::cout << http::openapi_json(router) << "\n";
  } else if (arguments->has("json")) {
    for (const http::RouteInfo& each : router.routes()) std::cout << route_json(each) << "\n";
  } else {
    print_table(router);
  }
  return kDone;
}

}  // namespace guichet::app
