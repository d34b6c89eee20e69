// What `decide --explain` shows of a model, and how JSON's strings become dates.
#include <catch2/catch.hpp>

#include "tests/rules/dmn/models.hpp"

namespace guichet::dmn_test {
namespace {

const std::string kTable =
    R"(<inputData name="age" id="age"><variable name="age" typeRef="number"/></inputData>
       <decision name="fare" id="fare"><variable name="fare" typeRef="string"/>
       <informationRequirement><requiredInput href="#age"/></informationRequirement>
       <decisionTable hitPolicy="UNIQUE"><input id="i" label="Age"><inputExpression typeRef="number"><text>age</text></inputExpression></input>
       <output id="o"/>
       <rule id="child"><inputEntry><text>&lt; 12</text></inputEntry><outputEntry><text>"half"</text></outputEntry></rule>
       <rule id="grown"><inputEntry><text>&gt;= 12</text></inputEntry><outputEntry><text>"full"</text></outputEntry></rule>
       </decisionTable></decision>)";

feel::Value explained(const dmn::Model& model, std::string_view decision, const feel::Value& inputs,
                      feel::Evaluation& run) {
  const auto outcome = model.decide(decision, inputs, run, true);
  REQUIRE(outcome);
  return dmn::report(*outcome, decision, run.arena, base::Language::en);
}

}  // namespace

TEST_CASE("a decision that is one table is explained as a table") {
  const auto model = model_of(kTable);
  feel::Arena arena;
  feel::Evaluation run{.arena = arena};
  const feel::Entry age{"age", feel::Value::integer(7)};

  const feel::Value report = explained(*model, "fare", arena.context({&age, 1}), run);

  CHECK(feel::to_text(*report.member("result")) == "half");
  CHECK(feel::to_text(*report.member("hit_policy")) == "U");
  CHECK(feel::to_literal(*report.member("matched")) == R"(["child"])");
  CHECK(feel::to_literal(report.member("rules")->items()[1]) ==
        R"({id: "grown", failed: ["age"]})");
}

TEST_CASE("a decision over others lists them in the order in which they were decided") {
  const auto model = model_of(
      kTable +
      decision(
          "ticket", "\"1 \" + fare",
          R"(<informationRequirement><requiredDecision href="#fare"/></informationRequirement>)"));
  feel::Arena arena;
  feel::Evaluation run{.arena = arena};
  const feel::Entry age{"age", feel::Value::integer(30)};

  const feel::Value report = explained(*model, "ticket", arena.context({&age, 1}), run);

  CHECK(feel::to_text(*report.member("result")) == "1 full");
  const auto decisions = report.member("decisions")->items();
  REQUIRE(decisions.size() == 2);
  CHECK(feel::to_text(*decisions[0].member("name")) == "fare");
  CHECK(feel::to_literal(*decisions[0].member("table")->member("selected")) == R"(["grown"])");
  CHECK(decisions[1].member("table") == nullptr);
}

TEST_CASE("a problem knows its line and the decision under way") {
  const auto model = model_of(kTable);
  feel::Arena arena;
  feel::Evaluation run{.arena = arena};
  const feel::Entry age{"age", arena.string("seven")};

  const feel::Value report = explained(*model, "fare", arena.context({&age, 1}), run);

  const feel::Value problem = report.member("diagnostics")->items().front();
  CHECK(feel::to_text(*problem.member("text")) == "age: expected number, not string");
  CHECK(problem.member("at")->member("line")->as_integer() == 1);
}

TEST_CASE("strings become dates, times and durations where the model's types say so") {
  const auto model = model_of(
      R"(<itemDefinition name="tTrip"><itemComponent name="on"><typeRef>date</typeRef></itemComponent>
         <itemComponent name="stops" isCollection="true"><typeRef>time</typeRef></itemComponent></itemDefinition>
         <inputData name="trip" id="trip"><variable name="trip" typeRef="tTrip"/></inputData>
         <inputData name="note" id="note"><variable name="note" typeRef="string"/></inputData>)");
  feel::Arena arena;
  const feel::Value stop = arena.string("10:00:00");
  const feel::Entry trip[] = {{"on", arena.string("2026-07-01")},
                              {"stops", arena.list({&stop, 1})}};
  const feel::Entry inputs[] = {{"trip", arena.context(trip)},
                                {"note", arena.string("2026-07-01")},
                                {"trp", feel::Value::integer(1)}};
  std::vector<dmn::UnknownInput> unknown;

  const feel::Value typed = model->typed_inputs(arena.context(inputs), arena, unknown);

  CHECK(feel::to_literal(typed) ==
        R"({trip: {on: @"2026-07-01", stops: [@"10:00:00"]}, note: "2026-07-01", trp: 1})");
  REQUIRE(unknown.size() == 1);
  CHECK(unknown[0].what.in(base::Language::en) == "'trp' is not an input that the model reads");
  CHECK(unknown[0].hint->in(base::Language::en) == "did you mean 'trip'?");
}

}  // namespace guichet::dmn_test
