// A mail server for a test, in a process of its own that ends with this object.
#pragma once

#include <sys/types.h>

#include <cstdint>
#include <string>

namespace guichet::delivery {

class Sink {
 public:
  // Starts tests/support/smtp_sink.py. `folder` is where it may leave a certificate.
  explicit Sink(const std::string& behaviour, const std::string& folder = "/tmp");
  ~Sink();
  Sink(const Sink&) = delete;
  Sink& operator=(const Sink&) = delete;

  std::uint16_t port() const { return port_; }
  const std::string& certificate() const { return certificate_; }

  struct Letter {
    std::string sender, recipient, options, bytes;
  };
  // The next letter that it took; all empty where it says none within five seconds.
  Letter letter();
  // The next line that it says: "quit". Empty after `milliseconds` of silence.
  std::string line(int milliseconds = 5000);

 private:
  pid_t pid_ = -1;
  int input_ = -1;
  int output_ = -1;
  std::string unread_;
  std::uint16_t port_ = 0;
  std::string certificate_;
};

// A folder of its own for a test, emptied at its end.
class Folder {
 public:
  Folder();
  ~Folder();
  const std::string& path() const { return path_; }

 private:
  std::string path_;
};

}  // namespace guichet::delivery
