#include "adapters/web/coordinator_pages.hpp"

#include "adapters/web/case_change.hpp"

namespace guichet::web {

using access::Object;
using access::Right;
using http::Request;
using http::Respond;

void add_coordinator_pages(http::Router& router, const std::shared_ptr<const Layout>& layout) {
  for (const auto& kinds : {people_changes(), corrections()}) {
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
}

}  // namespace guichet::web
