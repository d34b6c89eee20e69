// Pieces of FEEL text: quoting, UTF-8 code points.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "rules/feel/value.hpp"

namespace guichet::feel {

constexpr bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
void append_quoted(std::string& out, std::string_view text);
// Can the name stand as a context's key without quotes?
bool is_plain_name(std::string_view name);

// to_text(); nothing where it is longer than so many bytes.
std::optional<std::string> text_within(const Value& value, std::size_t most_bytes);
// What a name, a text or a pattern that a message quotes is cut down to.
std::string shown(std::string_view text);
// Offset of `part` in `text`, or npos; in time that grows with their sizes only.
std::size_t find_text(std::string_view text, std::string_view part);

// -- UTF-8; texts are valid (they come from checked sources) --
std::size_t code_points(std::string_view text);
// Byte offset of the n-th code point (from 0); the size where there are fewer.
std::size_t byte_offset(std::string_view text, std::size_t code_point);
// The code point at `offset`, which moves past it.
char32_t next_code_point(std::string_view text, std::size_t& offset);
void append_code_point(std::string& out, char32_t code_point);

}  // namespace guichet::feel
