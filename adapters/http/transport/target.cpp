#include "adapters/http/transport/target.hpp"

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

}  // namespace guichet::http
