// GET /meanwhile: what happened in somebody's cases while she was away.
#pragma once

#include "adapters/web/frame/layout.hpp"

namespace guichet::web {

// ?who= a member of staff (else who asks), ?since= a day (else the first of her last absence, else
// a week ago).
http::Response meanwhile_page(const Layout& layout, const http::Request& request);

}  // namespace guichet::web
