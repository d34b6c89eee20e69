// What handlers see of HTTP: plain structs, no library. Values are decoded; names of headers are
// compared without case.
#pragma once

#include <functional>
#include <initializer_list>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/access/principal.hpp"
#include "engine/access/rights.hpp"
#include "engine/base/message.hpp"

namespace guichet::http {

class EventStream;

// Names with values in the order in which they came; a name may come more than once.
class Pairs {
 public:
  void add(std::string name, std::string value) {
    list_.emplace_back(std::move(name), std::move(value));
  }
  bool has(std::string_view name) const;
  // The first value of that name; empty where there is none.
  const std::string& get(std::string_view name) const;
  std::vector<std::string> all(std::string_view name) const;
  const std::vector<std::pair<std::string, std::string>>& list() const { return list_; }
  bool empty() const { return list_.empty(); }

 private:
  std::vector<std::pair<std::string, std::string>> list_;
};

class Headers {
 public:
  Headers() = default;
  Headers(std::initializer_list<std::pair<std::string, std::string>> list) : list_(list) {}
  bool has(std::string_view name) const;
  // The first value of that name; empty where there is none.
  const std::string& get(std::string_view name) const;
  void set(std::string_view name, std::string value);  // in place of all of that name
  void add(std::string name, std::string value);       // beside them: Set-Cookie
  const std::vector<std::pair<std::string, std::string>>& list() const { return list_; }

 private:
  std::vector<std::pair<std::string, std::string>> list_;
};

struct Request {
  std::string method;             // GET, POST .. as sent; a HEAD served by a GET route stays HEAD
  std::string target;             // as sent, for the log
  std::vector<std::string> path;  // decoded segments: /cases/7 is {"cases", "7"}, / is {}
  Pairs params;                   // what the route's {names} took
  Pairs query;
  Headers headers;
  Pairs cookies;
  std::string body;
  std::string remote;  // address that asks, without port: the peer's, or as a trusted proxy says
  // Set by the guard before a handler or an error page is called.
  access::Principal principal;
  access::Decision decision = access::Decision::allow;
  std::optional<base::Message> why;  // the guard refuses: the sentence for the error page
};

struct Response {
  int status = 200;
  Headers headers;
  std::string body;
  // Where set, the answer is a stream of server-sent events and `body` is not used.
  std::shared_ptr<EventStream> events;
};

// Answers a request once; may be called from any thread, during the handler or after it, while the
// loop exists. A second call is ignored; no call within the limit of time is answered by 503.
using Respond = std::function<void(Response)>;
// The request is there during the call: what a later answer needs is to be copied.
using Handler = std::function<void(const Request&, Respond)>;

Response text_response(int status, std::string text);
Response html_response(int status, std::string html);
Response json_response(int status, std::string json);
// 303: the browser asks for `location` by GET. Requires: a location of this site ("/cases/7").
Response see_other(const std::string& location);

// Language that the request asks for: `?lang=`, else Accept-Language.
base::Language asked_language(const Request& request, base::Language otherwise);

// A name of the status for people and the status line: "Not Found".
std::string_view reason_of(int status);

}  // namespace guichet::http
