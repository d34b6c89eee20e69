// A scalar's text with the place of each of its bytes: folding, escapes and indentation undone.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "engine/base/source.hpp"
#include "engine/yaml/node.hpp"

namespace guichet::yaml {

struct Extent {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
};

// Reads the scalar of that style that stands in `extent` of the source (quotes and block header
// included). `value` is what libyaml read there: a second opinion, and it tells the indentation and
// the end of a block. Nothing where the two readings differ.
std::optional<base::LocatedText> read_scalar(const base::Source& source, Style style, Extent extent,
                                             std::string_view value);

}  // namespace guichet::yaml
