// One model in the words of each version of DMN.
#include <catch2/catch.hpp>

#include "described.hpp"
#include "rules/dmn/read.hpp"
#include "rules/dmn/versions.hpp"
#include "rules/dmn/write.hpp"

using namespace guichet;

namespace {

dmn::Definitions definitions_in(const std::string& text) {
  base::Diagnostics diagnostics;
  auto definitions = dmn::read_definitions(base::make_source("m.dmn", text), diagnostics);
  INFO(base::render_text(diagnostics, base::Language::en));
  REQUIRE(definitions);
  CHECK(diagnostics.empty());
  return std::move(*definitions);
}

void replace_all(std::string& text, const std::string& what, const std::string& by) {
  for (std::size_t at = text.find(what); at != std::string::npos;
       at = text.find(what, at + by.size()))
    text.replace(at, what.size(), by);
}

// MODEL and FEEL stand for the version's namespaces; names are qualified as 1.1 wants types to be.
constexpr const char* kModel = R"(<?xml version="1.0"?>
<d:definitions xmlns:d="MODEL" xmlns:f="FEEL" xmlns:me="urn:loans" xmlns:other="urn:rates"
    name="loans" id="loans" namespace="urn:loans" expressionLanguage="FEEL">
  <d:import namespace="urn:rates" importType="MODEL"NAMED/>
  <d:itemDefinition name="tAge"><d:typeRef>f:number</d:typeRef>
    <d:allowedValues><d:text>[0..150]</d:text></d:allowedValues></d:itemDefinition>
  <d:inputData id="age" name="Age"><d:variable name="Age" typeRef="me:tAge"/></d:inputData>
  <d:inputData id="rate" name="Rate"><d:variable name="Rate" typeRef="other:tRate"/></d:inputData>
  <d:decision id="old" name="Old">
    <d:variable name="Old" typeRef="f:boolean"/>
    <d:informationRequirement><d:requiredInput href="#age"/></d:informationRequirement>
    <d:literalExpression><d:text>Age >= 65</d:text></d:literalExpression>
  </d:decision>
</d:definitions>)";

std::string model_in(const dmn::DmnVersion& version) {
  std::string text = kModel;
  // 1.1 names no import: its elements go by the prefix of its namespace.
  replace_all(text, "NAMED", version.number == "1.1" ? "" : " name=\"other\"");
  replace_all(text, "MODEL", std::string(version.model));
  replace_all(text, "FEEL", std::string(version.feel));
  return text;
}

}  // namespace

TEST_CASE("all versions of one model are read alike") {
  for (const dmn::DmnVersion& version : dmn::kDmnVersions) {
    INFO(version.model);
    const dmn::Definitions made = definitions_in(model_in(version));
    CHECK(made.version == version.number);
    CHECK(made.expression_language.empty());
    CHECK(made.item_definitions[0].type_ref == "number");
    CHECK(made.inputs[0].variable.type_ref == "tAge");
    CHECK(made.inputs[1].variable.type_ref == "other.tRate");
    CHECK(made.imports[0].element.name == "other");
    CHECK(made.decisions[0].variable.type_ref == "boolean");
  }
}

TEST_CASE("each version is written in its own words, the first two in those of 1.3") {
  for (const dmn::DmnVersion& version : dmn::kDmnVersions) {
    INFO(version.model);
    const dmn::Definitions made = definitions_in(model_in(version));
    const std::string written = dmn::write_xml(made);
    const std::string number(std::max<std::string_view>(version.number, "1.3"));
    const dmn::Definitions again = definitions_in(written);
    CHECK(again.version == number);
    CHECK(again.imports[0].import_type == dmn::find_version(number)->model);
    CHECK(definitions_in(dmn::write_xml(made, "1.6")).version == "1.6");
  }
}

TEST_CASE("what came later is written in the version that has it") {
  dmn::Definitions made = definitions_in(model_in(*dmn::find_version("1.3")));
  CHECK(definitions_in(dmn::write_xml(made)).version == "1.3");
  made.item_definitions[0].type_constraint = dmn::UnaryTests{.text = {"> 3", base::Location{}}};
  CHECK(definitions_in(dmn::write_xml(made)).version == "1.5");
  made.item_definitions[0].type_constraint.reset();
  const auto literal = [] {
    auto made = std::make_unique<dmn::Expression>();
    made->form = dmn::LiteralExpression{.text = {"true", base::Location{}}};
    return made;
  };
  made.decisions[0].logic->form = dmn::Conditional{literal(), literal(), literal()};
  CHECK(definitions_in(dmn::write_xml(made)).version == "1.4");
}

TEST_CASE("a name with any character comes back") {
  dmn::Definitions made = definitions_in(model_in(*dmn::find_version("1.5")));
  made.decisions[0].element.name = "a <b> & \"c\"\t'd'\n\r é😀";
  made.decisions[0].element.description = " two\nlines\r\n]]> ";
  const dmn::Definitions again = definitions_in(dmn::write_xml(made));
  CHECK(again.decisions[0].element.name == made.decisions[0].element.name);
  CHECK(again.decisions[0].element.description == made.decisions[0].element.description);
}

TEST_CASE("decisions stand above what they require, each once in the diagram") {
  const std::string written = dmn::write_xml(definitions_in(model_in(*dmn::find_version("1.5"))));
  const auto y_of = [&](const std::string& id) {
    const std::size_t shape = written.find("dmnElementRef=\"" + id + "\"");
    REQUIRE(shape != std::string::npos);
    CHECK(written.find("dmnElementRef=\"" + id + "\"", shape + 1) == std::string::npos);
    const std::size_t y = written.find(" y=\"", shape) + 4;
    return std::stoi(written.substr(y));
  };
  CHECK(y_of("old") < y_of("age"));
  CHECK(y_of("rate") == y_of("age"));
  CHECK(written.find("dmnElementRef=\"requirement_1\"") != std::string::npos);
}
