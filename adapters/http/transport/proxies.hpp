// Who asks, where a reverse proxy stands between: its header is believed from addresses that the
// settings name, and from no other. The hops are read from the right, since each trusted one wrote
// what is to its left; the first that is not trusted is the client, whatever it wrote itself.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "adapters/http/transport/message.hpp"

namespace guichet::http {

// Of IPv4 as of IPv6: ::ffff:a.b.c.d.
using IpBytes = std::array<std::uint8_t, 16>;
// Without a port, a zone or blanks around.
std::optional<IpBytes> read_ip(std::string_view text);
// An IPv4 address in its own form, however it came.
std::string to_text(const IpBytes& address);

class Proxies {
 public:
  // One header only: a proxy passes the others on as the client wrote them.
  enum class Header { x_forwarded_for, forwarded };

  // "10.0.0.0/8", "192.0.2.7", "fd00::/8". False, and nothing is trusted anew, where the text is no
  // network, names everybody (/0), or has bits set behind its prefix.
  bool trust(std::string_view network);
  void read_from(Header header) { header_ = header; }

  // The address that asks, without a port: `peer` unless it is trusted and says of whom it speaks.
  // Where a hop is unreadable, the trusted one that wrote it.
  std::string client_of(const std::string& peer, const Headers& headers) const;

 private:
  struct Network {
    IpBytes first;
    unsigned bits = 128;
  };
  bool is_trusted(const IpBytes& address) const;

  std::vector<Network> trusted_;
  Header header_ = Header::x_forwarded_for;
};

// The addresses of a header's hops in their order; none where one cannot be read ("unknown",
// "_hidden", a name). An empty list where the header as a whole is broken.
using Hops = std::vector<std::optional<IpBytes>>;
Hops hops_of_list(std::string_view x_forwarded_for);
Hops hops_of_forwarded(std::string_view forwarded);  // RFC 7239

}  // namespace guichet::http
