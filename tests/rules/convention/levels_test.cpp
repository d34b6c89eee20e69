// Institutions, filters by level, defaults: the national service's own acceptance vectors.
#include <catch2/catch.hpp>

#include "rules/convention/report.hpp"
#include "tests/rules/convention/fixture.hpp"

namespace guichet::convention {

namespace {

using testing::choose;
using testing::chosen;
using testing::Desk;
using testing::load;
using testing::turned_down;
using testing::would_open;

const std::string kLevelsHead = R"(guichet: convention/1
id: c
facts:
  theme: theme
  zone: case.commune
  naf: {expr: case.ape, type: string}
  effectif: firm.effectif
  age: {expr: firm.age, type: years and months duration, title: ancienneté}
  forme: {expr: firm.forme, type: string}
missing: {theme: error, zone: no-match, naf: no-match, effectif: no-match, age: no-match, forme: no-match}
)";

testing::Loaded levels_with(const std::string& rest) {
  auto made = load(Desk(), kLevelsHead + rest);
  INFO(made.text());
  REQUIRE(made.convention);
  return made;
}

std::string years(int count) {
  return "{age: duration(\"P" + std::to_string(count) + "Y\")}";
}

}  // namespace

TEST_CASE("every filter of the partner and of all levels above must pass") {
  const std::string levels = R"(institutions:
  reseau: {filters: [{age: '>= @"P2Y"'}]}
  antenne: {part_of: reseau, filters: [{age: '>= @"P4Y"'}]}
partners:
  cma-46: {institution: antenne, filters: [{age: '>= @"P6Y"'}], scope: [{}]}
  cci-46: {institution: antenne, scope: [{}]}
  bge: {institution: reseau, scope: [{}], filters: [{age: '< @"P5Y"'}]}
)";
  const auto c = levels_with(levels);

  CHECK(chosen(choose(c, {.firm = years(1)})) == "");
  CHECK(chosen(choose(c, {.firm = years(2)})) == "bge");
  CHECK(chosen(choose(c, {.firm = years(3)})) == "bge");
  CHECK(chosen(choose(c, {.firm = years(4)})) == "cci-46 bge");
  CHECK(chosen(choose(c, {.firm = years(5)})) == "cci-46");
  CHECK(chosen(choose(c, {.firm = years(7)})) == "cma-46 cci-46");
  CHECK(chosen(choose(c, {.firm = "{age: null}"})) == "");
}

TEST_CASE("a failing criterion names the filter and the level that ask it") {
  const auto c = levels_with(R"(institutions:
  bpi: {title: Bpifrance}
  bpi-oc: {title: Bpifrance Occitanie, part_of: bpi, filters: [{age: '>= @"P3Y"'}]}
partners:
  cma-46: {institution: bpi-oc, filters: [{title: Taille, effectif: '> 10'}], scope: [{naf: {in: [C, F]}}]}
)");
  const Choice choice =
      choose(c, {.kase = "{ape: \"A\"}", .firm = "{effectif: 4, age: duration(\"P2Y\")}"});

  REQUIRE(choice.not_chosen.size() == 1);
  CHECK(
      sentence(choice.not_chosen[0], base::Language::fr) ==
      "cma-46 : naf : « A » au lieu de C, F ; effectif : « 4 » au lieu de > 10 (filtre « Taille » "
      "de cma-46) ; ancienneté : « P2Y » au lieu de >= @\"P3Y\" (filtre de Bpifrance Occitanie)");
  CHECK(
      to_json(*c.convention, choice, true, base::Language::fr)
          .find(
              R"("criterion":"age","value":"P2Y","wanted":">= @\"P3Y\"","level":"Bpifrance Occitanie")") !=
      std::string::npos);
}

