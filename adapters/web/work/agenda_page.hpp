// GET /agenda: the weekly meeting, to be projected; each line has its acts, so that what is decided
// there becomes one.
#pragma once

#include "adapters/web/frame/layout.hpp"

namespace guichet::web {

http::Response agenda_page(const Layout& layout, const http::Request& request);

}  // namespace guichet::web
