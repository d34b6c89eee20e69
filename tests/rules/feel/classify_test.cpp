// Unary tests that are constant are points and intervals; the rest must be evaluated.
#include "tests/rules/feel/evaluated.hpp"

namespace guichet::feel {
namespace {

TestSet classified(const std::string& tests) {
  Scope scope;
  scope.declare("autre", Type::of(Kind::number));
  base::Diagnostics diagnostics;
  const Expression compiled = compile_tests(located(tests), Type::any(), scope, diagnostics);
  REQUIRE(base::render_text(diagnostics, base::Language::en) == "");
  return classify(compiled);
}

}  // namespace

TEST_CASE("a dash accepts anything", "[feel]") {
  CHECK(classified("-").kind == TestSet::Kind::any);
}

TEST_CASE("values are points, null among them", "[feel]") {
  const TestSet set = classified("\"a\", \"b\", null");

  CHECK(set.kind == TestSet::Kind::points);
  REQUIRE(set.points.size() == 2);
  CHECK(set.points[0] == Stored::string("a"));
  CHECK(set.accepts_null);
  CHECK_FALSE(set.negated);
}

TEST_CASE("comparisons and ranges are intervals with their ends", "[feel]") {
  const TestSet set = classified("< 10, [20..30), 50");

  CHECK(set.kind == TestSet::Kind::intervals);
  REQUIRE(set.intervals.size() == 2);
  CHECK_FALSE(set.intervals[0].low.has_value());
  CHECK(*set.intervals[0].high == Stored::integer(10));
  CHECK_FALSE(set.intervals[0].high_closed);
  CHECK(*set.intervals[1].low == Stored::integer(20));
  CHECK(set.intervals[1].low_closed);
  CHECK_FALSE(set.intervals[1].high_closed);
  REQUIRE(set.points.size() == 1);
}

TEST_CASE("constants are computed first", "[feel]") {
  const TestSet set = classified("date(\"2024-01-01\"), 2 * 3");

  CHECK(set.kind == TestSet::Kind::points);
  REQUIRE(set.points.size() == 2);
  CHECK(set.points[1] == Stored::integer(6));
}

TEST_CASE("a negation keeps what it negates", "[feel]") {
  const TestSet set = classified("not(1, [5..6])");

  CHECK(set.negated);
  CHECK(set.kind == TestSet::Kind::intervals);
  CHECK(set.points.size() == 1);
}

TEST_CASE("a list in a cell stands for its items", "[feel]") {
  CHECK(classified("[\"a\", \"b\"]").points.size() == 2);
}

TEST_CASE("what reads a variable, the input or calls for a function is opaque", "[feel]") {
  const std::string tests = GENERATE(as<std::string>{}, "autre", "> autre", "? > 3", "[1..autre]",
                                     "1, autre", "!= 3", "today()", "[null..3]");
  CHECK(classified(tests).kind == TestSet::Kind::opaque);
}

}  // namespace guichet::feel
