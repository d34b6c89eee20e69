#include "adapters/web/partner/partner_pages.hpp"

#include "adapters/http/results/published_results.hpp"
#include "adapters/http/transport/slow_work.hpp"
#include "adapters/web/frame/refusal.hpp"
#include "adapters/web/papers/upload.hpp"

namespace guichet::web {
namespace {

using access::Object;
using access::Right;
using http::Request;
using http::Respond;
using http::Response;
using SharedLayout = std::shared_ptr<const Layout>;

// What reads several cases, or all of them, leaves the loop.
http::Handler slowly(const SharedLayout& layout,
                     const std::function<Response(const Layout&, const Request&)>& page) {
  return [layout, page](const Request& request, Respond respond) {
    http::answer_slowly(
        layout->site(), request, std::move(respond),
        [layout, page](const Request& kept) { return page(*layout, kept); },
        [layout](const Request& kept, int status, const std::string& id) {
          return refused_page(*layout, kept, status, id);
        });
  };
}

void show_asked(const SharedRoom& room, const Request& request, const Respond& respond) {
  const auto to = entered_by(*room, request, respond);
  if (to) respond(link_page(*room, request, *to));
}

}  // namespace

bool has_inbox(const access::Principal& principal) {
  return principal.is(access::Persona::partner) && !principal.is(access::Persona::coordinator);
}

void add_partner_pages(http::Router& router, http::Site& site, const SharedLayout& layout) {
  http::results_of(site);  // made before there are threads that ask for it
  const auto room = std::make_shared<const ReplyRoom>(ReplyRoom{layout, &http::links_of(site)});
  const auto post = [&](const char* path, auto act, http::RouteOptions options = {}) {
    router.post(
        path, {Right::act, Object::kase},
        [room, act](const Request& request, Respond respond) {
          act(room, request, std::move(respond));
        },
        std::move(options));
  };
  router.get("/inbox", {Right::list_cases, Object::nothing}, slowly(layout, inbox_page));
  router.get("/inbox/{id}/{n}", {Right::see_case, Object::kase},
             [room](const Request& request, const Respond& respond) {
               show_asked(room, request, respond);
             });
  post("/inbox/{id}/{n}/replies/{name}", reply_to_link);
  post("/inbox/{id}/{n}/acts/{name}", act_by_link);
  post("/inbox/{id}/{n}/hand-over", hand_over_link);
  post("/inbox/{id}/{n}/suggest", suggest_by_link);
  post("/inbox/{id}/{n}/remove-document", remove_file_by_link);
  post("/inbox/{id}/{n}/documents", send_file_by_link, {.body_limit = kUploadLimit});
  router.get("/inbox/{id}/{n}/documents/{key}", {Right::see_case, Object::kase},
             [room](const Request& request, const Respond& respond) {
               respond(file_by_link(*room, request));
             });
  router.get("/commitments", {Right::see_partner, Object::nothing},
             slowly(layout, commitments_page));
  router.get("/partners/{partner}/commitments", {Right::see_partner, Object::partner},
             slowly(layout, commitments_page));
}

}  // namespace guichet::web
