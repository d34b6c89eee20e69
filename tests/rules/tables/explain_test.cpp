#include <catch2/catch.hpp>

#include "rules/tables/report.hpp"
#include "rules/tables/test_run.hpp"
#include "tests/rules/tables/fixture.hpp"

namespace guichet::tables {

namespace {

using testing::load;

const std::string kRouting = R"(guichet: decision-table/1
id: routing
hit: F
inputs:
  theme:     {type: string, values: '"creation","training"'}
  headcount: {type: number, label: effectif}
outputs:
  partner: {type: string}
  article: {type: string}
rules: |
  | id | theme    | headcount || partner | article |
  | R1 | training | -         || "cci"   | "A1"    |
  | R2 | creation | [0..10)   || "cma"   | "A2"    |
  | R3 | -        | >= 5      || "bge"   | "A3"    |
)";

std::string tests(const std::string& entries) {
  return kRouting + "tests:\n" + entries;
}

TestReport run(const std::string& text) {
  const auto loaded = load(text);
  REQUIRE(loaded.text() == "");
  return run_tests(*loaded.table, {});
}

}  // namespace

TEST_CASE("an explanation has every matching rule and each failing column") {
  const auto loaded = load(kRouting);
  feel::Arena arena;
  feel::Evaluation evaluation{arena};

  const Explanation explanation = explain(
      *loaded.table, testing::value(R"({theme: "creation", headcount: 7})", arena), evaluation);

  CHECK(explanation.matched() == std::vector<RuleIndex>{1, 2});
  CHECK(explanation.decision.matched == std::vector<RuleIndex>{1});
  CHECK(explanation.decision.selected == std::vector<RuleIndex>{1});
  CHECK(explanation.failed(0) == std::vector<ColumnIndex>{0});
  CHECK(explanation.failed(1).empty());
  CHECK_THAT(
      feel::to_literal(report(*loaded.table, explanation, arena, base::Language::en)),
      Catch::StartsWith(
          R"({result: {partner: "cma", article: "A2"}, hit_policy: "F", matched: ["R2", "R3"], )"
          R"(selected: ["R2"], rules: [{id: "R1", failed: ["theme"]}, {id: "R2", failed: []}, )"
          R"({id: "R3", failed: []}], inputs: {theme: "creation", headcount: 7}, diagnostics: [], )"));
}

TEST_CASE("a missing input is explained with what it keeps from matching") {
  const auto loaded = load(kRouting);
  feel::Arena arena;
  feel::Evaluation evaluation{arena};

  const Explanation explanation =
      explain(*loaded.table, testing::value(R"({theme: "creation"})", arena), evaluation);

  CHECK(explanation.decision.result.is_null());
  CHECK(explanation.decision.matched.empty());
  CHECK(explanation.failed(1) == std::vector<ColumnIndex>{1});
  REQUIRE(explanation.decision.problems.size() == 1);
  CHECK(explanation.decision.problems[0].input == "headcount");
  CHECK(sentence(*loaded.table, explanation, 1, base::Language::fr) ==
        "R2 ne s'applique pas : effectif est inconnu, attendu [0..10)");
}

TEST_CASE("a rule is explained in one sentence") {
  const auto loaded = load(kRouting);
  feel::Arena arena;
  feel::Evaluation evaluation{arena};

  const Explanation explanation = explain(
      *loaded.table, testing::value(R"({theme: "training", headcount: 25})", arena), evaluation);

  CHECK(sentence(*loaded.table, explanation, 0, base::Language::en) == "R1 matches");
  CHECK(sentence(*loaded.table, explanation, 1, base::Language::en) ==
        R"(R2 does not match: theme is "training", wanted creation; )"
        "effectif is 25, wanted [0..10)");
}

TEST_CASE("a table's own tests pass where they say what the table does") {
  const TestReport report = run(tests(
      R"(  - {given: {theme: training, headcount: 1}, expect: {partner: cci}, fires: [R1], selects: R1}
  - {given: {theme: creation, headcount: 7}, fires: [R2, R3], selects: R2, why_not: {R1: [theme]}}
  - {context: {theme: creation, headcount: 12}, expect: {partner: bge, article: A3}, selects: [R3]}
  - {given: {theme: creation, headcount: -1}, expect: null, fires: []}
)"));

  CHECK(report.passed == 4);
  CHECK(report.failed == 0);
  CHECK(report.failures.empty());
  CHECK(report.untested.empty());
}

TEST_CASE("a table's own tests fail with what came instead") {
  const TestReport report = run(tests(
      R"(  - {name: training, given: {theme: training, headcount: 1}, expect: {partner: cma}, fires: [R1, R3], selects: R2, why_not: {R2: [headcount]}}
)"));

  CHECK(report.passed == 0);
  CHECK(report.failed == 1);
  REQUIRE(report.failures.size() == 4);
  CHECK(
      report.failures[0].what.in(base::Language::en) ==
      R"(test 1 (training): expected result {partner: "cma"}, got {partner: "cci", article: "A1"})");
  CHECK(report.failures[1].what.in(base::Language::en) ==
        "test 1 (training): expected rules [R1, R3] to match, but [R1] do");
  CHECK(report.failures[2].what.in(base::Language::en) ==
        "test 1 (training): expected rules [R2] to be selected, but [R1] are");
  CHECK(report.failures[3].what.in(base::Language::en) ==
        "test 1 (training): rule 'R2' should fail on [headcount], it fails on [theme]");
  CHECK(report.failures[0].at.source->place_of(report.failures[0].at.offset).line == 16);
  CHECK(report.untested == std::vector<std::string>{"R2", "R3"});
}

}  // namespace guichet::tables
