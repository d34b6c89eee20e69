#include <catch2/catch.hpp>

#include "rules/tables/bench.hpp"
#include "tests/rules/tables/fixture.hpp"

using namespace std::string_literals;

namespace guichet::tables {

namespace {

using testing::load;
using testing::result;

const std::string kTriage = R"(guichet: decision-table/1
id: triage
version: 3
title: Priorité d'une demande
hit: P
complete: required
inputs:
  stade:    {expr: dossier.stade, type: string, values: '"creation","croissance","difficulte"'}
  effectif: {expr: entreprise.effectif, type: number, values: '>= 0'}
  retard:   {expr: '(aujourdhui - dossier.recu_le).days', type: number}
outputs:
  niveau: {type: string, values: '"urgent","haut","normal"'}
  delai:  {type: delay}
  file:   {type: string}
rules: |
  | id    | stade             | effectif | retard || niveau | delai | file                         |
  | R-DIF | difficulte        | -        | -      || urgent | 1bd   | "cellule"                    |
  | R-RET | -                 | -        | > 10   || haut   | 2bd   | "relance"                    |
  | R-GRD | not("difficulte") | >= 250   | -      || haut   | P3D   | "grands\|comptes"            |
  | R-CRE | creation          | [0..250) | <= 10  || normal | 5bd   | "guichet-" + dossier.antenne |
  | R-GEN | croissance        | [0..250) | <= 10  || normal | 5bd   | "general"                    |
notes:
  R-DIF: sous 24 h ouvrées
)";

std::string head(const std::string& rest) {
  return "guichet: decision-table/1\nid: t\ninputs:\n  a: {type: number}\n"
         "outputs:\n  b: {type: string}\n" +
         rest;
}

}  // namespace

TEST_CASE("a grid is read with bare words, delays and bars inside cells") {
  const auto loaded = load(kTriage);

  REQUIRE(loaded.text() == "");
  const DecisionTable& table = *loaded.table;
  CHECK(table.rules().size() == 5);
  CHECK(table.parts().title == "Priorité d'une demande");
  CHECK(*table.note("R-DIF") == "sous 24 h ouvrées");
  CHECK(table.scope().names() == std::vector<std::string>{"dossier", "entreprise", "aujourdhui"});

  const std::string base = R"({aujourdhui: @"2009-02-10", entreprise: {effectif: 4}, )";
  CHECK(result(table, base + R"(dossier: {stade: "difficulte", recu_le: @"2009-01-01"}})") ==
        R"({niveau: "urgent", delai: "1bd", file: "cellule"})");
  CHECK(result(table, base + R"(dossier: {stade: "creation", recu_le: @"2009-02-09",
                                antenne: "figeac"}})") ==
        R"({niveau: "normal", delai: "5bd", file: "guichet-figeac"})");
  CHECK(result(table, R"({aujourdhui: @"2009-02-10", entreprise: {effectif: 250},
                          dossier: {stade: "creation", recu_le: @"2009-02-09"}})") ==
        R"({niveau: "haut", delai: "P3D", file: "grands|comptes"})");
}

TEST_CASE("rules come from a CSV file beside the table") {
  LoadContext context;
  std::string asked;
  context.read_file = [&](const std::string& name) -> base::Result<std::string> {
    asked = name;
    return "id;b;a\r\nR1;\"\"\"x\"\"\";< 10\r\nR2;\"\"\"y\"\"\";>= 10\r\n"s;
  };
  const auto loaded = load(head("rules_from: r.csv\n"), context);

  REQUIRE(loaded.text() == "");
  CHECK(asked == "r.csv");
  CHECK(result(*loaded.table, "{a: 9}") == "\"x\"");
  CHECK(result(*loaded.table, "{a: 10}") == "\"y\"");
}

