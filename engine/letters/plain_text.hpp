// Lines of plain text with a margin, wrapped at 76 columns.
#pragma once

#include <string>
#include <string_view>

namespace guichet::letters {

inline constexpr std::size_t kColumns = 76;

// What stands before the text of a line: once ("- "), and from then on ("  ").
struct Margin {
  std::string next;
  std::string rest;
};

// One line, without blanks at its end. An empty text is a separation and leaves `next` for later.
void write_line(std::string& out, Margin& margin, std::string_view text);
// The words of `text` on lines of at most kColumns code points; "\n" begins a new line. A word
// longer than that (an address) has a line of its own, whole.
void write_wrapped(std::string& out, Margin& margin, std::string_view text);

}  // namespace guichet::letters
