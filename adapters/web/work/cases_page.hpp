// GET /cases: search and list.
#pragma once

#include "adapters/web/frame/layout.hpp"
#include "adapters/web/frame/refusal.hpp"

namespace guichet::web {

// Cases that were ticked to go to somebody else, where that was refused.
struct BulkAttempt {
  const http::Pairs& typed;
  Refused refused;
};
http::Response cases_page(const Layout& layout, const http::Request& request,
                          const BulkAttempt* attempt = nullptr);

}  // namespace guichet::web
