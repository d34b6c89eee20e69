// The pages by which people with accounts come in: password, second factor, a fresh proof; the way
// out. They do what /api/login and what follows it do; on a desk without accounts there are none.
#pragma once

#include <memory>
#include <optional>

#include "adapters/http/transport/router.hpp"
#include "adapters/web/frame/layout.hpp"

namespace guichet::web {

void add_sign_in_pages(http::Router& router, const std::shared_ptr<const Layout>& layout);

// Where a page that wants a session, or a fresh proof, sends its visitor: there and back again.
// Nothing where the plain refusal says it: forms, what a page asks for by itself, desks without
// accounts, other reasons.
std::optional<http::Response> sent_to_sign_in(const http::Site& site, const http::Request& request,
                                              int status);

// A form that wants a session or a fresh proof first: the page that asks for it keeps what was
// typed, and shows it afterwards to be sent. Nothing for whatever else was refused.
std::optional<http::Response> kept_for_later(const std::shared_ptr<const Layout>& layout,
                                             const http::Request& request, int status);

}  // namespace guichet::web
