// GET /: what will be late next if nobody acts.
#pragma once

#include "adapters/http/work/work_board.hpp"
#include "adapters/web/frame/layout.hpp"

namespace guichet::web {

http::Response work_page(const Layout& layout, http::WorkBoard& board,
                         const http::Request& request);

}  // namespace guichet::web
