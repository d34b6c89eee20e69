#include <catch2/catch.hpp>

#include <algorithm>

#include "workflows/bundle/desk.hpp"

using namespace guichet;

namespace {

const std::string kFolder = GUICHET_ROOT "/examples/pays-de-figeac";

std::map<std::string, std::string> files() {
  base::Diagnostics diagnostics;
  auto read = bundle::read_folder(kFolder, diagnostics);
  REQUIRE_FALSE(diagnostics.has_errors());
  return read;
}

// One mistake: in `file`, the first `good` becomes `bad`; it must be named where `bad` stands.
struct Mistake {
  std::string file, good, bad, at;
};

const std::vector<Mistake> kMistakes{
    {"workflows/creation.yaml", "kind: need", "knid: need", "knid"},
    {"workflows/mise-en-relation.yaml", "goto: acceptee", "goto: aceptee", "aceptee"},
    {"workflows/recrutement.yaml", "extends: socle", "extends: soclle", "soclle"},
    {"intake.yaml", "eligibility: eligibilite", "eligibility: eligibillite", "eligibillite"},
    {"fields.yaml", "of: request, type: date", "of: request, type: dte", "dte"},
    {"rules/convention-cadre.yaml", "articles:", "artciles:", "artciles"},
    {"rules/eligibilite.yaml", "hit: U", "hit: X", "X"},
    {"partners.yaml", "head: {name:", "head: {nmae:", "nmae"},
    {"calendars/france.yaml", "easter: 1", "easter: one", "one"},
    {"letters/demande-partenaire.md", "{{ recipient.name }}", "{{ recipent.name }}", "recipent"},
    {"desk.yaml", "bind: partner.head", "bind: partner.haed", "partner.haed"},
};

void replace_all(std::string& text, const std::string& from, const std::string& to) {
  REQUIRE(text.find(from) != std::string::npos);
  for (std::size_t at = text.find(from); at != std::string::npos;
       at = text.find(from, at + to.size())) {
    text.replace(at, from.size(), to);
  }
}

// `file:line [code] text` of each error, in order.
std::vector<std::string> errors_of(const std::map<std::string, std::string>& given) {
  base::Diagnostics diagnostics;
  CHECK(bundle::load_desk_files(given, "", diagnostics) == nullptr);
  std::vector<std::string> said;
  for (const base::Diagnostic& each : diagnostics.sorted()) {
    if (each.severity != base::Severity::error) continue;
    said.push_back((each.at.source ? each.at.source->name() : "") + " [" +
                   std::string(each.code()) + "] " + each.what.in(base::Language::en));
  }
  return said;
}

}  // namespace

TEST_CASE("the example desks load without an error") {
  for (const char* name : {"pays-de-figeac", "riverside-makers"}) {
    base::Diagnostics diagnostics;
    const auto desk = bundle::load_desk(std::string(GUICHET_ROOT "/examples/") + name, diagnostics);
    INFO(render_text(diagnostics, base::Language::en));
    REQUIRE(desk != nullptr);
    CHECK(desk->hash.size() == 64);
  }
}

TEST_CASE("the same files give the same hash, and letters do not change it") {
  auto given = files();
  base::Diagnostics diagnostics;
  const auto first = bundle::load_desk_files(given, "", diagnostics);
  given["letters/relance-partenaire.md"] += "\nPS.\n";
  const auto letter = bundle::load_desk_files(given, "", diagnostics);
  given["workflows/creation.yaml"] += "# a comment\n";
  const auto path = bundle::load_desk_files(given, "", diagnostics);

  REQUIRE((first && letter && path));
  CHECK(letter->hash == first->hash);
  CHECK(path->hash != first->hash);
}

TEST_CASE("mistakes in every kind of file are all named in one pass, each at its place") {
  auto given = files();
  for (const Mistake& mistake : kMistakes) {
    std::string& text = given.at(mistake.file);
    const std::size_t found = text.find(mistake.good);
    INFO(mistake.file << ": " << mistake.good);
    REQUIRE(found != std::string::npos);
    text.replace(found, mistake.good.size(), mistake.bad);
  }
  base::Diagnostics diagnostics;

  const auto desk = bundle::load_desk_files(given, "", diagnostics);

  CHECK(desk == nullptr);
  for (const Mistake& mistake : kMistakes) {
    const std::size_t place =
        given.at(mistake.file).find(mistake.at, given.at(mistake.file).find(mistake.bad));
    const bool named = std::ranges::any_of(diagnostics.list(), [&](const base::Diagnostic& each) {
      return each.severity == base::Severity::error && each.at.source &&
             each.at.source->name() == mistake.file && each.at.offset == place;
    });
    INFO(mistake.file << ": " << mistake.bad << "\n"
                      << render_text(diagnostics, base::Language::en));
    CHECK(named);
  }
}

