#include "adapters/http/transport/target.hpp"

#include <algorithm>

#include "adapters/http/transport/field_text.hpp"
#include "adapters/http/transport/form.hpp"

namespace guichet::http {

bool read_target(std::string_view target, Request& request) {
  std::string_view path = cut(target, '?');  // what is left is the query
  if (!path.starts_with('/')) return false;
  path.remove_prefix(1);
  request.path.clear();
  const bool ends_in_slash = path.ends_with('/');
  while (!path.empty()) {
    auto segment = percent_decode(cut(path, '/'), false);
    if (!segment || segment->empty() || *segment == "." || *segment == "..") return false;
    request.path.push_back(std::move(*segment));
  }
  if (ends_in_slash) request.path.emplace_back();
  auto query = parse_urlencoded(target);
  if (!query) return false;
  request.query = std::move(*query);
  return true;
}

std::string path_for_log(const Request& request) {
  constexpr std::size_t kShortestSecret = 24;
  constexpr std::string_view kHex = "0123456789abcdefABCDEF";
  const std::string_view path =
      std::string_view(request.target).substr(0, request.target.find('?'));
  std::string out;
  for (std::size_t at = 0; at < path.size();) {
    const std::size_t end = std::min(path.find_first_not_of(kHex, at), path.size());
    const std::size_t run = end - at;
    out += run >= kShortestSecret ? std::string_view("...") : path.substr(at, run);
    at = end;
    if (at < path.size()) out += path[at++];
  }
  return out;
}

}  // namespace guichet::http
