#include "engine/base/message.hpp"

namespace guichet::base {

std::string Message::in(Language language) const {
  const std::string_view text = language == Language::fr ? text_->fr : text_->en;
  // Only {digit} is special, so that a sentence may quote YAML flow mappings as they are.
  std::string out;
  out.reserve(text.size() + 32);
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '{' && i + 2 < text.size() && text[i + 2] == '}' && text[i + 1] >= '0' &&
        text[i + 1] <= '9') {
      const auto index = static_cast<std::size_t>(text[i + 1] - '0');
      if (index < arguments_.size()) out += arguments_[index];
      i += 2;
    } else {
      out += text[i];
    }
  }
  return out;
}

Language language_of(std::string_view code) {
  return code.starts_with("en") ? Language::en : Language::fr;
}

}  // namespace guichet::base
