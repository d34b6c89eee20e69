#include "rules/feel/scan.hpp"

#include "rules/feel/text.hpp"

namespace guichet::feel {
namespace {

bool is_blank(char32_t c) {
  return c == ' ' || (c >= 9 && c <= 13) || c == 0x85 || c == 0xA0 || c == 0x1680 || c == 0x180E ||
         (c >= 0x2000 && c <= 0x200B) || c == 0x2028 || c == 0x2029 || c == 0x202F || c == 0x205F ||
         c == 0x3000 || c == 0xFEFF;
}

bool begins_word(char32_t c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' ||
         (c >= 0x80 && !is_blank(c));
}

bool is_name_sign(char c) {
  return c == '.' || c == '/' || c == '-' || c == '\'' || c == '+' || c == '*';
}

// Joins the parts of a name as they are read.
class NameBuilder {
 public:
  void add_word(std::string_view word, bool after_blank) {
    if (after_blank && !text_.empty()) text_ += ' ';
    if (last_is_word_ && !canonical_.empty()) canonical_ += ' ';
    text_ += word;
    canonical_ += word;
    last_is_word_ = true;
  }
  void add_sign(char sign, bool after_blank) {
    if (after_blank && !text_.empty()) text_ += ' ';
    text_ += sign;
    canonical_ += sign;
    last_is_word_ = false;
  }
  const std::string& text() const { return text_; }
  const std::string& canonical() const { return canonical_; }

