// GET /cases: search and list.
#pragma once

#include "adapters/web/frame/layout.hpp"

namespace guichet::web {

http::Response cases_page(const Layout& layout, const http::Request& request);

}  // namespace guichet::web
