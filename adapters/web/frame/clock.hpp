// The demonstration's clock: moved on by a button, and what left the desk meanwhile.
#pragma once

#include "adapters/http/transport/router.hpp"
#include "adapters/web/frame/layout.hpp"

namespace guichet::web {

// Of a page's query: from when on to tell what left.
constexpr const char* kSince = "since";

// POST /clock: `by` is day, week or month; then the page that was looked at, with a summary.
http::Response move_clock(const Layout& layout, const http::Request& request);
// How many letters left since then, how many of them reminders and escalations, and which.
void tell_what_left(const Layout& layout, base::Instant since, base::Language language,
                    ctemplate::TemplateDictionary& page);

}  // namespace guichet::web
