#include <catch2/catch.hpp>

#include "tests/engine/yaml/parsed.hpp"

using namespace guichet;

namespace {

// "line:column" of the first occurrence of `word` in the scalar's text.
std::string place_of(const Parsed& parsed, const yaml::Node& node, std::string_view word) {
  const std::size_t at = node.text().find(word);
  REQUIRE(at != std::string::npos);
  const base::Place place = parsed.source->place_of(node.located().at(at).offset);
  return std::to_string(place.line) + ":" + std::to_string(place.column);
}

// What stands in the source under each byte of the scalar.
std::string under(const Parsed& parsed, const yaml::Node& node) {
  std::string out;
  for (std::size_t i = 0; i < node.text().size(); ++i) {
    out += parsed.source->text()[node.located().at(i).offset];
  }
  return out;
}

std::string extent(const Parsed& parsed, const yaml::Node& node) {
  return parsed.source->text().substr(node.location().offset, node.location().length);
}

}  // namespace

TEST_CASE("columns count code points, not bytes") {
  const Parsed parsed("été: {commune: Figeac}\n");

  const yaml::Node& commune = *parsed.root->find("été")->find("commune");
  CHECK(place_of(parsed, commune, "Figeac") == "1:16");
}

TEST_CASE("places hold behind a byte order mark") {
  const Parsed parsed(
      "\xEF\xBB\xBF"
      "a: é\nb: x = y\n");

  CHECK(place_of(parsed, *parsed.root->find("b"), "y") == "2:8");
  CHECK(under(parsed, *parsed.root->find("a")) == "é");
}

TEST_CASE("a plain text over several lines knows each word's line") {
  const Parsed parsed("when: = a\n  and b\n\n  or c  # remark\nnext: 1\n");

  const yaml::Node& when = *parsed.root->find("when");
  CHECK(when.text() == "= a and b\nor c");
  CHECK(place_of(parsed, when, "a") == "1:9");
  CHECK(place_of(parsed, when, "b") == "2:7");
  CHECK(place_of(parsed, when, "c") == "4:6");
  CHECK(extent(parsed, when) == "= a\n  and b\n\n  or c");
}

TEST_CASE("single quotes: doubled ones and folded lines keep their places") {
  const Parsed parsed("a: 'l''été  et\n  l''hiver\n\n  fin'\n");

  const yaml::Node& a = *parsed.root->find("a");
  CHECK(a.text() == "l'été  et l'hiver\nfin");
  CHECK(place_of(parsed, a, "été") == "1:8");
  CHECK(place_of(parsed, a, "hiver") == "2:6");
  CHECK(place_of(parsed, a, "fin") == "4:3");
  CHECK(extent(parsed, a).starts_with("'l''été"));
  CHECK(extent(parsed, a).ends_with("fin'"));
}

TEST_CASE("double quotes: escapes and escaped line ends keep their places") {
  const Parsed parsed("a: \"x\\ty \\u00e9 z\\\n    w \\\"q\\\"\n  v \\\\ u\\x41\\U0001F600!\"\n");

  const yaml::Node& a = *parsed.root->find("a");
  CHECK(a.text() == "x\ty é zw \"q\" v \\ uA😀!");
  CHECK(place_of(parsed, a, "y") == "1:8");
  CHECK(place_of(parsed, a, "é") == "1:10");
  CHECK(place_of(parsed, a, "z") == "1:17");
  CHECK(place_of(parsed, a, "w") == "2:5");
  CHECK(place_of(parsed, a, "q") == "2:9");
  CHECK(place_of(parsed, a, "v") == "3:3");
  CHECK(place_of(parsed, a, "u") == "3:8");
  CHECK(place_of(parsed, a, "!") == "3:23");
}

