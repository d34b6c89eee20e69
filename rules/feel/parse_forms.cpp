// if, for, some, every, function.
#include "rules/feel/parse.hpp"

namespace guichet::feel {

Node* Parser::conditional() {
  Node* node = make(Form::conditional, token_.offset);
  const bool outer = std::exchange(in_range_end_, false);
  advance();
  node->children.push_back(expression());
  expect_word("then");
  node->children.push_back(expression());
  expect_word("else");
  node->children.push_back(expression());
  in_range_end_ = outer;
  return finish(node);
}

// `name in list` or `name in 1..10`.
void Parser::domain(Node& node) {
  const ScannedName name = scanner_.read_declared_name(token_.offset, "", "in");
  if (token_.kind != TokenKind::word || name.text.empty())
    return fail(base::Message(messages::kNameExpected));
  advance_to(name.end);
  expect_word("in");
  Node* values = expression();
  Type element = !values->type.is_any() && values->type.kind() == Kind::list
                     ? values->type.element()
                     : Type::any();
  if (take('~')) {
    values = make(Form::range, values->offset, {values, expression()});
    values->low_closed = values->high_closed = true;
    values->op = '~';  // may run down
    finish(values);
  }
  if (!values->type.is_any() && values->type.kind() == Kind::range)
    element = values->type.element();
  const std::uint32_t binding = bind(name.text, element);
  names_.push(binding, name.text, element);
  node.children.push_back(values);
  node.bindings.push_back(binding);
}

Node* Parser::loop() {
  Node* node = make(Form::loop, token_.offset);
  const bool outer = std::exchange(in_range_end_, false);
  advance();
  do domain(*node);
  while (!failed_ && take(','));
  expect_word("return");
  const std::uint32_t partial = bind("partial", Type::of(Kind::list));
  names_.push(partial, "partial", Type::of(Kind::list));
  node->bindings.push_back(partial);
  if (!failed_) node->children.push_back(expression());
  names_.pop(node->bindings.size());
  in_range_end_ = outer;
  return finish(node);
}

Node* Parser::quantified(Form form) {
  Node* node = make(form, token_.offset);
  const bool outer = std::exchange(in_range_end_, false);
  advance();
  do domain(*node);
  while (!failed_ && take(','));
  expect_word("satisfies");
  if (!failed_) node->children.push_back(expression());
  names_.pop(node->bindings.size());
  in_range_end_ = outer;
  return finish(node);
}

Node* Parser::lambda() {
  Node* node = make(Form::lambda, token_.offset);
  advance();
  expect('(');
  if (!at(')')) {
    do {
      const ScannedName name = scanner_.read_declared_name(token_.offset, ":,)", "");
      if (failed_ || name.text.empty()) {
        fail(base::Message(messages::kNameExpected));
        break;
      }
      advance_to(name.end);
      const Type parameter = take(':') ? type() : Type::any();
      const std::uint32_t binding = bind(name.text, parameter);
      names_.push(binding, name.text, parameter);
      node->names.push_back(name.canonical);
      node->parameter_types.push_back(parameter);
      node->bindings.push_back(binding);
    } while (take(','));
  }
  expect(')');
  const bool outer = std::exchange(in_range_end_, false);
  // `?` is the caller's, not the function's.
  const std::uint32_t outer_input = std::exchange(input_, UINT32_MAX);
  node->children.push_back(at_word("external") ? external_body(*node, token_.offset)
                                               : expression());
  input_ = outer_input;
  in_range_end_ = outer;
  names_.pop(node->bindings.size());
  return finish(node);
}

namespace {

const Node* entry_of(const Node* context, std::string_view name) {
  if (context == nullptr || context->form != Form::context) return nullptr;
  for (std::size_t i = 0; i < context->names.size() && i < context->children.size(); ++i)
    if (context->names[i] == name) return context->children[i];
  return nullptr;
}

std::string_view text_of(const Node* node) {
  const bool text =
      node != nullptr && node->form == Form::literal && node->value.kind() == Kind::string;
  return text ? node->value.text() : std::string_view();
}

}  // namespace

// `external {java: {class: "..", method signature: ".."}}`: a call of the native function that the
// scope has under that name, with the parameters as they stand.
Node* Parser::external_body(const Node& function, std::uint32_t offset) {
  advance();
  const Node* java = entry_of(expression(), "java");
  const auto native = names_.find_external(text_of(entry_of(java, "class")),
                                           text_of(entry_of(java, "method signature")));
  if (native) {
    Node* callee = make(Form::native, offset);
    callee->index = *native;
    std::vector<Node*> parts{finish(callee)};
    for (const std::uint32_t binding : function.bindings) {
      Node* parameter = make(Form::local, offset);
      parameter->index = binding;
      parts.push_back(finish(parameter));
    }
    return finish(make(Form::call, offset, std::move(parts)));
  }
  problems_.mistake(offset, previous_end_ - offset, base::Message(messages::kExternal));
  Node* node = make(Form::unknown, offset);
  node->text = "external";
  return finish(node);
}

}  // namespace guichet::feel
