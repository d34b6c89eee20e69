// Holes against brute force: on small domains every case can be chosen for.
#include <catch2/catch.hpp>

#include <fmt/format.h>

#include <random>
#include <set>

#include "rules/convention/prove.hpp"
#include "tests/rules/convention/fixture.hpp"

namespace guichet::convention {

namespace {

const std::vector<std::string> kThemes{"creation", "transmission", "formation", "autre"};
const std::vector<std::string> kCommunes{"46102", "46104", "46042", "12012"};

std::string random_convention(std::mt19937& random) {
  const auto pick = [&](std::size_t below) { return static_cast<std::size_t>(random() % below); };
  std::string yaml =
      "guichet: convention/1\nid: c\n"
      "facts: {theme: theme, zone: case.commune, effectif: firm.effectif}\npartners:\n";
  for (const char* partner : {"cma-46", "cci-46", "bge"}) {
    yaml += fmt::format("  {}:\n    scope:\n", partner);
    for (std::size_t i = 0; i <= pick(4); ++i) {
      yaml += "      - {themes: [" + kThemes[pick(4)] + ", " + kThemes[pick(4)] + "]";
      const std::string zones[] = {"[\"dep:46\"]", "[\"46102\", \"12012\"]", "{not: [\"46104\"]}",
                                   "[\"epci:200067361\"]"};
      if (pick(3) != 0) yaml += ", zones: " + zones[pick(4)];
      const std::size_t low = pick(4);
      if (pick(2) != 0) yaml += fmt::format(", effectif: \"[{}..{})\"", low, low + 1 + pick(4));
      yaml += "}\n";
    }
  }
  return yaml;
}

// Communes and sizes that some clause names, every theme: what a proof speaks of. The ends of the
// sizes are those of `[low..high)`; steps of a half meet every part between two of them.
std::set<std::string> holes_by_force(const testing::Loaded& made, const std::string& text) {
  std::set<std::string> holes;
  double least = 99, most = -1;
  for (std::size_t at = text.find("effectif: \"["); at != std::string::npos;
       at = text.find("effectif: \"[", at + 1)) {
    least = std::min(least, static_cast<double>(text[at + 12] - '0'));
    most = std::max(most, static_cast<double>(text[at + 15] - '0'));
  }
  if (most < 0) least = 0, most = 0.5;
  for (const std::string& theme : kThemes)
    for (const std::string& commune : kCommunes)
      for (double size = least; size < most; size += 0.5) {
        const Choice choice =
            testing::choose(made, {.theme = "\"" + theme + "\"",
                                   .kase = fmt::format("{{commune: \"{}\"}}", commune),
                                   .firm = fmt::format("{{effectif: {}}}", size)});
        if (choice.chosen.empty()) holes.insert(theme);
      }
  return holes;
}

}  // namespace

TEST_CASE("the themes with holes are those that brute force finds") {
  std::mt19937 random(20'260'302);
  int with_holes = 0;
  for (int i = 0; i < 300; ++i) {
    const std::string text = random_convention(random);
    const testing::Desk desk;
    const auto made = testing::load(desk, text);
    INFO(text << made.text());
    REQUIRE(made.convention);
    // Only where every commune is named do the two speak of the same cases.
    if (text.find("not:") == std::string::npos && text.find("dep:46") == std::string::npos)
      continue;
    if (text.find("12012") == std::string::npos && text.find("epci") == std::string::npos &&
        text.find("not:") == std::string::npos)
      continue;
    base::Diagnostics found;
    prove(*made.convention, desk.vocabulary.get(), found);
    std::set<std::string> proved;
    for (const auto& one : found.list()) {
      if (one.code() != "reaches-nobody") continue;
      REQUIRE(one.hint);
      const std::string said = one.what.in(base::Language::en);
      bool every = said.find("theme:") == std::string::npos;
      for (const std::string& theme : kThemes)
        if (every || said.find(theme) != std::string::npos) proved.insert(theme);
    }
    INFO(base::render_text(found, base::Language::en));
    CHECK(proved == holes_by_force(made, text));
    with_holes += proved.empty() ? 0 : 1;
  }
  CHECK(with_holes > 50);
}

}  // namespace guichet::convention
