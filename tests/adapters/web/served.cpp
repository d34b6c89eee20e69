#include "tests/adapters/web/served.hpp"

#include <stdexcept>

#include "adapters/http/entrance/guard.hpp"
#include "adapters/http/transport/cookie.hpp"
#include "adapters/http/transport/form.hpp"
#include "adapters/http/transport/target.hpp"
#include "adapters/web/pages.hpp"

namespace guichet::web {
namespace {

std::shared_ptr<const bundle::Desk> load(const std::string& example) {
  base::Diagnostics diagnostics;
  auto desk = bundle::load_desk(GUICHET_ROOT "/examples/" + example, diagnostics);
  if (!desk) throw std::runtime_error("the example does not load: " + example);
  return desk;
}

base::Instant instant_of(const bundle::Desk& desk, const std::string& local) {
  return desk.calendar->instant_of(base::parse_local_time(local).value());
}

}  // namespace

Served::Served(const std::string& example, const std::string& start)
    : Served(load(example), start) {}

Served::Served(std::shared_ptr<const bundle::Desk> desk, const std::string& start)
    : stage_(desk, instant_of(*desk, start)), site_{.desk = stage_.desk()} {
  site_.move_clock = [this](base::Instant until) { stage_.run_until(until); };
  add_pages(router_, site_);
  http::add_guard(router_, site_);
}

http::Response Served::get(const std::string& target) {
  http::Request request;
  request.method = "GET";
  request.target = target;
  return answer(std::move(request));
}

http::Response Served::post(const std::string& target, const Pairs& form, const Pairs& headers) {
  http::Request request;
  request.method = "POST";
  request.target = target;
  request.headers.add("Content-Type", "application/x-www-form-urlencoded");
  for (const auto& [name, value] : headers) request.headers.add(name, value);
  for (const auto& [name, value] : form) {
    request.body += (request.body.empty() ? "" : "&") + http::percent_encode(name) + "=" +
                    http::percent_encode(value);
  }
  return answer(std::move(request));
}

http::Response Served::answer(http::Request request) {
  if (!http::read_target(request.target, request)) throw std::runtime_error(request.target);
  request.cookies = http::parse_cookies(cookie);
  auto match = router_.find(request.method, request.path);
  if (match.handler == nullptr) return router_.error(request, match.allowed.empty() ? 404 : 405);
  request.params = match.params;
  http::Response response;
  router_.serve(match, request, [&](http::Response given) { response = std::move(given); });
  return response;
}

bool has(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

std::size_t count(const std::string& text, const std::string& part) {
  std::size_t out = 0;
  for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) {
    ++out;
  }
  return out;
}

std::string input_value(const std::string& html, const std::string& name,
                        const std::string& after) {
  const std::string mark = "name=\"" + name + "\" value=\"";
  const std::size_t at = html.find(mark, after.empty() ? 0 : html.find(after));
  if (at == std::string::npos) return "";
  const std::size_t begin = at + mark.size();
  return html.substr(begin, html.find('"', begin) - begin);
}

}  // namespace guichet::web