TEST_CASE("a filter limited to themes leaves the others alone") {
  const auto c = levels_with(R"(partners:
  cma-46: {scope: [{}], filters: [{themes: [creation], effectif: '<= 10', naf: {not: ["9001Z"], missing: match}}]}
  cci-46: {scope: [{}], filters: [{themes: [creation], naf: {in: ["1101Z", "1102A"]}}]}
)");
  const auto of = [&](const std::string& theme, const std::string& naf, int headcount) {
    return chosen(choose(c, {.theme = '"' + theme + '"',
                             .kase = "{ape: " + naf + "}",
                             .firm = "{effectif: " + std::to_string(headcount) + "}"}));
  };

  CHECK(of("creation", "\"1102A\"", 3) == "cma-46 cci-46");
  CHECK(of("creation", "\"1102A\"", 12) == "cci-46");
  CHECK(of("creation", "\"9001Z\"", 3) == "");
  CHECK(of("creation", "\"2202A\"", 3) == "cma-46");
  CHECK(of("creation", "null", 3) == "cma-46");
  CHECK(of("transmission", "\"9001Z\"", 12) == "cma-46 cci-46");
  CHECK(of("transmission", "null", 12) == "cma-46 cci-46");
}

TEST_CASE("one of a filter's alternatives is enough") {
  const auto c = levels_with(R"(partners:
  cma-46:
    scope: [{}]
    filters:
      - any_of:
          - {effectif: '< 10', forme: {in: ["4160", "6533"]}}
          - {effectif: '>= 100'}
)");
  CHECK(chosen(choose(c, {.firm = "{effectif: 4, forme: \"6533\"}"})) == "cma-46");
  CHECK(chosen(choose(c, {.firm = "{effectif: 4, forme: \"1000\"}"})) == "");
  CHECK(chosen(choose(c, {.firm = "{effectif: 200, forme: \"1000\"}"})) == "cma-46");
  CHECK(chosen(choose(c, {.firm = "{effectif: 50, forme: \"6533\"}"})) == "");
  CHECK(c.convention->table().rule(1).id == "cma-46#2");
}

TEST_CASE("a partner's own territory replaces its branch's, and nothing else does") {
  const auto c = levels_with(R"(institutions:
  reseau: {defaults: {zones: {in: ["dep:12"]}, effectif: '< 50'}}
  antenne: {part_of: reseau, defaults: {zones: {in: ["dep:46"], missing: review}}}
partners:
  cma-46: {institution: antenne, scope: [{}]}
  cci-46: {institution: antenne, scope: [{zones: {in: ["12012"]}}]}
  bge: {institution: antenne, defaults: {zones: {in: ["46042"]}}, scope: [{}]}
)");
  const auto of = [&](const std::string& commune, int headcount = 3) {
    return chosen(choose(c, {.kase = "{commune: " + commune + "}",
                             .firm = "{effectif: " + std::to_string(headcount) + "}"}));
  };
  CHECK(of("\"46102\"") == "cma-46");
  CHECK(of("\"12012\"") == "cci-46");
  CHECK(of("\"46042\"") == "cma-46 bge");
  CHECK(of("\"46102\"", 60) == "");
  CHECK(of("null") == "");
  CHECK(choose(c, {.kase = "{commune: null}"}).review == std::vector<std::string>{"cma-46"});
  CHECK(turned_down(choose(c, {.kase = R"({commune: "46102"})", .firm = "{effectif: 60}"}))
            .starts_with("cma-46: effectif 60 / < 50"));
}

TEST_CASE("what an unknown fact does is said by the criterion, the filter, then the fact") {
  const auto c = levels_with(R"(partners:
  cma-46: {scope: [{}], filters: [{missing: match, effectif: '> 10'}]}
  cci-46: {scope: [{}], filters: [{missing: {effectif: review}, effectif: '> 10'}]}
  bge: {scope: [{effectif: {in: '> 10', missing: no-match}}], filters: [{missing: match, effectif: '< 50'}]}
)");
  const Choice choice = choose(c, {.firm = "{effectif: null}"});

  CHECK(chosen(choice) == "cma-46");
  CHECK(choice.review == std::vector<std::string>{"cci-46"});
  CHECK(would_open(choice) == "effectif: cci-46 bge");
}

