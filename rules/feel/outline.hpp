// What a compiled condition asks, as a small tree that other modules can reason about: which values
// of which names make it true. Parts that are none of the plain forms stay opaque.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "rules/feel/expression.hpp"

namespace guichet::feel {

// `subject` is the text of what is asked about ("effectif", "firm.effectif", "count(children)"),
// blanks taken out; equal texts are equal values within one step, unless the text calls for
// something that changes.
struct Outline {
  enum class Form : std::uint8_t {
    constant,     // `value`
    truth,        // the subject itself is the condition
    comparison,   // subject `op` value; op as in Test
    conjunction,  // of `parts`
    disjunction,
    negation,  // of the one part
    opaque,    // must be evaluated; `subject` is its whole text
  };
  enum class Test : std::uint8_t { equal, unequal, less, less_equal, greater, greater_equal };

  Form form = Form::opaque;
  Test test = Test::equal;
  std::string subject;
  Type type;                         // of the subject, as far as known
  std::optional<Scope::Slot> slot;   // where the subject is a name, or a path from one
  std::vector<std::string> members;  // of that path
  Stored value;
  std::vector<Outline> parts;
};

// Requires: !condition.empty(). `scope` is that which it was compiled against.
Outline outline(const Expression& condition, const Scope& scope);

// A text that an expression compares, anywhere inside, with a member of something: the `outcome` of
// `c.outcome in ("declined", "silent")`.
struct MemberTest {
  std::string member;
  std::string owner;  // the text of what it is a member of
  std::string text;
  base::Location at;  // of the literal
};
std::vector<MemberTest> member_tests(const Expression& expression);
// Members of what an expression goes through one by one (`c.outcome`), anywhere inside; no text.
std::vector<MemberTest> member_names(const Expression& expression);

}  // namespace guichet::feel
