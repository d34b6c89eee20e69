#include <catch2/catch.hpp>

#include "engine/base/file.hpp"
#include "tests/workflows/words/desk_words.hpp"

using namespace guichet;

namespace {

const std::string kPath = R"(guichet: workflow/1
id: essai
kind: need
title: Essai
fields: [theme, issue, date_issue, note]
initial: attente
reopen: {by: [coordination], within: 2 years, goto: attente}
states:
  attente:
    title: En attente
    task: {title: Appeler le demandeur, by: [conseiller, secretariat], due: 2bd}
    timers:
      rappel: {after: 5bd, remind: conseiller}
      escalade: {after: 10bd, escalate: [coordination, ordre_du_jour]}
      oubli: {after: 6 months, do: [{set: {issue: sans_suite}}], goto: clos}
    actions:
      conclure:
        title: Conclure
        by: [conseiller]
        require: [issue, date_issue]
        choose:
          - {when: date_issue > today(), refuse: issue-a-venir}
          - {when: 'theme in ("creation", "transmission")', goto: suivi}
          - {goto: clos}
  suivi:
    title: Suivi
    timers:
      nouvelles: {at: date_issue, plus: 6 months, notify: demandeur, letter: enquete-6-mois}
      fin: {at: date_issue, plus: 8 months, goto: clos}
  clos: {final: true, outcome: issue, success: true, title: Clos}
)";

std::string markdown(const std::string& path) {
  const auto desk = tests::desk_with(path);
  const auto words = tests::words_of(*desk);
  return words::to_markdown(words::annexe(*desk->workflow("essai"), words, base::Language::fr));
}

std::string replaced(std::string text, const std::string& from, const std::string& to) {
  const std::size_t at = text.find(from);
  REQUIRE(at != std::string::npos);
  return text.replace(at, from.size(), to);
}

std::string changes(const std::string& before, const std::string& after) {
  const auto old_desk = tests::desk_with(before), new_desk = tests::desk_with(after);
  const auto old_words = tests::words_of(*old_desk), new_words = tests::words_of(*new_desk);
  constexpr auto kFrench = base::Language::fr;
  return words::difference(words::annexe(*old_desk->workflow("essai"), old_words, kFrench),
                           words::annexe(*new_desk->workflow("essai"), new_words, kFrench),
                           kFrench);
}

}  // namespace

TEST_CASE("a path is told in French that can be signed") {
  const auto golden = base::read_bytes(GUICHET_ROOT "/tests/workflows/words/essai.md");
  REQUIRE(golden);
  CHECK(markdown(kPath) == *golden);
}

TEST_CASE("no annexe of the examples shows an id, a verb of the language or an empty statement") {
  base::Diagnostics diagnostics;
  const auto desk =
      bundle::load_desk(GUICHET_ROOT "/examples/pays-de-figeac", diagnostics, bundle::Proof::no);
  REQUIRE(desk);
  const auto words = tests::words_of(*desk);
  for (const auto& [id, workflow] : desk->workflows) {
    const auto annexe = words::annexe(*workflow, words, base::Language::fr);
    CHECK(annexe.sections.size() >= 4);
    for (const words::Section& section : annexe.sections) {
      for (const words::Item& item : section.items) {
        INFO(id << ": " << item.text);
        CHECK(item.text.size() > 10);
        for (const std::string part : {"_", "goto", "transition", "children", "null"}) {
          CHECK(item.text.find(part) == std::string::npos);
        }
      }
    }
  }
}

TEST_CASE("what changes between two versions is said in the words of both") {
  const std::string later = replaced(kPath, "rappel: {after: 5bd", "rappel: {after: 3bd");
  CHECK(changes(kPath, later) ==
        "# Ce qui change : Annexe : parcours « Essai »\n"
        "\n## Étape « En attente »\n\n"
        "- remplace : 5 jours ouvrés après l’arrivée dans cette étape : relance au conseiller du "
        "dossier. par : 3 jours ouvrés après l’arrivée dans cette étape : relance au conseiller du "
        "dossier.\n");
}

TEST_CASE("what is added and removed between two versions is said once") {
  const std::string less = replaced(kPath, "      rappel: {after: 5bd, remind: conseiller}\n", "");
  CHECK(changes(kPath, less).find("- retire : 5 jours ouvrés") != std::string::npos);
  CHECK(changes(less, kPath).find("- ajoute : 5 jours ouvrés") != std::string::npos);
  CHECK(changes(kPath, kPath) ==
        "# Ce qui change : Annexe : parcours « Essai »\n\nRien ne change.\n");
}
