#include <catch2/catch.hpp>

#include "rules/tables/index.hpp"
#include "tests/rules/tables/fixture.hpp"

namespace guichet::tables {

namespace {

using testing::load;
using testing::problem;
using testing::result;

std::string table(const std::string& missing, const std::string& input = "{type: string}") {
  return "guichet: decision-table/1\nid: t\nhit: C\nmissing: " + missing +
         "\ninputs:\n  a: " + input +
         "\noutputs:\n  b: {type: string}\nrules: |\n  | id | a || b |\n"
         "  | any | - || \"any\" |\n  | x | \"x\" || \"x\" |\n  | nul | null || \"nul\" |\n"
         "  | not | not(\"x\") || \"not\" |\n";
}

}  // namespace

TEST_CASE("a missing input means what the table says") {
  CHECK(problem(*load(table("error")).table, "{a: null}") == "input-missing");
  CHECK(problem(*load(table("error")).table, "{}") == "input-missing");
  CHECK(result(*load(table("null")).table, "{}") == R"(["any", "nul", "not"])");
  CHECK(result(*load(table("no-match")).table, "{}") == R"(["any"])");
  CHECK(result(*load(table("error")).table, R"({a: "y"})") == R"(["any", "not"])");
}

TEST_CASE("an input may say otherwise than its table") {
  const auto loaded = load(table("error", "{type: string, missing: 'no-match'}"));

  CHECK(result(*loaded.table, "{}") == R"(["any"])");
}

TEST_CASE("a value of another type is a problem, not a silent no") {
  CHECK(problem(*load(table("error")).table, "{a: 46102}") == "input-type");
}

TEST_CASE("a value that is not listed is a problem") {
  const auto loaded = load(table("null", R"({type: string, values: '"x","y"'})"));

  CHECK(problem(*loaded.table, R"({a: "z"})") == "input-not-allowed");
  CHECK(problem(*loaded.table, R"({a: "y"})") == "");
  CHECK(problem(*loaded.table, "{}") == "");
}

TEST_CASE("numbers are checked against the values' intervals") {
  const auto loaded = load(R"(guichet: decision-table/1
id: t
inputs: {a: {type: number, values: '[0..20)'}}
outputs: {b: {type: string}}
rules: |
  | id | a || b |
  | R1 | - || "x" |
)");
  REQUIRE(loaded.text() == "");
  CHECK(problem(*loaded.table, "{a: 0}") == "");
  CHECK(problem(*loaded.table, "{a: 19.99}") == "");
  CHECK(problem(*loaded.table, "{a: 20}") == "input-not-allowed");
  CHECK(problem(*loaded.table, "{a: -1}") == "input-not-allowed");
}

TEST_CASE("cells may look at other variables and at the input itself") {
  const auto loaded = load(R"(guichet: decision-table/1
id: t
hit: C
inputs: {a: {type: number}, b: {type: number}}
outputs: {r: {type: string}}
rules: |
  | id | a     | b      || r   |
  | R1 | < b   | -      || "1" |
  | R2 | ? * 2 = b | -  || "2" |
  | R3 | [1..b] | > 5   || "3" |
)");
  REQUIRE(loaded.text() == "");
  CHECK(result(*loaded.table, "{a: 3, b: 6}") == R"(["1", "2", "3"])");
  CHECK(result(*loaded.table, "{a: 6, b: 6}") == R"(["3"])");
  CHECK(result(*loaded.table, "{a: 2, b: 4}") == R"(["1", "2"])");
  CHECK(result(*loaded.table, "{a: 7, b: 6}") == "null");
}

TEST_CASE("expressions of inputs are evaluated on the variables") {
  const auto loaded = load(R"(guichet: decision-table/1
id: t
inputs:
  age: {expr: '(today - firm.since).days', type: number}
  name: {expr: upper case(firm.name), type: string}
outputs: {r: {type: string}}
rules: |
  | id | age   | name || r   |
  | R1 | >= 30 | "ANA" || "old" |
  | R2 | < 30  | - || "new" |
)");
  REQUIRE(loaded.text() == "");
  CHECK(loaded.table->scope().names() == std::vector<std::string>{"today", "firm"});
  CHECK(result(*loaded.table,
               R"({today: @"2009-03-01", firm: {since: @"2009-01-01", name: "Ana"}})") ==
        "\"old\"");
  CHECK(result(*loaded.table,
               R"({today: @"2009-03-01", firm: {since: @"2009-02-27", name: "Ana"}})") ==
        "\"new\"");
}

TEST_CASE("a bracket is read from a context or a range") {
  feel::Arena arena;
  const auto bracket = [&](const char* text) { return read_bracket(testing::value(text, arena)); };

  REQUIRE(bracket("{min: 10, max: 19}"));
  CHECK(bracket("{min: 10, max: 19}")->high_closed);
  REQUIRE(bracket("[10..20)"));
  CHECK_FALSE(bracket("[10..20)")->high_closed);
  CHECK(bracket("{min: 10, max: null}")->high.is_null());
  CHECK_FALSE(bracket("{min: null, max: null}"));
  CHECK_FALSE(bracket("{min: 1}"));
  CHECK_FALSE(bracket("12"));
}

}  // namespace guichet::tables
