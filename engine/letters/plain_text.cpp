#include "engine/letters/plain_text.hpp"

#include <algorithm>

namespace guichet::letters {
namespace {

std::size_t code_points(std::string_view text) {
  return static_cast<std::size_t>(
      std::ranges::count_if(text, [](char c) { return (c & 0xC0) != 0x80; }));
}

void wrap_line(std::string& out, Margin& margin, std::string_view text) {
  std::string line;
  bool written = false;
  while (true) {
    const auto first = text.find_first_not_of(' ');
    if (first == std::string_view::npos) break;
    text.remove_prefix(first);
    const std::string_view word = text.substr(0, text.find(' '));
    text.remove_prefix(word.size());
    const std::size_t width = code_points(margin.next) + code_points(line) + 1 + code_points(word);
    if (!line.empty() && width > kColumns) {
      write_line(out, margin, line);
      written = true;
      line.clear();
    }
    if (!line.empty()) line += ' ';
    line += word;
  }
  if (!line.empty() || !written) write_line(out, margin, line);
}

}  // namespace

void write_line(std::string& out, Margin& margin, std::string_view text) {
  std::string line = (text.empty() ? margin.rest : margin.next) + std::string(text);
  line.erase(line.find_last_not_of(' ') + 1);
  out += line + '\n';
  if (!text.empty()) margin.next = margin.rest;
}

void write_wrapped(std::string& out, Margin& margin, std::string_view text) {
  while (true) {
    const auto end = text.find('\n');
    wrap_line(out, margin, text.substr(0, end));
    if (end == std::string_view::npos) return;
    text.remove_prefix(end + 1);
  }
}

}  // namespace guichet::letters
