// Facts of every kind: lists, brackets, codes that count as others, versions of referentials.
#include <catch2/catch.hpp>

#include "rules/convention/report.hpp"
#include "tests/rules/convention/fixture.hpp"

namespace guichet::convention {

namespace {

using testing::Asked;
using testing::choose;
using testing::chosen;
using testing::Desk;
using testing::load;
using testing::referential;
using testing::turned_down;
using testing::would_open;

// A desk with INSEE's brackets, arrondissements and two vintages of a list of activities.
Desk city() {
  Desk desk;
  base::Diagnostics diagnostics;
  const auto fields = yaml::parse(base::make_source("fields.yaml", R"(guichet: fields/1
classes: {business: {keep: P5Y}}
fields:
  theme:   {of: need, type: choice, values: [eau/fuite, eau/facture, energie, autre]}
  commune: {of: case, type: code, in: communes, class: business}
  tranche: {of: firm, type: code, in: tranches, class: business}
  natures: {of: firm, type: list of text, class: business}
  ape:     {of: firm, type: code, in: naf, class: business}
)"),
                                  diagnostics);
  std::map<std::string, std::shared_ptr<const vocabulary::Referential>> lists;
  lists["communes"] = referential("communes",
                                  "code;dep;reg;pour\n13055;13;93;\n13201;13;93;13055\n"
                                  "13202;13;93;13055\n13117;13;93;\n83137;83;93;\n75056;75;11;\n",
                                  {{"dep", "dep"}, {"reg", "reg"}}, "2026");
  lists["tranches"] = referential(
      "tranches", "code;min;max\nNN;0;0\n03;6;9\n11;10;19\n12;20;49\n53;10000;\nNR;;\n", {}, "");
  lists["naf"] =
      referential("naf", "code;section\n10.71C;C\n62.01Z;J\n", {{"section", "section"}}, "rev2");
  lists["naf-2025"] = referential("naf-2025", "code;section\n10.71G;C\n62.10Y;K\n",
                                  {{"section", "section"}}, "2025");
  desk.vocabulary = vocabulary::load_vocabulary(*fields, lists, diagnostics);
  if (!desk.vocabulary)
    throw std::runtime_error(base::render_text(diagnostics, base::Language::en));
  return desk;
}

testing::Loaded of_city(const std::string& text) {
  auto made = load(city(), "guichet: convention/1\nid: c\n" + text);
  INFO(made.text());
  REQUIRE(made.convention);
  return made;
}

std::string of(const testing::Loaded& c, const std::string& kase, const std::string& firm = "{}",
               const std::string& theme = "\"energie\"") {
  return chosen(choose(c, {.theme = theme, .kase = kase, .firm = firm}));
}

}  // namespace

TEST_CASE("a bracket's code stands for its ends, and passes where it lies wholly within") {
  const auto c =
      of_city(R"(facts: {theme: theme, effectif: {expr: firm.tranche, brackets: tranches}}
missing: {effectif: no-match}
partners:
  cma-46: {scope: [{effectif: '< 11'}]}
  cci-46: {scope: [{effectif: '>= 11'}]}
  bge: {scope: [{effectif: {not: '[0..20)'}}]}
)");
  const auto for_bracket = [&](const std::string& code) {
    return of(c, "{}", "{tranche: \"" + code + "\"}");
  };
  CHECK(for_bracket("NN") == "cma-46");
  CHECK(for_bracket("03") == "cma-46");
  CHECK(for_bracket("11") == "");  // the hole: both refuse the bracket 10 to 19
  CHECK(for_bracket("12") == "cci-46 bge");
  CHECK(for_bracket("53") == "cci-46 bge");
  CHECK(for_bracket("NR") == "");  // listed, and unknown
  CHECK(would_open(choose(c, {.theme = "\"energie\"", .firm = "{tranche: \"NR\"}"})) ==
        "tranche: cma-46 cci-46 bge");
  const Choice unheard = choose(c, {.theme = "\"energie\"", .firm = "{tranche: \"99\"}"});
  REQUIRE(unheard.problems.size() == 1);
  CHECK(unheard.problems[0].what.key() == "unknown-bracket");
  CHECK(unheard.chosen.empty());
}

TEST_CASE("a list passes `in` by one of its items, and `not` only by all of them") {
  const auto c = of_city(R"(facts: {theme: theme, nature: firm.natures}
missing: {nature: match}
partners:
  cma-46: {scope: [{natures: [ARTISANALE, INDEPENDANTE]}]}
  cci-46: {scope: [{nature: {in: [COMMERCIALE, ARTISANALE], not: [AGRICOLE]}}]}
  bge: {scope: [{nature: {not: [COMMERCIALE], missing: no-match}}], filters: [{nature: [ARTISANALE]}]}
)");
  const auto for_natures = [&](const std::string& list) {
    return of(c, "{}", "{natures: " + list + "}");
  };
  CHECK(for_natures(R"(["ARTISANALE"])") == "cma-46 cci-46 bge");
  CHECK(for_natures(R"(["COMMERCIALE", "INDEPENDANTE"])") == "cma-46 cci-46");
  CHECK(for_natures(R"(["COMMERCIALE", "AGRICOLE"])") == "");
  CHECK(for_natures(R"(["LIBERALE", "ARTISANALE"])") == "cma-46 cci-46 bge");
  CHECK(for_natures("[]") == "cma-46 cci-46");
  CHECK(for_natures("null") == "cma-46 cci-46");
  CHECK(turned_down(choose(c, {.theme = "\"energie\"",
                               .firm = R"({natures: ["COMMERCIALE", "AGRICOLE"]})"}))
            .starts_with("cma-46: nature COMMERCIALE, AGRICOLE / ARTISANALE, INDEPENDANTE; "
                         "cci-46: nature COMMERCIALE, AGRICOLE / COMMERCIALE, ARTISANALE, "
                         "not(AGRICOLE); bge: nature"));
}

TEST_CASE("an arrondissement counts as its commune, in cases and in clauses") {
  const auto c = of_city(R"(facts: {theme: theme, zone: {expr: case.commune, as: pour}}
missing: {zone: no-match}
partners:
  cma-46: {scope: [{zones: ["13055"]}]}
  cci-46: {scope: [{zones: {in: ["dep:13"], not: ["code:13202"]}}]}
  bge: {scope: [{zones: ["reg:93"]}]}
)");
  CHECK(of(c, R"({commune: "13201"})") == "cma-46 bge");
  CHECK(of(c, R"({commune: "13055"})") == "cma-46 bge");
  CHECK(of(c, R"({commune: "13117"})") == "cci-46 bge");
}

TEST_CASE("branches of themes, derived facts and tests of other facts") {
  const auto c = of_city(R"(facts:
  theme: theme
  petite: {expr: firm.effectif < 10, title: petite entreprise}
  age: {expr: 'years and months duration(firm.creee_le, date("2009-02-04"))'}
  effectif: firm.effectif
missing: {petite: no-match, age: no-match, effectif: no-match}
partners:
  cma-46: {scope: [{themes: {in: [eau/**], not: [eau/facture]}, petite: "true"}]}
  cci-46: {scope: [{themes: ["**"], age: '>= @"P3Y"'}]}
  bge: {scope: [{effectif: '> case.seuil'}]}
)");
  const std::string old = "{effectif: 4, creee_le: date(\"2006-02-04\")}";
  CHECK(of(c, "{seuil: 3}", old, "\"eau/fuite\"") == "cma-46 cci-46 bge");
  CHECK(of(c, "{seuil: 4}", old, "\"eau/facture\"") == "cci-46");
  const std::string young = "{effectif: 12, creee_le: date(\"2006-02-05\")}";
  CHECK(of(c, "{seuil: 3}", young, "\"eau/fuite\"") == "bge");
  // What is derived of one field is missing where that field is.
  CHECK(would_open(choose(c, {.theme = "\"eau/fuite\"", .kase = "{seuil: 3}"})) ==
        "creee_le: cci-46");
}

TEST_CASE("referentials are pinned by name and version") {
  const auto load_city = [](const std::string& pins) {
    return load(city(), "guichet: convention/1\nid: c\nreferentials: " + pins +
                            "\nfacts: {theme: theme, naf: firm.ape, zone: case.commune}\n"
                            "partners: {cma-46: {scope: [{naf: [K]}]}}\n");
  };
  CHECK(load_city("{naf: naf-2025}").text() == "");
  CHECK(load_city("{naf: naf-2025@2025, communes: 2026}").text() == "");
  CHECK(load_city("{naf: rev2}").codes() == "unknown-value");  // section K is the other's
  CHECK_THAT(load_city("{naf: naf-2025@2026}").text(),
             Catch::Contains("[referential-version]") && Catch::Contains("the desk has 2025"));
  CHECK_THAT(load_city("{naf: nat}").text(), Catch::Contains("[referential-version]") &&
                                                 Catch::Contains("written for version nat"));
  CHECK_THAT(load_city("{cog: 2026}").text(), Catch::Contains("[unknown-referential]"));
}

TEST_CASE("two versions of a convention follow each other, each with its own list") {
  const auto version = [](const std::string& valid, const std::string& rest) {
    return load(city(), "guichet: convention/1\nid: c\nvalid: " + valid + "\n" + rest).convention;
  };
  const std::string partners =
      "missing: {naf: no-match}\npartners: {cma-46: {scope: [{naf: [C]}]}}\n";
  const auto before =
      version("{to: 2027-01-01}", "facts: {theme: theme, naf: firm.ape}\n" + partners);
  const auto after = version("{from: 2027-01-01}",
                             "referentials: {naf: naf-2025}\n"
                             "facts: {theme: theme, naf: firm.ape}\n" +
                                 partners);
  REQUIRE((before && after));
  testing::Loaded both;
  both.convention = joined(before, after);
  REQUIRE(both.convention);
  const auto on = [&](const char* day, const char* code) {
    return chosen(choose(both, {.theme = "\"energie\"",
                                .firm = std::string("{ape: \"") + code + "\"}",
                                .today = *base::parse_day(day)}));
  };
  CHECK(on("2026-12-31", "10.71C") == "cma-46");
  CHECK(on("2026-12-31", "10.71G") == "");
  CHECK(on("2027-01-01", "10.71G") == "cma-46");
  CHECK(joined(before, version("{from: 2026-12-31}",
                               "facts: {theme: theme, naf: firm.ape}\n" + partners)) == nullptr);
}

TEST_CASE("the end of a convention is seen sixty days before") {
  const auto c = of_city(
      "valid: {to: 2011-01-01}\nfacts: {theme: theme}\n"
      "partners: {cma-46: {scope: [{}]}}\n");
  const auto codes = [&](const char* day) {
    base::Diagnostics diagnostics;
    warn_of_renewal(*c.convention, *base::parse_day(day), diagnostics);
    CHECK_FALSE(diagnostics.has_errors());
    return diagnostics.empty() ? "" : std::string(diagnostics.list().front().code());
  };
  CHECK(codes("2010-11-01") == "");
  CHECK(codes("2010-11-02") == "convention-ends-soon");
  CHECK(codes("2010-12-31") == "convention-ends-soon");
  CHECK(codes("2011-01-01") == "convention-has-ended");
}

TEST_CASE("facts that cannot be are refused") {
  const auto codes = [](const std::string& facts) {
    return load(city(), "guichet: convention/1\nid: c\nfacts: " + facts +
                            "\npartners: {cma-46: {scope: [{}]}}\n")
        .codes();
  };
  CHECK(codes("{theme: firm.natures}") == "theme-is-one");
  CHECK(codes("{theme: theme, e: {expr: firm.tranche, brackets: communes}}") == "no-brackets");
  CHECK(codes("{theme: theme, e: {expr: firm.tranche, brackets: trances}}") ==
        "unknown-referential");
  CHECK(codes("{theme: theme, zone: {expr: case.commune, as: por}}") == "unknown-column");
  CHECK(codes("{theme: theme, when: case.commune}") == "reserved-fact");
}

}  // namespace guichet::convention
