#include <catch2/catch.hpp>

#include "rules/tables/nearest.hpp"
#include "rules/tables/report.hpp"
#include "tests/rules/tables/fixture.hpp"

namespace guichet::tables {

namespace {

const std::string kNotedRouting = R"(guichet: decision-table/1
id: routing
version: 2
hit: F
inputs:
  theme:     {type: string, values: '"creation","training"'}
  headcount: {type: number, label: effectif}
outputs:
  partner: {type: string}
rules: |
  | id | theme    | headcount || partner |
  | R1 | training | -         || "cci"   |
  | R2 | creation | [0..10)   || "cma"   |
  | R3 | -        | >= 5      || "bge"   |
notes:
  R3: art. 4
)";

class Explained {
 public:
  explicit Explained(const std::string& text, const std::string& context)
      : loaded_(testing::load(text)) {
    REQUIRE(loaded_.text() == "");
    feel::Evaluation run{arena_};
    explanation = explain(table(), testing::value(context, arena_), run);
  }
  const DecisionTable& table() const { return *loaded_.table; }
  std::string member(const char* name) {
    return feel::to_literal(*report(table(), explanation, arena_, base::Language::en).member(name));
  }

  Explanation explanation;

 private:
  testing::Loaded loaded_;
  feel::Arena arena_;
};

}  // namespace

TEST_CASE("the rules that came nearest are told first, with what they wanted") {
  Explained explained(kNotedRouting, R"({theme: "creation", headcount: 20})");

  const auto misses = nearest_misses(explained.explanation, explained.table(), 5);

  REQUIRE(misses.size() == 2);
  CHECK(misses[0].rule == 0);
  CHECK(misses[0].failed == std::vector<ColumnIndex>{0});
  CHECK(misses[1].rule == 1);
  CHECK(misses[1].failed == std::vector<ColumnIndex>{1});
}

TEST_CASE("the smallest change that makes another rule win is told first") {
  Explained explained(kNotedRouting, R"({theme: "creation", headcount: 20})");

  const auto changes = counterfactuals(explained.explanation, explained.table(), 5);

  REQUIRE(changes.size() == 2);
  CHECK(changes[0].rule == 1);
  CHECK(changes[0].wins);
  CHECK(feel::to_literal(changes[0].to->value()) == "7.5");
  CHECK(changes[1].rule == 0);
  CHECK(explained.member("counterfactual")
            .find("R2 would be selected if effectif were [0..10), for example 7.5") !=
        std::string::npos);
}

TEST_CASE("a change that lets a rule match without winning says so") {
  Explained explained(kNotedRouting, R"({theme: "creation", headcount: 3})");

  const auto changes = counterfactuals(explained.explanation, explained.table(), 5);

  REQUIRE(changes.size() == 2);
  CHECK(changes[0].wins);
  CHECK(changes[0].rule == 0);
  CHECK_FALSE(changes[1].wins);
  CHECK(changes[1].rule == 2);
}

TEST_CASE("a decision's record holds what it was decided on") {
  Explained explained(kNotedRouting, R"({theme: "creation", headcount: 7})");

  CHECK(explained.member("decision") == "\"routing\"");
  CHECK(explained.member("version") == "\"2\"");
  CHECK(explained.member("hash").size() == 66);
  CHECK(explained.member("clock") == "\"1970-01-01T00:00:00Z\"");
  // theme: R2, R3 (binary 110); headcount: all (111).
  CHECK(explained.member("bits") == R"({theme: "Bg==", headcount: "Bw=="})");
}

TEST_CASE("cells that had to be evaluated are in the record") {
  Explained explained(R"(guichet: decision-table/1
id: t
inputs: {a: {type: number}, b: {type: number}}
outputs: {r: {type: string}}
rules: |
  | id | a   | b   || r   |
  | R1 | < b | -   || "1" |
  | R2 | -   | < 0 || "2" |
)",
                      "{a: 1, b: 2}");

  CHECK(explained.member("evaluated") == R"([{rule: "R1", input: "a", passed: true}])");
}

TEST_CASE("the text for people marks the failing cells") {
  Explained explained(kNotedRouting, R"({theme: "creation", headcount: 20})");

  CHECK(text_report(explained.table(), explained.explanation, base::Language::en) ==
        R"("bge": rule R3 (effectif >= 5) - art. 4

|    | id | theme      | effectif  |
|    | =  | "creation" | 20        |
|    | R1 | ✗ training | -         |
|    | R2 | creation   | ✗ [0..10) |
| => | R3 | -          | >= 5      |

R2 would be selected if effectif were [0..10), for example 7.5
R1 would be selected if theme were training, for example "training"
)");
}

TEST_CASE("a missing value is the reason, with what the expression says of it") {
  Explained explained(R"(guichet: decision-table/1
id: t
inputs: {a: {expr: x / y, type: number}}
outputs: {r: {type: string}}
rules: |
  | id | a || r   |
  | R1 | - || "1" |
)",
                      "{x: 1, y: 0}");

  CHECK(explained.member("diagnostics") ==
        R"([{code: "input-missing", text: "'a' has no value", input: "a"}, )"
        R"({code: "division-by-zero", text: "division by zero", input: "a"}])");
  CHECK(explained.member("sentence") == R"("no result: 'a' has no value")");
}

TEST_CASE("an output without value says why") {
  Explained explained(R"(guichet: decision-table/1
id: t
inputs: {a: {type: number}}
outputs: {r: {type: number}}
rules: |
  | id | a || r     |
  | R1 | - || 1 / a |
)",
                      "{a: 0}");

  CHECK(explained.member("result") == "null");
  CHECK(explained.member("diagnostics").find("division by zero") != std::string::npos);
}

TEST_CASE("text in a column of dates is read as a date") {
  Explained explained(R"(guichet: decision-table/1
id: t
inputs: {d: {type: date}}
outputs: {r: {type: string}}
rules: |
  | id | d                 || r   |
  | R1 | < @"2009-02-04"   || "1" |
  | R2 | >= @"2009-02-04"  || "2" |
)",
                      R"({d: "2009-02-04"})");

  CHECK(explained.member("result") == "\"2\"");
  CHECK(explained.member("inputs") == R"({d: @"2009-02-04"})");
}

}  // namespace guichet::tables
