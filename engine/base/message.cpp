#include "engine/base/message.hpp"

#include <optional>

namespace guichet::base {
namespace {

// What stands in braces: "0" for an argument, "0|file|files" for the word that goes with a number.
struct Hole {
  std::size_t index = 0;
  std::string_view one = {}, several = {};
  std::size_t length = 0;  // of the whole, braces included
};

// Only {digit} and {digit|one|several} are special, so that a sentence may quote YAML flow mappings
// as they are.
std::optional<Hole> hole_at(std::string_view text) {
  const bool begins = text.size() > 2 && text[0] == '{' && text[1] >= '0' && text[1] <= '9';
  if (!begins) return {};
  Hole hole{.index = static_cast<std::size_t>(text[1] - '0')};
  if (text[2] == '}') {
    hole.length = 3;
    return hole;
  }
  const std::size_t end = text.find('}');
  const std::size_t middle = text.find('|', 3);
  if (text[2] != '|' || end == text.npos || middle == text.npos || middle > end) return {};
  hole.one = text.substr(3, middle - 3);
  hole.several = text.substr(middle + 1, end - middle - 1);
  hole.length = end + 1;
  return hole;
}

// In French nothing is singular too.
bool is_one(std::string_view number, Language language) {
  return number == "1" || (number == "0" && language == Language::fr);
}

}  // namespace

std::string Message::in(Language language) const {
  const std::string_view text = language == Language::fr ? text_->fr : text_->en;
  std::string out;
  out.reserve(text.size() + 32);
  for (std::size_t i = 0; i < text.size();) {
    const auto hole = hole_at(text.substr(i));
    if (!hole) {
      out += text[i++];
      continue;
    }
    i += hole->length;
    if (hole->index >= arguments_.size()) continue;
    const std::string& argument = arguments_[hole->index];
    if (hole->length == 3) {
      out += argument;
    } else {
      out += is_one(argument, language) ? hole->one : hole->several;
    }
  }
  return out;
}

Language language_of(std::string_view code) {
  return code.starts_with("en") ? Language::en : Language::fr;
}

}  // namespace guichet::base
