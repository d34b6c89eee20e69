// Binds a form to the browser in which its page was opened, before there is any session: a cookie
// that other sites cannot read, and its hash in the form.
#pragma once

#include <string>
#include <string_view>

#include "adapters/http/transport/message.hpp"
#include "engine/accounts/random.hpp"

namespace guichet::web {

constexpr const char* kVisitField = "form-visit";

// What this browser's cookie says; a fresh one where it has none.
std::string visit_of(const http::Request& request, bool secure, accounts::Random& random);
// What the form carries as kVisitField.
std::string visit_token(const std::string& visit);
// Sets the cookie, where the browser does not have it already.
void keep_visit(http::Response& response, const http::Request& request, const std::string& visit,
                bool secure);
// Was the form's page opened in the browser that sends it?
bool is_same_browser(const http::Request& request, const http::Pairs& form, bool secure);

}  // namespace guichet::web