TEST_CASE("an unknown fact whose word is error stops the choice only where it decides") {
  const std::string partners = R"(partners:
  cma-46: {scope: [{naf: {in: [C]}, effectif: {in: '> 10', missing: error}}]}
  cci-46: {scope: [{naf: {in: [C, A]}}]}
)";
  const auto c = levels_with(partners);

  const Choice stopped = choose(c, {.kase = "{ape: \"C\"}", .firm = "{effectif: null}"});
  CHECK(chosen(stopped) == "");
  REQUIRE(stopped.problems.size() == 1);
  CHECK(stopped.problems[0].input == "effectif");
  const Choice decided = choose(c, {.kase = "{ape: \"A\"}", .firm = "{effectif: null}"});
  CHECK(chosen(decided) == "cci-46");
  CHECK(decided.problems.empty());
  // What would decide about a partner that is not to be asked decides nothing.
  const Choice without = choose(c, {.kase = "{ape: \"C\"}",
                                    .firm = "{effectif: null}",
                                    .barred = {{"cma-46", Barred::Why::declined}}});
  CHECK(chosen(without) == "cci-46");
}

TEST_CASE("criteria that exclude each other are said at load") {
  const auto made =
      load(Desk(), kLevelsHead + R"(institutions: {reseau: {filters: [{effectif: '>= 20'}]}}
partners:
  cma-46: {institution: reseau, scope: [{effectif: '[0..20)'}]}
)");
  CHECK(made.codes() == "contradiction");  // one mistake, what follows from it as its hint
  CHECK(made.text().find("'cma-46' can never be chosen") != std::string::npos);
  CHECK(made.convention);
  // No answer could open such a row.
  CHECK(would_open(choose(made, {.firm = "{effectif: null}"})) == "");
}

TEST_CASE("mistakes in levels are refused where they stand") {
  const auto codes = [](const std::string& rest) {
    return load(Desk(), kLevelsHead + rest).codes();
  };
  const std::string partner = "partners: {cma-46: {institution: a, scope: [{}]}}\n";
  CHECK(codes("institutions: {b: {}}\n" + partner) == "unknown-institution");
  CHECK(codes("institutions: {a: {part_of: b}, b: {part_of: a}}\n" + partner) ==
        "institution-cycle");
  CHECK(codes("institutions: {a: {filters: [{}]}}\n" + partner) == "empty-filter");
  CHECK(codes("institutions: {a: {filters: [{title: x, any_of: []}]}}\n" + partner) ==
        "empty-filter no-alternative");
  CHECK(codes("institutions: {a: {filters: [{title: x, any_of: [{}]}]}}\n" + partner) ==
        "empty-filter");
  CHECK(codes("institutions: {a: {filters: [{efectif: '> 1'}]}}\n" + partner) == "unknown-key");
  CHECK(codes("institutions: {a: {defaults: {theme: creation}}}\n" + partner) ==
        "no-default-theme");
  CHECK(codes("institutions: {a: {filters: [{missing: perhaps, effectif: '> 1'}]}}\n" + partner) ==
        "unknown-word");
}

TEST_CASE("a partner or an institution that has left is not asked, and that is said") {
  const auto c = levels_with(R"(institutions:
  a: {}
  b: {part_of: a, valid: {to: 2009-01-01}}
partners:
  cma-46: {institution: b, scope: [{}]}
  cci-46: {institution: a, valid: {from: 2009-02-05}, scope: [{}]}
  bge: {institution: a, scope: [{}]}
)");
  const Choice choice = choose(c, {});
  CHECK(chosen(choice) == "bge");
  CHECK(turned_down(choice) ==
        "cma-46: outside-validity 2009-02-04 / [....2009-01-01); "
        "cci-46: outside-validity 2009-02-04 / [2009-02-05....)");
}

}  // namespace guichet::convention
