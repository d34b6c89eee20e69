#include "rules/convention/conditions.hpp"

#include <algorithm>

#include "rules/feel/scan.hpp"

namespace guichet::convention {

namespace {

using feel::Token;
using feel::TokenKind;

std::vector<Token> tokens_of(std::string_view text) {
  const feel::Scanner scanner(text);
  std::vector<Token> tokens;
  for (std::uint32_t from = 0;;) {
    const Token token = scanner.next(from);
    if (token.kind == TokenKind::end || token.kind == TokenKind::broken) break;
    tokens.push_back(token);
    from = token.end;
  }
  return tokens;
}

bool is_symbol(const Token& token, char symbol) {
  return token.kind == TokenKind::symbol && token.symbol == symbol;
}

// The text cut at each `word` that stands outside brackets, but for the `and` of a `between`.
// Empty where something stands there that reaches to the end (`if`, `for`, `some`, `every`).
std::vector<base::LocatedText> cut(const base::LocatedText& text, std::string_view word) {
  const feel::Scanner scanner(text.text());
  std::vector<base::LocatedText> parts;
  std::uint32_t begin = 0;
  int depth = 0, between = 0;
  for (const Token& token : tokens_of(text.text())) {
    const std::string_view here = scanner.text(token);
    if (token.kind == TokenKind::symbol)
      depth += here == "(" || here == "[" || here == "{"   ? 1
               : here == ")" || here == "]" || here == "}" ? -1
                                                           : 0;
    if (depth != 0 || token.kind != TokenKind::word) continue;
    for (const std::string_view open : {"if", "for", "some", "every", "function"})
      if (here == open) return {};
    if (here == "between") ++between;
    if (here == "and" && between > 0) {
      --between;
      continue;
    }
    if (here != word) continue;
    parts.push_back(text.sub(begin, token.offset - begin));
    begin = token.end;
  }
  parts.push_back(text.sub(begin, static_cast<std::uint32_t>(text.text().size()) - begin));
  return parts;
}

}  // namespace

std::vector<std::string> paths_read(std::string_view text, const feel::Scope& scope) {
  const feel::Scanner scanner(text);
  const std::vector<Token> tokens = tokens_of(text);
  std::vector<std::string> names;
  for (const feel::Scope::Variable& variable : scope.variables())
    names.push_back(feel::canonical_name(variable.name));
  const auto known = [&](std::string_view canonical) {
    feel::Match best = feel::Match::none;
    for (const std::string& name : names) {
      if (name == canonical) return feel::Match::whole;
      if (name.starts_with(canonical)) best = feel::Match::prefix;
    }
    return best;
  };
  std::vector<std::string> paths;
  std::uint32_t after = 0;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    if (tokens[i].offset < after || tokens[i].kind != TokenKind::word) continue;
    if (i > 0 && is_symbol(tokens[i - 1], '.')) continue;
    const feel::ScannedName name = scanner.read_name(tokens[i].offset, known);
    if (!name.known) continue;
    std::string path = name.text;
    after = name.end;
    std::size_t next = i;
    while (next < tokens.size() && tokens[next].offset < after) ++next;
    while (next + 1 < tokens.size() && is_symbol(tokens[next], '.') &&
           tokens[next + 1].kind == TokenKind::word) {
      path += "." + std::string(scanner.text(tokens[next + 1]));
      after = tokens[next + 1].end;
      next += 2;
    }
    if (std::find(paths.begin(), paths.end(), path) == paths.end()) paths.push_back(path);
  }
  return paths;
}

std::vector<std::vector<base::LocatedText>> parts_of(const base::LocatedText& text) {
  std::vector<std::vector<base::LocatedText>> any;
  const std::vector<base::LocatedText> alternatives = cut(text, "or");
  if (alternatives.empty()) return {{text}};
  for (const base::LocatedText& one : alternatives) {
    std::vector<base::LocatedText> all = cut(one, "and");
    if (all.empty()) all = {one};
    any.push_back(std::move(all));
  }
  return any;
}

}  // namespace guichet::convention
