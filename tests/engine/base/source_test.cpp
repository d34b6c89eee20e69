#include <catch2/catch.hpp>

#include "engine/base/source.hpp"

using namespace guichet::base;

TEST_CASE("a place counts lines from 1 and columns in code points") {
  const auto source = make_source("a.yaml", "é: 1\nété: deux\n");

  const Place place = source->place_of(static_cast<std::uint32_t>(source->text().find("deux")));

  CHECK(place.line == 2);
  CHECK(place.column == 6);
  CHECK(source->line(2) == "été: deux");
  CHECK(source->line(9).empty());
}

TEST_CASE("a piece of text knows where each of its bytes stood") {
  const auto source = make_source("a.yaml", "x: |\n  one\n  two\n");
  const LocatedText text("one\ntwo\n", source, {{0, 7}, {4, 13}});

  CHECK(source->place_of(text.at(4).offset).line == 3);
  CHECK(source->place_of(text.at(4).offset).column == 3);
  CHECK(text.sub(5, 2).text() == "wo");
  CHECK(source->place_of(text.sub(5, 2).at(1).offset).column == 5);
  CHECK(LocatedText("  a b ", Location{source, 0, 6}).trimmed().text() == "a b");
}
