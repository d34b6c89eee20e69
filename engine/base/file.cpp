#include "engine/base/file.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdio>
#include <cstring>

#include "engine/base/messages.hpp"

namespace guichet::base {
namespace {

Error unreadable(const std::string& path, int code) {
  return {ErrorKind::surroundings, Message(messages::kUnreadableFile, {path, std::strerror(code)})};
}

// Length of the UTF-8 sequence at the front of `text`; 0 if there is none.
std::size_t sequence_length(std::string_view text) {
  const auto byte = [&](std::size_t i) {
    return i < text.size() ? static_cast<unsigned char>(text[i]) : 0U;
  };
  const auto follows = [&](std::size_t i) { return (byte(i) & 0xC0U) == 0x80U; };
  const unsigned first = byte(0);
  if (first < 0x80) return 1;
  if (first >= 0xC2 && first <= 0xDF) return follows(1) ? 2 : 0;
  if (first >= 0xE0 && first <= 0xEF) {
    if (!follows(1) || !follows(2)) return 0;
    if (first == 0xE0 && byte(1) < 0xA0) return 0;  // overlong
    if (first == 0xED && byte(1) > 0x9F) return 0;  // surrogate
    return 3;
  }
  if (first >= 0xF0 && first <= 0xF4) {
    if (!follows(1) || !follows(2) || !follows(3)) return 0;
    if (first == 0xF0 && byte(1) < 0x90) return 0;
    if (first == 0xF4 && byte(1) > 0x8F) return 0;
    return 4;
  }
  return 0;
}

}  // namespace

Result<std::string> read_bytes(const std::string& path) {
  std::FILE* file = std::fopen(path.c_str(), "rb");
  if (file == nullptr) return std::unexpected(unreadable(path, errno));
  std::string out;
  std::array<char, 65536> block;
  std::size_t got = 0;
  while ((got = std::fread(block.data(), 1, block.size(), file)) > 0) out.append(block.data(), got);
  const int failure = std::ferror(file) != 0 ? errno : 0;
  std::fclose(file);
  if (failure != 0) return std::unexpected(unreadable(path, failure));
  return out;
}

Result<Source> read_source(const std::string& path, std::string shown_as) {
  auto bytes = read_bytes(path);
  if (!bytes) return std::unexpected(bytes.error());
  const std::size_t wrong = find_invalid_utf8(*bytes);
  if (wrong != std::string::npos) {
    return std::unexpected(
        Error{ErrorKind::input, Message(messages::kNotUtf8, {std::to_string(wrong), path})});
  }
  return make_source(shown_as.empty() ? path : std::move(shown_as), std::move(*bytes));
}

Result<void> write_file(const std::string& path, std::string_view bytes) {
  const std::string temporary = path + ".part";
  const auto failed = [&](int code) -> Result<void> {
    return std::unexpected(Error{ErrorKind::surroundings,
                                 Message(messages::kUnwritableFile, {path, std::strerror(code)})});
  };
  std::FILE* file = std::fopen(temporary.c_str(), "wb");
  if (file == nullptr) return failed(errno);
  const bool written =
      std::fwrite(bytes.data(), 1, bytes.size(), file) == bytes.size() && std::fflush(file) == 0;
  const int failure = written ? 0 : errno;
  if (std::fclose(file) != 0 || !written) {
    const int code = failure != 0 ? failure : errno;
    ::unlink(temporary.c_str());
    return failed(code);
  }
  if (std::rename(temporary.c_str(), path.c_str()) != 0) return failed(errno);
  return {};
}

std::size_t find_invalid_utf8(std::string_view text) {
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t length = sequence_length(text.substr(i));
    if (length == 0) return i;
    i += length;
  }
  return std::string::npos;
}

}  // namespace guichet::base
