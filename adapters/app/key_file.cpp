#include "adapters/app/key_file.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

#include "adapters/app/account_messages.hpp"
#include "engine/base/file.hpp"

namespace guichet::app {
namespace {

using base::Message;

// What the key makes of a fixed text; tells one key from another and nothing else.
constexpr const char* kKeyMark = "account-key";

std::unexpected<base::Error> unusable(const base::MessageText& text,
                                      std::vector<std::string> arguments) {
  return std::unexpected(
      base::Error{base::ErrorKind::surroundings, Message(text, std::move(arguments))});
}

int digit_of(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

// The bytes of 64 hexadecimal digits; empty where they are none.
std::string bytes_of_key(std::string_view text) {
  while (text.ends_with('\n') || text.ends_with('\r')) text.remove_suffix(1);
  if (text.size() != 2 * accounts::kMasterKeyBytes) return {};
  std::string out;
  for (std::size_t i = 0; i < text.size(); i += 2) {
    const int high = digit_of(text[i]), low = digit_of(text[i + 1]);
    if (high < 0 || low < 0) return {};
    out += static_cast<char>(high << 4 | low);
  }
  return out;
}

base::Result<std::string> make_key_file(const std::string& file, accounts::Random& random) {
  const std::string text = accounts::random_hex(random, accounts::kMasterKeyBytes) + "\n";
  const int descriptor = ::open(file.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0400);
  bool kept = descriptor >= 0;
  if (kept) {
    kept = ::write(descriptor, text.data(), text.size()) == static_cast<ssize_t>(text.size()) &&
           ::fsync(descriptor) == 0;
  }
  const int why = errno;
  if (descriptor >= 0) ::close(descriptor);
  if (!kept) return unusable(messages::kKeyFileNotMade, {file, std::strerror(why)});
  return bytes_of_key(text);
}

base::Result<std::string> read_key_file(const std::string& file, const struct stat& info) {
  if ((info.st_mode & 077U) != 0) return unusable(messages::kKeyFileOpen, {file});
  const auto text = base::read_bytes(file);
  if (!text) return std::unexpected(text.error());
  std::string key = bytes_of_key(*text);
  if (key.empty()) return unusable(messages::kKeyFileWrong, {file});
  return key;
}

}  // namespace

std::string key_file_of(const std::string& database) {
  std::string_view name = database;
  if (name.starts_with("sqlite:")) name.remove_prefix(7);
  if (name.starts_with("//")) name.remove_prefix(2);
  return std::string(name) + ".key";
}

base::Result<std::unique_ptr<accounts::Keys>> open_keys(store::Store& store,
                                                        const std::string& file,
                                                        accounts::Random& random) {
  const std::string mark = store.setting(kKeyMark);
  struct stat info {};
  const bool is_there = ::stat(file.c_str(), &info) == 0;
  if (!is_there && !mark.empty()) return unusable(messages::kKeyFileGone, {file});
  const auto key = is_there ? read_key_file(file, info) : make_key_file(file, random);
  if (!key) return std::unexpected(key.error());
  auto keys = std::make_unique<accounts::Keys>(*key);
  const std::string own = keys->hash(accounts::Purpose::addresses, kKeyMark);
  if (!mark.empty() && !accounts::equal_secrets(own, mark)) {
    return unusable(messages::kKeyFileOther, {file});
  }
  if (mark.empty()) store.set_setting(kKeyMark, own);
  return keys;
}

}  // namespace guichet::app
