// Which handler answers a method and a path. Patterns are `/cases/{id}/acts/{name}`; a last segment
// `{path...}` takes all that is left. A literal wins over a name, a name over the rest.
// Built once, then only read: shared between threads freely.
#pragma once

#include <cstddef>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "adapters/http/message.hpp"

namespace guichet::http {

struct RouteOptions {
  std::size_t body_limit = 0;  // bytes; 0: the server's own; never more than its greatest
};

// The page for a refusal or a fault. `id` is the one in the log, empty below 500.
using ErrorPage =
    std::function<Response(const Request& request, int status, const std::string& id)>;

class Router {
 public:
  Router();
  ~Router();
  Router(Router&&) noexcept;
  Router& operator=(Router&&) noexcept;

  // Requires: `pattern` begins with '/'; no other route of that method has the same shape.
  // A GET route answers HEAD too.
  void on(std::string method, std::string_view pattern, Handler handler, RouteOptions options = {});
  void get(std::string_view pattern, Handler handler) { on("GET", pattern, std::move(handler)); }
  void post(std::string_view pattern, Handler handler, RouteOptions options = {}) {
    on("POST", pattern, std::move(handler), options);
  }
  // In place of the plain text that errors show otherwise (404, 405, 413, 500 ..).
  void on_error(ErrorPage page) { error_page_ = std::move(page); }

  struct Match {
    const Handler* handler = nullptr;
    RouteOptions options;
    Pairs params;
    std::vector<std::string> allowed;  // where the path is known and the method is not: 405
  };
  Match find(std::string_view method, const std::vector<std::string>& path) const;
  // The page of `status`, by on_error's function where there is one.
  Response error(const Request& request, int status, const std::string& id = {}) const;

 private:
  struct Node;
  std::unique_ptr<Node> root_;
  ErrorPage error_page_;
};

}  // namespace guichet::http
