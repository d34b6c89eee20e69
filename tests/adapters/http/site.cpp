#include "tests/adapters/http/site.hpp"

#include <arpa/inet.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <stdexcept>

namespace guichet::http {

TestSite::TestSite(Router router, const Limits& limits) {
  auto server = make_server(loop_, "127.0.0.1", 0, std::move(router), limits, log);
  if (!server) throw std::runtime_error(server.error().what.in(base::Language::en));
  server_ = std::move(*server);
  thread_ = std::thread([this] { loop_.run(); });
}

// A server that does not end its connections makes this wait for ever, and the test with it.
TestSite::~TestSite() {
  server_->stop();
  thread_.join();
}

Client::Client(std::uint16_t port) : socket_(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(port);
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  if (::connect(socket_, reinterpret_cast<sockaddr*>(&address), sizeof address) != 0) {
    throw std::runtime_error("cannot connect");
  }
}

Client::~Client() {
  ::close(socket_);
}

void Client::say(const std::string& bytes) {
  std::size_t sent = 0;
  while (sent < bytes.size()) {
    const ssize_t size = ::send(socket_, bytes.data() + sent, bytes.size() - sent, MSG_NOSIGNAL);
    if (size <= 0) return;  // the server has hung up: its answer tells why
    sent += static_cast<std::size_t>(size);
  }
}

bool Client::receive() {
  pollfd ready{socket_, POLLIN, 0};
  if (::poll(&ready, 1, 10'000) <= 0) throw std::runtime_error("no answer within 10 seconds");
  std::array<char, 65536> chunk{};
  const ssize_t size = ::recv(socket_, chunk.data(), chunk.size(), 0);
  if (size <= 0) return false;
  unread_.append(chunk.data(), static_cast<std::size_t>(size));
  return true;
}

std::string Client::until(const std::string& end) {
  std::size_t found = unread_.find(end);
  while (found == std::string::npos && receive()) found = unread_.find(end);
  const std::size_t size = found == std::string::npos ? unread_.size() : found + end.size();
  std::string text = unread_.substr(0, size);
  unread_.erase(0, size);
  return text;
}

Reply Client::reply(bool to_head) {
  Reply reply;
  reply.head = until("\r\n\r\n");
  if (!reply.head.ends_with("\r\n\r\n")) return reply;
  reply.status = std::stoi(reply.head.substr(9, 3));
  std::size_t begin = reply.head.find("\r\n") + 2;
  while (reply.head.compare(begin, 2, "\r\n") != 0) {
    const std::size_t colon = reply.head.find(": ", begin);
    const std::size_t end = reply.head.find("\r\n", begin);
    std::string name = reply.head.substr(begin, colon - begin);
    for (char& c : name) c = static_cast<char>(std::tolower(c));
    reply.headers[name] = reply.head.substr(colon + 2, end - colon - 2);
    begin = end + 2;
  }
  const auto length = reply.headers.find("content-length");
  if (to_head || length == reply.headers.end()) return reply;
  const std::size_t size = std::stoul(length->second);
  while (unread_.size() < size && receive()) continue;
  reply.body = unread_.substr(0, size);
  unread_.erase(0, size);
  return reply;
}

bool Client::is_ended() {
  while (receive()) continue;
  return true;
}

Reply ask(std::uint16_t port, const std::string& bytes) {
  Client client(port);
  client.say(bytes);
  return client.reply();
}

Reply get(std::uint16_t port, const std::string& target, const std::string& more_headers) {
  return ask(port, "GET " + target + " HTTP/1.1\r\nHost: x\r\n" + more_headers + "\r\n");
}

}  // namespace guichet::http
