// What a form had typed when it could not be taken yet (the session had ended, a proof was wanted
// first, the page was an earlier session's): kept in the pages on the way, and shown at the end to
// be sent once more, by hand. Passwords and codes are not kept, nor the bytes of files.
#pragma once

#include <optional>

#include "adapters/http/transport/router.hpp"
#include "adapters/web/frame/layout.hpp"

namespace guichet::web {

// The form of the request under the names that the next page sends it by. Nothing for what is no
// form, and for those of coming in.
std::optional<http::Pairs> kept_form(const http::Request& request);
bool has_kept_form(const http::Pairs& form);
// Sections AGAIN, one a hidden input: of a page that keeps `form` a while longer.
void fill_kept_form(ctemplate::TemplateDictionary& body, const http::Pairs& form);
// TO, TOKEN and AGAIN: of the form that sends it at last, with that token.
void fill_sent_form(ctemplate::TemplateDictionary& body, const http::Pairs& form,
                    const std::string& token);

// What a field that somebody filled in is called; nothing for what stands behind a form and not in
// it: keys, revisions, where to go on, secrets.
std::optional<std::string> label_of_typed(const Layout& layout, const http::Request& request,
                                          const std::string& name);

// The page with what was typed and one button.
http::Response send_again_page(const Layout& layout, const http::Request& request, int status,
                               const http::Pairs& form, const std::string& token,
                               const base::MessageText& title);

// For a form with an earlier session's token, of somebody who is signed in: the same at once.
// Nothing for whatever else was refused.
std::optional<http::Response> kept_for_token(const Layout& layout, const http::Request& request,
                                             int status);

}  // namespace guichet::web
