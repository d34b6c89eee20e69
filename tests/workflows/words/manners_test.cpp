// Contracts, how timers behave over outages and stops, and names that change.
#include <catch2/catch.hpp>

#include "tests/workflows/words/desk_words.hpp"

using namespace guichet;

namespace {

const std::string kMannersPath = R"(guichet: workflow/1
id: essai
kind: need
title: Essai
fields: [theme, issue, date_issue, note]
initial: actif
contract: {always: issue != "sans_suite"}
states:
  actif:
    title: Actif
    history: deep
    initial: attente
    timers:
      oubli: {after: 6 months, goto: clos}
    actions:
      poser: {title: Mettre de côté, by: [conseiller], goto: pause}
    states:
      attente:
        title: En attente
        contract: {before: issue = null, after: note != null}
        task: {title: Appeler le demandeur, by: [conseiller], due: 2bd}
        timers:
          a: {after: 5bd, every: 5bd, times: 3, remind: conseiller, catch_up: each}
          b: {after: 6bd, remind: conseiller, catch_up: none, resume: remaining}
          c: {after: 7bd, remind: conseiller, resume: original}
        actions:
          conclure:
            title: Conclure
            by: [conseiller]
            require: [issue, date_issue]
            contract: {after: date_issue != null}
            goto: clos
  pause:
    title: De côté
    timers: {fin: {after: 3 months, goto: clos}}
    actions:
      reprendre: {title: Reprendre, by: [conseiller], goto: {history: actif}}
  clos: {final: true, outcome: issue, success: true, title: Clos}
)";

std::string markdown(base::Language language) {
  const auto desk = tests::desk_with(kMannersPath);
  const auto words = tests::words_of(*desk);
  return words::to_markdown(words::annexe(*desk->workflow("essai"), words, language));
}

std::string all_replaced(std::string text, const std::string& from, const std::string& to) {
  for (std::size_t at = text.find(from); at != std::string::npos;
       at = text.find(from, at + to.size())) {
    text.replace(at, from.size(), to);
  }
  return text;
}

std::string changes(const std::string& after, base::Language language = base::Language::fr) {
  const auto old_desk = tests::desk_with(kMannersPath), new_desk = tests::desk_with(after);
  const auto old_words = tests::words_of(*old_desk), new_words = tests::words_of(*new_desk);
  return words::difference(words::annexe(*old_desk->workflow("essai"), old_words, language),
                           words::annexe(*new_desk->workflow("essai"), new_words, language),
                           language);
}

void check_says(const std::string& text, const std::vector<std::string>& parts) {
  INFO(text);
  for (const std::string& part : parts) {
    INFO(part);
    CHECK(text.find(part) != std::string::npos);
  }
}

}  // namespace

TEST_CASE("an annexe tells contracts in French and English") {
  check_says(markdown(base::Language::fr),
             {"- Engagement : à tout moment, ", "- Engagement : à l’arrivée dans cette étape, ",
              "- Engagement : en quittant cette étape, ", "- Engagement : après « Conclure », "});
  check_says(markdown(base::Language::en),
             {"- Undertaking: at any time, ", "- Undertaking: on arriving at this step, ",
              "- Undertaking: on leaving this step, ", "- Undertaking: after 'Conclure', "});
}

TEST_CASE("an annexe tells what timers do after an outage and over a stop") {
  check_says(markdown(base::Language::fr),
             {", y compris chacune des fois qu’une panne du guichet aurait empêchées",
              ", sauf si une panne du guichet l’a empêché ce jour-là, le temps d’une suspension "
              "ne comptant pas",
              "7 jours ouvrés après l’arrivée dans cette étape, le temps d’une suspension "
              "comptant aussi"});
  check_says(markdown(base::Language::en),
             {", each of the times that an outage of the desk prevented included",
              ", unless an outage of the desk prevented it on the day, the time of a suspension "
              "not counted",
              ", the time of a suspension counted too"});
}

TEST_CASE("a step with another id and the same title is the same step") {
  const std::string later =
      all_replaced(all_replaced(kMannersPath, "initial: attente", "initial: accueil"),
                   "      attente:", "      accueil:");
  CHECK(changes(later) == "# Ce qui change : Annexe : parcours « Essai »\n\nRien ne change.\n");
}

TEST_CASE("a step with another id and title is shown as renamed, with what else changed in it") {
  std::string later =
      all_replaced(all_replaced(kMannersPath, "attente", "accueil"), "En accueil", "Accueil");
  later = all_replaced(all_replaced(later, "title: En attente", "title: Accueil"), "after: 7bd",
                       "after: 8bd");

  const std::string french = changes(later), english = changes(later, base::Language::en);

  check_says(french, {"## Étape « Actif › Accueil »\n\n- s’appelle désormais autrement : Étape « "
                      "Actif › En attente », puis Étape « Actif › Accueil »\n",
                      "- remplace : 7 jours ouvrés"});
  CHECK(french.find("- retire") == std::string::npos);
  CHECK(french.find("- ajoute") == std::string::npos);
  check_says(english, {"- has another name now: Step 'Actif › En attente', then Step"});
}

TEST_CASE("a step in the place of another that did something else is no renaming") {
  const auto begin = kMannersPath.find("  pause:\n    title"), end = kMannersPath.find("  clos:");
  const std::string later = all_replaced(
      kMannersPath.substr(0, begin) +
          "  relais:\n    title: Relais\n    task: {title: Passer le relais, by: [conseiller], "
          "due: "
          "3bd}\n    timers: {terme: {after: 9 months, goto: clos}}\n    actions:\n      rendre: "
          "{title: Rendre, by: [conseiller], goto: clos}\n" +
          kMannersPath.substr(end),
      "goto: pause", "goto: relais");

  const std::string text = changes(later);

  CHECK(text.find("s’appelle désormais") == std::string::npos);
  check_says(text, {"- retire", "- ajoute"});
}
