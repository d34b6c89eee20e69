// A table as an administrator would write it, with its own tests.
#include <catch2/catch.hpp>

#include "rules/tables/prove.hpp"
#include "rules/tables/test_run.hpp"
#include "tests/rules/tables/fixture.hpp"

namespace guichet::tables {

namespace {

const std::string kTriageFile = R"yaml(guichet: decision-table/1
id: triage/priorite
version: 3
title: Priorité et délai de prise en charge d'une demande
valid: {from: 2026-01-01, to: 2027-01-01}
hit: P
complete: required
missing: error
inputs:
  stade:    {expr: dossier.stade,       type: string, values: '"creation","croissance","difficulte","transmission"'}
  effectif: {expr: entreprise.effectif, type: number, values: '>= 0'}
  retard:   {expr: '(aujourdhui - dossier.recu_le).days', type: number}
outputs:
  niveau: {type: string, values: '"urgent","haut","normal"'}
  delai:  {type: days and time duration}
  file:   {type: string}
rules: |
  | id    | stade                     | effectif   | retard || niveau   | delai  | file                            |
  | R-DIF | "difficulte"              | -          | -      || "urgent" | @"P1D" | "cellule-difficultes"           |
  | R-RET | -                         | -          | > 10   || "haut"   | @"P2D" | "relance"                       |
  | R-GRD | not("difficulte")         | >= 250     | -      || "haut"   | @"P3D" | "grands-comptes"                |
  | R-CRE | "creation"                | [0..10)    | <= 10  || "normal" | @"P5D" | "guichet-" + dossier.antenne    |
  | R-STD | "creation"                | [10..250)  | <= 10  || "normal" | @"P7D" | "guichet-general"               |
  | R-GEN | "croissance","transmission" | [0..250) | <= 10  || "normal" | @"P7D" | "guichet-general"               |
notes:
  R-DIF: Circulaire du 12/03/2025 - toute entreprise en difficulté sous 24 h ouvrées.
tests:
  - {given: {stade: difficulte, effectif: 4, retard: 30},   expect: {niveau: urgent}, fires: [R-DIF, R-RET], selects: R-DIF}
  - {given: {stade: creation, effectif: 9.5, retard: 0},    expect: {niveau: normal}, selects: R-CRE}
  - {given: {stade: croissance, effectif: 300, retard: 0},  expect: {niveau: haut},   selects: R-GRD,
     why_not: {R-GEN: [effectif]}}
  - {given: {stade: creation, effectif: 10, retard: 10}, expect: {delai: P7D, file: guichet-general}}
  - context: {dossier: {stade: creation, recu_le: '= @"2026-03-01"', antenne: figeac},
              entreprise: {effectif: 3}, aujourdhui: '= @"2026-03-05"'}
    expect: {file: guichet-figeac}
  - {given: {stade: creation, effectif: 4, retard: 11}, expect: {delai: P2D}}
  - {given: {stade: creation, effectif: -1, retard: 11}, expect: null}
untested: [R-GEN]
)yaml";

}  // namespace

TEST_CASE("a triage table loads, is proved complete and passes its own tests") {
  const auto loaded = testing::load(kTriageFile);
  REQUIRE(loaded.text() == "");
  base::Diagnostics proof;
  prove(*loaded.table, proof);
  CHECK(base::render_text(proof, base::Language::en) == "");

  const TestReport report = run_tests(*loaded.table, *base::parse_instant("2026-06-01T08:00:00Z"));

  for (const TestFailure& failure : report.failures)
    UNSCOPED_INFO(failure.what.in(base::Language::en));
  CHECK(report.failed == 0);
  CHECK(report.passed == 7);
  CHECK(report.untested.empty());
}

TEST_CASE("a table is tested as of its own days, whenever its tests run") {
  const auto loaded = testing::load(kTriageFile);

  CHECK(run_tests(*loaded.table, *base::parse_instant("1970-01-01T00:00:00Z")).failed == 0);
  CHECK(run_tests(*loaded.table, *base::parse_instant("2030-01-01T00:00:00Z")).failed == 0);
}

}  // namespace guichet::tables
