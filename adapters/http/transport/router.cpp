#include "adapters/http/transport/router.hpp"

#include <cassert>

#include "adapters/http/api/problem.hpp"
#include "adapters/http/entrance/guard.hpp"
#include "adapters/http/messages.hpp"

namespace guichet::http {
namespace {

struct Route {
  Handler handler;
  RouteAccess access;
  RouteOptions options;
  std::vector<std::string> names;  // of the segments that are taken, in their order
};

std::vector<std::string_view> split(std::string_view pattern) {
  std::vector<std::string_view> segments;
  std::size_t begin = 1;
  while (begin <= pattern.size() && pattern != "/") {
    const std::size_t end = std::min(pattern.find('/', begin), pattern.size());
    segments.push_back(pattern.substr(begin, end - begin));
    begin = end + 1;
  }
  return segments;
}

using Routes = std::map<std::string, Route, std::less<>>;

const Route* find_method(const Routes& routes, std::string_view method) {
  auto found = routes.find(method);
  if (found == routes.end() && method == "HEAD") found = routes.find("GET");
  return found == routes.end() ? nullptr : &found->second;
}

void list_methods(const Routes& routes, std::vector<std::string>& methods) {
  const auto add = [&](const std::string& method) {
    if (std::ranges::find(methods, method) == methods.end()) methods.push_back(method);
  };
  for (const auto& [method, route] : routes) {
    add(method);
    if (method == "GET") add("HEAD");
  }
}

}  // namespace

// One segment of the patterns; `rest` are the routes that take all that is left.
struct Router::Node {
  Routes routes;
  Routes rest;
  std::map<std::string, std::unique_ptr<Node>, std::less<>> literals;
  std::unique_ptr<Node> named;

  // What is taken on the way down; kept by the innermost route that answers.
  struct Walk {
    std::string_view method;
    const std::vector<std::string>& path;
    std::vector<std::string> taken;
    std::vector<std::string> allowed;
  };

  const Route* answer(Walk& walk, const Routes& candidates) const {
    if (const Route* route = find_method(candidates, walk.method)) return route;
    list_methods(candidates, walk.allowed);
    return nullptr;
  }

  const Route* find(Walk& walk, std::size_t depth) const {
    if (depth == walk.path.size()) return answer(walk, routes);
    const std::string& segment = walk.path[depth];
    if (const auto next = literals.find(segment); next != literals.end()) {
      if (const Route* route = next->second->find(walk, depth + 1)) return route;
    }
    if (named && !segment.empty()) {
      walk.taken.push_back(segment);
      if (const Route* route = named->find(walk, depth + 1)) return route;
      walk.taken.pop_back();
    }
    if (rest.empty()) return nullptr;
    const Route* route = answer(walk, rest);
    if (route == nullptr) return nullptr;
    std::string left;
    for (std::size_t i = depth; i < walk.path.size(); ++i) {
      if (i > depth) left += '/';
      left += walk.path[i];
    }
    walk.taken.push_back(std::move(left));
    return route;
  }
};

Router::Router() : root_(std::make_unique<Node>()) {}
Router::~Router() = default;
Router::Router(Router&&) noexcept = default;
Router& Router::operator=(Router&&) noexcept = default;

void Router::on(std::string method, std::string_view pattern, RouteAccess access, Handler handler,
                RouteOptions options) {
  assert(pattern.starts_with('/'));
  infos_.push_back({method, std::string(pattern), access, options.doc});
  Route route{std::move(handler), access, std::move(options), {}};
  Node* node = root_.get();
  bool takes_rest = false;
  for (const std::string_view segment : split(pattern)) {
    assert(!takes_rest && "nothing follows {name...}");
    if (!segment.starts_with('{')) {
      auto& next = node->literals[std::string(segment)];
      if (!next) next = std::make_unique<Node>();
      node = next.get();
      continue;
    }
    assert(segment.ends_with('}'));
    std::string_view name = segment.substr(1, segment.size() - 2);
    takes_rest = name.ends_with("...");
    if (takes_rest) name.remove_suffix(3);
    route.names.emplace_back(name);
    if (takes_rest) continue;
    if (!node->named) node->named = std::make_unique<Node>();
    node = node->named.get();
  }
  Routes& routes = takes_rest ? node->rest : node->routes;
  const bool added = routes.emplace(std::move(method), std::move(route)).second;
  assert(added && "two routes of one shape");
  static_cast<void>(added);
}

Router::Match Router::find(std::string_view method, const std::vector<std::string>& path) const {
  Node::Walk walk{method, path, {}, {}};
  const Route* route = root_->find(walk, 0);
  Match match;
  if (route == nullptr) {
    match.allowed = std::move(walk.allowed);
    return match;
  }
  match.handler = &route->handler;
  match.access = route->access;
  match.options = route->options;
  for (std::size_t i = 0; i < route->names.size(); ++i) {
    match.params.add(route->names[i], std::move(walk.taken[i]));
  }
  return match;
}

void Router::serve(const Match& match, Request& request, Respond respond) const {
  if (guard_) return guard_->pass(*this, match, request, std::move(respond));
  if (match.access.right == access::Right::look) {
    return (*match.handler)(request, std::move(respond));
  }
  request.decision = access::Decision::log_in;
  respond(error(request, 401));
}

Response Router::error(const Request& request, int status, const std::string& id) const {
  if (is_api(request)) return error_problem(request, status, id);
  if (error_page_) return error_page_(request, status, id);
  const base::MessageText& text = status >= 500   ? messages::kFault
                                  : status == 404 ? messages::kNoSuchPage
                                                  : messages::kRefused;
  const base::Message message(text, {std::to_string(status), std::string(reason_of(status)), id});
  // The accepted languages are the pages' business; here is only the plain text without them.
  return text_response(
      status, message.in(base::Language::fr) + "\n" + message.in(base::Language::en) + "\n");
}

}  // namespace guichet::http
