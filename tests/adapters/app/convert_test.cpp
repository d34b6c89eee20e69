#include <catch2/catch.hpp>

#include "adapters/app/arguments.hpp"
#include "adapters/app/commands.hpp"
#include "engine/base/file.hpp"
#include "rules/tables/load.hpp"
#include "tests/adapters/app/captured.hpp"
#include "tests/adapters/sql/scratch.hpp"
#include "tests/support/has.hpp"

using namespace guichet;
using tests::has;
using tests::Run;

namespace {

constexpr const char* kTriage = R"yaml(guichet: decision-table/1
id: triage
hit: F
inputs:
  stade: {type: string, values: '"idée", "projet"'}
  effectif: {type: number, missing: "null"}
outputs:
  niveau: {type: string, values: [haut, normal]}
  delai: {type: delay}
rules: |
  | id | stade | effectif || niveau | delai |
  | R1 | idée  | -        || haut   | 1bd   |
  | R2 | -     | >= 10    || normal | 5bd   |
notes:
  R1: D'abord.
)yaml";

Run convert(const app::Words& words) {
  return tests::run(app::run_convert, words);
}

struct Files {
  sql::ScratchFolder folder;
  std::string yaml = folder.file("triage.yaml");
  std::string dmn = folder.file("triage.dmn");

  Files() { REQUIRE(base::write_file(yaml, kTriage)); }
};

}  // namespace

TEST_CASE("a YAML table becomes DMN, and DMN becomes the table again") {
  const Files files;

  const Run to_dmn = convert({files.yaml, "--output", files.dmn});
  CHECK(to_dmn.exit == app::kDone);
  CHECK(to_dmn.out.empty());
  const std::string xml = base::read_bytes(files.dmn).value();
  CHECK(has(xml, "https://www.omg.org/spec/DMN/20191111/MODEL/"));
  CHECK(has(xml, "<text>\"idée\"</text>"));

  const Run to_yaml = convert({files.dmn});
  CHECK(to_yaml.exit == app::kDone);
  CHECK(has(to_yaml.out, "| R1 | idée  | -        || haut   | 1bd   |"));
  CHECK(has(to_yaml.out, "R1: \"D'abord.\""));
}

TEST_CASE("the version of DMN can be said") {
  const Files files;

  const Run made = convert({files.yaml, "--dmn-version", "1.5"});
  CHECK(has(made.out, "https://www.omg.org/spec/DMN/20230324/MODEL/"));
  const Run refused = convert({files.yaml, "--dmn-version", "2.0", "--lang", "en"});
  CHECK(refused.exit == app::kUsage);
  CHECK(has(refused.err, "'2.0' is not a version that is written here"));
}

TEST_CASE("the rules alone are CSV that a table reads beside it") {
  const Files files;

  const Run made = convert({files.yaml, "--to", "csv"});
  CHECK(made.out ==
        "\xEF\xBB\xBFid;stade;effectif;niveau;delai\nR1;idée;-;haut;1bd\nR2;-;>= 10;normal;5bd\n");
}

TEST_CASE("a table too large for one YAML file gets its rules beside it") {
  const Files files;
  std::string text = kTriage;
  std::string rules;
  for (int i = 0; i < 30'000; ++i)
    rules += "R" + std::to_string(i + 100) + ";projet;" + std::to_string(i) + ";normal;" +
             std::to_string(i % 90) + "bd\n";
  text.replace(text.find("rules: |"), std::string::npos, "rules_from: all.csv\n");
  REQUIRE(base::write_file(files.yaml, text));
  REQUIRE(
      base::write_file(files.folder.file("all.csv"), "id;stade;effectif;niveau;delai\n" + rules));
  REQUIRE(convert({files.yaml, "--output", files.dmn}).exit == app::kDone);

  const Run refused = convert({files.dmn, "--lang", "en"});
  CHECK(refused.exit == app::kWrongInput);
  CHECK(has(refused.err, "[needs-output]"));
  const std::string back = files.folder.file("back.yaml");
  CHECK(convert({files.dmn, "--output", back}).exit == app::kDone);
  CHECK(has(base::read_bytes(back).value(), "rules_from: back.csv"));
  base::Diagnostics diagnostics;
  const auto table = tables::load_table_file(back, diagnostics);
  REQUIRE(table);
  CHECK(table->rules().size() == 30'000);
}

TEST_CASE("what cannot be converted is refused with a reason") {
  const Files files;
  const auto refused = [](const app::Words& words) {
    app::Words all = words;
    all.insert(all.end(), {"--lang", "en"});
    const Run made = convert(all);
    CHECK(made.exit != app::kDone);
    CHECK(made.out.empty());
    return made.err;
  };
  CHECK(has(refused({files.folder.file("none.dmn")}), "none.dmn"));
  CHECK(has(refused({files.yaml, "--to", "pdf"}), "'pdf' is not a form"));
  REQUIRE(base::write_file(files.dmn, "<html/>"));
  CHECK(has(refused({files.dmn}), ":1:2: error [not-dmn]"));
  const std::string desk = files.folder.file("desk.yaml");
  REQUIRE(base::write_file(desk, "guichet: desk/1\nname: x\n"));
  CHECK(has(refused({desk}), "[not-convertible]"));
  REQUIRE(convert({files.yaml, "--output", files.dmn}).exit == app::kDone);
  CHECK(has(refused({files.dmn, "--decision", "triages"}), "did you mean 'triage'?"));
}
