#include "rules/dmn/bare_words.hpp"

#include "rules/feel/scan.hpp"
#include "rules/feel/value.hpp"

namespace guichet::dmn {

namespace {

using feel::Token;
using feel::TokenKind;

// Finds where a test begins: at the start, after `not(`, and after the commas that separate tests,
// not those of a function's arguments.
class TestStarts {
 public:
  bool follows(const Token& before, const Token& token) {
    if (token.kind != TokenKind::symbol) return false;
    const char symbol = token.symbol;
    if (symbol == '~' && !open_.empty()) open_.back().range = true;
    const bool closes_range =
        !open_.empty() && open_.back().range && (symbol == '[' || symbol == ')' || symbol == ']');
    if (closes_range || ((symbol == ')' || symbol == ']' || symbol == '}') && !open_.empty())) {
      open_.pop_back();
    } else if (symbol == '(' || symbol == '[' || symbol == '{' || symbol == ']') {
      open_.push_back({symbol == '(' && before.kind == TokenKind::word});
    }
    if (symbol != ',') return false;
    for (const Open& one : open_)
      if (one.call) return false;
    return true;
  }

 private:
  struct Open {
    bool call = false;
    bool range = false;
  };
  std::vector<Open> open_;
};

// The listed word that is a whole test at `offset`, the longest; empty if none.
std::string_view word_at(const feel::Scanner& scanner, std::string_view text, std::uint32_t offset,
                         const std::vector<std::string>& listed) {
  std::string_view word;
  for (const std::string& value : listed) {
    if (value.size() <= word.size() || !text.substr(offset).starts_with(value)) continue;
    const Token after = scanner.next(offset + static_cast<std::uint32_t>(value.size()));
    if (after.kind == TokenKind::end ||
        (after.kind == TokenKind::symbol && (after.symbol == ',' || after.symbol == ')')))
      word = value;
  }
  return word;
}

}  // namespace

std::string with_quoted_words(std::string_view tests, const std::vector<std::string>& listed) {
  const feel::Scanner scanner(tests);
  TestStarts starts;
  std::string out;
  std::uint32_t copied = 0;
  Token token = scanner.next(0), before;
  if (token.kind == TokenKind::word && scanner.text(token) == "not") {
    const Token bracket = scanner.next(token.end);
    if (bracket.kind == TokenKind::symbol && bracket.symbol == '(')
      token = scanner.next(bracket.end);
  }
  for (bool at_start = true; token.kind != TokenKind::end && token.kind != TokenKind::broken;) {
    const std::string_view word =
        at_start ? word_at(scanner, tests, token.offset, listed) : std::string_view();
    if (!word.empty()) {
      out += tests.substr(copied, token.offset - copied);
      out += feel::to_literal(feel::Stored::string(word).value());
      copied = token.offset + static_cast<std::uint32_t>(word.size());
      token = {.kind = TokenKind::string, .offset = token.offset, .end = copied};
    }
    at_start = starts.follows(before, token);
    before = token;
    token = scanner.next(token.end);
  }
  return out + std::string(tests.substr(copied));
}

}  // namespace guichet::dmn
