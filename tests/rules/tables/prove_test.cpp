#include <catch2/catch.hpp>

#include "rules/tables/prove.hpp"
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
        "error no rule matches, for example {t: \"y\", n: 10}\n");
  CHECK(proof("complete: required",
              "  | R1 | x | -  || \"1\" |\n  | R2 | y | <= 9 || \"1\" |\n"
              "  | R3 | y | >= 10 || \"1\" |\n") ==
        "error no rule matches, for example {t: \"y\", n: 9.5}\n");
  CHECK(proof("complete: required",
              "  | R1 | x | -  || \"1\" |\n  | R2 | y | < 10 || \"1\" |\n"
              "  | R3 | y | >= 10 || \"1\" |\n") == "");
  CHECK(proof("complete: allow", "  | R1 | x | -  || \"1\" |\n") == "");
}

TEST_CASE("a null that the table lets in must be covered as well") {
  CHECK(proof("complete: required\nmissing: 'null'", "  | R1 | x, y | -  || \"1\" |\n") ==
        "error no rule matches, for example {t: null, n: 0}\n");
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
  CHECK(proof("complete: required", "  | R1 | - | < n + 1 || \"1\" |\n") == "");
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
  CHECK(gap("{type: time}", "<= @\"12:00:00\"") == R"({c: @"12:00:01", free: "*"})");
  CHECK(gap("{type: date and time}", "-") == "");
  CHECK(gap("{}", "-") == "");
}

TEST_CASE("a table without rules covers nothing") {
  CHECK(proof("complete: required", "") == "error no rule matches, for example {t: \"x\", n: 0}\n");
}

TEST_CASE("a table may have its findings as warnings") {
  CHECK(proof("proof: warn\ncomplete: required", "  | R1 | x | -  || \"1\" |\n") ==
        "warning no rule matches, for example {t: \"y\", n: 0}\n");
}

TEST_CASE("a proof that does not come to an end says so") {
  const std::string rules =
      "  | R1 | x | < 5 || \"1\" |\n  | R2 | x | >= 5 || \"1\" |\n"
      "  | R3 | y | - || \"1\" |\n";

  CHECK(proof("complete: required", rules) == "");
  CHECK(proof("complete: required", rules, {1}) ==
        "warning the proof did not come to an end (1 steps): t\n");
}

}  // namespace guichet::tables
