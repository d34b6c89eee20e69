#include "rules/feel/literal.hpp"

#include "rules/feel/expression.hpp"
#include "rules/feel/parse.hpp"

namespace guichet::feel {
namespace {

bool is_literal(const Node& node) {
  switch (node.form) {
    case Form::literal:
      return true;
    case Form::negate:
      return node.children[0]->form == Form::literal;
    case Form::call: {
      const Node& callee = *node.children[0];
      if (callee.form != Form::builtin) return false;
      const std::string_view name = callee.builtin->name;
      return (name == "date" || name == "time" || name == "date and time" || name == "duration") &&
             std::all_of(node.children.begin() + 1, node.children.end(),
                         [](const Node* argument) { return argument->form == Form::literal; });
    }
    default:
      return false;
  }
}

}  // namespace

Value read_literal(std::string_view text, Arena& arena) {
  const base::LocatedText source(std::string(text),
                                 {base::make_source("<literal>", std::string(text)), 0, 0});
  const Scope scope;
  base::Diagnostics diagnostics;
  Problems problems(source, diagnostics, false);
  Syntax syntax;
  syntax.arena = &arena;
  Parser parser(source.text(), scope, problems, syntax);
  parser.parse_whole_expression();
  if (problems.failed() || !is_literal(*syntax.root)) return {};
  const Expression expression = compile(source, scope, diagnostics);
  if (expression.empty() || !expression.constant()) return {};
  return arena.copy(expression.constant()->value());
}

}  // namespace guichet::feel
