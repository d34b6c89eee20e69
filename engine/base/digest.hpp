// SHA-256 and HMAC-SHA-256, in lower-case hexadecimal.
#pragma once

#include <string>
#include <string_view>

namespace guichet::base {

std::string sha256_hex(std::string_view text);
std::string hmac_sha256_hex(std::string_view key, std::string_view text);

}  // namespace guichet::base
