#include "rules/dmn/xml_text.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include "engine/base/file.hpp"
#include "rules/dmn/xml_messages.hpp"

namespace guichet::dmn::xml {

namespace {

enum class Encoding { utf8, utf16_big, utf16_little, latin1, windows1252 };

// What windows-1252 has at 0x80 .. 0x9F where ISO-8859-1 has control characters.
constexpr std::array<char16_t, 32> kWindows1252{
    0x20AC, 0x81,   0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0x8D,   0x017D, 0x8F,   0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D,   0x017E, 0x0178};

void append(std::string& out, char32_t c) {
  const auto tail = [&](int shift) { out += static_cast<char>(0x80 | (c >> shift & 0x3F)); };
  if (c < 0x80) {
    out += static_cast<char>(c);
  } else if (c < 0x800) {
    out += static_cast<char>(0xC0 | c >> 6);
    tail(0);
  } else if (c < 0x10000) {
    out += static_cast<char>(0xE0 | c >> 12);
    tail(6);
    tail(0);
  } else {
    out += static_cast<char>(0xF0 | c >> 18);
    tail(12);
    tail(6);
    tail(0);
  }
}

std::string from_single_bytes(std::string_view bytes, Encoding encoding) {
  std::string out;
  out.reserve(bytes.size());
  for (const char byte : bytes) {
    const auto c = static_cast<unsigned char>(byte);
    const bool special = encoding == Encoding::windows1252 && c >= 0x80 && c < 0xA0;
    append(out, special ? kWindows1252[c - 0x80] : static_cast<char32_t>(c));
  }
  return out;
}

// The offset of what is no UTF-16, where something is not.
base::Result<std::string> from_utf16(std::string_view bytes, bool big) {
  std::string out;
  out.reserve(bytes.size());
  const auto unit = [&](std::size_t at) {
    const auto first = static_cast<unsigned char>(bytes[at]);
    const auto second = static_cast<unsigned char>(bytes[at + 1]);
    return static_cast<char32_t>(big ? first << 8 | second : second << 8 | first);
  };
  const auto fail = [](std::size_t at) {
    return std::unexpected(
        base::Error{base::ErrorKind::input,
                    base::Message(messages::kXmlBytes, {std::to_string(at + 1), "UTF-16"})});
  };
  for (std::size_t i = 0; i < bytes.size(); i += 2) {
    if (i + 1 == bytes.size()) return fail(i);
    char32_t c = unit(i);
    if (c >= 0xDC00 && c < 0xE000) return fail(i);
    if (c >= 0xD800 && c < 0xDC00) {
      if (i + 3 >= bytes.size() || unit(i + 2) < 0xDC00 || unit(i + 2) >= 0xE000) return fail(i);
      c = 0x10000 + ((c - 0xD800) << 10) + (unit(i + 2) - 0xDC00);
      i += 2;
    }
    append(out, c);
  }
  return out;
}

// The encoding that `<?xml version="1.0" encoding="..."?>` names, in lower case; "" if none.
std::string declared_encoding(std::string_view bytes) {
  if (!bytes.starts_with("<?xml")) return {};
  const std::string_view declaration = bytes.substr(0, bytes.find("?>"));
  const std::size_t key = declaration.find("encoding");
  if (key == std::string_view::npos) return {};
  const std::size_t open = declaration.find_first_of("\"'", key);
  if (open == std::string_view::npos) return {};
  const std::size_t close = declaration.find(declaration[open], open + 1);
  if (close == std::string_view::npos) return {};
  std::string name(declaration.substr(open + 1, close - open - 1));
  std::transform(name.begin(), name.end(), name.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  return name;
}

std::optional<Encoding> encoding_of(std::string_view bytes, const std::string& declared) {
  if (bytes.starts_with("\xFE\xFF") || bytes.starts_with(std::string_view("\0<", 2)))
    return Encoding::utf16_big;
  if (bytes.starts_with("\xFF\xFE") || bytes.starts_with(std::string_view("<\0", 2)))
    return Encoding::utf16_little;
  if (bytes.starts_with("\xEF\xBB\xBF")) return Encoding::utf8;
  if (declared.empty() || declared == "utf-8" || declared == "us-ascii" || declared == "utf8")
    return Encoding::utf8;
  if (declared == "iso-8859-1" || declared == "latin1") return Encoding::latin1;
  if (declared == "windows-1252" || declared == "cp1252") return Encoding::windows1252;
  return {};
}

}  // namespace

base::Result<base::Source> decode(std::string name, std::string_view bytes) {
  const std::string declared = declared_encoding(bytes);
  const auto encoding = encoding_of(bytes, declared);
  if (!encoding)
    return std::unexpected(
        base::Error{base::ErrorKind::input, base::Message(messages::kXmlEncoding, {declared})});
  std::string text;
  switch (*encoding) {
    case Encoding::utf8:
      if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
      if (const std::size_t bad = base::find_invalid_utf8(bytes); bad != std::string::npos)
        return std::unexpected(
            base::Error{base::ErrorKind::input,
                        base::Message(messages::kXmlBytes, {std::to_string(bad + 1), "UTF-8"})});
      text = bytes;
      break;
    case Encoding::utf16_big:
    case Encoding::utf16_little: {
      const bool big = *encoding == Encoding::utf16_big;
      const bool marked = bytes.starts_with(big ? "\xFE\xFF" : "\xFF\xFE");
      auto decoded = from_utf16(bytes.substr(marked ? 2 : 0), big);
      if (!decoded) return std::unexpected(decoded.error());
      text = std::move(*decoded);
      break;
    }
    case Encoding::latin1:
    case Encoding::windows1252:
      text = from_single_bytes(bytes, *encoding);
      break;
  }
  return base::make_source(std::move(name), std::move(text));
}

}  // namespace guichet::dmn::xml
