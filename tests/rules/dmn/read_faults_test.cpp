// What is wrong with a file is said at its place; what is built to break a reader does not.
#include <catch2/catch.hpp>

#include "rules/dmn/read.hpp"
#include "rules/dmn/xml_text.hpp"
#include "tests/support/has.hpp"

using namespace guichet;
using tests::has;

namespace {

struct XmlRead {
  std::optional<dmn::Definitions> definitions;
  std::string said;
};

XmlRead read_xml(std::string text) {
  base::Diagnostics diagnostics;
  XmlRead made;
  made.definitions =
      dmn::read_definitions(base::make_source("m.dmn", std::move(text)), diagnostics);
  for (const base::Diagnostic& one : diagnostics.sorted())
    made.said += base::render_text(one, base::Language::en);
  return made;
}

std::string model(const std::string& content) {
  return "<definitions xmlns=\"https://www.omg.org/spec/DMN/20230324/MODEL/\" name=\"m\" "
         "namespace=\"urn:m\">\n" +
         content + "\n</definitions>\n";
}

std::string repeated(const std::string& text, std::size_t count) {
  std::string all;
  all.reserve(text.size() * count);
  for (std::size_t i = 0; i < count; ++i) all += text;
  return all;
}

}  // namespace

TEST_CASE("what is no XML is refused with its place") {
  CHECK(has(read_xml("").said, "m.dmn:1:1: error [xml-malformed]: the file contains no XML element"));
  CHECK(has(read_xml("{\"a\": 1}").said, "m.dmn:1:1: error [xml-malformed]: this is not XML"));
  CHECK(has(read_xml("guichet: decision-table/1\n").said, "this is not XML"));
  CHECK(has(
      read_xml(model("<decision name=\"a\"></decison>")).said,
      "m.dmn:2:22: error [xml-malformed]: this tag does not close 'decision', opened on line 2"));
  CHECK(has(read_xml("<a>\n <b>\n").said, "'b', opened on line 2, is never closed"));
  CHECK(has(read_xml("<a>fish & chips</a>").said, "m.dmn:1:10: error [xml-malformed]"));
  CHECK(has(read_xml("<a x=\"1\" x=\"2\"/>").said, "an attribute is there twice"));
  CHECK(has(read_xml("<a/><b/>").said, "there is content after the root element"));
  CHECK(has(read_xml("<a>&nbsp;</a>").said, "this entity does not exist"));
  CHECK(has(read_xml("<x:a/>").said, "prefix is not declared"));
  CHECK(has(read_xml("<a").said, "never closed by '>'"));
}

TEST_CASE("what is no DMN is refused, with what was expected") {
  CHECK(has(read_xml("<html/>").said, "m.dmn:1:2: error [not-dmn]: 'html' is not the root"));
  CHECK(has(read_xml("<definitions xmlns=\"http://www.omg.org/spec/BPMN/20100524/MODEL\"/>").said,
            "[not-dmn]"));
  CHECK(has(read_xml("<Definitions xmlns=\"http://www.omg.org/spec/DMN/20130901\"/>").said,
            "[unknown-dmn-version]"));
}

