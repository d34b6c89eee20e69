// Boxed expressions beyond the kit's.
#include <catch2/catch.hpp>

#include "tests/rules/dmn/models.hpp"

namespace guichet::dmn_test {
namespace {

std::string text(std::string_view feel) {
  return "<literalExpression><text>" + std::string(feel) + "</text></literalExpression>";
}

Decided boxed(std::string_view expression) {
  const auto model = model_of("<decision name=\"d\" id=\"d\"><variable name=\"d\"/>" +
                                  std::string(expression) + "</decision>",
                              /*lenient=*/true);
  return decide(*model, "d");
}

}  // namespace

TEST_CASE("a filter knows the members of its items, and gives an item for a position") {
  const std::string in = "<in>" + text("[{n: 1}, {n: 2}, {n: 3}]") + "</in>";
  CHECK(boxed("<filter>" + in + "<match>" + text("n &gt; 1") + "</match></filter>").value ==
        "[{n: 2}, {n: 3}]");
  CHECK(boxed("<filter>" + in + "<match>" + text("-1") + "</match></filter>").value == "{n: 3}");
  CHECK(boxed("<filter>" + in + "<match><conditional><if>" + text("item.n = 2") + "</if><then>" +
              text("true") + "</then><else>" + text("false") +
              "</else></conditional></match></filter>")
            .value == "[{n: 2}]");
}

TEST_CASE("a for runs through ranges, and sees what it has so far") {
  CHECK(boxed("<for iteratorVariable=\"i\"><in>" + text("[1..3]") + "</in><return>" +
              text("i * 10") + "</return></for>")
            .value == "[10, 20, 30]");
  CHECK(boxed("<for iteratorVariable=\"i\"><in>" + text("[1, 2, 3]") + "</in><return>" +
              text("i + count(partial)") + "</return></for>")
            .value == "[1, 3, 5]");
  const Decided none = boxed("<for iteratorVariable=\"i\"><in>" + text("null") + "</in><return>" +
                             text("i") + "</return></for>");
  CHECK(none.value == "null");
  CHECK(none.problems == "expected a list, not null");
}

TEST_CASE("some and every want a boolean of every item") {
  const std::string in = "<in>" + text("[1, 2]") + "</in>";
  CHECK(boxed("<some iteratorVariable=\"i\">" + in + "<satisfies>" + text("i = 2") +
              "</satisfies></some>")
            .value == "true");
  CHECK(boxed("<every iteratorVariable=\"i\">" + in + "<satisfies>" + text("i &lt; 2") +
              "</satisfies></every>")
            .value == "false");
  const Decided wrong = boxed("<every iteratorVariable=\"i\">" + in + "<satisfies>" +
                              text("if i = 1 then false else 0") + "</satisfies></every>");
  CHECK(wrong.value == "null");
  CHECK(wrong.had_errors);
}

TEST_CASE("a relation is a list of contexts whose cells have their column's type") {
  const Decided rows = boxed(
      "<relation><column name=\"a\" typeRef=\"number\"/><column name=\"b\"/><row>" + text("1") +
      text("\"x\"") + "</row><row>" + text("\"y\"") + text("2") + "</row></relation>");

  CHECK(rows.value == R"([{a: 1, b: "x"}, {a: null, b: 2}])");
  CHECK(rows.problems == "a: expected number, not string");
}

TEST_CASE("an entry of a context sees those before it; the last one without a name is the result") {
  CHECK(boxed("<context><contextEntry><variable name=\"net sum\"/>" + text("100") +
              "</contextEntry><contextEntry><variable name=\"gross\"/>" + text("net sum * 1.2") +
              "</contextEntry><contextEntry>" + text("gross") + "</contextEntry></context>")
            .value == "120");
}

TEST_CASE("text that is no FEEL is refused; a lenient model says so when it is decided") {
  const std::string broken = decision("d", "1 +");
  CHECK(diagnostics_of(broken).find("error [") != std::string::npos);
  const Decided decided = decide(*model_of(broken, /*lenient=*/true), "d");
  CHECK(decided.value == "null");
  CHECK(decided.had_errors);

  const std::string other =
      R"(<decision name="d" id="d"><variable name="d"/>
         <literalExpression expressionLanguage="https://example.org/js"><text>1</text></literalExpression>
         </decision>)";
  CHECK(diagnostics_of(other).find("error [unknown-language]: the expression language "
                                   "'https://example.org/js' is not read") != std::string::npos);
}

TEST_CASE("an iteration in boxes spends the run's budget") {
  const auto ranges = model_of(
      "<decision name=\"d\" id=\"d\"><variable name=\"d\"/><for iteratorVariable=\"i\"><in>" +
      text("[1..2000]") + "</in><return><for iteratorVariable=\"j\"><in>" + text("[1..2000]") +
      "</in><return>" + text("i * j") + "</return></for></return></for></decision>");

  const Decided stopped = decide(*ranges, "d");

  CHECK(stopped.had_errors);
  CHECK(stopped.problems.find("1000000") != std::string::npos);
}

TEST_CASE("an output that is computed is ranked by its value") {
  const std::string table =
      R"(<decision name="d" id="d"><variable name="d"/><decisionTable hitPolicy="PRIORITY">
         <input><inputExpression><text>1</text></inputExpression></input>
         <output><outputValues><text>"high", "low"</text></outputValues></output>
         <rule><inputEntry><text>1</text></inputEntry><outputEntry><text>)";
  const std::string end = "</text></outputEntry></rule></decisionTable></decision>";

  CHECK(diagnostics_of(table + "\"high\"" + end).empty());
  const std::string both = table + "if today() = null then \"high\" else \"low\"" +
                           "</text></outputEntry></rule><rule><inputEntry><text>1</text>"
                           "</inputEntry><outputEntry><text>if today() = null then \"low\" else "
                           "\"high\"" +
                           end;
  CHECK(diagnostics_of(both).empty());
  CHECK(decide(*model_of(both), "d").value == "\"high\"");
  std::string all = both;
  all.replace(all.find("PRIORITY"), 8, "OUTPUT ORDER");
  CHECK(decide(*model_of(all), "d").value == R"(["high", "low"])");
}

}  // namespace guichet::dmn_test
