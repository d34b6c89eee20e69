#include <algorithm>

#include "adapters/delivery/message.hpp"
#include "engine/base/file.hpp"

namespace guichet::delivery {
namespace {

constexpr std::size_t kMostBytes = 254;  // RFC 5321 4.5.3.1.3, without the brackets
constexpr std::size_t kMostLocalBytes = 64;

bool is_dotted(std::string_view text) {
  return !text.empty() && !text.starts_with('.') && !text.ends_with('.') &&
         text.find("..") == std::string_view::npos;
}

// What would need quotes or ends the address is refused: nobody has such an address.
bool is_address_char(char c) {
  constexpr std::string_view kSpecial = "()<>[]:;,\\\"@";
  const auto byte = static_cast<unsigned char>(c);
  return byte > 0x20 && byte != 0x7f && kSpecial.find(c) == std::string_view::npos;
}

}  // namespace

bool is_address(std::string_view address) {
  const std::size_t at = address.find('@');
  if (at == std::string_view::npos || address.size() > kMostBytes || at > kMostLocalBytes) {
    return false;
  }
  const std::string_view local = address.substr(0, at);
  const std::string_view domain = address.substr(at + 1);
  return is_dotted(local) && is_dotted(domain) && std::ranges::all_of(local, is_address_char) &&
         std::ranges::all_of(domain, is_address_char) &&
         base::find_invalid_utf8(address) == std::string_view::npos;
}

bool needs_smtputf8(std::string_view address) {
  const std::string_view local = address.substr(0, address.find('@'));
  return std::ranges::any_of(local, [](char c) { return static_cast<unsigned char>(c) > 0x7f; });
}

}  // namespace guichet::delivery
