#include "adapters/http/transport/wire.hpp"

#include <fmt/core.h>

#include <array>

#include "adapters/http/transport/gzip.hpp"

namespace guichet::http {
namespace {

using Pair = std::pair<std::string_view, std::string_view>;

constexpr std::array kSecurity{
    Pair{"Content-Security-Policy",
         "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
         "font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; "
         "object-src 'none'; frame-ancestors 'none'"},
    Pair{"X-Frame-Options", "DENY"},  // for those who do not read frame-ancestors
    Pair{"X-Content-Type-Options", "nosniff"},
    Pair{"Referrer-Policy", "no-referrer"},
    Pair{"Permissions-Policy",
         "camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()"},
    Pair{"Cross-Origin-Opener-Policy", "same-origin"},
    Pair{"Cross-Origin-Resource-Policy", "same-origin"},
    Pair{"Cache-Control", "no-store"},
};

bool is_safe(std::string_view text) {
  return text.find_first_of(std::string_view("\r\n\0", 3)) == std::string_view::npos;
}

bool is_name(std::string_view name) {
  return !name.empty() && is_safe(name) && name.find_first_of(" :\t") == std::string_view::npos;
}

}  // namespace

void add_security_headers(Headers& headers) {
  for (const auto& [name, value] : kSecurity) {
    if (!headers.has(name)) headers.set(name, std::string(value));
  }
}

void pack_body(const Request& request, Response& response) {
  const std::string& type = response.headers.get("Content-Type");
  if (response.events || response.headers.has("Content-Encoding")) return;
  if (!is_worth_packing(type, response.body.size())) return;
  response.headers.set("Vary", "Accept-Encoding");
  if (!accepts_gzip(request.headers.get("Accept-Encoding"))) return;
  response.headers.set("Content-Encoding", "gzip");
  response.body = gzip(response.body);
}

std::optional<std::string> head_of(const Response& response, bool keep_alive) {
  if (response.status < 200 || response.status > 599) return std::nullopt;
  std::string head = fmt::format("HTTP/1.1 {} {}\r\n", response.status, reason_of(response.status));
  Headers headers = response.headers;
  const bool has_no_body = response.events || response.status == 204 || response.status == 304;
  if (!has_no_body) headers.set("Content-Length", std::to_string(response.body.size()));
  headers.set("Connection", keep_alive ? "keep-alive" : "close");
  for (const auto& [name, value] : headers.list()) {
    if (!is_name(name) || !is_safe(value)) return std::nullopt;
    head += fmt::format("{}: {}\r\n", name, value);
  }
  return head += "\r\n";
}

}  // namespace guichet::http
