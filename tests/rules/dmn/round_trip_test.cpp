#include <catch2/catch.hpp>
#include <filesystem>
#include <iostream>

#include "described_table.hpp"
#include "engine/base/file.hpp"
#include "rules/dmn/from_table.hpp"
#include "rules/dmn/read.hpp"
#include "rules/dmn/write.hpp"
#include "rules/tables/load.hpp"

using namespace guichet;
using Table = std::shared_ptr<const tables::DecisionTable>;

namespace {

std::string said(const base::Diagnostics& diagnostics) {
  return base::render_text(diagnostics, base::Language::en);
}

Table load_table(std::string text, const std::string& csv = {}) {
  base::Diagnostics diagnostics;
  const auto root = yaml::parse(base::make_source("<yaml>", std::move(text)), diagnostics,
                                {.bytes = SIZE_MAX, .nodes = SIZE_MAX});
  INFO(said(diagnostics));
  REQUIRE(root);
  tables::LoadContext context;
  context.read_file = [&](const std::string&) -> base::Result<std::string> { return csv; };
  auto table = tables::load_table(*root, context, diagnostics);
  INFO(said(diagnostics));
  REQUIRE(table);
  return table;
}

dmn::Definitions through_xml(const tables::DecisionTable& table, std::string* xml_text = nullptr) {
  const std::string xml = dmn::write_xml(dmn::from_table(table));
  if (xml_text != nullptr) *xml_text = xml;
  base::Diagnostics diagnostics;
  auto definitions = dmn::read_definitions(base::make_source("<xml>", xml), diagnostics);
  INFO(xml);
  INFO(said(diagnostics));
  REQUIRE(definitions);
  CHECK(diagnostics.empty());
  return std::move(*definitions);
}

void check_round_trip(const tables::DecisionTable& table) {
  const dmn::Definitions definitions = through_xml(table);
  base::Diagnostics diagnostics;
  const auto text = dmn::to_yaml(definitions, "", diagnostics);
  INFO(said(diagnostics));
  REQUIRE(text);
  INFO(*text);
  const Table back = load_table(*text);
  CHECK(dmn_test::describe(table) == dmn_test::describe(*back));
  const auto outside = dmn::to_yaml(definitions, "", diagnostics, "rules.csv");
  const auto csv = dmn::to_csv(definitions, "", diagnostics);
  REQUIRE(outside);
  REQUIRE(csv);
  CHECK(dmn_test::describe(table) == dmn_test::describe(*load_table(*outside, *csv)));
}

constexpr const char* kEverything = R"yaml(guichet: decision-table/1
id: triage
title: "Priorité : d'une demande"
description: |
  Qui passe avant qui.
  Deux lignes, <balises> & "guillemets".
version: 2.10
valid: {from: 2009-01-01, to: 2012-01-01}
hit: P
complete: default
missing: no-match
proof: warn
inputs:
  situation: {expr: stade, type: string, values: '"idée", "projet en cours", "installée"'}
  effectif: {expr: firm.effectif, type: number, values: ">= 0", missing: "null", label: Effectif | total}
  recu: {type: date, missing: error}
  codes: {expr: 'codes[item != ""]', type: list of string}
  libre: {}
outputs:
  niveau: {type: string, values: [haut, normal], default: normal, label: Niveau}
  delai: {type: delay, default: 5bd}
  motif: {default: '"a|b"'}
  total: {type: number, default: "0"}
rules: |
  | id    | situation            | effectif   | recu              | codes       | libre     || niveau   | delai  | motif             | total     |
  | R-EFF | -                    | > 10       | -                 | -           | -         || haut     | 1bd    | "a\|b" + stade    | 1 + 1     |
  | R-IDE | idée, "installée"    | null, <=10 | < @"2009-02-04"   | count(?)>1  | "x", 3    || "normal" | 5bd    | "=1"              | -2.50     |
  | 3     | not(projet en cours) | [1..3)     | -                 | -           | not(null) || haut     | "P3D"  | null              | firm.a    |
notes:
  R-EFF: "Décision du comité : 4 mars 2009, \"pour tous\"."
  3: "= pas une formule"
tests:
  - {name: "une, deux", given: {situation: idée, effectif: 12, recu: 2009-01-01, codes: [a, '= "=b"'], libre: "true"}, expect: {niveau: haut, delai: 1bd}, fires: [R-EFF, "3"], selects: R-EFF, why_not: {R-IDE: [effectif]}}
  - {context: {stade: idée, firm: {effectif: 3, a: null}, recu: "= @\"2009-01-01\"", libre: 3}, selects: []}
untested: [R-IDE, "3"]
)yaml";

