#include "adapters/http/api/repeats.hpp"
#include "adapters/http/transport/form.hpp"
#include "adapters/web/directory/directory_pages.hpp"
#include "adapters/web/frame/forms.hpp"
#include "engine/base/digest.hpp"

namespace guichet::web {

http::Handler once_by_form(const std::shared_ptr<http::Repeats>& repeats,
                           const std::shared_ptr<const Layout>& layout, DirectoryAct act) {
  return [repeats, layout, act](const http::Request& request, const http::Respond& respond) {
    const auto form = http::parse_form(request);
    std::string key = form ? form->fields.get(kFormKey) : "";
    // Going back and typing something else is another form, whose page had the same key.
    if (!key.empty()) key += ":" + base::sha256_hex(request.body);
    repeats->once(request, key, respond,
                  [&](http::Respond answered) { act(*layout, request, std::move(answered)); });
  };
}

}  // namespace guichet::web
