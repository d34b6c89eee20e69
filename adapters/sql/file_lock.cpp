#include "adapters/sql/file_lock.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <utility>

#include "adapters/sql/messages.hpp"

namespace guichet::sql {
namespace {

std::unexpected<base::Error> cannot_lock(const base::MessageText& text,
                                         std::vector<std::string> arguments) {
  return std::unexpected(
      base::Error{base::ErrorKind::surroundings, base::Message(text, std::move(arguments))});
}

// The number that the holder wrote into the file; "?" where it has not yet.
std::string holder(int descriptor) {
  char text[32] = {};
  const ssize_t length = ::pread(descriptor, text, sizeof text - 1, 0);
  return length > 0 ? std::string(text, static_cast<std::size_t>(length)) : "?";
}

}  // namespace

base::Result<FileLock> FileLock::take(const std::string& file) {
  const std::string path = file + ".lock";
  const int descriptor = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
  if (descriptor < 0) {
    return cannot_lock(messages::kCannotOpen, {file, std::strerror(errno)});
  }
  FileLock lock(descriptor);
  if (::flock(descriptor, LOCK_EX | LOCK_NB) != 0) {
    if (errno == EWOULDBLOCK) return cannot_lock(messages::kInUse, {file, holder(descriptor)});
    return cannot_lock(messages::kCannotOpen, {file, std::strerror(errno)});
  }
  // Only for the sentence that others read: a full disk does not matter here.
  const std::string process = std::to_string(::getpid());
  if (::ftruncate(descriptor, 0) == 0) {
    [[maybe_unused]] const ssize_t written =
        ::pwrite(descriptor, process.data(), process.size(), 0);
  }
  return lock;
}

FileLock::FileLock(FileLock&& other) noexcept : descriptor_(std::exchange(other.descriptor_, -1)) {}

FileLock::~FileLock() {
  if (descriptor_ >= 0) ::close(descriptor_);
}

}  // namespace guichet::sql
