// Texts as XML, SVG and HTML spell them, so that a reader gets them back byte for byte.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace guichet::base {

enum class MarkupPlace : std::uint8_t {
  attribute,  // between double quotes; safe as content too
  content,    // between tags: quotes, tabs and line feeds stay readable
};

std::string escape_markup(std::string_view text, MarkupPlace place = MarkupPlace::attribute);

}  // namespace guichet::base
