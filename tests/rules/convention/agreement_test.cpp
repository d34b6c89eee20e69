// The convention of the reference, word for word: one agreement, no articles, tiers and capacities,
// fallbacks, gates and its own tests.
#include <catch2/catch.hpp>

#include "rules/convention/prove.hpp"
#include "rules/convention/test_run.hpp"
#include "tests/rules/convention/fixture.hpp"

namespace guichet::convention {

namespace {

const std::string kAgreement = R"yaml(guichet: convention/1
id: convention-cadre/13
version: 5
title: Convention-cadre d'orientation des entreprises - Bouches-du-Rhône
valid: {from: 2026-01-01, to: 2027-01-01, zone: Europe/Paris}
referentials: {naf: naf-rev2, cog: 2026, themes: themes@12}    # pinned vintages, checked at load
facts:                                                         # case -> dimension (FEEL)
  theme: dossier.theme
  naf: etablissement.naf
  zone: etablissement.commune
  effectif: entreprise.effectif
  stade: dossier.stade
  anciennete: years and months duration(entreprise.creee_le, aujourdhui)
missing: {theme: error, zone: review, naf: no-match, effectif: match, stade: match, anciennete: no-match}
select:
  mode: one                        # one | all | first-n: 3 | one-per: institution
  rank: [tier, specificity desc, load, rendezvous]   # total order; last key is a keyed hash of case id, never random
partners:
  - id: cci-13
    institution: cci
    tier: 10
    weight: 3
    scope:                         # clauses are OR-ed; dimensions inside a clause are AND-ed
      - themes: {in: [developpement/**, numerique/**], not: [numerique/cybersecurite]}
        naf: {in: [C, G, H, I, J, M, N]}
        zones: {in: ["dep:13"]}
        effectif: '[0..250)'
    capacity:
      - {id: mensuel, max: 40, per: month, counts: assigned, on_full: next}
      - {id: en-cours, max: 120, counts: open, on_full: next}
  - id: cma-13
    institution: cma
    tier: 10
    weight: 2
    scope:
      - themes: {in: [developpement/**, creation/**]}
        naf: {in: [C, F, "56.10C", "96.02"]}
        zones: {in: ["dep:13"], not: ["com:13117"]}
        effectif: '[0..11)'
    capacity:
      - {id: mensuel, max: 25, per: month, counts: assigned, on_full: wait, wait: P3D, then: next}
  - id: ambition-eco
    institution: metropole
    tier: 20
    scope:
      - themes: {in: [developpement/implantation]}
        zones: {in: ["epci:200054807"]}
        effectif: '>= 10'
        stades: [croissance]
        when: 'dossier.surface_m2 != null and dossier.surface_m2 >= 500'   # escape hatch: FEEL guard, not indexable
  - id: ccsf-13
    institution: ddfip
    tier: 1
    scope:
      - themes: {in: [tresorerie/dette-fiscale, tresorerie/dette-sociale]}
        zones: {in: ["dep:13"]}
        stades: [difficulte]
        anciennete: '>= @"P1Y"'
  - id: relais-national
    institution: etat
    tier: 90
    scope:
      - themes: {in: ["**"]}
        zones: {in: ["*"]}
        stades: [difficulte, transmission]
fallback:                          # tried in order when nobody is eligible or everybody is full
  - {id: elargir-zone, relax: {zones: region}, except: [ccsf-13]}
  - {id: repli, partner: relais-national, ignore: [stades]}
  - {id: manuel, queue: cellule-orientation, sla: PT8H, reason: aucun-partenaire}
coverage:                          # static gates proved by the analyser at load, with witnesses
  - {require: 1, themes: [tresorerie/dette-fiscale], zones: ["dep:13"], stades: [difficulte], anciennete: '>= @"P1Y"'}
  - {forbid_overlap: [cci-13, cma-13], themes: [creation/**]}
tests:
  - given: {theme: numerique/site-web, naf: "47.11", zone: "13055", effectif: 12, stade: croissance}
    expect: {assign: [cci-13], why_not: {cma-13: [theme, naf, effectif], ambition-eco: [theme]}}
  - given: {theme: developpement/export, naf: "10.71", zone: "13055", effectif: 4, stade: croissance}
    load: {cci-13.mensuel: 40}
    expect: {assign: [cma-13], skipped: {cci-13: mensuel}}
  - given: {theme: numerique/cybersecurite, naf: "62.01", zone: "13001", effectif: 40, stade: creation}
    expect: {assign: [relais-national], via: repli}
  - given: {theme: developpement/export, naf: "25.62", zone: "13117", effectif: 5, stade: croissance}
    load: {cci-13.mensuel: 40}
    expect: {assign: [relais-national], via: repli}
)yaml";

testing::Desk agreement_desk() {
  testing::Desk desk;
  base::Diagnostics diagnostics;
  const auto fields = yaml::parse(base::make_source("fields.yaml", R"(guichet: fields/1
classes: {business: {keep: P5Y}}
fields:
  theme:    {of: need, type: code, in: themes}
  commune:  {of: case, type: code, in: cog, class: business}
  naf:      {of: case, type: code, in: naf-rev2, class: business}
  effectif: {of: firm, type: number, class: business}
  stade:    {of: case, type: choice, values: [creation, croissance, difficulte, transmission], class: business}
)"),
                                  diagnostics);
  std::map<std::string, std::shared_ptr<const vocabulary::Referential>> lists;
  lists["themes"] = testing::referential(
      "themes",
      "code\ndeveloppement/export\ndeveloppement/implantation\nnumerique/site-web\n"
      "numerique/cybersecurite\ncreation/statut\ntresorerie/dette-fiscale\ntresorerie/"
      "dette-sociale\n",
      {}, "12");
  lists["cog"] =
      testing::referential("cog",
                           "code;dep;reg;epci\n13055;13;93;200054807\n13001;13;93;200054807\n"
                           "13117;13;93;200054807\n83137;83;93;248300543\n",
                           {{"dep", "dep"}, {"region", "reg"}, {"epci", "epci"}}, "2026");
  lists["naf-rev2"] = testing::referential(
      "naf-rev2",
      "code;section\n10.71;C\n25.62;C\n43.21;F\n47.11;G\n49.41;H\n56.10C;I\n62.01;J\n68.31;L\n"
      "70.22;M\n82.11;N\n96.02;S\n",
      {{"section", "section"}}, "");
  desk.vocabulary = vocabulary::load_vocabulary(*fields, lists, diagnostics);
  if (!desk.vocabulary)
    throw std::runtime_error(base::render_text(diagnostics, base::Language::en));
  desk.scope = feel::Scope();
  for (const char* name : {"dossier", "etablissement", "entreprise", "aujourdhui"})
    desk.scope.declare(name);
  desk.partners = {"cci-13", "cma-13", "ambition-eco", "ccsf-13", "relais-national"};
  desk.queues = {"cellule-orientation"};
  return desk;
}

}  // namespace

TEST_CASE("the reference's convention is read whole, and its own tests pass") {
  const testing::Desk desk = agreement_desk();
  const auto made = testing::load(desk, kAgreement);
  INFO(made.text());
  REQUIRE(made.convention);

  const tables::TestReport report = run_tests(*made.convention, base::Instant{});
  for (const tables::TestFailure& failure : report.failures)
    UNSCOPED_INFO(failure.what.in(base::Language::en));
  CHECK(report.failed == 0);
  CHECK(report.passed == 4);
}

TEST_CASE("the reference's gates hold, and one that does not is an error") {
  const testing::Desk desk = agreement_desk();
  const auto proved = [&](const std::string& text) {
    const auto made = testing::load(desk, text);
    REQUIRE(made.convention);
    base::Diagnostics diagnostics;
    prove(*made.convention, desk.vocabulary.get(), diagnostics);
    return diagnostics.has_errors();
  };
  CHECK_FALSE(proved(kAgreement));
  std::string wider = kAgreement;
  const std::string least = "stades: [difficulte], anciennete: '>= @\"P1Y\"'}";
  const std::size_t at = wider.rfind(least);
  REQUIRE(at != std::string::npos);
  CHECK(proved(wider.replace(at, least.size(), "stades: [creation]}")));
}

}  // namespace guichet::convention
