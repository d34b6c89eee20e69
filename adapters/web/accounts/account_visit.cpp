#include "adapters/web/accounts/account_visit.hpp"

#include "adapters/http/accounts/kept_accounts.hpp"
#include "adapters/http/transport/form.hpp"
#include "adapters/web/accounts/account_words.hpp"

namespace guichet::web {

using base::Message;
using http::Request;
using http::Response;

const std::string& AccountVisit::session() const {
  return request.cookies.get(http::session_cookie(reception().is_secure()));
}

accounts::Origin AccountVisit::origin() const {
  return {request.remote, request.headers.get("User-Agent")};
}

std::string AccountVisit::say(const base::MessageText& text,
                              std::vector<std::string> arguments) const {
  return Message(text, std::move(arguments)).in(language);
}

std::string AccountVisit::moment(const std::optional<base::Instant>& at) const {
  return at ? layout.short_moment(*at, language) : std::string();
}

http::Handler AccountRoutes::handler(AccountPage page) const {
  return [layout = layout_, page = std::move(page)](const Request& request, http::Respond respond) {
    http::Site& site = layout->site();
    if (site.reception == nullptr) return respond(refused_page(*layout, request, 404));
    http::answer_slowly(
        site, request, std::move(respond),
        [layout, page](const Request& kept) -> Response {
          const bool sent = kept.method == "POST";
          const auto form = sent ? http::parse_form(kept) : http::Form();
          if (!form) return refused_page(*layout, kept, 400);
          return page({*layout, layout->site(), kept, form->fields, layout->language(kept)});
        },
        [layout](const Request& kept, int status, const std::string& id) {
          return refused_page(*layout, kept, status, id);
        });
  };
}

void AccountRoutes::get(const char* path, http::RouteAccess access, AccountPage page) {
  router_.get(path, access, handler(std::move(page)));
}
void AccountRoutes::post(const char* path, http::RouteAccess access, AccountPage page) {
  router_.post(path, access, handler(std::move(page)));
}

std::string FaultsOfForm::at(const std::string& field, base::Language language) const {
  std::string out;
  for (const auto& [id, message] : box.at_fields) {
    if (id == field) out += (out.empty() ? "" : " ; ") + message.in(language);
  }
  return out;
}

FaultsOfForm faults_of(const accounts::Refused& refused, const AccountVisit& visit) {
  FaultsOfForm out{.status = refused.rejection.status, .box = {}};
  out.box.title = visit.say(messages::kAccountNotDone);
  for (const Message& each : refused.rejection.reasons) {
    const std::string field = http::field_of_fault(each);
    if (field.empty()) {
      out.box.reasons.push_back(each.in(visit.language));
    } else {
      out.box.at_fields.emplace_back(field, each);
    }
  }
  return out;
}

Response refused_account_page(const AccountVisit& visit, const accounts::Refused& refused) {
  std::vector<std::string> sentences;
  for (const Message& each : refused.rejection.reasons) {
    sentences.push_back(each.in(visit.language));
  }
  Response response = message_page(visit.layout, visit.request, refused.rejection.status,
                                   visit.say(messages::kAccountNotDone), sentences);
  if (refused.retry_after.count() > 0) {
    response.headers.set("Retry-After", std::to_string(refused.retry_after.count()));
  }
  return response;
}

Response not_kept(Response response) {
  response.headers.set("Cache-Control", "no-store");
  return response;
}

}  // namespace guichet::web
