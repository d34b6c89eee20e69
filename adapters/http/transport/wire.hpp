// An answer's bytes: the status line and the headers, those of security among them. Pure.
#pragma once

#include <optional>
#include <string>

#include "adapters/http/transport/message.hpp"

namespace guichet::http {

// Sets what every answer carries unless the handler set it: Content-Security-Policy, nosniff,
// Referrer-Policy, Permissions-Policy, Cache-Control: no-store ..
void add_security_headers(Headers& headers);
// Packs the body where the request accepts it and it is worth it.
void pack_body(const Request& request, Response& response);
// The head up to its blank line. Content-Length is ours: that of the body, none for a stream, 204
// and 304. Nothing where a header holds a line break or its name is none.
std::optional<std::string> head_of(const Response& response, bool keep_alive);

}  // namespace guichet::http
