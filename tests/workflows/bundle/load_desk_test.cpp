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
