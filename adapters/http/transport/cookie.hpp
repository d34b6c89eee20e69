// Cookies, in and out.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

#include "adapters/http/transport/message.hpp"

namespace guichet::http {

// The pairs of a Cookie header; what has no '=' is left out.
Pairs parse_cookies(std::string_view header);

struct Cookie {
  std::string name;
  std::string value;
  std::string path = "/";
  std::optional<std::chrono::seconds> max_age;  // none: until the browser closes; 0: forget it
  bool secure = true;                           // false only on plain HTTP at the loopback address
  bool http_only = true;
};

// The value of a Set-Cookie header, SameSite=Lax. Requires: name and value hold no blank, comma,
// semicolon, quote or control character (a token, hexadecimal or base64url).
std::string to_header(const Cookie& cookie);

}  // namespace guichet::http
