// A server on a free loopback port with its loop on a thread, and a client of bare bytes.
#pragma once

#include <sys/types.h>

#include <boost/asio/io_context.hpp>
#include <functional>
#include <map>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "adapters/http/transport/server.hpp"

namespace guichet::http {

// What a router without a guard answers.
inline constexpr RouteAccess kPublic{access::Right::look, access::Object::nothing};

struct RecordingLog final : base::Log {
  void write(base::LogLevel level, std::string_view text) override {
    const std::lock_guard lock(mutex);
    if (level >= base::LogLevel::warning) lines.emplace_back(text);
  }
  std::vector<std::string> all() {
    const std::lock_guard lock(mutex);
    return lines;
  }
  std::mutex mutex;
  std::vector<std::string> lines;
};

class TestSite {
 public:
  explicit TestSite(Router router, const Limits& limits = {});
  ~TestSite();
  std::uint16_t port() const { return server_->port(); }
  RecordingLog log;
  void stop() { server_->stop(); }

 private:
  boost::asio::io_context loop_;
  std::unique_ptr<Server> server_;
  std::thread thread_;
};

struct Reply {
  int status = 0;  // 0: the connection ended without one
  std::string head;
  std::map<std::string, std::string> headers;  // names in lower case
  std::string body;
};

class Client {
 public:
  explicit Client(std::uint16_t port);
  ~Client();
  Client(const Client&) = delete;
  Client& operator=(const Client&) = delete;

  void say(const std::string& bytes);
  // The next answer, its body by Content-Length; `to_head`: it has none.
  Reply reply(bool to_head = false);
  // What comes until `end` is seen; all that came where the peer ended first.
  std::string until(const std::string& end);
  bool is_ended();  // waits for the peer's end

 private:
  bool receive();

  int socket_ = -1;
  std::string unread_;
};

// One request on a connection of its own.
Reply ask(std::uint16_t port, const std::string& bytes);
Reply get(std::uint16_t port, const std::string& target, const std::string& more_headers = {});

}  // namespace guichet::http
