// Item definitions, and what becomes of values that do not fit them.
#include <catch2/catch.hpp>

#include "rules/dmn/types.hpp"
#include "tests/rules/dmn/models.hpp"

namespace guichet::dmn_test {
namespace {

const std::string kPerson =
    R"(<itemDefinition name="tPerson">
         <itemComponent name="name"><typeRef>string</typeRef></itemComponent>
         <itemComponent name="age"><typeRef>tAge</typeRef></itemComponent></itemDefinition>
       <itemDefinition name="tAge"><typeRef>number</typeRef>
         <allowedValues><text>[0..130]</text></allowedValues></itemDefinition>
       <itemDefinition name="tAges" isCollection="true"><typeRef>tAge</typeRef></itemDefinition>
       <itemDefinition name="tPair" isCollection="true"><typeRef>number</typeRef>
         <typeConstraint><text>count(?) = 2</text></typeConstraint></itemDefinition>
       <inputData name="person" id="person"><variable name="person" typeRef="tPerson"/></inputData>
       <inputData name="ages" id="ages"><variable name="ages" typeRef="tAges"/></inputData>
       <inputData name="pair" id="pair"><variable name="pair" typeRef="tPair"/></inputData>)";

std::string echo(std::string_view input) {
  return decision("echo " + std::string(input), input,
                  "<informationRequirement><requiredInput href=\"#" + std::string(input) +
                      "\"/></informationRequirement>");
}

std::shared_ptr<const dmn::Model> people() {
  return model_of(kPerson + echo("person") + echo("ages") + echo("pair"));
}

}  // namespace

TEST_CASE("an input that fits its type is taken as it is, further members too") {
  CHECK(decide(*people(), "echo person", R"({person: {name: "Ada", age: 36, born: 1815}})").value ==
        R"({name: "Ada", age: 36, born: 1815})");
}

TEST_CASE("an input that does not fit is null, and the member at fault is named") {
  const Decided wrong = decide(*people(), "echo person", R"({person: {name: "Ada", age: "36"}})");
  CHECK(wrong.value == "null");
  CHECK(wrong.had_errors);
  CHECK(wrong.problems == "person.age: expected number, not string");

  CHECK(decide(*people(), "echo person", R"({person: {name: "Ada"}})").problems ==
        "person.age is missing (expected number)");
  CHECK(decide(*people(), "echo ages", R"({ages: [1, "x"]})").problems ==
        "ages[2]: expected number, not string");
}

TEST_CASE("values that a type does not allow are refused, in members and items too") {
  CHECK(decide(*people(), "echo person", R"({person: {name: "Ada", age: 136}})").problems ==
        "person: {name: \"Ada\", age: 136} is not allowed; expected: [0..130]");
  CHECK(decide(*people(), "echo ages", "{ages: [1, 131]}").value == "null");
  CHECK(decide(*people(), "echo ages", "{ages: [1, 130, null]}").value == "[1, 130, null]");
}

TEST_CASE("a type constraint is one of the whole collection") {
  CHECK(decide(*people(), "echo pair", "{pair: [1, 2]}").value == "[1, 2]");
  CHECK(decide(*people(), "echo pair", "{pair: [1, 2, 3]}").value == "null");
}

TEST_CASE("one item stands for a list of one, and a list of one for its item") {
  const auto model =
      model_of(kPerson + decision("list", "5", "", "tAges") + decision("item", "[5]", "", "tAge") +
               decision("moment", "date(\"2026-01-01\")", "", "dateTime"));

  CHECK(decide(*model, "list").value == "[5]");
  CHECK(decide(*model, "item").value == "5");
  CHECK(decide(*model, "moment").value == "@\"2026-01-01T00:00:00Z\"");
}

TEST_CASE("instance of looks at the type, not at the values that it allows") {
  const auto model =
      model_of(kPerson + decision("d", "[200 instance of tAge, \"a\" instance of tAge]"));

  CHECK(decide(*model, "d").value == "[true, false]");
}

TEST_CASE("a type that contains itself and one that does not exist are refused") {
  CHECK(diagnostics_of(R"(<itemDefinition name="a"><typeRef>b</typeRef></itemDefinition>
                          <itemDefinition name="b"><typeRef>a</typeRef></itemDefinition>)")
            .find("error [recursive-type]: the type 'a' contains itself") != std::string::npos);
  const std::string unknown = diagnostics_of(kPerson + decision("d", "1", "", "tAgs"));
  CHECK(unknown.find("error [unknown-type]: 'tAgs' is not a type of the model") !=
        std::string::npos);
  CHECK(unknown.find("did you mean 'tAge'?") != std::string::npos);
}

TEST_CASE("types that unfold without end are read in no time") {
  std::string types = R"(<itemDefinition name="t0"><typeRef>number</typeRef></itemDefinition>)";
  for (int i = 1; i <= 40; ++i) {
    const std::string inner = "t" + std::to_string(i - 1);
    types += "<itemDefinition name=\"t" + std::to_string(i) +
             "\"><itemComponent name=\"a\"><typeRef>" + inner +
             "</typeRef></itemComponent><itemComponent name=\"b\"><typeRef>" + inner +
             "</typeRef></itemComponent></itemDefinition>";
  }

  CHECK(decide(*model_of(types + decision("d", "1")), "d").value == "1");
}

TEST_CASE("a decision without logic is null, with the reason") {
  const auto model = model_of(R"(<decision name="d" id="d"><variable name="d"/></decision>)");

  CHECK(decide(*model, "d").problems == "the decision 'd' has no logic");
}

}  // namespace guichet::dmn_test
