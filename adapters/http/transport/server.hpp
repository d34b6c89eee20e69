// HTTP/1.1 on one loop: plain TCP (TLS is the reverse proxy's), keep-alive, limits of time and
// size, security headers on every answer, gzip, server-sent events. Handlers are called on the
// loop's thread and may answer from any other.
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "adapters/http/transport/proxies.hpp"
#include "adapters/http/transport/router.hpp"
#include "engine/base/error.hpp"
#include "engine/base/log.hpp"

namespace boost::asio {
class io_context;
}

namespace guichet::http {

struct Limits {
  std::chrono::milliseconds header_time{10'000};  // from a request's first byte to its blank line
  std::chrono::milliseconds idle_time{15'000};    // between requests
  std::chrono::milliseconds body_time{10'000};    // for the first KiB; each further KiB adds 1 s
  std::chrono::milliseconds answer_time{60'000};  // for the handler
  std::chrono::milliseconds write_time{
      30'000};  // for the first 64 KiB; each further 16 KiB adds 1 s
  std::chrono::milliseconds heartbeat{15'000};  // of an event stream
  std::size_t header_bytes = 16 * 1024;
  std::size_t header_fields = 100;
  std::size_t target_bytes = 8 * 1024;
  std::size_t body_bytes = 1024 * 1024;                // where the route says nothing
  std::size_t greatest_body_bytes = 10 * 1024 * 1024;  // whatever the route says
  std::size_t connections = 4096;                      // see make_room()
  // Names of this site, without port; a request for another is answered 421. While there are no
  // accounts this keeps a page elsewhere, whose name is made to point here, from reading cases.
  // Empty: any name.
  std::vector<std::string> hosts;
  // One more, asked for at each request: the desk's own may be published anew. Thread-safe.
  std::function<std::string()> public_host{};
  // Do browsers come by https? They are then told to stay with it. Thread-safe.
  std::function<bool()> behind_https{};
  // Whose word is taken for who asks; nobody's, where none is named.
  Proxies proxies{};
};

class Server {
 public:
  virtual ~Server() = default;
  // The port listened on: the one asked for, or the system's choice where 0 was asked.
  virtual std::uint16_t port() const = 0;
  // Takes no more connections, ends idle ones and event streams at once, the others after their
  // answer. From any thread. The loop has no more work of the server's once all have ended.
  virtual void stop() = 0;
};

// Listens at once; connections are served while `loop` runs. `loop` is run by one thread; it and
// `log` outlive the server. An error of kind `surroundings` names the port that is in use.
base::Result<std::unique_ptr<Server>> make_server(boost::asio::io_context& loop,
                                                  const std::string& host, std::uint16_t port,
                                                  Router router, const Limits& limits,
                                                  base::Log& log);

}  // namespace guichet::http
