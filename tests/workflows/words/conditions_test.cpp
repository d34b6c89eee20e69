#include <catch2/catch.hpp>

#include "tests/workflows/words/desk_words.hpp"
#include "workflows/words/conditions.hpp"

using namespace guichet;

namespace {

const bundle::Desk& figeac() {
  static const auto desk = [] {
    base::Diagnostics diagnostics;
    return bundle::load_desk(GUICHET_ROOT "/examples/pays-de-figeac", diagnostics,
                             bundle::Proof::no);
  }();
  REQUIRE(desk);
  return *desk;
}

std::string said(const std::string& text, const std::string& path = "creation") {
  base::Diagnostics diagnostics;
  const auto expression =
      feel::compile(base::LocatedText(text, base::Location{base::make_source("essai", text), 0, 1}),
                    figeac().scope, diagnostics);
  REQUIRE_FALSE(expression.empty());
  const auto words = tests::words_of(figeac());
  return words::condition(expression, *figeac().workflow(path),
                          words::Phrases(words, base::Language::fr));
}

}  // namespace

TEST_CASE("conditions over fields are told by their labels and values") {
  CHECK(said("theme = \"creation\"") == "« Thème » est « Création »");
  CHECK(said("theme in (\"creation\", \"transmission\")") ==
        "« Thème » est « Création » ou « Transmission »");
  CHECK(said("effectif >= 20") == "« Effectif » est d’au moins 20");
  CHECK(said("not(effectif >= 20)") == "« Effectif » est inférieur à 20");
  CHECK(said("commune != null") == "le champ « Commune » est rempli");
  CHECK(said("date_issue > today()") == "la date « Date de l’issue » est dans l’avenir");
}

TEST_CASE("consent is told as the person's agreement, and no answer is not a refusal") {
  CHECK(said("consentement_partage = true").starts_with("la personne a donné son accord"));
  CHECK(said("consentement_partage != true").starts_with("la personne n’a pas donné son accord"));
  CHECK(said("consentement_partage = false")
            .starts_with("la personne a refusé ou retiré son accord"));
}

TEST_CASE("what several conditions come to is told with their brackets") {
  CHECK(said("commune != null and (theme = \"autre\" or effectif = 3)") ==
        "le champ « Commune » est rempli et que (« Thème » est « Autre » ou que « Effectif » est "
        "3)");
  CHECK(said("count(children) > 0 and every c in children satisfies c.outcome in (\"declined\", "
             "\"silent\")") == "chacun des partenaires sollicités a décliné ou n’a pas répondu");
}

TEST_CASE("what has no plain words is quoted as it was written") {
  CHECK(said("string length(note) >\n 3") == "la condition `string length(note) > 3` est remplie");
}
