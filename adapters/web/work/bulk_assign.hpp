// POST /cases/assign: several cases of the list go to another member of staff, with one reason.
#pragma once

#include "adapters/web/frame/layout.hpp"

namespace guichet::web {

// Each case is a command of its own: the page that answers says which went over and why others did
// not.
void assign_cases(const Layout& layout, const http::Request& request, http::Respond respond);

}  // namespace guichet::web
