// Values as they stand in the text: literals, names, lists, ranges, contexts.
#include "rules/feel/hints.hpp"
#include "rules/feel/number.hpp"
#include "rules/feel/parse.hpp"
#include "rules/feel/text.hpp"

namespace guichet::feel {

Node* Parser::primary() {
  const std::uint32_t offset = token_.offset;
  switch (token_.kind) {
    case TokenKind::number:
      return number();
    case TokenKind::string:
      return string();
    case TokenKind::word:
      return word();
    case TokenKind::symbol:
      switch (token_.symbol) {
        case '(':
          return parenthesis();
        case '[':
          return bracketed();
        case ']':
          return reversed_bracket();
        case '{':
          return context();
        case '@':
          return at_literal();
        case '?': {
          advance();
          if (input_ == UINT32_MAX) {
            Node* unknown = make(Form::unknown, offset);
            unknown->text.assign(1, '?');
            problems_.mistake(offset, 1, base::Message(messages::kUnknownName, {"?"}));
            return finish(unknown);
          }
          input_used_ = true;
          Node* input = make(Form::local, offset);
          input->index = input_;
          return finish(input);
        }
        default:
          break;
      }
      [[fallthrough]];
    default:
      break;
  }
  fail(base::Message(messages::kValueExpected));
  return make(Form::literal, offset);
}

Node* Parser::number() {
  Node* node = make(Form::literal, token_.offset);
  if (failed_) return node;  // it was one part too many
  node->value = parse_number(scanner_.text(token_), *syntax_.arena);
  if (node->value.is_null())
    fail(base::Message(messages::kNumberTooLarge, {shown(scanner_.text(token_))}));
  advance();
  return finish(node);
}

Node* Parser::string() {
  Node* node = make(Form::literal, token_.offset);
  if (failed_) return node;
  node->value = syntax_.arena->string(unescape(scanner_.text(token_)));
  advance();
  return finish(node);
}

Node* Parser::at_literal() {
  Node* node = make(Form::literal, token_.offset);
  if (failed_) return node;
  advance();
  if (token_.kind != TokenKind::string) {
    fail(base::Message(messages::kStringExpected));
    return node;
  }
  node->text = unescape(scanner_.text(token_));
  if (const auto value = parse_temporal(node->text, *syntax_.arena)) {
    node->value = *value;
  } else {
    problems_.mistake(token_.offset, token_.end - token_.offset,
                      base::Message(messages::kNotTemporal, {shown(node->text)}),
                      hint_for_date(node->text));
    node->form = Form::unknown;
  }
  advance();
  return finish(node);
}

Node* Parser::word() {
  const std::uint32_t offset = token_.offset;
  const ScannedName name = scanner_.read_name(
      offset, [this](std::string_view candidate) { return names_.match(candidate); });
  if (name.known) return symbol_for(name, offset);
  const std::string_view word = scanner_.text(token_);
  if (word == "true" || word == "false" || word == "null") {
    Node* node = make(Form::literal, offset);
    if (word != "null") node->value = Value::boolean(word == "true");
    advance();
    return finish(node);
  }
  if (is_foreign_sign(word)) {
    fail_unexpected();
    return make(Form::literal, offset);
  }
  if (word == "if") return conditional();
  if (word == "for") return loop();
  if (word == "some") return quantified(Form::some);
  if (word == "every") return quantified(Form::every);
  if (word == "function") return lambda();
  for (const std::string_view keyword :
       {"then", "else", "return", "satisfies", "in", "and", "or", "between"}) {
    if (word != keyword) continue;
    fail(base::Message(messages::kValueExpected));
    return make(Form::literal, offset);
  }
  return symbol_for(name, offset);
}

Node* Parser::symbol_for(const ScannedName& name, std::uint32_t offset) {
  Names::Meaning meaning = names_.find(name.canonical);
  advance_to(name.end);
  // A field named `date` does not hide the function date().
  const bool value = meaning.form == Form::variable || meaning.form == Form::local;
  if (at('(') && value && !meaning.type.is_any() && meaning.type.kind() != Kind::function) {
    if (const Builtin* builtin = find_builtin(name.canonical)) {
      meaning = {};
      meaning.form = Form::builtin;
      meaning.builtin = builtin;
      meaning.type = Type::of(Kind::function);
    }
  }
  Node* plain = make(meaning.form, offset);
  plain->index = meaning.index;
  plain->builtin = meaning.builtin;
  plain->type = meaning.type;
  plain->text = name.text;
  const bool called = at('(') && meaning.form != Form::unknown && !meaning.certain_member;
  if (meaning.item == nullptr || called) {
    if (meaning.form == Form::unknown) unknown_name(name, offset);
    return finish(plain);
  }
  Node* item = make(Form::local, offset);
  item->index = *meaning.item;
  Node* member =
      make(meaning.form == Form::unknown ? Form::path : Form::member_or, offset, {finish(item)});
  if (member->form == Form::member_or) member->children.push_back(finish(plain));
  member->text = name.text;
  member->index = offset;
  if (const std::string* full = item->type.member_of_canonical(name.canonical))
    member->text = *full;
  return finish(member);
}

void Parser::unknown_name(const ScannedName& name, std::uint32_t offset) {
  const base::MessageText& what = at('(') ? messages::kUnknownFunction : messages::kUnknownName;
  std::optional<base::Message> hint;
  if (problems_.wants_hint()) hint = hint_for_name(text_, offset, name.end, names_.all());
  problems_.mistake(offset, name.end - offset, base::Message(what, {shown(name.text)}),
                    std::move(hint));
}

Node* Parser::parenthesis() {
  const std::uint32_t offset = token_.offset;
  advance();
  const bool outer = std::exchange(in_range_end_, false);
  if (at_comparison()) {
    Node* node = half_range(offset);
    in_range_end_ = outer;
    return node;
  }
  Node* inner = expression();
  in_range_end_ = outer;
  if (at('~')) return range_end(inner, false, offset);
  expect(')');
  return inner;
}

Node* Parser::half_range(std::uint32_t offset) {
  Node* node = make(Form::half_range, offset);
  node->op = token_.symbol;
  advance();
  node->children.push_back(expression(kSum));
  expect(')');
  return finish(node);
}

Node* Parser::bracketed() {
  const std::uint32_t offset = token_.offset;
  advance();
  const bool outer = std::exchange(in_range_end_, false);
  Node* first = at(']') ? nullptr : expression();
  in_range_end_ = outer;
  if (first != nullptr && at('~')) return range_end(first, true, offset);
  return list_rest(first, offset);
}

Node* Parser::reversed_bracket() {
  const std::uint32_t offset = token_.offset;
  advance();
  Node* low = expression();
  if (!at('~')) {
    fail_expected("..");
    return low;
  }
  return range_end(low, false, offset);
}

// At the two dots: `..high]`, `..high)` or `..high[`. A filter in `high` needs brackets around.
Node* Parser::range_end(Node* low, bool low_closed, std::uint32_t offset) {
  advance();
  const bool outer = std::exchange(in_range_end_, true);
  Node* high = expression();
  in_range_end_ = outer;
  Node* node = make(Form::range, offset, {low, high});
  node->low_closed = low_closed;
  node->high_closed = at(']');
  if (!take(']') && !take('[')) expect(')');
  return finish(node);
}

Node* Parser::list_rest(Node* first, std::uint32_t offset) {
  Node* node = make(Form::list, offset);
  const bool outer = std::exchange(in_range_end_, false);
  if (first != nullptr) node->children.push_back(first);
  while (first != nullptr && take(',')) node->children.push_back(expression());
  in_range_end_ = outer;
  expect(']');
  return finish(node);
}

Node* Parser::context() {
  Node* node = make(Form::context, token_.offset);
  advance();
  const bool outer = std::exchange(in_range_end_, false);
  const std::uint32_t outer_input = input_;
  if (!at('}')) {
    std::set<std::string, std::less<>> keys;
    do context_entry(*node, keys);
    while (take(','));
  }
  names_.pop(node->bindings.size());
  in_range_end_ = outer;
  input_ = outer_input;
  expect('}');
  return finish(node);
}

// `key: value`; the key is a name for the entries that follow.
void Parser::context_entry(Node& context, std::set<std::string, std::less<>>& keys) {
  std::string key;
  if (token_.kind == TokenKind::string) {
    key = unescape(scanner_.text(token_));
    advance();
  } else {
    const ScannedName name = scanner_.read_declared_name(token_.offset, ":", "");
    if (name.text.empty()) return fail(base::Message(messages::kNameExpected));
    key = name.text;
    advance_to(name.end);
  }
  expect(':');
  const std::uint32_t binding = bind(key, Type::any());
  // A function may call itself by the key that holds it.
  const bool function = at_word("function");
  if (function) names_.push(binding, key, Type::of(Kind::function));
  Node* value = expression();
  if (function) names_.pop(1);
  if (failed_) return;
  if (value->form == Form::lambda) syntax_.bindings[binding].self = value;
  syntax_.bindings[binding].type = value->type;
  names_.push(binding, key, value->type);
  names_.know_key(canonical_name(key));
  context.children.push_back(value);
  if (!keys.insert(key).second && context.index == 0)
    context.index = static_cast<std::uint32_t>(context.children.size());
  context.names.push_back(key);
  context.bindings.push_back(binding);
}

}  // namespace guichet::feel
