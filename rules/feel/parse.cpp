#include "rules/feel/parse.hpp"

#include "rules/feel/hints.hpp"
#include "rules/feel/text.hpp"

namespace guichet::feel {

Parser::Parser(std::string_view text, const Scope& scope, Problems& problems, Syntax& syntax)
    : text_(text),
      scanner_(text),
      names_(scope),
      problems_(problems),
      most_nodes_(scope.most_nodes()),
      syntax_(syntax) {
  token_ = scanner_.next(0);
  report_broken();
}

void Parser::parse_whole_expression() {
  if (token_.kind == TokenKind::end) return fail(base::Message(messages::kEmpty));
  syntax_.root = expression();
  if (token_.kind != TokenKind::end) fail_unexpected();
}

void Parser::parse_whole_tests(const Type& input, bool bare_words) {
  if (token_.kind == TokenKind::end) return fail(base::Message(messages::kEmpty));
  bare_words_ = bare_words;
  input_ = bind("?", input);
  syntax_.root = tests();
  if (token_.kind != TokenKind::end) fail_unexpected();
}

void Parser::parse_whole_match(const Type& item) {
  const std::uint32_t binding = bind("item", item);
  names_.push(binding, "item", item);
  names_.push_members(binding, item);
  parse_whole_expression();
}

Token Parser::end_token() const {
  const auto size = static_cast<std::uint32_t>(text_.size());
  return {TokenKind::end, 0, size, size};
}

void Parser::advance_to(std::uint32_t offset) {
  previous_end_ = offset;
  token_ = failed_ ? end_token() : scanner_.next(offset);
  report_broken();
}

void Parser::report_broken() {
  if (token_.kind != TokenKind::broken) return;
  if (token_.symbol == '"') return fail(base::Message(messages::kOpenString));
  if (token_.symbol == '/') return fail(base::Message(messages::kOpenComment));
  fail_unexpected();
}

bool Parser::take(char symbol) {
  if (!at(symbol)) return false;
  advance_to(token_.end);
  return true;
}

bool Parser::take_word(std::string_view text) {
  if (!at_word(text)) return false;
  advance_to(token_.end);
  return true;
}

void Parser::expect(char symbol) {
  if (!take(symbol)) fail_expected(std::string_view(&symbol, 1));
}

void Parser::expect_word(std::string_view text) {
  if (!take_word(text)) fail_expected(text);
}

void Parser::fail(base::Message what) {
  if (failed_) return;
  failed_ = true;
  problems_.fatal(token_.offset, token_.end - token_.offset, std::move(what),
                  hint_at(text_, token_.offset));
  token_ = end_token();
}

void Parser::fail_expected(std::string_view what) {
  fail(base::Message(messages::kSyntax, {std::string(what)}));
}

void Parser::fail_unexpected() {
  fail(token_.kind == TokenKind::end
           ? base::Message(messages::kUnexpectedEnd)
           : base::Message(messages::kUnexpected, {shown(scanner_.text(token_))}));
}

Node* Parser::make(Form form, std::uint32_t offset) {
  if (syntax_.nodes.size() >= most_nodes_)
    fail(base::Message(messages::kTooLarge, {std::to_string(most_nodes_)}));
  Node& node = syntax_.nodes.emplace_back();
  node.form = form;
  node.offset = offset;
  return &node;
}

Node* Parser::make(Form form, std::uint32_t offset, std::vector<Node*> children) {
  Node* node = make(form, offset);
  node->children = std::move(children);
  return node;
}

Node* Parser::finish(Node* node) {
  node->length = previous_end_ > node->offset ? previous_end_ - node->offset : 1;
  for (const Node* child : node->children) node->depth = std::max(node->depth, child->depth + 1);
  if (!failed_) node->type = infer(*node, syntax_);
  return node;
}

std::uint32_t Parser::bind(std::string_view name, Type type) {
  syntax_.bindings.push_back({std::string(name), std::move(type), nullptr});
  return static_cast<std::uint32_t>(syntax_.bindings.size() - 1);
}

}  // namespace guichet::feel
