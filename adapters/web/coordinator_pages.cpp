#include "adapters/web/coordinator_pages.hpp"

#include "adapters/web/cases/case_change.hpp"
#include "adapters/web/cases/case_page.hpp"
#include "adapters/web/papers/upload.hpp"
#include "adapters/web/work/agenda_page.hpp"
#include "adapters/web/work/bulk_assign.hpp"
#include "adapters/web/work/meanwhile_page.hpp"

namespace guichet::web {
namespace {

using CoordinatorPage = http::Response (*)(const Layout&, const http::Request&);

http::Handler answered_by(const std::shared_ptr<const Layout>& layout, CoordinatorPage page) {
  return [layout, page](const http::Request& request, const http::Respond& respond) {
    respond(page(*layout, request));
  };
}

}  // namespace

using access::Object;
using access::Right;
using http::Request;
using http::Respond;

void add_coordinator_pages(http::Router& router, const std::shared_ptr<const Layout>& layout) {
  for (const auto& kinds : {people_changes(), paper_changes(), corrections()}) {
    for (const ChangeKind& each : kinds) {
      const std::string path = "/cases/{id}/" + std::string(each.name);
      router.get(path, {each.right, Object::kase},
                 [layout, &each](const Request& request, const Respond& respond) {
                   respond(change_page(*layout, request, each));
                 });
      router.post(path, {each.right, Object::kase},
                  [layout, &each](const Request& request, Respond respond) {
                    take_change(*layout, request, each, std::move(respond));
                  });
    }
  }
  add_document_pages(router, layout);
  router.get("/cases/{id}/print", {Right::see_case, Object::kase}, answered_by(layout, case_sheet));
  router.post("/cases/assign", {Right::put_right, Object::nothing},
              [layout](const Request& request, Respond respond) {
                assign_cases(*layout, request, std::move(respond));
              });
  router.get("/agenda", {Right::work, Object::nothing}, answered_by(layout, agenda_page));
  router.get("/meanwhile", {Right::work, Object::nothing}, answered_by(layout, meanwhile_page));
}

}  // namespace guichet::web
