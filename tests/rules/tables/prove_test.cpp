#include <catch2/catch.hpp>

#include "rules/tables/prove.hpp"
#include "rules/tables/test_run.hpp"
#include "tests/rules/tables/fixture.hpp"

namespace guichet::tables {

namespace {

using testing::load;

// What a proof of the table finds.
std::string proof(const std::string& head, const std::string& rules,
                  const ProofLimits& limits = {}) {
  const auto loaded = load("guichet: decision-table/1\nid: t\n" + head +
                           "\ninputs:\n  t: {type: string, values: '\"x\",\"y\"'}\n"
                           "  n: {type: number, values: '[0..20)'}\n"
                           "outputs:\n  r: {type: string}\nrules: |\n  | id | t | n || r |\n" +
                           rules);
  REQUIRE(loaded.text() == "");
  base::Diagnostics found;
  prove(*loaded.table, found, limits);
  std::string text;
  for (const auto& one : found.sorted())
    text += std::string(one.severity == base::Severity::error ? "error " : "warning ") +
            one.what.in(base::Language::en) + "\n";
  return text;
}

}  // namespace

TEST_CASE("a gap is found with a case that falls into it") {
  CHECK(proof("complete: required", "  | R1 | x | -  || \"1\" |\n  | R2 | y | < 10 || \"1\" |\n") ==
        "error no rule matches (t: \"y\", n: [10..20)), for example {t: \"y\", n: 10}\n");
  CHECK(proof("complete: required",
              "  | R1 | x | -  || \"1\" |\n  | R2 | y | <= 9 || \"1\" |\n"
              "  | R3 | y | >= 10 || \"1\" |\n") ==
        "error no rule matches (t: \"y\", n: (9..10)), for example {t: \"y\", n: 9.5}\n");
  CHECK(proof("complete: required",
              "  | R1 | x | -  || \"1\" |\n  | R2 | y | < 10 || \"1\" |\n"
              "  | R3 | y | >= 10 || \"1\" |\n") == "");
  CHECK(proof("complete: allow", "  | R1 | x | -  || \"1\" |\n") == "");
}

TEST_CASE("a null that the table lets in must be covered as well") {
  CHECK(proof("complete: required\nmissing: 'null'", "  | R1 | x, y | -  || \"1\" |\n") ==
        "error no rule matches (t: null), for example {t: null, n: 0}\n");
}

TEST_CASE("a rule that others cover together can never win") {
  CHECK(proof("hit: F",
              "  | R1 | x | -  || \"1\" |\n  | R2 | - | < 10 || \"2\" |\n"
              "  | R3 | y | [10..20) || \"3\" |\n  | R4 | y | > 5 || \"4\" |\n") ==
        "error rule 'R4' can never be selected: R2, R3 come before it\n");
  CHECK(proof("hit: F",
              "  | R1 | x | -  || \"1\" |\n  | R2 | - | < 10 || \"2\" |\n"
              "  | R4 | y | > 5 || \"4\" |\n") == "");
}

TEST_CASE("rules that overlap under U are shown with a common case") {
  CHECK(proof("hit: U",
              "  | R1 | x | < 5  || \"1\" |\n  | R2 | x | [4..6] || \"2\" |\n"
              "  | R3 | x | >= 5.5 || \"3\" |\n") ==
        "error rules 'R1' and 'R2' both match, for example {t: \"x\", n: 4}\n"
        "error rules 'R2' and 'R3' both match, for example {t: \"x\", n: 5.5}\n");
}

TEST_CASE("rules that overlap under A matter only where they disagree") {
  CHECK(proof("hit: A", "  | R1 | x | < 5  || \"1\" |\n  | R2 | x | < 4 || \"1\" |\n") == "");
  CHECK(proof("hit: A", "  | R1 | x | < 5  || \"1\" |\n  | R2 | x | < 4 || \"2\" |\n") ==
        "error rules 'R1' and 'R2' give different results, for example {t: \"x\", n: 0}\n");
}

TEST_CASE("cells that must be evaluated prove nothing against their rules") {
  CHECK(proof("hit: F", "  | R1 | x | < n + 1 || \"1\" |\n  | R2 | x | - || \"2\" |\n") == "");
  CHECK(proof("complete: required", "  | R1 | - | < n + 1 || \"1\" |\n") ==
        "warning only an evaluation tells whether a rule matches, for example {t: \"x\", n: 0}\n");
}

TEST_CASE("columns of every kind have their witnesses") {
  const auto gap = [](const std::string& type, const std::string& cell) {
    const auto loaded =
        load("guichet: decision-table/1\nid: t\ncomplete: required\ninputs:\n  c: " + type +
             "\n  free: {}\noutputs:\n  r: {}\nrules: |\n" + "  | id | c | free || r |\n  | R1 | " +
             cell + " | - || 1 |\n");
    REQUIRE(loaded.text() == "");
    base::Diagnostics found;
    prove(*loaded.table, found);
    return found.empty() ? "" : found.list()[0].what.arguments()[0];
  };

  CHECK(gap("{type: string}", "\"*\"") == R"({c: "**", free: "*"})");
  CHECK(gap("{type: boolean}", "true") == R"({c: false, free: "*"})");
  CHECK(gap("{type: boolean}", "true, false") == "");
  CHECK(gap("{type: date}", "> @\"2009-01-01\"") == R"({c: @"2008-12-31", free: "*"})");
  CHECK(gap("{type: days and time duration}", "< @\"P1D\"") == R"({c: @"P1D", free: "*"})");
  CHECK(gap("{type: years and months duration}", "<= @\"P1Y\"") == R"({c: @"P1Y1M", free: "*"})");
  CHECK(gap("{type: time}", "<= @\"12:00:00\"") == R"({c: @"13:00:00", free: "*"})");
  CHECK(gap("{type: date and time}", "-") == "");
  CHECK(gap("{}", "-") == "");
}

TEST_CASE("a table without rules covers nothing") {
  CHECK(proof("complete: required", "") == "error no rule matches, for example {t: \"x\", n: 0}\n");
}

TEST_CASE("a table may have its findings as warnings") {
  CHECK(proof("proof: warn\ncomplete: required", "  | R1 | x | -  || \"1\" |\n") ==
        "warning no rule matches (t: \"y\"), for example {t: \"y\", n: 0}\n");
}

TEST_CASE("a proof that does not come to an end says so") {
  const std::string rules =
      "  | R1 | x | < 5 || \"1\" |\n  | R2 | x | >= 5 || \"1\" |\n"
      "  | R3 | y | - || \"1\" |\n";

  CHECK(proof("complete: required", rules) == "");
  CHECK(proof("complete: required", rules, {1}) == "warning the proof did not come to an end: t\n");
}

TEST_CASE("under P a rule that others always win over is masked, one below that wins misleads") {
  const std::string head =
      "guichet: decision-table/1\nid: t\nhit: P\ninputs:\n  n: {type: number}\n"
      "outputs:\n  r: {type: string, values: '\"high\", \"low\"'}\nrules: |\n  | id | n || r |\n";
  const auto loaded = load(head +
                           "  | R1 | < 5 || low |\n  | R2 | < 9 || high |\n"
                           "  | R3 | > 7 || low |\n");
  REQUIRE(loaded.text() == "");
  base::Diagnostics found;

  prove(*loaded.table, found);

  CHECK_THAT(base::render_text(found, base::Language::en),
             Catch::Contains("[masked-rule]: rule 'R1' can never be selected: R2 have priority"));
  CHECK_THAT(base::render_text(found, base::Language::en),
             Catch::Contains("warning [misleading-rule]: rule 'R1' gives way to 'R2'"));
}

TEST_CASE("under C a rule that says what another says adds nothing") {
  CHECK(proof("hit: C",
              "  | R1 | - | < 10 || \"1\" |\n  | R2 | x | < 5 || \"1\" |\n"
              "  | R3 | x | < 5 || \"2\" |\n") ==
        "warning rule 'R2' adds nothing: 'R1' matches the same cases with the same result\n");
  CHECK(proof("hit: C", "  | R1 | x | < 5 || \"1\" |\n  | R2 | x | < 5 || \"1\" |\n") ==
        "warning rule 'R2' adds nothing: 'R1' matches the same cases with the same result\n");
}

TEST_CASE("a cell that no allowed value passes makes its rule impossible") {
  CHECK(proof("hit: C", "  | R1 | x | > 30 || \"1\" |\n") ==
        "error rule 'R1' can never match: no value that 'n' allows is > 30\n");
}

TEST_CASE("rules that may overlap, depending on an evaluation, are a warning") {
  CHECK(proof("hit: U", "  | R1 | x | < n + 1 || \"1\" |\n  | R2 | - | < 5 || \"2\" |\n") ==
        "warning rules 'R1' and 'R2' may both match: a cell that must be evaluated decides, for "
        "example {t: \"x\", n: 0}\n");
}

TEST_CASE("a long list of findings is cut, and says so") {
  std::string rules;
  for (int i = 0; i < 12; ++i) rules += "  | R" + std::to_string(i) + " | - | - || \"1\" |\n";

  CHECK_THAT(proof("hit: U", rules), Catch::Contains("and at least 46 more finding(s)"));
}

TEST_CASE("each finding comes with a test that can be pasted") {
  const std::string text =
      "guichet: decision-table/1\nid: t\ncomplete: required\ninputs:\n"
      "  t: {type: string}\n  d: {type: date}\n  x: {}\n"
      "outputs:\n  r: {type: string}\nrules: |\n  | id | t | d | x || r |\n"
      "  | R1 | \"a b\" | < @\"2009-02-04\" | \"12\" || \"1\" |\n"
      "  | R2 | \"a b\" | < @\"2009-02-03\" | -    || \"2\" |\n";
  const auto loaded = load(text);
  REQUIRE(loaded.text() == "");
  base::Diagnostics found;
  prove(*loaded.table, found);

  std::string tests = "tests:\n";
  for (const auto& one : found.list())
    if (one.hint) tests += "  " + one.hint->arguments()[0] + "\n";
  const auto pasted = load(text + tests);

  INFO(tests);
  CHECK_THAT(tests, Catch::Contains("- {given: {t: \"a b\", d: 2009-02-02, x: \"12\"}, "
                                    "fires: [R1, R2]}"));
  REQUIRE(pasted.text() == "");
  const TestReport report = run_tests(*pasted.table, {});
  CHECK(report.passed > 2);
  CHECK(report.failed == 0);
}

}  // namespace guichet::tables