constexpr const char* kPolicyTable = R"yaml(guichet: decision-table/1
id: seuils
hit: {}
inputs:
  n: {type: number, values: "[0..100]"}
outputs:
  points: {type: number, values: "3, 2, 1"}
rules: |
  | id | n    || points |
  | a  | > 5  || 1      |
  | b  | > 10 || 3      |
  | c  | <= 5 || 2      |
)yaml";

}  // namespace

TEST_CASE("a table that says everything comes back equal") {
  check_round_trip(*load_table(kEverything));
}

TEST_CASE("every hit policy comes back") {
  for (const char* policy : {"U", "A", "P", "F", "R", "O", "C", "C+", "C<", "C>", "C#"}) {
    INFO(policy);
    std::string text = kPolicyTable;
    text.replace(text.find("{}"), 2, policy);
    const Table table = load_table(text);
    CHECK(tables::symbol_of(table->hit()) == policy);
    check_round_trip(*table);
  }
}

TEST_CASE("a table whose id is a variable that it reads gets a decision of another name") {
  std::string text = kPolicyTable;
  text.replace(text.find("seuils"), 6, "n");
  text.replace(text.find("hit: {}\n"), 8, "");
  const Table table = load_table(text);
  CHECK(through_xml(*table).decisions[0].element.name == "decision n");
  check_round_trip(*table);
}

TEST_CASE("the tables of the examples come back equal") {
  std::size_t count = 0;
  for (const auto& entry :
       std::filesystem::recursive_directory_iterator(GUICHET_ROOT "/examples")) {
    if (entry.path().extension() != ".yaml") continue;
    const std::string text = base::read_bytes(entry.path().string()).value();
    if (text.find("guichet: decision-table/1") == std::string::npos) continue;
    INFO(entry.path());
    base::Diagnostics diagnostics;
    const Table table = tables::load_table_file(entry.path().string(), diagnostics);
    // Those that need their desk's names do not stand alone.
    if (table == nullptr) continue;
    ++count;
    check_round_trip(*table);
  }
  CHECK(count >= 2);
}

TEST_CASE("a large table comes back equal") {
  const std::string path = GUICHET_ROOT "/../shared/bench/routing-1000.yaml";
  if (!std::filesystem::exists(path)) {
    std::cout << "not run: ../shared is absent\n";
    return;
  }
  base::Diagnostics diagnostics;
  const Table table = tables::load_table_file(path, diagnostics);
  REQUIRE(table);
  check_round_trip(*table);
}

TEST_CASE("bare words and delays are texts in DMN") {
  std::string xml;
  through_xml(*load_table(kEverything), &xml);
  CHECK(xml.find("<inputEntry id=\"entry_10\" guichet:written=\"idée, &quot;installée&quot;\">") !=
        std::string::npos);
  CHECK(xml.find("<text>\"idée\", \"installée\"</text>") != std::string::npos);
  CHECK(xml.find("<text>not(\"projet en cours\")</text>") != std::string::npos);
  CHECK(xml.find("<text>\"1bd\"</text>") != std::string::npos);
  CHECK(xml.find("hitPolicy=\"PRIORITY\"") != std::string::npos);
}

TEST_CASE("a cell changed in another editor is not overruled by how it was written once") {
  dmn::Definitions definitions = through_xml(*load_table(kEverything));
  auto& table = std::get<dmn::DecisionTable>(definitions.decisions[0].logic->form);
  REQUIRE(table.rules[1].inputs[0].written == "idée, \"installée\"");
  table.rules[1].inputs[0].text = {"\"projet en cours\"", base::Location{}};
  table.rules[0].outputs[1].text = {"\"2bd\"", base::Location{}};
  base::Diagnostics diagnostics;
  const auto text = dmn::to_yaml(definitions, "triage", diagnostics);
  REQUIRE(text);
  const Table back = load_table(*text);
  CHECK(back->rules()[1].cells[0].text == "\"projet en cours\"");
  CHECK(back->rules()[0].outputs[1].constant()->value().text() == "2bd");
}
