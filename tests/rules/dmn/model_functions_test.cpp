// Knowledge models, services and boxed functions: how they are called, and with what.
#include <catch2/catch.hpp>

#include "tests/rules/dmn/models.hpp"

namespace guichet::dmn_test {
namespace {

const std::string kGreet =
    R"(<businessKnowledgeModel name="greet" id="greet"><variable name="greet"/><encapsulatedLogic>
       <formalParameter name="first name" typeRef="string"/><formalParameter name="polite" typeRef="boolean"/>
       <literalExpression><text>(if polite then "Dear " else "Hi ") + first name</text>
       </literalExpression></encapsulatedLogic></businessKnowledgeModel>)";
const std::string kNeedsGreet =
    R"(<knowledgeRequirement><requiredKnowledge href="#greet"/></knowledgeRequirement>)";

// Two inputs, one decision that may be supplied, one that is inside.
const std::string kService =
    R"(<decisionService name="price" id="price"><variable name="price"/>
       <outputDecision href="#total"/><inputDecision href="#rate"/>
       <inputData href="#net"/><inputData href="#count"/></decisionService>
       <inputData name="net" id="net"><variable name="net" typeRef="number"/></inputData>
       <inputData name="count" id="count"><variable name="count" typeRef="number"/></inputData>)" +
    decision("rate", "0.2") +
    decision("total", "net * count * (1 + rate)",
             R"(<informationRequirement><requiredInput href="#net"/></informationRequirement>
                <informationRequirement><requiredInput href="#count"/></informationRequirement>
                <informationRequirement><requiredDecision href="#rate"/></informationRequirement>)");
const std::string kNeedsPrice =
    R"(<knowledgeRequirement><requiredKnowledge href="#price"/></knowledgeRequirement>)";

}  // namespace

TEST_CASE("a knowledge model is called by position, by name, and by invocation") {
  const auto model =
      model_of(kGreet + decision("by position", R"(greet("Ada", true))", kNeedsGreet) +
               decision("by name", R"(greet(polite: false, first name: "Ada"))", kNeedsGreet) +
               R"(<decision name="boxed" id="boxed"><variable name="boxed"/>)" + kNeedsGreet +
               R"(<invocation><literalExpression><text>greet</text></literalExpression>
         <binding><parameter name="polite"/><literalExpression><text>true</text></literalExpression></binding>
         <binding><parameter name="first name"/><literalExpression><text>"Ada"</text></literalExpression></binding>
         </invocation></decision>)");

  CHECK(decide(*model, "by position").value == "\"Dear Ada\"");
  CHECK(decide(*model, "by name").value == "\"Hi Ada\"");
  CHECK(decide(*model, "boxed").value == "\"Dear Ada\"");
  CHECK(call_knowledge(*model, "greet", R"({"first name": "Bo", polite: false})").value ==
        "\"Hi Bo\"");
}

TEST_CASE("an argument of another type keeps a function from being called") {
  const auto model =
      model_of(kGreet + decision("wrong", "greet(12, true)", kNeedsGreet), /*lenient=*/true);

  const Decided wrong = decide(*model, "wrong");

  CHECK(wrong.value == "null");
  CHECK(wrong.had_errors);
  CHECK(wrong.problems == "expected string, not number");
  CHECK(diagnostics_of(kGreet + decision("wrong", "greet(12, true)", kNeedsGreet))
            .find("error [type-mismatch]") != std::string::npos);
}

TEST_CASE("a service takes its inputs, then its input decisions; supplied ones override logic") {
  const auto model = model_of(kService + decision("dear", "price(10, 3, 0.5)", kNeedsPrice) +
                              decision("named", "price(rate: 0, count: 2, net: 10)", kNeedsPrice));

  CHECK(decide(*model, "dear").value == "45");
  CHECK(decide(*model, "named").value == "20");
  CHECK(call_service(*model, "price", "{net: 10, count: 1, rate: 1}").value == "20");
}

TEST_CASE("an input decision that a service is not given is null, not decided") {
  const auto model = model_of(kService);

  const Decided without = call_service(*model, "price", "{net: 10, count: 1}");

  CHECK(without.value == "null");
  CHECK(without.had_errors);
}

TEST_CASE("what a service is given does not reach the decisions outside it") {
  const auto model = model_of(
      kService +
      decision(
          "both", "[price(10, 1, 1), rate]",
          kNeedsPrice +
              R"(<informationRequirement><requiredDecision href="#rate"/></informationRequirement>)"));

  CHECK(decide(*model, "both").value == "[20, 0.2]");
}

TEST_CASE("a service of several outputs gives a context of them") {
  const auto model = model_of(R"(<decisionService name="all" id="all"><variable name="all"/>
    <outputDecision href="#one"/><outputDecision href="#two"/></decisionService>)" +
                              decision("one", "1") + decision("two", "2"));

  CHECK(call_service(*model, "all").value == "{one: 1, two: 2}");
}

TEST_CASE("a service's type says what its result must be") {
  const auto model = model_of(
      R"(<itemDefinition name="tText"><functionItem outputTypeRef="string"/></itemDefinition>
    <decisionService name="text" id="text"><variable name="text" typeRef="tText"/>
    <outputDecision href="#number"/></decisionService>)" +
      decision("number", "1000"));

  const Decided text = call_service(*model, "text");

  CHECK(text.value == "null");
  CHECK(text.had_errors);
}

TEST_CASE("a boxed function keeps the entries around it, and may call itself") {
  const auto model = model_of(R"(<decision name="d" id="d"><variable name="d"/><context>
    <contextEntry><variable name="factor"/><literalExpression><text>3</text></literalExpression></contextEntry>
    <contextEntry><variable name="times"/><functionDefinition><formalParameter name="n" typeRef="number"/>
      <literalExpression><text>factor * n</text></literalExpression></functionDefinition></contextEntry>
    <contextEntry><variable name="sum to"/><functionDefinition><formalParameter name="n" typeRef="number"/>
      <literalExpression><text>if n = 0 then 0 else n + sum to(n - 1)</text></literalExpression>
      </functionDefinition></contextEntry>
    <contextEntry><literalExpression><text>[times(5), sum to(4), times("a")]</text></literalExpression>
    </contextEntry></context></decision>)",
                              /*lenient=*/true);

  CHECK(decide(*model, "d").value == "[15, 10, null]");
}

TEST_CASE("a function that a run gave can be called when the run is over") {
  const auto model = model_of(kGreet + decision("the function", "greet", kNeedsGreet));
  feel::Arena arena;
  feel::Evaluation run{.arena = arena};
  const auto outcome = model->decide("the function", arena.context({}), run);
  REQUIRE(outcome);
  const feel::Value arguments[] = {arena.string("Eve"), feel::Value::boolean(true)};

  const feel::Value greeting = feel::call(outcome->value, arguments, run);

  CHECK(feel::to_text(greeting) == "Dear Eve");
}

TEST_CASE("a function of Java is refused where the host has none") {
  const std::string java = decision(
      "d",
      R"--((function(n) external {java: {class: "java.lang.Math", method signature: "cos(double)"}})(0))--");

  CHECK(diagnostics_of(java).find("error [external-function]") != std::string::npos);
}

}  // namespace guichet::dmn_test
