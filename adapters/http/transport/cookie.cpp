#include "adapters/http/transport/cookie.hpp"

#include <fmt/core.h>

#include <cassert>

#include "adapters/http/transport/field_text.hpp"

namespace guichet::http {
namespace {

[[maybe_unused]] bool is_cookie_text(std::string_view text) {
  return std::ranges::all_of(text, [](char c) {
    return c > ' ' && c < '\x7f' && c != '"' && c != ',' && c != ';' && c != '\\';
  });
}

}  // namespace

Pairs parse_cookies(std::string_view header) {
  Pairs cookies;
  while (!header.empty()) {
    const std::string_view pair = trim(cut(header, ';'));
    const std::size_t equals = pair.find('=');
    if (equals == std::string_view::npos || equals == 0) continue;
    cookies.add(std::string(pair.substr(0, equals)), std::string(pair.substr(equals + 1)));
  }
  return cookies;
}

std::string to_header(const Cookie& cookie) {
  assert(is_cookie_text(cookie.name) && cookie.name.find('=') == std::string::npos);
  assert(is_cookie_text(cookie.value) && is_cookie_text(cookie.path));
  std::string header = fmt::format("{}={}; Path={}", cookie.name, cookie.value, cookie.path);
  if (cookie.max_age) header += fmt::format("; Max-Age={}", cookie.max_age->count());
  if (cookie.secure) header += "; Secure";
  if (cookie.http_only) header += "; HttpOnly";
  return header + "; SameSite=Lax";
}

}  // namespace guichet::http
