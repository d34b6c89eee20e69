// Which handler answers a method and a path. Patterns are `/cases/{id}/acts/{name}`; a last segment
// `{path...}` takes all that is left. A literal wins over a name, a name over the rest.
// Each route says which right it asks for and what it touches; a guard stands before them all, and
// a router without a guard answers only what is public.
// Built once, then only read: shared between threads freely.
#pragma once

#include <cstddef>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "adapters/http/transport/message.hpp"
#include "engine/access/rights.hpp"

namespace guichet::http {

struct RouteDoc;

struct RouteOptions {
  std::size_t body_limit = 0;  // bytes; 0: the server's own; never more than its greatest
  std::shared_ptr<const RouteDoc> doc{};  // of the API: what OpenAPI says of it
};

// What a route asks for. There is no route without one.
struct RouteAccess {
  constexpr RouteAccess(access::Right its_right, access::Object its_object)
      : right(its_right), object(its_object) {}
  access::Right right;
  access::Object object;
};

// A route as it was registered, for whoever lists them.
struct RouteInfo {
  std::string method, pattern;
  RouteAccess access;
  std::shared_ptr<const RouteDoc> doc;
};

// The page for a refusal or a fault. `id` is the one in the log, empty below 500.
using ErrorPage =
    std::function<Response(const Request& request, int status, const std::string& id)>;

class Guard;

class Router {
 public:
  Router();
  ~Router();
  Router(Router&&) noexcept;
  Router& operator=(Router&&) noexcept;

  // Requires: `pattern` begins with '/'; no other route of that method has the same shape.
  // A GET route answers HEAD too.
  void on(std::string method, std::string_view pattern, RouteAccess access, Handler handler,
          RouteOptions options = {});
  void get(std::string_view pattern, RouteAccess access, Handler handler) {
    on("GET", pattern, access, std::move(handler));
  }
  void post(std::string_view pattern, RouteAccess access, Handler handler,
            RouteOptions options = {}) {
    on("POST", pattern, access, std::move(handler), options);
  }
  // In place of the plain text that errors show otherwise (401, 403, 404, 405, 413, 500 ..).
  void on_error(ErrorPage page) { error_page_ = std::move(page); }
  void guard_with(std::shared_ptr<const Guard> guard) { guard_ = std::move(guard); }

  struct Match {
    const Handler* handler = nullptr;
    RouteAccess access{access::Right::look, access::Object::nothing};
    RouteOptions options;
    Pairs params;
    std::vector<std::string> allowed;  // where the path is known and the method is not: 405
  };
  Match find(std::string_view method, const std::vector<std::string>& path) const;
  // Has the guard look at the request, then the handler answer it. Requires: a match with a
  // handler, whose params are the request's.
  void serve(const Match& match, Request& request, Respond respond) const;
  // The page of `status`, by on_error's function where there is one; of the API, always a problem.
  Response error(const Request& request, int status, const std::string& id = {}) const;
  // In the order of their registration.
  const std::vector<RouteInfo>& routes() const { return infos_; }

 private:
  struct Node;
  std::unique_ptr<Node> root_;
  ErrorPage error_page_;
  std::shared_ptr<const Guard> guard_;
  std::vector<RouteInfo> infos_;
};

}  // namespace guichet::http
