// The settings of the process, in an INI file beside no desk: what a territory's machine has, not
// what its desk is.
//
//   [smtp]                       ; without it letters go into the maildir
//   host = smtp.example.org
//   port = 587
//   tls = require                ; require, try or off
//   user = guichet
//   password_file = /etc/guichet/smtp.secret
//   [mail]
//   maildir = mail               ; where no relay is set
//   [accounts]
//   key_file = /etc/guichet/desk.key   ; DATABASE.key where it is not set
//   [proxy]
//   trusted = 127.0.0.1, 10.0.0.0/8    ; whose X-Forwarded-For is believed
//   header = X-Forwarded-For           ; or Forwarded
#pragma once

#include <optional>
#include <string>

#include "adapters/delivery/carrier.hpp"
#include "adapters/http/transport/proxies.hpp"
#include "engine/base/error.hpp"

namespace guichet::app {

struct ServeSettings {
  std::optional<delivery::RelaySettings> relay;
  std::string maildir = "mail";
  std::string key_file;
  http::Proxies proxies;
};

// An unknown section or key is an error that names it.
base::Result<ServeSettings> read_settings(const std::string& file);

}  // namespace guichet::app
