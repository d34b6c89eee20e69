// The intake form: the few fields that save a call first, then everything else that may be known.
#pragma once

#include "adapters/web/frame/layout.hpp"

namespace guichet::web {

// GET /requests/new
http::Response request_page(const Layout& layout, const http::Request& request);
// POST /requests: the case page, or the form again with what was typed and every reason.
void save_request(const Layout& layout, const http::Request& request, http::Respond respond);

}  // namespace guichet::web
