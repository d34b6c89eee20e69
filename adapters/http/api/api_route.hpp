// A route of the API and its description, side by side: what the body may hold is checked by it,
// the OpenAPI page is printed from it, and the tests hold every answer against it.
#pragma once

#include <expected>
#include <functional>
#include <string_view>
#include <vector>

#include "adapters/http/site.hpp"
#include "adapters/http/transport/router.hpp"

namespace guichet::http {

// Kinds of members. `fields` are values by field id, typed by the desk's fields.yaml.
// `objects` are objects in a list, whose members the handler checks.
enum class Json { text, number, flag, texts, fields, objects };

struct Member {
  std::string_view name;
  Json kind = Json::text;
  std::string_view about;
};

struct RouteDoc {
  std::string_view summary;
  std::vector<Member> query{};
  std::vector<Member> body{};
  std::string_view answer{};   // name of a schema of schemas.hpp; empty: a stream of events
  int status = 200;            // of an answer that is no problem
  std::size_t body_limit = 0;  // bytes; 0: the server's own
  std::string_view media{};    // of an answer that is a file
};

class Given;

// Registers described routes of one site. Their handlers hold what they capture as long as the
// router does.
class ApiRoutes {
 public:
  using Read = std::function<Response(const Request&)>;
  using Write = std::function<void(const Request&, const Given&, Respond)>;

  ApiRoutes(Router& router, Site& site) : router_(router), site_(site) {}
  void get(std::string_view pattern, RouteAccess access, RouteDoc doc, Read read);
  // The same off the loop, which must not wait: see answer_slowly().
  void get_slowly(std::string_view pattern, RouteAccess access, RouteDoc doc, Read read);
  // Off the loop for whoever sees some cases only: of hers each is read.
  void get_cases(std::string_view pattern, RouteAccess access, RouteDoc doc, Read read);
  void post(std::string_view pattern, RouteAccess access, RouteDoc doc, Write write) {
    on("POST", pattern, access, std::move(doc), std::move(write));
  }
  void put(std::string_view pattern, RouteAccess access, RouteDoc doc, Write write) {
    on("PUT", pattern, access, std::move(doc), std::move(write));
  }
  void remove(std::string_view pattern, RouteAccess access, RouteDoc doc, Write write) {
    on("DELETE", pattern, access, std::move(doc), std::move(write));
  }
  Site& site() const { return site_; }

 private:
  void on(std::string method, std::string_view pattern, RouteAccess access, RouteDoc doc,
          Write write);

  Router& router_;
  Site& site_;
};

}  // namespace guichet::http
