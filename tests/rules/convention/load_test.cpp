#include <catch2/catch.hpp>

#include "tests/rules/convention/fixture.hpp"

namespace guichet::convention {

namespace {

using testing::Desk;
using testing::load;

const std::string kConvention = R"yaml(guichet: convention/1
id: convention-cadre
title: Convention cadre
valid: {from: 2008-01-01, to: 2011-01-01}
facts: {theme: theme, zone: case.commune, naf: case.naf, effectif: firm.effectif}
missing: {theme: error, zone: review, naf: match, effectif: no-match}
articles:
  art-4: {title: Création, themes: [creation], select: all, answer_within: 20bd, first_contact_within: 10bd, walls: closed}
  art-5: {title: Transmission, themes: [transmission], select: first-2, walls: open}
prefer: [member, most specific, least loaded, fair turn]
partners:
  cma-46:
    status: member
    scope:
      - {article: art-4, naf: {in: [C, F]}, zones: {in: ["epci:200067361"], not: ["46104"]}, effectif: "[0..20)"}
      - {article: art-4, zones: {in: ["dep:12"]}}
      - {article: art-5}
    quota: {max: 10, per: month, on_full: next}
  bge:
    status: associate
    scope:
      - {article: art-5, when: 'case.stade = "projet"'}
    quota: [{id: mois, max: 2, per: month, on_full: next}, {max: 5, per: open, on_full: next}]
fallback: [{id: personne, queue: coordination, within: 2bd}]
)yaml";

// The convention with one piece of text replaced; the diagnostics' codes.
std::string codes_with(const std::string& from, const std::string& to) {
  std::string text = kConvention;
  const std::size_t at = text.find(from);
  REQUIRE(at != std::string::npos);
  return load(Desk(), text.replace(at, from.size(), to)).codes();
}
std::string text_with(const std::string& from, const std::string& to) {
  std::string text = kConvention;
  return load(Desk(), text.replace(text.find(from), from.size(), to)).text();
}

}  // namespace

TEST_CASE("a convention is read whole") {
  const auto loaded = load(Desk(), kConvention);

  REQUIRE(loaded.text() == "");
  const Convention& convention = *loaded.convention;
  CHECK(convention.id() == "convention-cadre");
  CHECK(convention.valid().covers(*base::parse_day("2010-12-31")));
  CHECK_FALSE(convention.valid().covers(*base::parse_day("2011-01-01")));

  const Article& article = *convention.article("art-4");
  CHECK(article.title == "Création");
  CHECK(base::to_text(*article.answer_within) == "20bd");
  CHECK(base::to_text(*article.first_contact_within) == "10bd");
  CHECK(article.walls == Walls::closed);
  CHECK(convention.article("art-5")->select == Select::first_n);
  CHECK(convention.article("art-5")->most == 2);
  CHECK(convention.article("art-5")->walls == Walls::open);

  CHECK(convention.facts()[1].field == "commune");
  CHECK(convention.facts()[1].referential == "communes");
  CHECK(convention.facts()[1].missing == WhenMissing::review);
  CHECK(convention.partner("bge")->standing == Standing::associate);
  CHECK(convention.quota("bge", "mois")->on_full == OnFull::next);
  CHECK(convention.quota("bge", "open")->max == 5);
  CHECK(convention.fallback()[0].queue == "coordination");
  CHECK(convention.partner("nobody") == nullptr);
}

TEST_CASE("clauses become rules of one collecting table with readable ids") {
  const auto loaded = load(Desk(), kConvention);
  const tables::DecisionTable& table = loaded.convention->table();

  CHECK(table.hit() == tables::HitPolicy::collect);
  std::vector<std::string> ids;
  for (const tables::Rule& rule : table.rules()) ids.push_back(rule.id);
  CHECK(ids ==
        std::vector<std::string>{"cma-46/art-4", "cma-46/art-4/2", "cma-46/art-5", "bge/art-5"});
  // Hierarchies are expanded: two communes of the EPCI are left once one is taken away.
  CHECK(table.rule(0).cells[1].set.points.size() == 2);
  CHECK(table.rule(0).cells[1].text == "epci:200067361, not(46104)");
  CHECK(table.rule(0).cells[2].set.points.size() == 2);
  CHECK(loaded.convention->clauses()[0].specificity == 3);
}