TEST_CASE("a mistake in a CSV cell is shown at its place in the CSV file") {
  LoadContext context;
  context.read_file = [](const std::string&) -> base::Result<std::string> {
    return "id;a;b\nR1;1;\"\"\"x\"\" + nowhere\"\n"s;
  };
  const auto loaded = load(head("rules_from: r.csv\n"), context);

  CHECK(loaded.table == nullptr);
  REQUIRE(loaded.diagnostics.list().size() == 1);
  CHECK_THAT(loaded.text(), Catch::StartsWith("r.csv:2:"));
}

TEST_CASE("a mistake in a cell is shown under the cell") {
  const auto loaded = load(head("rules: |\n  | id | a || b |\n  | R1 | < || \"x\" |\n"));

  CHECK(loaded.table == nullptr);
  REQUIRE(loaded.diagnostics.list().size() == 1);
  CHECK_THAT(loaded.text(), Catch::StartsWith("t.yaml:9:"));
}

TEST_CASE("mistakes of the grid have a code each and all come at once") {
  const std::string grid = R"(rules: |
  | id | a || c |
)";
  CHECK(load(head(grid)).codes() == "missing-column unknown-column");
  CHECK(load(head("rules: |\n  | id | a | b |\n  | R1 | 1 | \"x\" |\n")).codes() ==
        "one-double-bar wrong-side double-bar-elsewhere");
  CHECK(load(head("rules: |\n  | id | a || b |\n  | R1 | 1 || \"x\" |\n  | R1 | 2 || \"x\" |\n"))
            .codes() == "duplicate-rule");
  CHECK(load(head("rules: |\n  | id | a || b |\n  | R1 |  || \"x\" |\n")).codes() == "empty-cell");
  CHECK(load(head("rules: |\n  | id | a || b |\n  | R1 | 1 ||  |\n")).codes() == "empty-output");
  CHECK(load(head("rules: |\n  | id | a || b |\n  | R1 | 1 |\n")).codes() == "row-width");
  CHECK(load(head("rules: |\n  | id | a || b |\n  R1 | 1 || \"x\"\n")).codes() == "not-a-row");
  CHECK(load(head("rules: |\n  | b || id | a |\n")).codes() == "wrong-side wrong-side wrong-side");
  CHECK(load(head("rules: nothing\n")).codes() == "grid-needs-block");
  CHECK(load(head("")).codes() == "rules-once");
  CHECK(load(head("rules_from: r.csv\n")).codes() == "no-files-here");
}

TEST_CASE("mistakes of the columns are found with a hint") {
  const auto unknown = load(R"(guichet: decision-table/1
id: t
hit: X
missing: nul
inputs:
  a: {type: nombre, valuse: '1'}
outputs:
  b: {type: strin}
rules: |
  | id | a || b |
)");

  CHECK(unknown.table == nullptr);
  CHECK_THAT(unknown.text(), Catch::Contains("[unknown-hit-policy]"));
  CHECK_THAT(unknown.text(), Catch::Contains("did you mean 'null'?"));
  CHECK_THAT(unknown.text(), Catch::Contains("did you mean 'values'?"));
  CHECK_THAT(unknown.text(), Catch::Contains("did you mean 'string'?"));
}

TEST_CASE("an output must be one of its listed values, and a delay a delay") {
  const std::string start =
      "guichet: decision-table/1\nid: t\ninputs:\n  a: {type: number}\noutputs:\n";

  CHECK(load(start + "  b: {type: string, values: '\"x\",\"y\"'}\nrules: |\n  | id | a || b |\n"
                     "  | R1 | 1 || \"z\" |\n")
            .codes() == "not-listed");
  CHECK(load(start + "  b: {type: delay}\nrules: |\n  | id | a || b |\n  | R1 | 1 || \"soon\" |\n")
            .codes() == "not-a-delay");
}

TEST_CASE("priorities must be listed and known at load") {
  const std::string start =
      "guichet: decision-table/1\nid: t\nhit: P\ninputs:\n  a: {type: number}\noutputs:\n";

  CHECK(load(start + "  b: {type: string}\nrules: |\n  | id | a || b |\n").codes() ==
        "priority-needs-values");
  CHECK(load(start + "  b: {type: number, values: '1,2'}\nrules: |\n  | id | a || b |\n"
                     "  | R1 | 1 || a |\n")
            .codes() == "priority-not-constant");
}