TEST_CASE("a literal block knows its lines without their indentation") {
  const Parsed parsed("rules: |  # grid\n  id | size\n\n    r1 | [0..20)\n  r2 | é > x\nend: 1\n");

  const yaml::Node& rules = *parsed.root->find("rules");
  CHECK(rules.text() == "id | size\n\n  r1 | [0..20)\nr2 | é > x\n");
  CHECK(place_of(parsed, rules, "id") == "2:3");
  CHECK(place_of(parsed, rules, "r1") == "4:5");
  CHECK(place_of(parsed, rules, "x") == "5:12");
  CHECK(under(parsed, rules) == rules.text());
}

TEST_CASE("literal blocks: explicit indentation, strip and keep") {
  const Parsed parsed("a: |2\n    x\n  y\nb: |-\n\n  z\n\nc: |+\n  w\n\nd:\n- |\n v\n");

  CHECK(parsed.root->find("a")->text() == "  x\ny\n");
  CHECK(place_of(parsed, *parsed.root->find("a"), "x") == "2:5");
  CHECK(place_of(parsed, *parsed.root->find("a"), "y") == "3:3");
  CHECK(parsed.root->find("b")->text() == "\nz");
  CHECK(place_of(parsed, *parsed.root->find("b"), "z") == "6:3");
  CHECK(parsed.root->find("c")->text() == "w\n\n");
  CHECK(place_of(parsed, parsed.root->find("d")->items()[0], "v") == "13:2");
}

TEST_CASE("a folded block knows its words, folded or not") {
  const Parsed parsed(
      "when: >\n  a and\n  b\n\n  or c\n    more\n    less\n  end\nafter: >-\n  x\n  y\n");

  const yaml::Node& when = *parsed.root->find("when");
  CHECK(when.text() == "a and b\nor c\n  more\n  less\nend\n");
  CHECK(place_of(parsed, when, "b") == "3:3");
  CHECK(place_of(parsed, when, "c") == "5:6");
  CHECK(place_of(parsed, when, "less") == "7:5");
  CHECK(place_of(parsed, when, "end") == "8:3");
  CHECK(parsed.root->find("after")->text() == "x y");
  CHECK(place_of(parsed, *parsed.root->find("after"), "y") == "11:3");
}

TEST_CASE("CRLF files keep the places in every style") {
  const Parsed parsed(
      "p: a\r\n  b\r\nl: |\r\n  c\r\n  d\r\nf: >\r\n  e\r\n  g\r\nq: \"h\r\n  i\"\r\n");

  CHECK(parsed.diagnostics.empty());
  CHECK(parsed.root->find("p")->text() == "a b");
  CHECK(parsed.root->find("q")->text() == "h i");
  CHECK(place_of(parsed, *parsed.root->find("p"), "b") == "2:3");
  CHECK(place_of(parsed, *parsed.root->find("l"), "d") == "5:3");
  CHECK(place_of(parsed, *parsed.root->find("f"), "g") == "8:3");
  CHECK(place_of(parsed, *parsed.root->find("q"), "i") == "10:3");
}

TEST_CASE("keys, empty values and collections have places") {
  const Parsed parsed("a:\n  - b\nc: {d: }\ne:\n");

  const auto entries = parsed.root->entries();
  const auto begins = [&](const yaml::Node& node) {
    const base::Place place = parsed.source->place_of(node.location().offset);
    return std::to_string(place.line) + ":" + std::to_string(place.column);
  };
  CHECK(extent(parsed, entries[0].key) == "a");
  CHECK(begins(entries[0].value) == "2:3");
  CHECK(begins(entries[1].value) == "3:4");
  CHECK(begins(*entries[1].value.find("d")) == "3:8");
  CHECK(begins(entries[2].value) == "4:3");
}

TEST_CASE("an anchor or a tag is no part of the text behind it") {
  const Parsed parsed("a: &x !!str word\n");

  CHECK(extent(parsed, *parsed.root->find("a")) == "word");
  CHECK(place_of(parsed, *parsed.root->find("a"), "word") == "1:13");
}
