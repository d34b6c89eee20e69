// No null without a reason: every built-in function with arguments of every kind and number, and
// every operator over every pair of kinds.
#include "rules/feel/builtins.hpp"
#include "tests/rules/feel/evaluated.hpp"

namespace guichet::feel {
namespace {

const std::vector<std::string>& samples() {
  static const std::vector<std::string> kSamples = {"none",
                                                    "true",
                                                    "-7.5",
                                                    "\"a\"",
                                                    "@\"2024-02-29\"",
                                                    "@\"10:00:00\"",
                                                    "@\"2024-02-29T10:00:00Z\"",
                                                    "@\"P1D\"",
                                                    "@\"P1M\"",
                                                    "[]",
                                                    "[1, \"a\", null]",
                                                    "{a: 1}",
                                                    "[1..5]",
                                                    "function(x) x",
                                                    "1e6000"};
  return kSamples;
}

// Evaluates under a lenient scope, as a model of another tool would be.
void expect_reason(const std::string& expression) {
  Scope scope;
  scope.set_lenient(true);
  scope.declare("none");
  base::Diagnostics diagnostics;
  const Expression compiled = compile(located(expression), scope, diagnostics);
  if (compiled.empty()) return;  // refused, with its reasons
  Arena arena;
  Evaluation run{.arena = arena, .now = test_now()};
  const Value none;
  const Value value = evaluate(compiled, {&none, 1}, run);
  INFO(expression);
  CHECK((!value.is_null() || !run.notes.empty()));
}

}  // namespace

TEST_CASE("a built-in function that comes to null says why", "[feel][null]") {
  for (const std::string& name : builtin_names()) {
    expect_reason(name + "()");
    for (const std::string& first : samples()) {
      expect_reason(name + "(" + first + ")");
      for (const std::string& second : samples()) {
        expect_reason(name + "(" + first + ", " + second + ")");
        expect_reason(name + "(" + first + ", " + second + ", 1)");
        expect_reason(name + "(" + first + ", " + second + ", \"a\", none)");
      }
    }
  }
}

TEST_CASE("an operator that comes to null says why", "[feel][null]") {
  for (const std::string& a : samples()) {
    for (const char* form :
         {"-({})", "({}).a", "({})[1]", "({})[a]", "({})(1)", "if {} then 1 else null.b",
          "for i in {} return i", "some i in {} satisfies i", "every i in {} satisfies i",
          "{} instance of number", "not({})", "({}) in (> 3)"}) {
      std::string text(form);
      text.replace(text.find("{}"), 2, a);
      expect_reason(text);
    }
    for (const std::string& b : samples())
      for (const char* op : {" + ", " - ", " * ", " / ", " ** ", " < ", " >= ", " = ",
                             " != ", " and ", " or ", " in "})
        expect_reason("(" + a + ")" + op + "(" + b + ")");
    for (const std::string& b : samples()) {
      expect_reason("(" + a + ") between (" + b + ") and 3");
      expect_reason("[(" + a + ")..(" + b + ")]");
    }
  }
}

TEST_CASE("a chain of nulls points at the first cause", "[feel][null]") {
  const Evaluated got =
      evaluated("upper case(substring(\"abc\", 1 + 2 / zero)) + \"x\"", "{zero: 0}");

  CHECK(got.value.is_null());
  REQUIRE_FALSE(got.notes.empty());
  CHECK(got.notes.front().what.key() == "division-by-zero");
  CHECK(got.notes.front().offset == 32);
  CHECK(evaluated("1 + none * 2 - 3", "{none: null}").notes.size() == 1);
  CHECK(evaluated("1 + none * 2 - 3", "{none: null}").notes.front().offset == 4);
}

}  // namespace guichet::feel
