// The forms of the case page: each becomes a command; then the page again.
#pragma once

#include "adapters/web/frame/layout.hpp"

namespace guichet::web {

// POST /cases/{id}/acts/{name}, /cases/{id}/replies/{name}, /cases/{id}/tasks/{name}. An accepted
// command is answered 303 to the case page; a rejected one by the page with every reason.
void take_act(const Layout& layout, const http::Request& request, http::Respond respond);
void take_reply(const Layout& layout, const http::Request& request, http::Respond respond);
void complete_task(const Layout& layout, const http::Request& request, http::Respond respond);

}  // namespace guichet::web
