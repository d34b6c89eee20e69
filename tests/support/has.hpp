// Is one text part of another? So that a failed CHECK shows both.
#pragma once

#include <string_view>

namespace guichet::tests {

inline bool has(std::string_view text, std::string_view part) {
  return text.find(part) != std::string_view::npos;
}

}  // namespace guichet::tests
