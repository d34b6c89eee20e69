#include "adapters/http/transport/exchange.hpp"

#include <algorithm>

#include <fmt/core.h>
#include <fmt/ranges.h>

#include <random>

#include "adapters/http/transport/cookie.hpp"
#include "adapters/http/transport/event_stream.hpp"
#include "adapters/http/transport/target.hpp"
#include "adapters/http/transport/wire.hpp"

namespace guichet::http {
namespace {

std::string fresh_id() {
  std::random_device random;
  return fmt::format("{:08x}", random());
}

std::size_t body_limit_of(const Limits& limits, const RouteOptions& options) {
  const std::size_t asked = options.body_limit == 0 ? limits.body_bytes : options.body_limit;
  return std::min(asked, limits.greatest_body_bytes);
}

bool answers_to(const Limits& limits, std::string_view host) {
  const std::vector<std::string>& hosts = limits.hosts;
  if (hosts.empty()) return true;
  const std::size_t port = host.rfind(':');
  const bool in_brackets = port != std::string_view::npos && host.find(']', port) != host.npos;
  const std::string_view name = in_brackets ? host : host.substr(0, port);
  return std::ranges::find(hosts, name) != hosts.end() ||
         (limits.public_host && !name.empty() && limits.public_host() == name);
}

}  // namespace

Exchange open_exchange(const ServerParts& parts, std::string_view head, const std::string& remote) {
  const Limits& limits = parts.limits;
  Exchange exchange;
  exchange.request.remote = remote;
  exchange.facts = check_head(head, {limits.target_bytes, limits.header_fields});
  exchange.refused = exchange.facts.refused;
  if (exchange.refused != 0) return exchange;

  exchange.reader = make_request_reader(static_cast<std::uint32_t>(limits.header_bytes));
  auto request = exchange.reader->read_head(head);
  if (!request) {
    exchange.refused = 400;
    return exchange;
  }
  exchange.request = std::move(*request);
  exchange.request.remote = limits.proxies.client_of(remote, exchange.request.headers);
  exchange.request.cookies = parse_cookies(exchange.request.headers.get("Cookie"));
  if (!answers_to(limits, exchange.request.headers.get("Host"))) {
    exchange.refused = 421;
    return exchange;
  }
  exchange.match = parts.router.find(exchange.request.method, exchange.request.path);
  exchange.keep_alive = exchange.reader->keeps_alive();
  if (exchange.match.handler == nullptr) {
    exchange.refused = exchange.match.allowed.empty() ? 404 : 405;
    // Its body is not read, so the next request could not be found.
    if (exchange.facts.has_body()) exchange.keep_alive = false;
    return exchange;
  }
  exchange.request.params = exchange.match.params;
  exchange.body_limit = body_limit_of(limits, exchange.match.options);
  if (exchange.facts.content_length.value_or(0) > exchange.body_limit) {
    exchange.refused = 413;
    exchange.keep_alive = false;
    return exchange;
  }
  exchange.reader->limit_body(exchange.body_limit);
  return exchange;
}

std::optional<Response> call_handler(const ServerParts& parts, Exchange& exchange,
                                     Respond respond) {
  std::string what;
  try {
    parts.router.serve(exchange.match, exchange.request, std::move(respond));
    return std::nullopt;
  } catch (const std::exception& exception) {
    what = exception.what();
  } catch (...) {
    what = "an exception of an unknown type";
  }
  return refusal(parts, exchange, 500, log_fault(parts, exchange.request, what));
}

Response refusal(const ServerParts& parts, const Exchange& exchange, int status,
                 const std::string& id) {
  Response response;
  try {
    response = parts.router.error(exchange.request, status, id);
  } catch (const std::exception& exception) {
    const std::string second = log_fault(parts, exchange.request, exception.what());
    response = text_response(status, fmt::format("{} {} {}\n", status, id, second));
  }
  if (status == 405) {
    response.headers.set("Allow", fmt::format("{}", fmt::join(exchange.match.allowed, ", ")));
  }
  return response;
}

Answer seal(const ServerParts& parts, const Exchange& exchange, Response& response,
            bool keep_alive) {
  pack_body(exchange.request, response);
  add_security_headers(response.headers);
  if (parts.limits.behind_https && parts.limits.behind_https()) {
    response.headers.set("Strict-Transport-Security", "max-age=31536000");
  }
  Answer answer;
  answer.close = !keep_alive || response.events != nullptr;
  auto head = head_of(response, !answer.close);
  if (!head) {
    const std::string id =
        log_fault(parts, exchange.request, "the answer's headers or status cannot be sent");
    if (response.events) response.events->close();
    response = text_response(500, fmt::format("500 {}\n", id));
    add_security_headers(response.headers);
    answer.close = true;
    head = head_of(response, false);
  }
  const bool without_body = exchange.request.method == "HEAD" || response.status == 204 ||
                            response.status == 304 || response.events;
  answer.head = std::move(*head);
  if (!without_body) answer.body = std::move(response.body);
  parts.log.write(base::LogLevel::debug, fmt::format("{} {} {}", exchange.request.method,
                                                     path_for_log(exchange.request), response.status));
  return answer;
}

std::string log_fault(const ServerParts& parts, const Request& request, std::string_view what) {
  std::string id = fresh_id();
  parts.log.write(base::LogLevel::error,
                  fmt::format("fault {}: {} {}: {}", id, request.method, path_for_log(request), what));
  return id;
}

void log_end(const ServerParts& parts, const std::exception_ptr& end) {
  try {
    if (end) std::rethrow_exception(end);
  } catch (const std::exception& exception) {
    parts.log.write(base::LogLevel::error,
                    fmt::format("an HTTP connection failed: {}", exception.what()));
  }
}

}  // namespace guichet::http
