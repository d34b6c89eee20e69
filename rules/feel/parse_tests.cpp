// Unary tests: what a cell of a decision table, or the right of `in`, says of `?`.
#include "rules/feel/parse.hpp"

namespace guichet::feel {

bool Parser::at_comparison() const {
  return token_.kind == TokenKind::symbol &&
         std::string_view("<>lg=!").find(token_.symbol) != std::string_view::npos;
}

Node* Parser::tests() {
  const std::uint32_t offset = token_.offset;
  if (at('-') && scanner_.next(token_.end).kind == TokenKind::end) {
    advance();
    return finish(make(Form::any_test, offset));
  }
  const Token next = scanner_.next(token_.end);
  const bool negated = at_word("not") && next.kind == TokenKind::symbol && next.symbol == '(';
  const Token start = token_;
  if (negated) {
    advance();
    advance();
    Node* node = make(Form::negated, offset);
    do node->children.push_back(test(kOr));
    while (take(','));
    expect(')');
    if (token_.kind == TokenKind::end) return finish(node);
    // `not(a) and b`: an expression after all.
    token_ = start;
    previous_end_ = offset;
    Node* value = value_test(expression());
    return finish(make(Form::tests, offset, {value}));
  }
  Node* node = make(Form::tests, offset);
  do node->children.push_back(test(kOr));
  while (take(','));
  return finish(node);
}

bool Parser::at_bare_word(ScannedName& word) const {
  if (!bare_words_ || token_.kind == TokenKind::end || input_ == UINT32_MAX) return false;
  const std::vector<std::string>& listed = syntax_.bindings[input_].type.values();
  for (const std::string& value : listed) {
    if (!text_.substr(token_.offset).starts_with(value) || value.size() <= word.text.size())
      continue;
    const auto end = static_cast<std::uint32_t>(token_.offset + value.size());
    const Token after = scanner_.next(end);
    const bool closed =
        after.kind == TokenKind::end ||
        (after.kind == TokenKind::symbol && (after.symbol == ',' || after.symbol == ')'));
    if (closed) word = {value, value, end, true};
  }
  return word.known;
}

// One test; an expression that stands in it binds at least as tightly as `level`.
Node* Parser::test(int level) {
  const std::uint32_t offset = token_.offset;
  ScannedName word;
  if (at_bare_word(word)) {
    Node* literal = make(Form::literal, offset);
    literal->value = syntax_.arena->string(word.text);
    advance_to(word.end);
    return value_test(finish(literal));
  }
  if (!at_comparison()) return value_test(expression(level));
  Node* node = make(Form::compare_test, offset);
  node->op = token_.symbol;
  node->index = input_;
  advance();
  node->children.push_back(expression(kSum));
  return finish(node);
}

Node* Parser::value_test(Node* value) {
  Node* node = make(Form::value_test, value->offset, {value});
  node->uses_input = std::exchange(input_used_, false);
  node->index = input_;
  return finish(node);
}

}  // namespace guichet::feel
