#include "rules/dmn/yaml_text.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace guichet::dmn::yaml_text {

namespace {

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0xC3;
}

// Letters, digits and a few signs that no place of YAML gives a meaning to.
bool is_plain(std::string_view text) {
  if (text.empty() || !is_letter(text.front())) return false;
  if (text == "null" || text == "Null" || text == "NULL" || text.back() == ' ') return false;
  // Beyond ASCII only Latin letters: invisible blanks and the like are better seen in quotes.
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    const auto byte = static_cast<unsigned char>(c);
    if (byte >= 0xC3 && byte <= 0xC5 && i + 1 < text.size()) {
      ++i;
      continue;
    }
    const bool fits = (is_letter(c) && byte < 0x80) || (c >= '0' && c <= '9') || c == '-' ||
                      c == '_' || c == '.' || c == '/' || c == ' ';
    if (!fits) return false;
  }
  return text.find(" -") == std::string_view::npos;
}

std::string double_quoted(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '"' || c == '\\') {
      out += '\\';
      out += c;
    } else if (c == '\n') {
      out += "\\n";
    } else if (c == '\t') {
      out += "\\t";
    } else if (byte < 0x20 || byte == 0x7F) {
      out += fmt::format("\\x{:02x}", byte);
    } else {
      out += c;
    }
  }
  return out + '"';
}

}  // namespace

std::string scalar(std::string_view text) {
  if (is_plain(text)) return std::string(text);
  const bool printable = std::none_of(text.begin(), text.end(), [](char c) {
    return static_cast<unsigned char>(c) < 0x20 || static_cast<unsigned char>(c) == 0x7F;
  });
  // Single quotes read best around FEEL, whose own are double.
  if (!printable || text.find('\'') != std::string_view::npos ||
      text.find('"') == std::string_view::npos)
    return double_quoted(text);
  return "'" + std::string(text) + "'";
}

std::string value(const feel::Value& value) {
  switch (value.kind()) {
    case feel::Kind::null:
      return "null";
    case feel::Kind::boolean:
    case feel::Kind::number:
      return feel::to_text(value);
    case feel::Kind::string:
      // `=` begins FEEL; what looks like a number stays text in quotes.
      if (value.text().starts_with('=')) return scalar("= " + feel::to_literal(value));
      return value.text() == "true" || value.text() == "false" ? double_quoted(value.text())
                                                               : scalar(value.text());
    case feel::Kind::list: {
      std::vector<std::string> items;
      for (const feel::Value& item : value.items()) items.push_back(yaml_text::value(item));
      return list(items);
    }
    case feel::Kind::context: {
      std::vector<std::pair<std::string, std::string>> entries;
      for (const feel::Entry& entry : value.entries())
        entries.emplace_back(scalar(entry.name), yaml_text::value(entry.value));
      return mapping(entries);
    }
    default:
      return scalar("= " + feel::to_literal(value));
  }
}

std::string list(const std::vector<std::string>& items) {
  return fmt::format("[{}]", fmt::join(items, ", "));
}

std::string mapping(const std::vector<std::pair<std::string, std::string>>& entries) {
  std::string out;
  for (const auto& [key, text] : entries)
    out += fmt::format("{}{}: {}", out.empty() ? "" : ", ", key, text);
  return "{" + out + "}";
}

}  // namespace guichet::dmn::yaml_text
