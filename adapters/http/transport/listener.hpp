// A listening socket, as the system knows it.
#pragma once

#include <cstdint>
#include <string>

#include "engine/base/error.hpp"

namespace guichet::http {

struct Listener {
  int descriptor;  // the caller's to close
  bool v6;
};

// `host` is an address or a name; 127.0.0.1 is preferred for "localhost".
base::Result<Listener> open_listener(const std::string& host, std::uint16_t port);

}  // namespace guichet::http