TEST_CASE("documents built to break a reader are refused quickly") {
  CHECK(has(read_xml(repeated("<a>", 50'000)).said, "[xml-too-deep]: more than 64 levels"));
  CHECK(has(read_xml(model(repeated("<context>", 50'000) + repeated("</context>", 50'000))).said,
            "[xml-too-deep]"));
  CHECK(has(read_xml("<a>" + repeated("<b/>", 500'001) + "</a>").said, "[xml-too-many-elements]"));
  CHECK(has(read_xml("<a x=\"" + std::string(15u << 20, 'x') + "\"/>").said, "[xml-text-too-long]"));
  CHECK(has(read_xml("<a>" + std::string(15u << 20, 'x') + "</a>").said, "[xml-text-too-long]"));
  CHECK(has(read_xml("<a x=\"" + std::string(16u << 20, 'x') + "\"/>").said, "[xml-too-large]"));
  std::string laughs = "<!DOCTYPE lolz [\n<!ENTITY a0 \"lol\">\n";
  for (int i = 1; i < 10; ++i)
    laughs += "<!ENTITY a" + std::to_string(i) + " \"" +
              repeated("&a" + std::to_string(i - 1) + ";", 10) + "\">\n";
  CHECK(has(read_xml(laughs + "]>\n<lolz>&a9;</lolz>").said, "m.dmn:1:1: error [xml-doctype]"));
  CHECK(has(read_xml("<!DOCTYPE d SYSTEM \"file:///etc/passwd\"><d/>").said, "[xml-doctype]"));
  CHECK(has(read_xml(std::string("<a>\0</a>", 8)).said, "m.dmn:1:4: error [xml-malformed]"));
  CHECK(has(read_xml(std::string("\0\0\0\0", 4)).said, "[xml-malformed]"));
}

TEST_CASE("bytes that are no text are refused, known encodings are read") {
  const auto decoded = [](std::string_view bytes) { return dmn::xml::decode("m.dmn", bytes); };
  const auto refused = [&](std::string_view bytes) {
    const auto result = decoded(bytes);
    REQUIRE_FALSE(result);
    return result.error().what.in(base::Language::en);
  };
  CHECK(refused("<a>caf\xC3") == "byte 7 is not UTF-8 text");
  CHECK(refused("<a>\xED\xA0\x80</a>") == "byte 4 is not UTF-8 text");
  CHECK(refused(std::string_view("\xFE\xFF\0<\xD8\0", 6)) == "byte 3 is not UTF-16 text");
  CHECK(has(refused("<?xml version='1.0' encoding='EBCDIC'?><a/>"), "'ebcdic'"));
  CHECK(decoded("\xEF\xBB\xBF<a/>").value()->text() == "<a/>");
  CHECK(decoded("<?xml version='1.0' encoding='ISO-8859-1'?><a>\xE9</a>").value()->text() ==
        "<?xml version='1.0' encoding='ISO-8859-1'?><a>é</a>");
  CHECK(has(decoded("<?xml version='1.0' encoding='windows-1252'?><a>\x80</a>").value()->text(),
            "€"));
  const std::string ascii = model("<inputData name=\"A\"/>");
  for (const bool big : {false, true}) {
    std::string wide = big ? "\xFE\xFF" : "\xFF\xFE";
    for (const char c : ascii) {
      if (big) wide += '\0';
      wide += c;
      if (!big) wide += '\0';
    }
    base::Diagnostics diagnostics;
    CHECK(dmn::read_definitions(decoded(wide).value(), diagnostics));
  }
}

TEST_CASE("what DMN does not know is a warning with a suggestion") {
  const XmlRead typo = read_xml(model("<decision name=\"a\" lable=\"x\"><literalExpresion/></decision>"));
  REQUIRE(typo.definitions);
  CHECK(has(typo.said, "m.dmn:2:27: warning [unknown-attribute]: DMN knows no attribute 'lable'"));
  CHECK(has(typo.said, "did you mean 'label'?"));
  CHECK(has(typo.said, "m.dmn:2:31: warning [unknown-element]"));
  const XmlRead foreign =
      read_xml(model("<decision name=\"a\" xmlns:t=\"urn:t\" t:x=\"1\"><extensionElements>"
                 "<t:y/></extensionElements><t:z/></decision>"));
  CHECK(foreign.definitions);
  CHECK(foreign.said.empty());
}

TEST_CASE("what is missing, or there twice, is an error") {
  CHECK(has(read_xml(model("<decision/>")).said,
            "m.dmn:2:2: error [missing-attribute]: 'decision' has no attribute 'name'"));
  CHECK(has(read_xml(model("<decision name=\"\"/>")).said, "[empty-name]"));
  CHECK(has(read_xml(model("<decision name=\"a\"><decisionTable/></decision>")).said,
            "[missing-element]: 'decisionTable' has no 'output'"));
  CHECK(has(read_xml(model("<inputData id=\"x\" name=\"a\"/>\n<inputData id=\"x\" name=\"b\"/>")).said,
            "m.dmn:3:16: error [duplicate-id]: the id 'x' is there twice"));
  CHECK(has(read_xml(model("<inputData name=\"a\"/><decision name=\"a\"/>")).said,
            "[duplicate-name]: the name 'a' is there twice"));
  CHECK(has(read_xml(model("<decision name=\"a\"><literalExpression/><context/></decision>")).said,
            "[duplicate-element]"));
  CHECK(has(read_xml(model("<decision name=\"a\"><decisionTable hitPolicy=\"FRIST\"><output/>"
                       "</decisionTable></decision>"))
                .said,
            "[wrong-value]: 'FRIST' may not stand for hitPolicy"));
  CHECK(
      has(read_xml(model("<decision name=\"a\"><decisionTable><output/><rule><inputEntry><text>-</text>"
                     "</inputEntry><outputEntry/></rule></decisionTable></decision>"))
              .said,
          "[entry-count]: the rule has 1 'inputEntry' for 0 columns"));
}

TEST_CASE("a reference leads to something of the right kind") {
  const auto requiring = [](const std::string& href) {
    return read_xml(model("<inputData id=\"age\" name=\"Age\"/>\n<decision name=\"a\">"
                      "<informationRequirement><requiredInput href=\"" +
                      href +
                      "\"/></informationRequirement></decision>\n<decision id=\"b\" "
                      "name=\"b\"/>"))
        .said;
  };
  CHECK(requiring("#age").empty());
  CHECK(requiring("urn:m#age").empty());
  CHECK(has(requiring("#agee"), "[unknown-reference]: '#agee' leads to no element"));
  CHECK(has(requiring("#agee"), "did you mean 'age'?"));
  CHECK(has(requiring("#b"), "[wrong-reference]"));
  CHECK(has(requiring("age"), "a reference is written '#id'"));
  CHECK(has(requiring("urn:other#age"), "[unknown-import]"));
}

TEST_CASE("a text knows where each of its bytes stood") {
  const XmlRead made =
      read_xml(model("<decision name=\"a\"><literalExpression><text>a &lt; b\r\n"
                 "+ <![CDATA[c]]>&#x2F;d</text></literalExpression></decision>"));
  REQUIRE(made.definitions);
  const auto& text =
      std::get<dmn::LiteralExpression>(made.definitions->decisions[0].logic->form).text;
  REQUIRE(text.text() == "a < b\n+ c/d");
  const auto column = [&](std::size_t offset) {
    return text.source()->place_of(text.at(offset).offset);
  };
  CHECK(column(0).column == 45);
  CHECK(column(2).column == 47);  // &lt;
  CHECK(column(4).column == 52);
  CHECK(column(6).line == 3);
  CHECK(column(8).column == 12);  // in CDATA
  CHECK(column(9).column == 16);  // &#x2F;
  CHECK(column(10).column == 22);
}
