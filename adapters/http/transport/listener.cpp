#include "adapters/http/transport/listener.hpp"

#include <sys/resource.h>
#include <sys/socket.h>

#include <algorithm>

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>

#include "adapters/http/messages.hpp"

namespace guichet::http {
namespace {

namespace asio = boost::asio;
using asio::ip::tcp;
using boost::system::error_code;

error_code listen(tcp::acceptor& acceptor, const std::string& host, std::uint16_t port) {
  error_code error;
  tcp::resolver resolver(acceptor.get_executor());
  const auto found = resolver.resolve(host, std::to_string(port), tcp::resolver::passive, error);
  if (error) return error;
  tcp::endpoint endpoint = *found.begin();
  for (const auto& entry : found) {  // "localhost": the address that people type is 127.0.0.1
    if (entry.endpoint().protocol() == tcp::v4()) endpoint = entry.endpoint();
  }
  acceptor.open(endpoint.protocol(), error);
  if (!error) acceptor.set_option(tcp::acceptor::reuse_address(true), error);
  if (!error) acceptor.bind(endpoint, error);
  if (!error) acceptor.listen(tcp::acceptor::max_listen_connections, error);
  return error;
}

}  // namespace

base::Result<Listener> open_listener(const std::string& host, std::uint16_t port) {
  asio::io_context loop;  // of this function only: nothing waits on it
  tcp::acceptor acceptor(loop);
  if (const error_code error = listen(acceptor, host, port)) {
    const std::string number = std::to_string(port);
    const base::Message what =
        error == asio::error::address_in_use
            ? base::Message(messages::kPortInUse, {host, number})
            : base::Message(messages::kCannotListen, {host, number, error.message()});
    return std::unexpected(base::Error{base::ErrorKind::surroundings, what});
  }
  error_code ignored;
  const bool v6 = acceptor.local_endpoint(ignored).protocol() == tcp::v6();
  return Listener{acceptor.release(), v6};
}

void make_room(std::size_t files) {
  rlimit limit{};
  if (getrlimit(RLIMIT_NOFILE, &limit) != 0 || limit.rlim_cur >= files) return;
  limit.rlim_cur = std::min<rlim_t>(limit.rlim_max, files);
  setrlimit(RLIMIT_NOFILE, &limit);  // where it is refused, it stays as it was
}

bool turn_away(int socket) {
  // Whether it arrives or not, the connection is over.
  static_cast<void>(::send(socket, kBusy.data(), kBusy.size(), MSG_DONTWAIT | MSG_NOSIGNAL));
  return false;
}

}  // namespace guichet::http
