#include "rules/tables/free_names.hpp"

#include <algorithm>
#include <array>

namespace guichet::tables {

namespace {

constexpr std::array<std::string_view, 20> kKeywords{
    "and",  "or",   "not",    "in",   "between",  "if",        "then",
    "else", "for",  "return", "some", "every",    "satisfies", "instance",
    "of",   "true", "false",  "null", "function", "external"};

bool is_keyword(std::string_view word) {
  return std::find(kKeywords.begin(), kKeywords.end(), word) != kKeywords.end();
}

// Bytes past ASCII are parts of letters here.
bool begins_word(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte >= 0x80 || c == '_' || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
bool continues_word(char c) {
  return begins_word(c) || (c >= '0' && c <= '9');
}

// Where the text is one name as a whole.
bool is_one_name(std::string_view text) {
  if (text.empty() || !begins_word(text.front())) return false;
  std::string word;
  for (const char c : std::string(text) + ' ') {
    if (continues_word(c) || c == '-') {
      word += c;
    } else if (c != ' ' || is_keyword(word)) {
      return false;
    } else {
      word.clear();
    }
  }
  return text.find(" - ") == std::string_view::npos && text.find("- ") == std::string_view::npos &&
         text.find(" -") == std::string_view::npos;
}

std::size_t past_string(std::string_view text, std::size_t at) {
  for (++at; at < text.size() && text[at] != '"'; ++at)
    if (text[at] == '\\') ++at;
  return at + 1;
}

// Where the words from `at` on, up to a parenthesis, are a function's name: past that name.
std::size_t past_function(std::string_view text, std::size_t at) {
  for (const std::string_view name : {"date and time", "years and months duration"})
    if (text.substr(at).starts_with(name)) return at + name.size();
  std::size_t end = at;
  while (end < text.size() && begins_word(text[end])) {
    const std::size_t word = end;
    while (end < text.size() && continues_word(text[end])) ++end;
    if (is_keyword(text.substr(word, end - word))) return at;
    while (end < text.size() && text[end] == ' ') ++end;
  }
  return end < text.size() && text[end] == '(' ? end : at;
}

}  // namespace

std::vector<std::string> free_names(std::string_view text) {
  if (is_one_name(text)) return {std::string(text)};
  std::vector<std::string> names;
  char before = ' ';  // the last character that is no blank
  for (std::size_t at = 0; at < text.size();) {
    if (text[at] == '"') {
      at = past_string(text, at);
      before = '"';
      continue;
    }
    if (!begins_word(text[at])) {
      if (text[at] != ' ') before = text[at];
      // A number's digits do not begin a word ("1e6").
      if (text[at] >= '0' && text[at] <= '9')
        while (at + 1 < text.size() && continues_word(text[at + 1])) ++at;
      ++at;
      continue;
    }
    if (const std::size_t past = past_function(text, at); past != at) {
      at = past;
      before = 'a';
      continue;
    }
    std::size_t end = at;
    while (end < text.size() && continues_word(text[end])) ++end;
    const std::string word(text.substr(at, end - at));
    if (before != '.' && !is_keyword(word) &&
        std::find(names.begin(), names.end(), word) == names.end())
      names.push_back(word);
    before = 'a';
    at = end;
  }
  return names;
}

}  // namespace guichet::tables
