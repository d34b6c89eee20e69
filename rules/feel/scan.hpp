// FEEL's tokens. Names may hold spaces and operator signs, so only the parser, which knows the
// names in reach, can tell where one ends: the scanner gives words, read_name() the names.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

namespace guichet::feel {

enum class TokenKind : std::uint8_t { end, number, string, word, symbol, broken };

struct Token {
  TokenKind kind = TokenKind::end;
  // Of a symbol: its character, or ^ (**), ~ (..), ! (!=), l (<=), g (>=), a (->).
  char symbol = 0;
  std::uint32_t offset = 0;
  std::uint32_t end = 0;
};

// How a text relates to a set of names.
enum class Match : std::uint8_t { none, prefix, whole };
using NameSet = std::function<Match(std::string_view canonical)>;

struct ScannedName {
  std::string text;       // as written, blanks collapsed
  std::string canonical;  // without blanks around signs
  std::uint32_t end = 0;
  bool known = false;
};

class Scanner {
 public:
  explicit Scanner(std::string_view text) : text_(text) {}

  // The token at or after `from`; of kind broken with its extent where the text is no token
  // (an unclosed string or comment).
  Token next(std::uint32_t from) const;
  std::string_view text(const Token& token) const {
    return text_.substr(token.offset, token.end - token.offset);
  }
  // The longest name of the set that begins at `from`; the single word there if none does.
  ScannedName read_name(std::uint32_t from, const NameSet& names) const;
  // Everything from `from` up to a stop (one of `stops`, or the word `stop_word`), as a name; an
  // empty text where what stands there cannot be one.
  ScannedName read_declared_name(std::uint32_t from, std::string_view stops,
                                 std::string_view stop_word) const;

 private:
  std::uint32_t skip_blanks(std::uint32_t from) const;
  std::uint32_t word_end(std::uint32_t from) const;  // == from where no word begins
  Token number(std::uint32_t from) const;
  Token quoted(std::uint32_t from) const;

  std::string_view text_;
};

// The form under which names are compared: blanks collapsed, none around signs.
std::string canonical_name(std::string_view name);
// The text of a string token, quotes removed and escapes read.
std::string unescape(std::string_view quoted);

}  // namespace guichet::feel
