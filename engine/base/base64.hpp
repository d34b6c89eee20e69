// Base64 as RFC 4648 has it: with its padding, without line breaks.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace guichet::base {

std::string base64(std::string_view bytes);
// Nothing where the text is not exactly that.
std::optional<std::string> from_base64(std::string_view text);

}  // namespace guichet::base
