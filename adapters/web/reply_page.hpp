// What a code has opened: the referral for the adviser who is asked, or her own request for the
// person who made it; and what either can do there. The acts are those of the API.
#pragma once

#include "adapters/http/router.hpp"
#include "adapters/web/case_page.hpp"
#include "adapters/web/reply_entry.hpp"

namespace guichet::web {

// GET /r/{token}: the page in session; else the page of the button.
http::Response reply_page(const ReplyRoom& room, const http::Request& request);
// For whoever has entered by the link; with what was tried there and refused.
http::Response link_page(const ReplyRoom& room, const http::Request& request,
                         const http::Destination& to, const Attempt* attempt = nullptr);

// In reply_acts.cpp.
// POST: what the path offers to whoever came in by the link.
void reply_to_link(const SharedRoom& room, const http::Request& request, http::Respond respond);
void act_by_link(const SharedRoom& room, const http::Request& request, http::Respond respond);
// POST: the referral goes to a colleague of the institution.
void hand_over_link(const SharedRoom& room, const http::Request& request, http::Respond respond);
// POST: the adviser suggests another partner.
void suggest_by_link(const SharedRoom& room, const http::Request& request, http::Respond respond);
// POST: a file is sent; one's own is taken away. GET: one is fetched.
void send_file_by_link(const SharedRoom& room, const http::Request& request, http::Respond respond);
void remove_file_by_link(const SharedRoom& room, const http::Request& request,
                         http::Respond respond);
http::Response file_by_link(const ReplyRoom& room, const http::Request& request);
// POST: the person takes her consent back.
void stop_sharing(const SharedRoom& room, const http::Request& request, http::Respond respond);

// Registers all addresses below /r/.
void add_reply_pages(http::Router& router, http::Site& site,
                     const std::shared_ptr<const Layout>& layout);
// In place of the usual page of a refusal, for an address below /r/ whose session has ended.
std::optional<http::Response> reply_refusal(http::Site& site,
                                            const std::shared_ptr<const Layout>& layout,
                                            const http::Request& request, int status);

}  // namespace guichet::web
