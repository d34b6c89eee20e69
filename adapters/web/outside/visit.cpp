#include "adapters/web/outside/visit.hpp"

#include "adapters/http/reply/reply_link.hpp"
#include "engine/base/digest.hpp"

namespace guichet::web {
namespace {

std::string_view visit_cookie(bool secure) {
  return secure ? "__Host-guichet-visit" : "guichet-visit";
}

}  // namespace

std::string visit_of(const http::Request& request, bool secure, accounts::Random& random) {
  const std::string& kept = request.cookies.get(visit_cookie(secure));
  return kept.empty() ? accounts::random_hex(random, 16) : kept;
}

std::string visit_token(const std::string& visit) {
  return visit.empty() ? "" : base::hmac_sha256_hex(visit, "visit");
}

void keep_visit(http::Response& response, const http::Request& request, const std::string& visit,
                bool secure) {
  const auto name = visit_cookie(secure);
  if (request.cookies.get(name).empty()) http::keep_cookie(response, name, visit, secure);
}

bool is_same_browser(const http::Request& request, const http::Pairs& form, bool secure) {
  const std::string expected = visit_token(request.cookies.get(visit_cookie(secure)));
  return !expected.empty() && accounts::equal_secrets(expected, form.get(kVisitField));
}

}  // namespace guichet::web
