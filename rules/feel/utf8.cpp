#include <cstdint>
#include <cstring>

#include "rules/feel/text.hpp"

namespace guichet::feel {
namespace {

constexpr std::size_t kBlock = sizeof(std::uint64_t);

bool continues(char c) {
  return (static_cast<unsigned char>(c) & 0xC0) == 0x80;
}

// Code points that begin within eight bytes: those whose two upper bits are not 10.
std::size_t beginnings(const char* bytes) {
  std::uint64_t word = 0;
  std::memcpy(&word, bytes, kBlock);
  const std::uint64_t continuing = word & ~word << 1 & 0x8080'8080'8080'8080;
  return kBlock - static_cast<std::size_t>(((continuing >> 7) * 0x0101'0101'0101'0101) >> 56);
}

}  // namespace

std::size_t code_points(std::string_view text) {
  std::size_t count = 0, at = 0;
  for (; at + kBlock <= text.size(); at += kBlock) count += beginnings(text.data() + at);
  for (; at < text.size(); ++at) count += continues(text[at]) ? 0 : 1;
  return count;
}

std::size_t byte_offset(std::string_view text, std::size_t code_point) {
  std::size_t at = 0;
  // Blocks that end before the one that is looked for, and then its own bytes.
  for (; at + kBlock <= text.size(); at += kBlock) {
    const std::size_t in_block = beginnings(text.data() + at);
    if (in_block > code_point) break;
    code_point -= in_block;
  }
  for (; at < text.size(); ++at)
    if (!continues(text[at]) && code_point-- == 0) return at;
  return text.size();
}

char32_t next_code_point(std::string_view text, std::size_t& offset) {
  const auto lead = static_cast<unsigned char>(text[offset++]);
  if (lead < 0x80) return lead;
  char32_t code_point = lead < 0xE0 ? lead & 0x1F : lead < 0xF0 ? lead & 0x0F : lead & 0x07;
  while (offset < text.size() && continues(text[offset]))
    code_point = code_point << 6 | (static_cast<unsigned char>(text[offset++]) & 0x3F);
  return code_point;
}

void append_code_point(std::string& out, char32_t c) {
  const auto put = [&out](char32_t byte) { out += static_cast<char>(byte); };
  if (c < 0x80) {
    put(c);
  } else if (c < 0x800) {
    put(0xC0 | c >> 6);
    put(0x80 | (c & 0x3F));
  } else if (c < 0x10000) {
    put(0xE0 | c >> 12);
    put(0x80 | (c >> 6 & 0x3F));
    put(0x80 | (c & 0x3F));
  } else {
    put(0xF0 | c >> 18);
    put(0x80 | (c >> 12 & 0x3F));
    put(0x80 | (c >> 6 & 0x3F));
    put(0x80 | (c & 0x3F));
  }
}

}  // namespace guichet::feel
