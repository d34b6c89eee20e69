// The target of a request line.
#pragma once

#include <string>
#include <string_view>

#include "adapters/http/transport/message.hpp"

namespace guichet::http {

// `/cases/7?x=1` into the request's segments and query. False for a broken escape, an empty segment
// that is not the last, `.` or `..`.
bool read_target(std::string_view target, Request& request);

// The path as a log may have it: without the query, which may hold what somebody typed, and without
// the secrets of links (`/invitation/..`, `/r/12-3-..`), which a whole run of hexadecimals is.
std::string path_for_log(const Request& request);

}  // namespace guichet::http
