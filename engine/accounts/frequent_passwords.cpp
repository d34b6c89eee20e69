#include "engine/accounts/frequent_passwords.hpp"

#include <algorithm>
#include <vector>

// GUICHET_FREQUENT_PASSWORDS is the file's path; the build depends on its content.
__asm__(
    ".section .rodata\n"
    "guichet_frequent_passwords:\n.incbin \"" GUICHET_FREQUENT_PASSWORDS
    "\"\n"
    "guichet_frequent_passwords_end:\n.byte 0\n.previous\n");
extern const char guichet_frequent_passwords[] __asm__("guichet_frequent_passwords");
extern const char guichet_frequent_passwords_end[] __asm__("guichet_frequent_passwords_end");

namespace guichet::accounts {
namespace {

// Lines in their order, the comments at the top left out. The file is sorted byte by byte.
std::vector<std::string_view> read_words() {
  const std::string_view text(
      guichet_frequent_passwords,
      static_cast<std::size_t>(guichet_frequent_passwords_end - guichet_frequent_passwords));
  std::vector<std::string_view> out;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    if (end > at && text[at] != '#') out.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  return out;
}

const std::vector<std::string_view>& words() {
  static const std::vector<std::string_view> kWords = read_words();
  return kWords;
}

}  // namespace

bool is_common_word(std::string_view word) {
  return std::ranges::binary_search(words(), word);
}
std::size_t count_common_words() {
  return words().size();
}

}  // namespace guichet::accounts
