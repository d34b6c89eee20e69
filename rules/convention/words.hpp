// Inside the module: keys that take one of a few words.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>

#include "engine/base/diagnostic.hpp"
#include "engine/yaml/node.hpp"
#include "rules/convention/messages.hpp"

namespace guichet::convention {

// The word's number, or nothing with a diagnostic.
template <std::size_t N>
std::optional<std::size_t> read_word(const yaml::Node& node,
                                     const std::array<std::string_view, N>& words,
                                     base::Diagnostics& diagnostics) {
  std::string all;
  for (std::size_t i = 0; i < N; ++i) {
    if (node.text() == words[i]) return i;
    all += (i == 0 ? "" : ", ") + std::string(words[i]);
  }
  diagnostics.error(node.location(), base::Message(messages::kUnknownWord, {node.text(), all}),
                    base::suggestion(node.text(), {words.begin(), words.end()}));
  return {};
}

}  // namespace guichet::convention
