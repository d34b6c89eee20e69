// Which address is which page, below /r/.
#include "adapters/http/entrance/audit_witness.hpp"
#include "adapters/http/transport/router.hpp"
#include "adapters/web/papers/upload.hpp"
#include "adapters/web/reply/reply_page.hpp"
#include "adapters/web/reply/reply_words.hpp"

namespace guichet::web {
namespace {

using access::Object;
using access::Right;
using http::Request;
using http::Respond;

// Her case or a paper of it: what the page of a link shows before the code is nobody's.
http::Response noted(const ReplyRoom& room, const Request& request, http::Response response) {
  const auto to = response.status == 200 ? room.links->find(locator_of(request)) : std::nullopt;
  if (to && http::ReplyLinks::has_entered(request, *to)) {
    http::note_seen_by_link(room.links->reception(), request);
  }
  return response;
}

SharedRoom reply_room(http::Site& site, const std::shared_ptr<const Layout>& layout) {
  return std::make_shared<const ReplyRoom>(ReplyRoom{layout, &http::links_of(site)});
}

}  // namespace

void add_reply_pages(http::Router& router, http::Site& site,
                     const std::shared_ptr<const Layout>& layout) {
  const SharedRoom room = reply_room(site, layout);
  const auto get = [&](const char* path, auto page) {
    router.get(path, {Right::look, Object::link},
               [room, page](const Request& request, const Respond& respond) {
                 respond(noted(*room, request, page(*room, request)));
               });
  };
  const auto post = [&](const char* path, Right right, auto act) {
    router.post(path, {right, Object::link}, [room, act](const Request& request, Respond respond) {
      act(room, request, std::move(respond));
    });
  };
  get("/r/{token}", reply_page);
  get("/r/{token}/code",
      [](const ReplyRoom& its, const Request& request) { return reply_code(its, request); });
  post("/r/{token}/code", Right::sign_in, ask_for_code);
  post("/r/{token}/session", Right::sign_in, enter_by_code);
  post("/r/{token}/leave", Right::sign_in, leave_link);
  post("/r/{token}/replies/{name}", Right::act, reply_to_link);
  post("/r/{token}/acts/{name}", Right::act, act_by_link);
  post("/r/{token}/hand-over", Right::act, hand_over_link);
  post("/r/{token}/suggest", Right::act, suggest_by_link);
  post("/r/{token}/remove-document", Right::act, remove_file_by_link);
  get("/r/{token}/documents/{key}", file_by_link);
  router.post("/r/{token}/documents", {Right::act, Object::link},
              [room](const Request& request, Respond respond) {
                send_file_by_link(room, request, std::move(respond));
              },
              {.body_limit = kUploadLimit});
  post("/r/{token}/stop-sharing", Right::consent, stop_sharing);
}

std::optional<http::Response> reply_refusal(http::Site& site,
                                            const std::shared_ptr<const Layout>& layout,
                                            const Request& request, int status) {
  const bool ended = status == 401 && !request.path.empty() && request.path.front() == "r";
  if (!ended || !site.links) return {};
  const ReplyRoom room{layout, site.links.get()};
  return reply_start(room, request, status, {room.say(request, messages::kSessionOver)});
}

}  // namespace guichet::web
