#include "adapters/web/pages.hpp"

#include "adapters/http/entrance/identity.hpp"
#include "adapters/http/transport/cookie.hpp"
#include "adapters/http/transport/form.hpp"
#include "adapters/http/transport/slow_work.hpp"
#include "adapters/web/accounts/account_pages.hpp"
#include "adapters/web/accounts/kept_form.hpp"
#include "adapters/web/accounts/sign_in_page.hpp"
#include "adapters/web/cases/case_acts.hpp"
#include "adapters/web/cases/case_page.hpp"
#include "adapters/web/coordinator_pages.hpp"
#include "adapters/web/definition/definition_visit.hpp"
#include "adapters/web/directory/directory_pages.hpp"
#include "adapters/web/frame/clock.hpp"
#include "adapters/web/frame/messages.hpp"
#include "adapters/web/intake/request_page.hpp"
#include "adapters/web/outside/ask_page.hpp"
#include "adapters/web/partner/partner_pages.hpp"
#include "adapters/web/reply/reply_page.hpp"
#include "adapters/web/results/results_page.hpp"
#include "adapters/web/work/cases_page.hpp"
#include "adapters/web/work/work_page.hpp"

namespace guichet::web {
namespace {

using base::Message;
using http::Request;
using http::Respond;
using http::Response;
using SharedLayout = std::shared_ptr<const Layout>;

Response show_case(const Layout& layout, const Request& request) {
  const auto id = case_of(request);
  return id ? case_page(layout, request, *id) : refused_page(layout, request, 404);
}

// POST /role: whom the visitor of this machine's own desk plays, until there are accounts.
Response choose_role(const Layout& layout, const Request& request) {
  const auto form = http::parse_form(request);
  const std::string who = form ? form->fields.get("who") : "";
  if (!http::may_play(layout.site().desk, who)) return refused_page(layout, request, 422);
  Response response = http::see_other(way_back(form->fields.get("back")));
  const http::Cookie cookie{.name = std::string(http::kRoleCookie), .value = who, .secure = false};
  response.headers.add("Set-Cookie", http::to_header(cookie));
  return response;
}

using access::Object;
using access::Right;
using Page = Response (*)(const Layout&, const Request&);
using Act = void (*)(const Layout&, const Request&, Respond);

// Off the loop: a page that reads many cases.
void show_slowly(const SharedLayout& layout, const Request& request, Respond respond, Page page) {
  http::answer_slowly(
      layout->site(), request, std::move(respond),
      [layout, page](const Request& kept) { return page(*layout, kept); },
      [layout](const Request& kept, int status, const std::string& id) {
        return refused_page(*layout, kept, status, id);
      });
}

// GET /: what waits for whoever comes in. A partner's inbox reads its cases.
void show_first(const SharedLayout& layout, http::WorkBoard& board, const Request& request,
                Respond respond) {
  if (!has_inbox(request.principal)) return respond(work_page(*layout, board, request));
  show_slowly(layout, request, std::move(respond), inbox_page);
}

// GET /cases: of whoever sees some cases each is read, for what she may see of it.
void show_cases(const SharedLayout& layout, const Request& request, Respond respond) {
  if (access::Sight::of(request.principal).sees_all()) {
    return respond(cases_page(*layout, request));
  }
  show_slowly(layout, request, std::move(respond),
              [](const Layout& its, const Request& kept) { return cases_page(its, kept); });
}

// Whoever has no list of cases (an official, an administrator) is led to the first room that is
// hers, in place of a refusal of the first page.
std::optional<Response> sent_to_own_room(const Request& request, int status) {
  if (status != 403 || !request.path.empty() || request.method != "GET") return {};
  for (const RoomLink& each : kRooms) {
    if (access::may_ever(request.principal, each.right)) {
      return http::see_other(std::string(each.address));
    }
  }
  return {};
}

class Routes {
 public:
  Routes(http::Router& router, SharedLayout layout) : router_(router), layout_(std::move(layout)) {}

  void get(const char* path, http::RouteAccess access, Page page) {
    router_.get(path, access,
                [layout = layout_, page](const Request& request, const Respond& respond) {
                  respond(page(*layout, request));
                });
  }
  void post(const char* path, http::RouteAccess access, Act act) {
    router_.post(path, access, [layout = layout_, act](const Request& request, Respond respond) {
      act(*layout, request, std::move(respond));
    });
  }

 private:
  http::Router& router_;
  SharedLayout layout_;
};

}  // namespace

void add_pages(http::Router& router, http::Site& site) {
  const auto layout = std::make_shared<const Layout>(site);
  Routes routes(router, layout);
  router.get("/", {Right::list_cases, Object::nothing},
             [layout, board = std::make_shared<http::WorkBoard>()](const Request& request,
                                                                   Respond respond) {
               show_first(layout, *board, request, std::move(respond));
             });
  router.get("/cases", {Right::list_cases, Object::nothing},
             [layout](const Request& request, Respond respond) {
               show_cases(layout, request, std::move(respond));
             });
  routes.get("/cases/{id}", {Right::see_case, Object::kase}, show_case);
  routes.get("/requests/new", {Right::take_in, Object::nothing}, request_page);
  routes.post("/requests", {Right::take_in, Object::nothing}, save_request);
  routes.post("/cases/{id}/acts/{name}", {Right::act, Object::kase}, take_act);
  routes.post("/cases/{id}/replies/{name}", {Right::act, Object::kase}, take_reply);
  routes.post("/cases/{id}/tasks/{name}", {Right::act, Object::kase}, complete_task);
  routes.post("/role", {Right::play, Object::nothing},
              [](const Layout& its, const Request& request, Respond respond) {
                respond(choose_role(its, request));
              });
  routes.post("/clock", {Right::play, Object::nothing},
              [](const Layout& its, const Request& request, Respond respond) {
                respond(move_clock(its, request));
              });
  add_coordinator_pages(router, layout);
  add_directory_pages(router, layout);
  add_definition_pages(router, layout);
  add_reply_pages(router, site, layout);
  add_partner_pages(router, site, layout);
  add_results_pages(router, site, layout);
  add_ask_pages(router, site, layout);
  add_sign_in_pages(router, layout);
  add_account_pages(router, layout);
  router.get("/assets/{path...}", {Right::look, Object::nothing}, layout->assets().handler());
  router.on_error([layout, &site](const Request& request, int status, const std::string& id) {
    if (auto page = reply_refusal(site, layout, request, status)) return std::move(*page);
    if (auto to = sent_to_reason(site, request, status)) return std::move(*to);
    if (auto to = sent_to_sign_in(site, request, status)) return std::move(*to);
    if (auto to = sent_to_own_room(request, status)) return std::move(*to);
    if (auto page = kept_for_later(layout, request, status)) return std::move(*page);
    if (auto page = kept_for_token(*layout, request, status)) return std::move(*page);
    return refused_page(*layout, request, status, id);
  });
}

}  // namespace guichet::web
