// GET /: what will be late next if nobody acts.
#pragma once

#include "adapters/web/frame/layout.hpp"

namespace guichet::web {

http::Response work_page(const Layout& layout, const http::Request& request);

}  // namespace guichet::web
