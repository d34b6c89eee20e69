// What a code has opened: the referral for the adviser who is asked, or her own request for the
// person who made it; and what either can do there. The acts are those of the API.
#pragma once

#include <optional>
#include <string>

#include "adapters/http/transport/router.hpp"
#include "adapters/web/cases/case_page.hpp"
#include "adapters/web/reply/reply_entry.hpp"

namespace guichet::web {

// Where somebody answers what she was asked: behind a letter's link and its code, or in the inbox
// of her account.
struct Door {
  std::string address;  // "/r/12-3-..", "/inbox/12/3": those of its forms begin with it
  bool by_link = true;
};
Door door_of(const http::Request& request);
// What is behind the door, for whoever may be there; else nothing.
std::optional<http::Destination> behind_door(const ReplyRoom& room, const http::Request& request);
// The same; where nothing is, `respond` has been told why.
std::optional<http::Destination> entered_by(const ReplyRoom& room, const http::Request& request,
                                            const http::Respond& respond);

// GET /r/{token}: the page in session; else the page of the button.
http::Response reply_page(const ReplyRoom& room, const http::Request& request);
// For whoever has entered; with what was tried there and refused.
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
