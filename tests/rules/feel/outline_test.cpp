// What a condition asks, as other modules reason about it.
#include "rules/feel/outline.hpp"

#include <catch2/catch.hpp>

using namespace guichet;
using Form = feel::Outline::Form;
using Test = feel::Outline::Test;

namespace {

feel::Scope scope() {
  feel::Scope out;
  out.declare("age", feel::Type::of(feel::Kind::number));
  out.declare("theme", feel::Type::of(feel::Kind::string));
  out.declare("firm", feel::Type::context({{"size", feel::Type::of(feel::Kind::number)}}));
  out.declare("children", feel::Type::list_of(feel::Type::of(feel::Kind::context)));
  return out;
}

feel::Expression compiled(const std::string& text) {
  base::Diagnostics diagnostics;
  const base::LocatedText located(text, {base::make_source("<test>", text), 0, 0});
  auto expression = feel::compile(located, scope(), diagnostics);
  INFO(base::render_text(diagnostics, base::Language::en));
  REQUIRE(!expression.empty());
  return expression;
}

feel::Outline outlined(const std::string& text) {
  return feel::outline(compiled(text), scope());
}

}  // namespace

TEST_CASE("a comparison with a literal says subject, test and value, whichever side it stands on") {
  for (const std::string text : {"age >= 18", "18 <= age"}) {
    const feel::Outline outline = outlined(text);
    CHECK(outline.form == Form::comparison);
    CHECK(outline.subject == "age");
    CHECK(outline.test == Test::greater_equal);
    CHECK(feel::to_text(outline.value.value()) == "18");
  }
}

TEST_CASE("a path is one subject, with the type of its last member") {
  const feel::Outline outline = outlined("firm.size < 10");

  CHECK(outline.subject == "firm.size");
  CHECK(outline.members == std::vector<std::string>{"size"});
  CHECK(outline.type.name() == "number");
}

TEST_CASE("membership is any of its values, an interval both of its ends") {
  const feel::Outline words = outlined("theme in (\"a\", \"b\")");
  REQUIRE(words.form == Form::disjunction);
  CHECK(words.parts.size() == 2);

  const feel::Outline interval = outlined("age in [10..20)");
  REQUIRE(interval.form == Form::disjunction);
  REQUIRE(interval.parts.front().form == Form::conjunction);
  CHECK(interval.parts.front().parts.back().test == Test::less);
}

TEST_CASE("and, or and not keep their parts; what must be evaluated is opaque") {
  const feel::Outline outline = outlined("not(age > 3) and contains(theme, \"x\")");

  REQUIRE(outline.form == Form::conjunction);
  CHECK(outline.parts[0].form == Form::negation);
  CHECK(outline.parts[1].form == Form::opaque);
  CHECK(outline.parts[1].subject == "contains(theme,\"x\")");
}

TEST_CASE("texts compared with a member are found inside quantifiers, each at its own place") {
  const auto tests =
      feel::member_tests(compiled("every c in children satisfies c.outcome in (\"ok\", \"gone\")"));

  REQUIRE(tests.size() == 2);
  CHECK(tests[1].member == "outcome");
  CHECK(tests[1].owner == "c");
  CHECK(tests[1].text == "gone");
  CHECK(tests[1].at.offset == 51);
}
