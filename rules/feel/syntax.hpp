// The syntax tree of an expression: names already resolved, types already inferred. Built by
// the parser, read by the checker and the compiler; for this module only.
#pragma once

#include <cstdint>
#include <deque>
#include <string>
#include <vector>

#include "rules/feel/type.hpp"
#include "rules/feel/value.hpp"

namespace guichet::feel {

struct Builtin;
class PatternTime;

enum class Form : std::uint8_t {
  literal,      // value
  variable,     // index: slot of the scope
  local,        // index: binding
  builtin,      // builtin, as a value or called
  native,       // index: native function of the scope
  unknown,      // a name that nothing declares
  member_or,    // text: member of children[0] (an item) if it has one, else children[1]
  negate,       // children[0]
  arithmetic,   // op: + - * / ^ (for **)
  comparison,   // op: = ! < l > g (for != <= >=)
  conjunction,  // children
  disjunction,
  between,      // value, low, high
  in,           // value, tests...; binding holds `?`
  instance_of,  // children[0], named_type
  path,         // children[0], text
  filter,       // children[0], children[1]; binding holds `item`
  call,         // callee, arguments...; names: of the arguments where they are named
  conditional,  // condition, then, else
  loop,         // for: domains..., body; bindings: one for each domain, then `partial`
  some,         // domains..., condition
  every,
  list,
  context,       // values; names: keys; bindings: one for each; index: 1 + of a key told twice
  range,         // low, high; closed flags
  half_range,    // (< 10): op, children[0]
  lambda,        // children[0] the body; bindings: parameters; names
  any_test,      // -
  negated,       // not(tests...): children
  tests,         // one of children
  compare_test,  // op, children[0], against `?`
  value_test,    // children[0] against `?`; whether it reads `?` in uses_input
};

struct Node {
  Form form = Form::literal;
  char op = 0;
  bool low_closed = false;
  bool high_closed = false;
  bool uses_input = false;
  std::uint32_t offset = 0;
  std::uint32_t length = 0;
  std::uint32_t index = 0;
  std::uint32_t depth = 1;
  const Builtin* builtin = nullptr;
  Value value;
  Type type;
  Type named_type;
  std::string text;
  std::vector<Node*> children;
  std::vector<std::string> names;
  std::vector<std::uint32_t> bindings;
  std::vector<Type> parameter_types;
};

struct Binding {
  std::string name;
  Type type;
  Node* self = nullptr;  // the lambda that a context entry names, for recursion
};

// Owns the nodes; the literals are in `arena`.
struct Syntax {
  std::deque<Node> nodes;
  std::vector<Binding> bindings;
  Arena* arena = nullptr;
  PatternTime* patterns = nullptr;  // what the load may still spend on regular expressions
  Node* root = nullptr;
};

// Is a value of the type known to be of the kind?
inline bool is_of(const Type& type, Kind kind) {
  return !type.is_any() && type.kind() == kind;
}

}  // namespace guichet::feel
