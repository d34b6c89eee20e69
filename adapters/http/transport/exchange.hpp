// One request and its answer as the server's connection sees them, without any input or output:
// what is refused, which handler answers, what an answer's bytes are.
#pragma once

#include <exception>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "adapters/http/transport/framing.hpp"
#include "adapters/http/transport/request_reader.hpp"
#include "adapters/http/transport/router.hpp"
#include "adapters/http/transport/server.hpp"

namespace guichet::http {

// What all connections of a server share.
struct ServerParts {
  Router router;
  Limits limits;
  base::Log& log;
};

struct Exchange {
  Request request;
  HeadFacts facts;
  Router::Match match;
  std::unique_ptr<RequestReader> reader;
  std::size_t body_limit = 0;
  bool keep_alive = false;
  int refused = 0;  // status, where the request goes no further
};

// Requires: `head` ends with its blank line.
// `remote` is the peer's address, which a trusted proxy puts another in place of.
Exchange open_exchange(const ServerParts& parts, std::string_view head, const std::string& remote);

// Has the guard look and the handler answer; what they throw becomes the answer at once.
std::optional<Response> call_handler(const ServerParts& parts, Exchange& exchange, Respond respond);

// The page of a refusal or fault; 405 names the methods that the path knows.
Response refusal(const ServerParts& parts, const Exchange& exchange, int status,
                 const std::string& id = {});

struct Answer {
  std::string head;
  std::string body;
  bool close = false;
};

// Security headers, gzip, framing. A response that cannot be sent becomes a fault that is logged.
Answer seal(const ServerParts& parts, const Exchange& exchange, Response& response,
            bool keep_alive);

// Writes what failed to the log, under a new id that is returned for the page.
std::string log_fault(const ServerParts& parts, const Request& request, std::string_view what);
// Of a connection that ended by an exception; null: as it should.
void log_end(const ServerParts& parts, const std::exception_ptr& end);

}  // namespace guichet::http
