#include "engine/base/markup.hpp"

namespace guichet::base {
namespace {

// Blanks other than spaces are written as references: a reader makes spaces of those in
// attributes, and line feeds of carriage returns everywhere.
std::string_view spelling(char c, bool attribute) {
  switch (c) {
    case '&':
      return "&amp;";
    case '<':
      return "&lt;";
    case '>':
      return "&gt;";
    case '\r':
      return "&#13;";
    case '"':
      return attribute ? "&quot;" : "";
    case '\n':
      return attribute ? "&#10;" : "";
    case '\t':
      return attribute ? "&#9;" : "";
    default:
      return "";
  }
}

}  // namespace

std::string escape_markup(std::string_view text, MarkupPlace place) {
  std::string out;
  out.reserve(text.size());
  for (const char c : text) {
    const std::string_view reference = spelling(c, place == MarkupPlace::attribute);
    if (reference.empty())
      out += c;
    else
      out += reference;
  }
  return out;
}

}  // namespace guichet::base
