// Models as editors write them, with what the standard does not have.
#include <catch2/catch.hpp>

#include "tests/rules/dmn/models.hpp"
#include "tests/support/has.hpp"

namespace guichet::dmn_test {
namespace {

using tests::has;

struct Loaded {
  std::shared_ptr<const dmn::Model> model;
  std::string said;
};

Loaded loaded(const std::string& file) {
  base::Diagnostics diagnostics;
  auto model =
      dmn::load_model_file(GUICHET_ROOT "/tests/rules/dmn/editors/" + file, {}, diagnostics);
  return {std::move(model), render_text(diagnostics, base::Language::en)};
}

std::string typed_as(std::string_view type) {
  return R"(<inputData name="x" id="x"><variable name="x" typeRef=")" + std::string(type) +
         R"("/></inputData>)";
}

}  // namespace

TEST_CASE("Camunda 8: a decision goes by its id, and variables are declared by nobody") {
  const auto [model, said] = loaded("camunda8_parking.dmn");
  INFO(said);
  REQUIRE(model != nullptr);
  CHECK(decide(*model, "Fee", "{distance: 120, hours: 2}").value == "6");
  CHECK(decide(*model, "Fee", "{distance: 900, hours: 2}").value == "2");
  CHECK(has(said, "info [undeclared-input]: 'distance'"));
  CHECK(has(said, "warning [undeclared-input]: 'hours'"));
  CHECK(has(said, "info [other-name]: 'zone'"));
}

TEST_CASE("Camunda 7: Java's types, names of several words, and outputs that go by their name") {
  const auto [model, said] = loaded("camunda7_loan.dmn");
  INFO(said);
  REQUIRE(model != nullptr);
  CHECK(decide(*model, "Rate", "{late payments: 0, member: true}").value == "2.5");
  CHECK(decide(*model, "Rate", "{late payments: 2, member: true}").value == "6");
  CHECK(has(said, "info [foreign-type]: 'integer'"));
  CHECK_FALSE(has(said, "unknown-attribute"));
  CHECK_FALSE(has(said, "'Boolean' is not a type"));
}

TEST_CASE("Kogito: a type that was left undefined is any") {
  const auto [model, said] = loaded("kogito_leave.dmn");
  INFO(said);
  REQUIRE(model != nullptr);
  CHECK(decide(*model, "Days of leave", R"({Start date: date("2026-03-01"), Years: 3})").value ==
        "28");
  CHECK(decide(*model, "Days of leave", R"({Start date: date("2026-09-01"), Years: 3})").value ==
        "10");
}

TEST_CASE("Trisotech: types of XML Schema, and a computed output that is ranked") {
  const auto [model, said] = loaded("trisotech_priority.dmn");
  INFO(said);
  REQUIRE(model != nullptr);
  CHECK(decide(*model, "Queue", "{Severity: 9}").value == "\"urgent\"");
  CHECK(decide(*model, "Queue", "{Severity: 4}").value == "\"normal\"");
}

TEST_CASE("types of other tools are FEEL's, and a slip is none") {
  for (const char* type : {"integer", "long", "double", "Number", "STRING", "dateTime",
                           "date and time", "DayTimeDuration", "Any", "xsd:string"}) {
    INFO(type);
    CHECK_FALSE(has(diagnostics_of(typed_as(type)), "error"));
  }
  CHECK(has(diagnostics_of(typed_as("nubmer")), "error [unknown-type]"));
}

TEST_CASE("a slip of a declared name stays a mistake, and so does a word without quotes") {
  CHECK(has(diagnostics_of(R"(<inputData name="income" id="i"/>)" + decision("d", "incomme * 2")),
            "error [unknown-name]"));
  CHECK(
      has(diagnostics_of(
              R"(<decision name="d" id="d"><decisionTable><input><inputExpression><text>kind</text>
                   </inputExpression></input><output/><rule><inputEntry><text>1</text></inputEntry>
                   <outputEntry><text>Stew</text></outputEntry></rule></decisionTable></decision>)"),
          "error [unknown-name]: 'Stew'"));
}

TEST_CASE("other expression languages are refused by name") {
  CHECK(
      has(diagnostics_of(R"(<decision name="d" id="d"><literalExpression expressionLanguage="juel">
                              <text>${a}</text></literalExpression></decision>)"),
          "error [unknown-language]: the expression language 'juel' is not read (FEEL is)"));
}

}  // namespace guichet::dmn_test
