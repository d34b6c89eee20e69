#include "engine/letters/holes.hpp"

#include <optional>

#include "engine/letters/messages.hpp"
#include "rules/feel/scan.hpp"

namespace guichet::letters {
namespace {

using base::Message;
using feel::Token;
using feel::TokenKind;

bool is_symbol(const Token& token, char symbol) {
  return token.kind == TokenKind::symbol && token.symbol == symbol;
}

// Where the expression that begins at `from` ends: at the first "}}" that is outside its strings
// and closes none of its own contexts.
std::optional<std::size_t> end_of_expression(std::string_view text, std::size_t from) {
  const feel::Scanner scanner(text);
  int depth = 0;
  Token token = scanner.next(static_cast<std::uint32_t>(from));
  while (token.kind != TokenKind::end) {
    // What is no token is FEEL's to complain about: the hole ends at the next braces.
    if (token.kind == TokenKind::broken) {
      const std::size_t end = text.find("}}", from);
      return end == std::string_view::npos ? std::nullopt : std::optional(end);
    }
    if (is_symbol(token, '{')) ++depth;
    if (is_symbol(token, '}') && depth-- == 0) {
      if (text.substr(token.offset, 2) != "}}") return {};
      return token.offset;
    }
    token = scanner.next(token.end);
  }
  return {};
}

}  // namespace

std::vector<HoleExtent> find_holes(const base::LocatedText& located,
                                   base::Diagnostics& diagnostics) {
  const std::string_view text = located.text();
  std::vector<HoleExtent> out;
  std::size_t at = 0;
  while (at < text.size()) {
    const std::size_t open = text.find("{{", at);
    const std::size_t stray = text.find("}}", at);
    if (stray < open) {
      diagnostics.warning(located.at(stray, 2), Message(messages::kStrayClose));
      at = stray + 2;
      continue;
    }
    if (open == std::string_view::npos) break;
    const auto end = end_of_expression(text, open + 2);
    if (!end) {
      diagnostics.error(located.at(open, 2), Message(messages::kUnclosedHole));
      at = open + 2;
      continue;
    }
    out.push_back({open, *end + 2, open + 2, *end});
    at = *end + 2;
  }
  return out;
}

std::vector<std::string> paths_of(std::string_view expression) {
  const feel::Scanner scanner(expression);
  std::vector<std::string> out;
  bool in_path = false, after_dot = false;
  for (Token token = scanner.next(0);
       token.kind != TokenKind::end && token.kind != TokenKind::broken;
       token = scanner.next(token.end)) {
    if (is_symbol(token, '.')) {
      after_dot = true;
      continue;
    }
    const std::string_view word = scanner.text(token);
    if (token.kind != TokenKind::word) {
      in_path = false;  // a member of a call or filter continues no path
    } else if (!after_dot) {
      out.emplace_back(word);
      in_path = true;
    } else if (in_path) {
      out.back() += "." + std::string(word);
    }
    after_dot = false;
  }
  return out;
}

std::vector<std::string> strings_of(std::string_view expression) {
  const feel::Scanner scanner(expression);
  std::vector<std::string> out;
  for (Token token = scanner.next(0);
       token.kind != TokenKind::end && token.kind != TokenKind::broken;
       token = scanner.next(token.end)) {
    if (token.kind == TokenKind::string) out.push_back(feel::unescape(scanner.text(token)));
  }
  return out;
}

}  // namespace guichet::letters
