// The target of a request line.
#pragma once

#include <string_view>

#include "adapters/http/transport/message.hpp"

namespace guichet::http {

// `/cases/7?x=1` into the request's segments and query. False for a broken escape, an empty segment
// that is not the last, `.` or `..`.
bool read_target(std::string_view target, Request& request);

}  // namespace guichet::http
