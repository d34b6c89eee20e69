// Operators, and what follows a value: members, filters, calls.
#include "rules/feel/parse.hpp"

namespace guichet::feel {

Node* Parser::expression(int level) {
  if (++depth_ > kParseDepth)
    fail(base::Message(messages::kTooDeep, {std::to_string(kParseDepth)}));
  Node* left = prefix();
  for (int next = infix_level(); next >= level && !failed_; next = infix_level())
    left = infix(left, next);
  --depth_;
  return left;
}

int Parser::infix_level() const {
  if (token_.kind == TokenKind::word) {
    const std::string_view word = scanner_.text(token_);
    if (word == "or") return kOr;
    if (word == "and") return kAnd;
    if (word == "between" || word == "in") return kComparison;
    return 0;
  }
  if (token_.kind != TokenKind::symbol) return 0;
  switch (token_.symbol) {
    case '=':
    case '!':
    case '<':
    case 'l':
    case '>':
    case 'g':
      return kComparison;
    case '+':
    case '-':
      return kSum;
    case '*':
    case '/':
      return kProduct;
    case '^':
      return kPower;
    default:
      return 0;
  }
}

Node* Parser::prefix() {
  if (!at('-')) return postfix(primary());
  const std::uint32_t offset = token_.offset;
  if (++depth_ > kParseDepth)
    fail(base::Message(messages::kTooDeep, {std::to_string(kParseDepth)}));
  advance();
  Node* operand = prefix();
  --depth_;
  return finish(make(Form::negate, offset, {operand}));
}

Node* Parser::infix(Node* left, int level) {
  if (level == kComparison) return comparison(left);
  const char op = token_.symbol;
  advance();
  Node* right = expression(level + 1);
  if (level == kOr || level == kAnd) {
    const Form form = level == kOr ? Form::disjunction : Form::conjunction;
    return finish(make(form, left->offset, {left, right}));
  }
  Node* node = make(Form::arithmetic, left->offset, {left, right});
  node->op = op;
  return finish(node);
}

Node* Parser::comparison(Node* left) {
  if (take_word("between")) {
    Node* low = expression(kSum);
    expect_word("and");
    Node* high = expression(kSum);
    return finish(make(Form::between, left->offset, {left, low, high}));
  }
  if (take_word("in")) return in_operator(left);
  const char op = token_.symbol;
  advance();
  Node* node = make(Form::comparison, left->offset, {left, expression(kSum)});
  node->op = op;
  return finish(node);
}

// `x in test` or `x in (test, test)`; inside, `?` is x.
Node* Parser::in_operator(Node* left) {
  Node* node = make(Form::in, left->offset, {left});
  const std::uint32_t outer = input_;
  const bool outer_used = input_used_;
  input_ = bind("?", left->type);
  node->bindings.push_back(input_);
  const std::uint32_t bracket = token_.offset;
  if (take('('))
    tests_in_brackets(*node, bracket);
  else
    node->children.push_back(test(kSum));
  input_ = outer;
  input_used_ = outer_used;
  return finish(node);
}

// After `in (`: tests, as in `(a, b)` and `(< 5)`, or the rest of an interval, as in `(1..5)`.
void Parser::tests_in_brackets(Node& in, std::uint32_t offset) {
  const bool outer = std::exchange(in_range_end_, false);
  Node* first = test(kOr);
  if (at('~') && first->form == Form::value_test) {
    Node* range = range_end(first->children.front(), false, offset);
    input_used_ = first->uses_input;
    in.children.push_back(value_test(range));
  } else {
    in.children.push_back(first);
    while (take(',')) in.children.push_back(test(kOr));
    expect(')');
  }
  in_range_end_ = outer;
}

Node* Parser::postfix(Node* left) {
  while (!failed_) {
    if (at('.')) {
      left = path(left);
    } else if (at('[') && !in_range_end_) {
      left = filter(left);
    } else if (at('(')) {
      left = call(left);
    } else if (at_word("instance")) {
      advance();
      expect_word("of");
      Node* node = make(Form::instance_of, left->offset, {left});
      node->named_type = type();
      left = finish(node);
    } else {
      break;
    }
  }
  return left;
}

Node* Parser::path(Node* left) {
  const Token dot = token_;
  Type owner = left->type;
  while (!owner.is_any() && owner.kind() == Kind::list) owner = owner.element();
  const ScannedName member = scanner_.read_name(
      dot.end, [&](std::string_view name) { return names_.match_member(name, owner); });
  if (member.text.empty()) {
    advance();
    fail(base::Message(messages::kNameExpected));
    return left;
  }
  Node* node = make(Form::path, left->offset, {left});
  node->text = member.text;
  if (!owner.is_any())
    if (const std::string* name = owner.member_of_canonical(member.canonical)) node->text = *name;
  node->index = scanner_.next(dot.end).offset;  // of the name, for diagnostics
  advance_to(member.end);
  return finish(node);
}

Node* Parser::filter(Node* left) {
  Node* node = make(Form::filter, left->offset, {left});
  advance();
  const bool list = !left->type.is_any() && left->type.kind() == Kind::list;
  const Type item_type = list ? left->type.element() : left->type;
  const std::uint32_t item = bind("item", item_type);
  node->bindings.push_back(item);
  names_.push(item, "item", item_type);
  names_.push_members(item, item_type);
  const bool outer = std::exchange(in_range_end_, false);
  node->children.push_back(expression());
  in_range_end_ = outer;
  names_.pop(2);
  expect(']');
  return finish(node);
}

bool Parser::named_arguments(Node& node) {
  const ScannedName name = scanner_.read_declared_name(token_.offset, ":,()[]{}\"<>=@", "");
  if (name.text.empty()) return false;
  const Token colon = scanner_.next(name.end);
  if (colon.kind != TokenKind::symbol || colon.symbol != ':') return false;
  node.names.push_back(name.canonical);
  advance_to(colon.end);
  return true;
}

Node* Parser::call(Node* callee) {
  Node* node = make(Form::call, callee->offset, {callee});
  advance();
  const bool outer = std::exchange(in_range_end_, false);
  if (!at(')')) {
    do {
      const bool named = token_.kind == TokenKind::word && named_arguments(*node);
      if (named != (node->names.size() == node->children.size())) {
        fail_unexpected();
        break;
      }
      node->children.push_back(expression());
    } while (take(','));
  }
  in_range_end_ = outer;
  expect(')');
  return finish(node);
}

}  // namespace guichet::feel
