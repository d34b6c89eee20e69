// A listening socket, as the system knows it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "engine/base/error.hpp"

namespace guichet::http {

struct Listener {
  int descriptor;  // the caller's to close
  bool v6;
};

// `host` is an address or a name; 127.0.0.1 is preferred for "localhost".
base::Result<Listener> open_listener(const std::string& host, std::uint16_t port);

// Lets the process have this many files and connections open, or as many as the system allows:
// many systems give 1,024 to those who ask for nothing.
void make_room(std::size_t files);

// What is said where there is no room, and nothing is looked at.
inline constexpr std::string_view kBusy =
    "HTTP/1.1 503 Service Unavailable\r\nRetry-After: 5\r\nContent-Length: 0\r\n"
    "Content-Security-Policy: default-src 'none'; frame-ancestors 'none'\r\n"
    "X-Content-Type-Options: nosniff\r\nCache-Control: no-store\r\n"
    "Connection: close\r\n\r\n";
// Says so on a connection that is closed next, without waiting: false, it does not go on.
bool turn_away(int socket);

}  // namespace guichet::http
