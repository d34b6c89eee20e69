// Requirements: who may use whose result, and what is refused.
#include <catch2/catch.hpp>

#include "tests/rules/dmn/models.hpp"

namespace guichet::dmn_test {
namespace {

const std::string kAge =
    R"(<inputData name="age" id="age"><variable name="age" typeRef="number"/></inputData>)";
const std::string kNeedsAge =
    R"(<informationRequirement><requiredInput href="#age"/></informationRequirement>)";

std::string needs(std::string_view decision) {
  return "<informationRequirement><requiredDecision href=\"#" + std::string(decision) +
         "\"/></informationRequirement>";
}

std::string needs_function(std::string_view name) {
  return "<knowledgeRequirement><requiredKnowledge href=\"#" + std::string(name) +
         "\"/></knowledgeRequirement>";
}

}  // namespace

TEST_CASE("a decision uses inputs and decisions that it requires, in any order of the file") {
  const auto model = model_of(decision("discount", "if senior then 10 else 0", needs("senior")) +
                              decision("senior", "age >= 60", kNeedsAge) + kAge);

  CHECK(decide(*model, "discount", "{age: 61}").value == "10");
  CHECK(decide(*model, "discount", "{age: 59}").value == "0");
}

TEST_CASE("a name that is not known is told with its place, an input that is not required is read") {
  const std::string said = diagnostics_of(kAge + decision("senior", "ago &gt;= 60", kNeedsAge));

  CHECK(said.find("model.dmn:1:") == 0);
  CHECK(said.find("error [unknown-name]: 'ago' is not a name known here") != std::string::npos);
  CHECK(said.find("did you mean 'age'?") != std::string::npos);
  CHECK(diagnostics_of(kAge + decision("senior", "age &gt;= 60")).find("info [not-required]") !=
        std::string::npos);
}

TEST_CASE("a circle of requirements is refused, and named") {
  const std::string said =
      diagnostics_of(decision("a", "b", needs("b")) + decision("b", "c", needs("c")) +
                     decision("c", "a", needs("a")));

  CHECK(said.find("error [cyclic-requirement]: 'a' depends on its own result: a -> b -> c -> a") !=
        std::string::npos);
}

TEST_CASE("a chain of a thousand decisions is decided") {
  constexpr int kLength = 1000;
  std::string chain = decision("d0", "1");
  for (int i = 1; i < kLength; ++i) {
    const std::string before = "d" + std::to_string(i - 1);
    chain += decision("d" + std::to_string(i), before + " + 1", needs(before));
  }

  CHECK(decide(*model_of(chain), "d999").value == "1000");
}

TEST_CASE("a decision is decided once in a run") {
  const auto model = model_of(decision("base", "1") + decision("left", "base", needs("base")) +
                              decision("right", "base", needs("base")) +
                              decision("top", "left + right", needs("left") + needs("right")));
  feel::Arena arena;
  feel::Evaluation run{.arena = arena};

  const auto outcome = model->decide("top", arena.context({}), run, true);

  REQUIRE(outcome);
  std::vector<std::string> names;
  for (const dmn::Step& step : outcome->steps) names.push_back(step.decision);
  std::sort(names.begin(), names.end());
  CHECK(names == std::vector<std::string>{"base", "left", "right", "top"});
  CHECK(outcome->steps.back().decision == "top");
}

TEST_CASE("a knowledge model may call itself, and one without end is stopped") {
  const std::string factorial =
      R"(<businessKnowledgeModel name="factorial" id="factorial"><variable name="factorial"/>
         <encapsulatedLogic><formalParameter name="n" typeRef="number"/><literalExpression>
         <text>if n = 0 then 1 else n * factorial(n - 1)</text></literalExpression>
         </encapsulatedLogic></businessKnowledgeModel>)";
  const std::string endless =
      R"(<businessKnowledgeModel name="endless" id="endless"><variable name="endless"/>
         <encapsulatedLogic><formalParameter name="n"/><invocation><literalExpression>
         <text>endless</text></literalExpression><binding><parameter name="n"/><literalExpression>
         <text>n + 1</text></literalExpression></binding></invocation>
         </encapsulatedLogic></businessKnowledgeModel>)";
  const auto model =
      model_of(factorial + endless + decision("ten", "factorial(10)", needs_function("factorial")) +
               decision("never", "endless(0)", needs_function("endless")));

  CHECK(decide(*model, "ten").value == "3628800");
  const Decided stopped = decide(*model, "never");
  CHECK(stopped.value == "null");
  CHECK(stopped.had_errors);
}

TEST_CASE("imported elements are used under the name of their import") {
  std::vector<dmn::Definitions> models;
  models.push_back(definitions_of(
      R"(<definitions xmlns="https://www.omg.org/spec/DMN/20230324/MODEL/" name="m" namespace="urn:m">
         <import name="lib" namespace="urn:lib" importType="https://www.omg.org/spec/DMN/20230324/MODEL/"/>
         <decision name="total" id="total"><variable name="total" typeRef="lib.tPrice"/>
         <informationRequirement><requiredInput href="urn:lib#price"/></informationRequirement>
         <knowledgeRequirement><requiredKnowledge href="urn:lib#twice"/></knowledgeRequirement>
         <literalExpression><text>lib.twice(lib.price)</text></literalExpression></decision>
         </definitions>)"));
  models.push_back(definitions_of(
      R"(<definitions xmlns="https://www.omg.org/spec/DMN/20230324/MODEL/" name="lib" namespace="urn:lib">
         <itemDefinition name="tPrice"><typeRef>number</typeRef>
         <allowedValues><text>&lt; 100</text></allowedValues></itemDefinition>
         <inputData name="price" id="price"><variable name="price" typeRef="tPrice"/></inputData>
         <businessKnowledgeModel name="twice" id="twice"><variable name="twice"/><encapsulatedLogic>
         <formalParameter name="n" typeRef="tPrice"/><literalExpression><text>2 * n</text>
         </literalExpression></encapsulatedLogic></businessKnowledgeModel></definitions>)"));
  base::Diagnostics diagnostics;
  const auto model = dmn::Model::compile(std::move(models), {}, diagnostics);
  REQUIRE(model != nullptr);

  CHECK(decide(*model, "total", "{lib: {price: 21}}").value == "42");
  CHECK(decide(*model, "total", "{\"urn:lib\": {price: 21}}").value == "42");
  const Decided dear = decide(*model, "total", "{lib: {price: 60}}");
  CHECK(dear.value == "null");
  CHECK(dear.problems.find("120 is not allowed; expected: < 100") != std::string::npos);
}

}  // namespace guichet::dmn_test