 private:
  std::string text_;
  std::string canonical_;
  bool last_is_word_ = false;
};

int hex_value(char c) {
  if (is_digit(c)) return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

// `digits` hexadecimal digits at `at`, or -1.
std::int32_t read_hex(std::string_view text, std::size_t at, std::size_t digits) {
  if (at + digits > text.size()) return -1;
  std::int32_t value = 0;
  for (std::size_t i = 0; i < digits; ++i) {
    const int digit = hex_value(text[at + i]);
    if (digit < 0) return -1;
    value = value * 16 + digit;
  }
  return value;
}

// A \u or \U escape at `at` (the backslash); moves past it. False where it is none.
bool read_unicode_escape(std::string_view text, std::size_t& at, std::string& out) {
  const bool wide = text[at + 1] == 'U';
  std::int32_t value = read_hex(text, at + 2, wide ? 6 : 4);
  if (value < 0 || value > 0x10FFFF) return false;
  at += wide ? 8 : 6;
  if (value >= 0xD800 && value < 0xDC00) {
    const bool paired = at + 1 < text.size() && text[at] == '\\' && text[at + 1] == 'u';
    const std::int32_t low = paired ? read_hex(text, at + 2, 4) : -1;
    if (low >= 0xDC00 && low < 0xE000) {
      value = 0x10000 + ((value - 0xD800) << 10) + (low - 0xDC00);
      at += 6;
    }
  }
  if (value >= 0xD800 && value < 0xE000) value = 0xFFFD;  // half a pair is no character
  append_code_point(out, static_cast<char32_t>(value));
  return true;
}

}  // namespace

std::uint32_t Scanner::skip_blanks(std::uint32_t from) const {
  std::size_t at = from;
  while (at < text_.size()) {
    std::size_t after = at;
    if (is_blank(next_code_point(text_, after))) {
      at = after;
    } else if (text_.substr(at).starts_with("//")) {
      at = std::min(text_.find('\n', at), text_.size());
    } else if (text_.substr(at).starts_with("/*")) {
      const std::size_t close = text_.find("*/", at + 2);
      if (close == std::string_view::npos) break;
      at = close + 2;
    } else {
      break;
    }
  }
  return static_cast<std::uint32_t>(at);
}

std::uint32_t Scanner::word_end(std::uint32_t from) const {
  std::size_t at = from;
  while (at < text_.size()) {
    std::size_t after = at;
    const char32_t c = next_code_point(text_, after);
    if (!begins_word(c) && !(at > from && (is_digit(text_[at]) || c == '?'))) break;
    at = after;
  }
  return static_cast<std::uint32_t>(at);
}

Token Scanner::number(std::uint32_t from) const {
  std::size_t at = from;
  const auto digits = [&] {
    while (at < text_.size() && is_digit(text_[at])) ++at;
  };
  digits();
  if (at + 1 < text_.size() && text_[at] == '.' && is_digit(text_[at + 1])) {
    ++at;
    digits();
  }
  if (at < text_.size() && (text_[at] == 'e' || text_[at] == 'E')) {
    std::size_t sign = at + 1;
    if (sign < text_.size() && (text_[sign] == '+' || text_[sign] == '-')) ++sign;
    if (sign < text_.size() && is_digit(text_[sign])) {
      at = sign;
      digits();
    }
  }
  return {TokenKind::number, 0, from, static_cast<std::uint32_t>(at)};
}

Token Scanner::quoted(std::uint32_t from) const {
  for (std::size_t at = from + 1; at < text_.size(); ++at) {
    if (text_[at] == '\\') {
      ++at;
    } else if (text_[at] == '"') {
      return {TokenKind::string, 0, from, static_cast<std::uint32_t>(at + 1)};
    }
  }
  return {TokenKind::broken, '"', from, static_cast<std::uint32_t>(text_.size())};
}

Token Scanner::next(std::uint32_t from) const {
  const std::uint32_t at = skip_blanks(from);
  if (at >= text_.size()) return {TokenKind::end, 0, at, at};
  const char c = text_[at];
  if (text_.substr(at).starts_with("/*"))
    return {TokenKind::broken, '/', at, static_cast<std::uint32_t>(text_.size())};
  if (is_digit(c) || (c == '.' && at + 1 < text_.size() && is_digit(text_[at + 1])))
    return number(at);
  if (c == '"') return quoted(at);
  const std::uint32_t end = word_end(at);
  if (end != at) return {TokenKind::word, 0, at, end};
  static constexpr std::pair<std::string_view, char> kPairs[] = {
      {"**", '^'}, {"..", '~'}, {"!=", '!'}, {"<=", 'l'}, {">=", 'g'}, {"->", 'a'}};
  for (const auto& [text, symbol] : kPairs)
    if (text_.substr(at).starts_with(text)) return {TokenKind::symbol, symbol, at, at + 2};
  if (std::string_view("+-*/()[]{},:.=<>@?").find(c) != std::string_view::npos)
    return {TokenKind::symbol, c, at, at + 1};
  return {TokenKind::broken, c, at, at + 1};
}

ScannedName Scanner::read_name(std::uint32_t from, const NameSet& names) const {
  ScannedName best;
  NameBuilder builder;
  std::uint32_t at = skip_blanks(from);
  bool after_blank = false;
  while (at < text_.size()) {
    const std::uint32_t end = word_end(at);
    std::uint32_t part_end = end;
    if (end != at) {
      builder.add_word(text_.substr(at, end - at), after_blank);
    } else if (best.end != 0 && is_digit(text_[at])) {
      while (part_end < text_.size() && is_digit(text_[part_end])) ++part_end;
      builder.add_word(text_.substr(at, part_end - at), after_blank);
    } else if (best.end != 0 && is_name_sign(text_[at])) {
      builder.add_sign(text_[at], after_blank);
      part_end = at + 1;
    } else {
      break;
    }
    const Match match = names(builder.canonical());
    if (match == Match::whole || best.end == 0)
      best = {builder.text(), builder.canonical(), part_end, match == Match::whole};
    if (match == Match::none) break;
    at = skip_blanks(part_end);
    after_blank = at != part_end;
  }
  return best;
}

ScannedName Scanner::read_declared_name(std::uint32_t from, std::string_view stops,
                                        std::string_view stop_word) const {
  NameBuilder builder;
  std::uint32_t at = skip_blanks(from);
  std::uint32_t end = at;
  bool after_blank = false;
  while (at < text_.size() && stops.find(text_[at]) == std::string_view::npos) {
    std::uint32_t part_end = word_end(at);
    if (part_end != at) {
      const std::string_view word = text_.substr(at, part_end - at);
      if (!stop_word.empty() && word == stop_word) break;
      builder.add_word(word, after_blank);
    } else if (is_digit(text_[at])) {
      if (builder.text().empty()) return {};
      while (part_end < text_.size() && is_digit(text_[part_end])) ++part_end;
      builder.add_word(text_.substr(at, part_end - at), after_blank);
    } else if (is_name_sign(text_[at]) && !builder.text().empty()) {
      builder.add_sign(text_[at], after_blank);
      part_end = at + 1;
    } else {
      return {};
    }
    end = part_end;
    at = skip_blanks(part_end);
    after_blank = at != part_end;
  }
  return {builder.text(), builder.canonical(), end, true};
}

std::string canonical_name(std::string_view name) {
  const Scanner scanner(name);
  return scanner.read_declared_name(0, "", "").canonical;
}

std::string unescape(std::string_view quoted) {
  const std::string_view text = quoted.substr(1, quoted.size() - 2);
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    if (text[at] != '\\' || at + 1 >= text.size()) {
      out += text[at++];
      continue;
    }
    static constexpr std::string_view kEscapes = "\"\\nrt'";
    static constexpr std::string_view kMeanings = "\"\\\n\r\t'";
    const std::size_t index = kEscapes.find(text[at + 1]);
    const bool unicode = text[at + 1] == 'u' || text[at + 1] == 'U';
    if (index != std::string_view::npos) {
      out += kMeanings[index];
      at += 2;
    } else if (!unicode || !read_unicode_escape(text, at, out)) {
      out += text[at++];  // a lone backslash stands for itself
    }
  }
  return out;
}

}  // namespace guichet::feel
