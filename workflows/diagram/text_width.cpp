#include "workflows/diagram/text_width.hpp"

#include <algorithm>
#include <cstdint>

namespace guichet::diagram {
namespace {

// Thousandths of the size, for the characters 32 to 126 (Adobe's metrics of Helvetica).
constexpr std::uint16_t kWidths[] = {278,  278, 355, 556, 556, 889, 667, 191,
                                     333,  333, 389, 584, 278, 333, 278, 278,  //  !"#$%&'()*+,-./
                                     556,  556, 556, 556, 556, 556, 556, 556,
                                     556,  556, 278, 278, 584, 584, 584, 556,  // 0-9 :;<=>?
                                     1015, 667, 667, 722, 722, 667, 611, 778,
                                     722,  278, 500, 667, 556, 833, 722, 778,  // @A-O
                                     667,  778, 722, 667, 611, 722, 667, 944,
                                     667,  667, 611, 278, 278, 278, 469, 556,  // P-Z [\]^_
                                     333,  556, 556, 500, 556, 556, 278, 556,
                                     556,  222, 222, 500, 222, 833, 556, 556,  // `a-o
                                     556,  556, 333, 500, 278, 556, 500, 722,
                                     500,  500, 500, 334, 260, 334, 584};  // p-z {|}~
constexpr std::uint16_t kOtherLatin = 600, kWide = 1000;
constexpr char32_t kFirstWide = 0x2E80;  // CJK and what follows, emoji too
constexpr double kBold = 1.1, kOtherFonts = 1.17;

struct Character {
  char32_t code = 0;
  std::size_t bytes = 1;
};

// The text is UTF-8 already checked; a stray byte counts as one character.
Character character_at(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[at + i]); };
  const unsigned char lead = byte(0);
  const std::size_t bytes = lead < 0xC0 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
  if (at + bytes > text.size()) return {lead, 1};
  char32_t code = bytes == 1 ? lead : lead & (0x7Fu >> bytes);
  for (std::size_t i = 1; i < bytes; ++i) code = (code << 6) | (byte(i) & 0x3Fu);
  return {code, bytes};
}

double width_of(char32_t code) {
  if (code >= 32 && code < 127) return kWidths[code - 32];
  if (code == 0xA0) return kWidths[0];
  return code < kFirstWide ? kOtherLatin : kWide;
}

// French sets a blank before these, and no line begins with them; none ends with "«".
bool holds_together(std::string_view before, std::string_view after) {
  constexpr std::string_view kNeverFirst[] = {"»", ":", ";", "!", "?"};
  if (before.ends_with("«")) return true;
  return std::ranges::any_of(kNeverFirst,
                             [&](std::string_view mark) { return after.starts_with(mark); });
}

std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> out;
  for (std::size_t from = 0; from < text.size();) {
    const std::size_t end = std::min(text.find_first_of(" \t\r\n", from), text.size());
    const std::string_view word = text.substr(from, end - from);
    from = end + 1;
    if (word.empty()) continue;
    if (!out.empty() && holds_together(out.back(), word)) {
      out.back() += "\u00A0" + std::string(word);
    } else {
      out.emplace_back(word);
    }
  }
  return out;
}

// How many bytes of the word fit; at least one character.
std::size_t fitting(std::string_view word, double size, double width, Weight weight) {
  std::size_t at = 0;
  while (at < word.size()) {
    const std::size_t next = at + character_at(word, at).bytes;
    if (at > 0 && text_width(word.substr(0, next), size, weight) > width) break;
    at = next;
  }
  return at;
}

}  // namespace

double text_width(std::string_view text, double size, Weight weight) {
  double sum = 0;
  for (std::size_t at = 0; at < text.size();) {
    const Character character = character_at(text, at);
    sum += width_of(character.code);
    at += character.bytes;
  }
  return sum * size / 1000 * kOtherFonts * (weight == Weight::bold ? kBold : 1);
}

std::vector<std::string> wrapped(std::string_view text, double size, double width, Weight weight) {
  std::vector<std::string> lines;
  for (const std::string& whole : words_of(text)) {
    std::string_view word = whole;
    if (!lines.empty()) {
      const std::string longer = lines.back() + " " + std::string(word);
      if (text_width(longer, size, weight) <= width) {
        lines.back() = longer;
        continue;
      }
    }
    while (text_width(word, size, weight) > width) {
      const std::size_t bytes = fitting(word, size, width, weight);
      if (bytes == word.size()) break;
      lines.emplace_back(word.substr(0, bytes));
      word.remove_prefix(bytes);
    }
    lines.emplace_back(word);
  }
  return lines;
}

}  // namespace guichet::diagram