TEST_CASE("a folder that is no desk says what is missing") {
  base::Diagnostics diagnostics;
  CHECK(bundle::load_desk(GUICHET_ROOT "/docs", diagnostics) == nullptr);
  CHECK(render_text(diagnostics, base::Language::en).find("desk.yaml") != std::string::npos);

  base::Diagnostics none;
  CHECK(bundle::load_desk("/nowhere", none) == nullptr);
  REQUIRE(none.list().size() == 1);
  CHECK(none.list()[0].code() == "no-desk");
}

TEST_CASE("of two files that define the same thing the second is refused") {
  auto given = files();
  given["intake-2.yaml"] = given.at("intake.yaml");
  given["letters/plus/relance-partenaire.md"] = given.at("letters/relance-partenaire.md");
  given["rules/second.yaml"] = given.at("rules/eligibilite.yaml");
  given["rules/convention-second.yaml"] = given.at("rules/convention-cadre.yaml");
  given["workflows/second.yaml"] = given.at("workflows/creation.yaml");

  CHECK(
      errors_of(given) ==
      std::vector<std::string>{
          "intake.yaml [defined-twice] 'intake' is already defined in intake-2.yaml",
          "letters/relance-partenaire.md [defined-twice] 'relance-partenaire' is already defined "
          "in letters/plus/relance-partenaire.md",
          "rules/convention-second.yaml [versions-overlap] the convention 'convention-cadre' is in "
          "force on the same days already (rules/convention-cadre.yaml)",
          "rules/second.yaml [versions-overlap] table 'eligibilite' is in force on the same days "
          "already (rules/eligibilite.yaml)",
          "workflows/second.yaml [duplicate-workflow] another file defines the workflow "
          "'creation' already"});
}

TEST_CASE("a convention may have versions one after the other") {
  auto given = files();
  const std::string& first = given.at("rules/convention-cadre.yaml");
  const std::string from = "valid: {from: 2006-01-01, to: 2031-01-01}";
  REQUIRE(first.find(from) != std::string::npos);
  std::string renewed = first;
  renewed.replace(renewed.find(from), from.size(), "valid: {from: 2031-01-01, to: 2036-01-01}");
  given["rules/convention-2031.yaml"] = renewed;
  base::Diagnostics diagnostics;
  const auto desk = bundle::load_desk_files(given, "", diagnostics);
  CHECK(base::render_text(diagnostics, base::Language::en) == "");
  REQUIRE(desk != nullptr);
  CHECK(desk->conventions.at("convention-cadre") != nullptr);
}

TEST_CASE("the eligibility table can only give what intake understands") {
  auto given = files();
  std::string& table = given.at("rules/eligibilite.yaml");
  const std::vector<std::string> refused = {
      "rules/eligibilite.yaml [unknown-verdict] 'later' is not what intake may decide (take_in, "
      "refuse, ask)"};

  SECTION("by the values that it lists") {
    replace_all(table, "\"refuse\", \"ask\"", "\"refuse\", \"ask\", \"later\"");
    CHECK(errors_of(given) == refused);
  }
  SECTION("by the words of its rules, where it lists none") {
    replace_all(table, ", values: '\"take_in\", \"refuse\", \"ask\"'", "");
    for (const std::string word : {"take_in", "refuse ", "ask    "}) {
      replace_all(table, "|| " + word, "|| \"" + word.substr(0, word.find(' ')) + "\"");
    }
    base::Diagnostics diagnostics;
    CHECK(bundle::load_desk_files(given, "", diagnostics) != nullptr);
    replace_all(table, "|| \"refuse\" | \"la commune", "|| \"later\" | \"la commune");
    CHECK(errors_of(given) == refused);
  }
}

TEST_CASE("calendars are named where they are used, and one of several must count") {
  base::Diagnostics diagnostics;
  auto files = bundle::read_folder(GUICHET_ROOT "/examples/riverside-makers", diagnostics);
  REQUIRE_FALSE(diagnostics.has_errors());
  files["calendars/island.yaml"] =
      "guichet: calendar/1\nid: island\nextends: weekdays\nzone: America/Denver\n";
  replace_all(files["desk.yaml"], "calendar: weekdays\n", "calendar: island\n");

  auto desk = bundle::load_desk_files(files, "", diagnostics);
  REQUIRE(desk);
  CHECK(desk->calendar->zone() == "America/Denver");
  CHECK(desk->calendars.size() == 2);

  replace_all(files["desk.yaml"], "calendar: island\n", "calendar: islnd\n");
  replace_all(files["partners.yaml"], "    name: The Makers' Guild",
              "    calendar: islands\n    name: The Makers' Guild");
  CHECK(
      errors_of(files) ==
      std::vector<std::string>{
          "desk.yaml [unknown-reference] 'islnd' (calendars/) is not defined in this desk",
          "partners.yaml [unknown-reference] 'islands' (calendars/) is not defined in this desk"});

  replace_all(files["desk.yaml"], "calendar: islnd\n", "");
  replace_all(files["partners.yaml"], "    calendar: islands\n", "");
  CHECK(errors_of(files) ==
        std::vector<std::string>{"desk.yaml [which-calendar] several calendars: say which one "
                                 "counts (calendar: ...)"});
}
