#include "tests/adapters/delivery/sink.hpp"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <filesystem>
#include <sstream>
#include <stdexcept>

namespace guichet::delivery {

Sink::Sink(const std::string& behaviour, const std::string& folder) {
  int to_child[2];
  int from_child[2];
  if (::pipe2(to_child, O_CLOEXEC) != 0 || ::pipe2(from_child, O_CLOEXEC) != 0) {
    throw std::runtime_error("no pipe");
  }
  pid_ = ::fork();
  if (pid_ == 0) {
    ::dup2(to_child[0], 0);
    ::dup2(from_child[1], 1);
    ::execl("/usr/bin/python3", "python3", GUICHET_ROOT "/tests/support/smtp_sink.py",
            behaviour.c_str(), "--folder", folder.c_str(), nullptr);
    ::_exit(127);
  }
  ::close(to_child[0]);
  ::close(from_child[1]);
  input_ = to_child[1];
  output_ = from_child[0];
  while (port_ == 0) {
    std::istringstream words(line(20'000));
    std::string word;
    words >> word;
    if (word.empty()) throw std::runtime_error("the mail server does not start");
    if (word == "certificate") words >> certificate_;
    if (word == "port") words >> port_;
  }
}

Sink::~Sink() {
  ::close(input_);
  ::close(output_);
  if (pid_ > 0) {
    ::kill(pid_, SIGKILL);
    ::waitpid(pid_, nullptr, 0);
  }
}

std::string Sink::line(int milliseconds) {
  std::size_t end = unread_.find('\n');
  while (end == std::string::npos) {
    pollfd ready{output_, POLLIN, 0};
    if (::poll(&ready, 1, milliseconds) <= 0) return {};
    std::array<char, 4096> chunk{};
    const ssize_t size = ::read(output_, chunk.data(), chunk.size());
    if (size <= 0) return {};
    unread_.append(chunk.data(), static_cast<std::size_t>(size));
    end = unread_.find('\n');
  }
  std::string first = unread_.substr(0, end);
  unread_.erase(0, end + 1);
  return first;
}

Sink::Letter Sink::letter() {
  Letter letter;
  std::istringstream words(line());
  std::string word;
  std::string hex;
  words >> word;
  if (word != "letter") return letter;
  words >> letter.sender >> letter.recipient >> letter.options >> hex;
  for (std::size_t i = 0; i + 1 < hex.size(); i += 2) {
    letter.bytes += static_cast<char>(std::stoi(hex.substr(i, 2), nullptr, 16));
  }
  return letter;
}

Folder::Folder() {
  std::string name = std::filesystem::temp_directory_path() / "guichet-delivery-XXXXXX";
  if (::mkdtemp(name.data()) == nullptr) throw std::runtime_error("no folder");
  path_ = name;
}

Folder::~Folder() {
  std::filesystem::remove_all(path_);
}

}  // namespace guichet::delivery
