#include <catch2/catch.hpp>

#include "tests/rules/tables/fixture.hpp"

namespace guichet::tables {

namespace {

using testing::load;
using testing::problem;
using testing::result;

// One input, one output; rules 1..3 match a >= 1, a >= 2, a >= 3.
std::string under(const std::string& policy, const std::string& outputs,
                  const std::string& output = "{type: number, values: '30,20,10'}") {
  std::string text = "guichet: decision-table/1\nid: t\nhit: " + policy +
                     "\ninputs:\n  a: {type: number}\noutputs:\n  b: " + output +
                     "\nrules: |\n  | id | a || b |\n";
  int number = 0;
  for (std::size_t at = 0; at < outputs.size();) {
    const std::size_t end = std::min(outputs.find(' ', at), outputs.size());
    ++number;
    text += "  | R" + std::to_string(number) + " | >= " + std::to_string(number) + " || " +
            outputs.substr(at, end - at) + " |\n";
    at = end + 1;
  }
  return text;
}

std::string decided(const std::string& text, const std::string& context) {
  const auto loaded = load(text);
  REQUIRE(loaded.text() == "");
  return result(*loaded.table, context);
}

}  // namespace

TEST_CASE("each hit policy makes its result of the rules that match") {
  CHECK(decided(under("F", "10 20 30"), "{a: 3}") == "10");
  CHECK(decided(under("P", "10 20 30"), "{a: 3}") == "30");
  CHECK(decided(under("P", "10 20 30"), "{a: 2}") == "20");
  CHECK(decided(under("R", "10 30 20"), "{a: 3}") == "[10, 30, 20]");
  CHECK(decided(under("O", "10 30 20"), "{a: 3}") == "[30, 20, 10]");
  CHECK(decided(under("C", "10 30 20"), "{a: 3}") == "[10, 30, 20]");
  CHECK(decided(under("C+", "10 30 20"), "{a: 3}") == "60");
  CHECK(decided(under("C<", "10 30 20"), "{a: 3}") == "10");
  CHECK(decided(under("C>", "10 30 20"), "{a: 3}") == "30");
  CHECK(decided(under("'C#'", "10 30 20"), "{a: 2}") == "2");
  CHECK(decided(under("U", "10 20 30"), "{a: 1}") == "10");
  CHECK(decided(under("A", "10 10 20"), "{a: 2}") == "10");
}

TEST_CASE("no rule that matches gives null under every policy") {
  for (const std::string policy : {"U", "A", "P", "F", "R", "O", "C", "C+", "C<", "C>", "'C#'"}) {
    INFO(policy);
    CHECK(decided(under(policy, "10 20 30"), "{a: 0}") == "null");
  }
}

TEST_CASE("several rules under U are a problem that names them") {
  const auto loaded = load(under("U", "10 20 30"));
  feel::Arena arena;
  feel::Evaluation run{arena};

  const Decision decision = decide(*loaded.table, testing::value("{a: 2}", arena), run);

  CHECK(decision.result.is_null());
  CHECK(decision.selected.empty());
  REQUIRE(decision.problems.size() == 1);
  CHECK(decision.problems[0].what.in(base::Language::en) ==
        "several rules match where one may (U): R1, R2");
}

TEST_CASE("different results under A are a problem") {
  CHECK(problem(*load(under("A", "10 10 20")).table, "{a: 3}") == "rules-disagree");
}

TEST_CASE("a sum needs numbers") {
  CHECK(problem(*load(under("C+", "1 \"x\"", "{}")).table, "{a: 2}") == "cannot-aggregate");
}

TEST_CASE("sums are decimal, not binary") {
  CHECK(decided(under("C+", "0.1 0.2", "{type: number}"), "{a: 2}") == "0.3");
}

TEST_CASE("defaults are the result where no rule matches") {
  CHECK(decided(under("F", "10", "{type: number, default: '5 + 2'}"), "{a: 0}") == "7");
  CHECK(load(under("F", "10") + "complete: default\n").codes() == "no-default");
}

TEST_CASE("a priority table selects by rank and keeps rule order among equals") {
  const auto loaded = load(under("O", "20 30 20"));
  feel::Arena arena;
  feel::Evaluation run{arena};

  const Decision decision = decide(*loaded.table, testing::value("{a: 3}", arena), run);

  CHECK(decision.selected == std::vector<RuleIndex>{1, 0, 2});
}

TEST_CASE("a computed output that is none of its values is a problem") {
  const auto loaded = load(under("F", "a*10", "{type: number, values: '10,20'}"));

  REQUIRE(loaded.text() == "");
  CHECK(result(*loaded.table, "{a: 2}") == "20");
  CHECK(problem(*loaded.table, "{a: 3}") == "output-not-allowed");
}

TEST_CASE("a table is not used outside its days") {
  const auto loaded = load(under("F", "10") + "valid: {from: 2009-01-01, to: 2010-01-01}\n");
  const auto at = [](const char* text) { return *base::parse_instant(text); };

  REQUIRE(loaded.text() == "");
  CHECK(result(*loaded.table, "{a: 1}", at("2009-01-01T00:00:00Z")) == "10");
  CHECK(result(*loaded.table, "{a: 1}", at("2009-12-31T23:59:59Z")) == "10");
  CHECK(problem(*loaded.table, "{a: 1}", at("2010-01-01T00:00:00Z")) == "outside-validity");
  CHECK(problem(*loaded.table, "{a: 1}", at("2008-12-31T23:59:59Z")) == "outside-validity");
}

}  // namespace guichet::tables
