// Coming in by the link of a letter: the page that shows nothing personal, the code, the way out.
// Nothing of it changes a case; a robot that presses every button has a code sent, at most.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "adapters/http/reply/reply_link.hpp"
#include "adapters/web/frame/layout.hpp"

namespace guichet::web {

// What the handlers of these pages share; lives as long as the last of them.
struct ReplyRoom {
  std::shared_ptr<const Layout> layout;
  // The site's: not owned here, since its threads hold this room and must not be what ends it.
  http::ReplyLinks* links = nullptr;

  std::string say(const http::Request& request, const base::MessageText& text,
                  std::vector<std::string> arguments = {}) const {
    return base::Message(text, std::move(arguments)).in(layout->language(request));
  }
};
using SharedRoom = std::shared_ptr<const ReplyRoom>;

// What the path of a request says the link is.
inline const std::string& locator_of(const http::Request& request) {
  return request.params.get("token");
}

// The page of the button. The same for every well-formed link but for the subject and deadline of a
// genuine one; links that are over or without an address say so.
http::Response reply_start(const ReplyRoom& room, const http::Request& request, int status = 200,
                           const std::vector<std::string>& reasons = {});
http::Response reply_code(const ReplyRoom& room, const http::Request& request, int status = 200,
                          const std::string& error = {});
// POST: sends a code, or lets a browser in that the address trusts.
void ask_for_code(const SharedRoom& room, const http::Request& request, http::Respond respond);
// POST: the code.
void enter_by_code(const SharedRoom& room, const http::Request& request, http::Respond respond);
// POST: ends the session.
void leave_link(const SharedRoom& room, const http::Request& request, http::Respond respond);

// A page of one sentence, with how to reach the desk.
http::Response reply_message(const ReplyRoom& room, const http::Request& request, int status,
                             const base::MessageText& title, const base::MessageText& sentence);
// Labels and the link: what every template of these pages uses.
void put_reply_words(ctemplate::TemplateDictionary& body, const ReplyRoom& room,
                     const http::Request& request);

}  // namespace guichet::web