TEST_CASE("every unknown name is refused where it stands, with a hint") {
  CHECK(codes_with("naf: {in: [C, F]}", "naf: {in: [CC, F]}") == "unknown-value");
  CHECK_THAT(text_with("not: [\"46104\"]", "not: [\"46105\"]"),
             Catch::Contains("did you mean '46104'?") || Catch::Contains("did you mean '46102'?"));
  CHECK(codes_with("zones: {in: [\"dep:12\"]}", "zones: dep:13") == "unknown-value");
  CHECK(codes_with("zones: {in: [\"dep:12\"]}", "zones: dep:12") == "");
  CHECK(codes_with("themes: [creation]", "themes: [creaton]") == "unknown-value");
  CHECK_THAT(text_with("themes: [creation]", "themes: [creaton]"),
             Catch::Contains("did you mean 'creation'?"));
  CHECK_THAT(text_with("{article: art-5}", "{article: art5}"),
             Catch::Contains("[unknown-article]") && Catch::Contains("did you mean 'art-5'?"));
  CHECK_THAT(text_with("  cma-46:", "  cma-64:"),
             Catch::Contains("[unknown-partner]") && Catch::Contains("did you mean 'cma-46'?"));
  CHECK_THAT(text_with("queue: coordination", "queue: cordination"),
             Catch::Contains("[unknown-queue]") && Catch::Contains("'coordination'?"));
  CHECK_THAT(text_with("missing: {theme", "missing: {them"),
             Catch::Contains("[unknown-fact]") && Catch::Contains("did you mean 'theme'?"));
  CHECK_THAT(text_with("case.commune", "kase.commune"), Catch::Contains("c.yaml:5:"));
  CHECK_THAT(text_with("effectif: \"[0..20)\"", "efectif: \"[0..20)\""),
             Catch::Contains("did you mean 'effectif'?"));
}

TEST_CASE("words of the language are checked") {
  CHECK(codes_with("status: member", "status: membre") == "unknown-word");
  CHECK(codes_with("per: month, on_full: next", "per: moon, on_full: next") == "unknown-word");
  CHECK(codes_with("month, on_full: next}, {", "month, on_full: later}, {") == "unknown-word");
  CHECK(codes_with("prefer: [member", "prefer: [members") == "unknown-word");
  CHECK(codes_with("zone: review", "zone: maybe") == "unknown-word");
  CHECK(codes_with("walls: open", "walls: ajar") == "unknown-word");
  CHECK(codes_with("select: first-2", "select: first-0") == "not-positive");
  CHECK(codes_with("select: first-2", "select: first") == "select-form");
  CHECK(codes_with("select: first-2", "select: {first-n: 3}") == "");
  CHECK(codes_with("answer_within: 20bd", "answer_within: soon") == "not-a-delay");
  CHECK(codes_with("max: 10", "max: 0") == "not-positive");
  CHECK(codes_with("to: 2011-01-01", "to: 2007-01-01") == "empty-validity");
}

TEST_CASE("a partner has a scope, and a quota says what happens when it is full") {
  CHECK_THAT(
      text_with("quota: {max: 10, per: month, on_full: next}", "quota: {max: 10, per: month}"),
      Catch::Contains("on_full"));
  CHECK(codes_with("    scope:\n      - {article: art-5, when: 'case.stade = \"projet\"'}\n", "") ==
        "no-scope");
  CHECK(codes_with("{id: mois, max: 2", "{id: open, max: 2") == "duplicate-quota");
}

TEST_CASE("a clause cannot ask what its article excludes, nor leave nothing") {
  CHECK(codes_with("- {article: art-5}", "- {article: art-5, themes: [creation]}") ==
        "theme-outside-article");
  CHECK(codes_with("{in: [\"dep:12\"]}", "{in: [\"dep:12\"], not: [\"12012\"]}") == "nothing-left");
  CHECK(codes_with("effectif: \"[0..20)\"", "effectif: {in: [1]}") == "not-a-set");
  CHECK(codes_with("effectif: \"[0..20)\"", "zone: {in: [\"46102\"]}") == "duplicate-fact");
}

TEST_CASE("facts need a theme, and articles somebody") {
  CHECK_THAT(text_with("facts: {theme: theme,", "facts: {topic: theme,"),
             Catch::Contains("[no-theme-fact]"));
  const std::string unused =
      codes_with("articles:\n", "articles:\n  art-9: {themes: [formation]}\n");
  CHECK(unused == "unused-article");
}

}  // namespace guichet::convention