TEST_CASE("what a later version carries out is refused by name") {
  CHECK_FALSE(load(head("rules: |\n  | id | a || b |\nservices: []\n")).table);
}

TEST_CASE("tests, notes and untested may only name rules and columns that are there") {
  const auto loaded = load(head(R"(rules: |
  | id | a || b |
  | R1 | 1 || "x" |
notes: {R2: x}
untested: [R3]
tests:
  - {given: {aa: 1}, expect: {bb: x}, fires: [R4], why_not: {R1: [c]}}
  - {given: {a: 1}}
  - {expect: x}
  - {given: {a: x}, expect: x}
)"));

  CHECK(loaded.codes() ==
        "unknown-rule unknown-rule unknown-input unknown-output unknown-rule unknown-input "
        "test-expects-nothing given-or-context not-of-type");
}

TEST_CASE("a desk's field that lists its values lets cells name them bare") {
  feel::Scope scope;
  scope.declare("theme", feel::Type::one_of({"creation", "formation"}));
  LoadContext context{&scope, {}};
  const auto loaded = load(
      "guichet: decision-table/1\nid: t\ninputs:\n  theme: {}\noutputs:\n"
      "  b: {}\nrules: |\n  | id | theme || b |\n  | R1 | creation || 1 |\n",
      context);

  REQUIRE(loaded.text() == "");
  CHECK(result(*loaded.table, "{theme: \"creation\"}") == "1");
  CHECK(result(*loaded.table, "{theme: \"formation\"}") == "null");
}

TEST_CASE("in a desk's table the names are the desk's, not the table's") {
  feel::Scope scope;
  scope.declare("effectif", feel::Type::of(feel::Kind::number));
  LoadContext context{&scope, {}};
  const std::string rules = "rules: |\n  | id | a || b |\n  | R1 | 1 || \"x\" |\n";

  const auto known = load(
      "guichet: decision-table/1\nid: t\ninputs:\n  a: {expr: effectif}\n"
      "outputs:\n  b: {}\n" +
          rules,
      context);
  const auto unknown = load(
      "guichet: decision-table/1\nid: t\ninputs:\n  a: {expr: efectif}\n"
      "outputs:\n  b: {}\n" +
          rules,
      context);

  CHECK(known.text() == "");
  CHECK(result(*known.table, "{effectif: 1}") == "\"x\"");
  CHECK(unknown.table == nullptr);
  CHECK_THAT(unknown.text(), Catch::Contains("did you mean 'effectif'?"));
}

TEST_CASE("two tables of one id in a desk are refused, in force together or not") {
  const auto dated = [](const std::string& days) {
    return load(head("valid: {" + days + "}\nrules: |\n  | id | a || b |\n")).table;
  };
  const auto codes = [](const std::vector<std::shared_ptr<const DecisionTable>>& tables) {
    base::Diagnostics found;
    check_versions(tables, found);
    return found.empty() ? "" : std::string(found.list()[0].code());
  };

  CHECK(codes({dated("to: 2010-01-01"), dated("from: 2009-12-31")}) == "versions-overlap");
  CHECK(codes({dated("from: 2010-01-01"), dated("to: 2010-01-01")}) == "two-versions");
  CHECK(codes({dated("from: 2010-01-01")}) == "");
}

TEST_CASE("days of validity are those of the zone that the table names") {
  const auto loaded =
      load(head("valid: {from: 2010-01-01, zone: Pacific/Auckland}\nrules: |\n"
                "  | id | a || b |\n  | R1 | - || \"x\" |\n"));
  REQUIRE(loaded.text() == "");
  const auto at = [](const char* text) { return *base::parse_instant(text); };

  CHECK(testing::problem(*loaded.table, "{a: 1}", at("2009-12-31T10:59:00Z")) ==
        "outside-validity");
  CHECK(testing::problem(*loaded.table, "{a: 1}", at("2009-12-31T11:00:00Z")) == "");
}

}  // namespace guichet::tables
