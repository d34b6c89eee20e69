// Slips of the hand in a test file: said with their place, and a scenario that has one fails alone.
#include "tests/workflows/scenarios/playing.hpp"

using namespace guichet;
using test::play;

namespace {

const std::string kMistakenFormation = R"(  formation:
    clock: 2009-09-01T10:00
    steps:
      - {intake: {row: 2009-060, of: demandes.csv}, then: {sent: [demande-partenaire to maison-formation]}}
)";

// What is said of one step after the request.
std::string said_of(const std::string& step) {
  return play(kMistakenFormation + "      - " + step + "\n").said;
}

bool has(const std::string& text, const std::string& words) {
  return text.find(words) != std::string::npos;
}

}  // namespace

TEST_CASE("values are those that a form would take") {
  CHECK(has(said_of("{intake: {row: 2009-073, of: demandes.csv, fields: {effectif: beaucoup}}}"),
            "[value-number]"));
  CHECK(has(said_of("{do: noter, as: conseiller, need: formation, with: {theme: plomberie}}"),
            "[value-choice]"));
  CHECK(has(said_of("{correct: {fields: {recue_le: hier}, reason: x}, as: coordinatrice}"),
            "[value-date]"));
  CHECK(has(said_of("{correct: {fields: {effectif: -3}, reason: x}, as: coordinatrice}"),
            "x.yaml:7:39"));
}

TEST_CASE("a wrong value is refused where the step expects a refusal") {
  const auto played =
      play(kMistakenFormation +
           "      - {correct: {fields: {effectif: beaucoup}, reason: x}, as: coordinatrice, "
           "then: {refused: value-number}}\n");
  CHECK(played.said.empty());
  CHECK(played.failures().empty());
  CHECK(played.report.passed == play(kMistakenFormation).report.passed);
}

TEST_CASE("never names states that there are, of the paths it is seen from") {
  const std::string clock = "    clock: 2009-09-01T10:00\n";
  const auto said = [&](const std::string& never) {
    return play("  x:\n" + clock + "    never: [" + never + "]\n    steps: [{advance: 1bd}]\n")
        .said;
  };
  const std::string mistaken = said("'in state(\"orientaton\")'");
  CHECK(has(mistaken, "did you mean 'orientation'?"));
  CHECK(has(mistaken, "[unknown-state]"));
  CHECK(has(mistaken, "x.yaml:5:24"));
  CHECK(has(said("{of: mise-en-relation, when: 'state(\"orientation\")'}"), "[unknown-state]"));
  CHECK(said("'in state(\"orientation\")'").empty());
}

TEST_CASE("then names timers, states of the path at hand, fields and their values") {
  CHECK(has(said_of("{then: {timers: {relanse: 2009-09-08}}}"), "did you mean 'relance'?"));
  CHECK(has(said_of("{then: {timers: {maison-formation: {relance: bientot}}}}"), "[bad-moment]"));
  CHECK(has(said_of("{then: {timers: {formation: {suivi: none}}}}"), "[unknown-name]"));
  CHECK(has(said_of("{then: {fired: [relanse]}}"), "did you mean 'relance'?"));
  CHECK(has(said_of("{then: {state: {formation: demandee}}}"), "[unknown-name]"));
  CHECK(has(said_of("{then: {fields: {efectif: 3}}}"), "did you mean 'effectif'?"));
  CHECK(has(said_of("{then: {fields: {formation: {isue: abouti}}}}"), "did you mean 'issue'?"));
  CHECK(has(said_of("{then: {fields: {effectif: trois}}}"), "[value-number]"));
  CHECK(has(said_of("{then: {closed: oui}}"), "[unknown-name]"));
  CHECK(has(said_of("{then: {told: {demandeurr: [x]}}}"), "did you mean 'demandeur'?"));
}

TEST_CASE("time does not go back") {
  CHECK(has(said_of("{until: 2009-08-31}"), "[past-moment]"));
  CHECK(has(said_of("{advance: 5bd, outage: {until: 2009-09-02}}"), "[past-moment]"));
  CHECK(has(play(kMistakenFormation + "      - {advance: 5bd}\n  suite:\n    include: formation\n"
                                      "    steps: [{until: 2009-09-04}]\n")
                .said,
            "[past-moment]"));
  // How long a timer is waited for is known when it is played.
  const auto played =
      play(kMistakenFormation + "      - {wait_for: escalade}\n      - {until: 2009-09-04}\n");
  CHECK(has(played.failures(), "2009-09-04"));
}

TEST_CASE("never is looked at right after what is included, and when only time passes") {
  CHECK(has(play(kMistakenFormation + "  suite:\n    include: formation\n"
                                      "    never: ['in state(\"chez_partenaires\")']\n"
                                      "    steps: [{then: {closed: false}}]\n")
                .failures(),
            "ne devait jamais"));
  CHECK(has(play(kMistakenFormation + "  tard:\n    include: formation\n"
                                      "    never: ['today() > date(\"2009-09-02\")']\n"
                                      "    steps: [{until: 2009-09-03T08:00}]\n")
                .failures(),
            "ne devait jamais"));
}

TEST_CASE("a scenario with a mistake fails alone, with its place") {
  test::Files files = test::figeac();
  files["tests/x.yaml"] =
      "guichet: scenario/1\nscenarios:\n" + kMistakenFormation +
      "  faux:\n    include: formation\n    steps:\n"
      "      - {edit: {file: workflows/socle.yaml, replace: absent, by: rien}}\n"
      "  casse:\n    include: formation\n    steps:\n"
      "      - {edit: {file: workflows/mise-en-relation.yaml, "
      "replace: 'goto: acceptee', by: 'goto: aceptee'}}\n"
      "  suite:\n    include: faux\n    steps: [{advance: 1bd}]\n";
  base::Diagnostics diagnostics;
  const auto desk = bundle::load_desk_files(files, "", diagnostics, bundle::Proof::no);
  REQUIRE(desk != nullptr);
  std::vector<std::string> failed;
  const auto told = [&](const std::string& name, bool passed) {
    if (!passed) failed.push_back(name);
  };

  const auto report = scenarios::run_scenarios(desk, told, nullptr, nullptr, base::Language::en);

  CHECK(failed == std::vector<std::string>{"faux", "casse", "suite"});
  REQUIRE(report.failures.size() == 3);
  CHECK(has(report.failures[0].what, "does not hold 'absent'"));
  CHECK(report.failures[0].at.source->place_of(report.failures[0].at.offset).line == 10);
  CHECK(has(report.failures[1].what, "'aceptee'"));
  CHECK(has(report.failures[1].what, "then: {refused: unknown-state}"));
  CHECK(report.failures[1].at.source->name() == "tests/x.yaml");
  CHECK(has(report.failures[2].what, "'faux'"));
}

TEST_CASE("a scenario that expects nothing is noted") {
  test::Files files = test::figeac();
  files["tests/x.yaml"] =
      "guichet: scenario/1\nscenarios:\n  muet:\n    clock: 2009-09-01T10:00\n"
      "    steps: [{intake: {row: 2009-060, of: demandes.csv}}]\n";
  base::Diagnostics diagnostics;
  const auto desk = bundle::load_desk_files(files, "", diagnostics, bundle::Proof::no);
  REQUIRE(desk != nullptr);
  base::Diagnostics found;
  scenarios::check_scenarios(*desk, found);
  REQUIRE(found.list().size() == 1);
  CHECK(found.list()[0].severity == base::Severity::info);
  CHECK(found.list()[0].code() == "nothing-expected");

  // One that another begins with leaves the expecting to it.
  files["tests/x.yaml"] +=
      "  suite:\n    include: muet\n    steps: [{then: {timers: {}}}]\n";
  const auto both = bundle::load_desk_files(files, "", diagnostics, bundle::Proof::no);
  REQUIRE(both != nullptr);
  base::Diagnostics quiet;
  scenarios::check_scenarios(*both, quiet);
  CHECK(quiet.list().empty());
}

TEST_CASE("what fails is told in the language that is asked for") {
  test::Files files = test::figeac();
  files["tests/x.yaml"] = "guichet: scenario/1\nscenarios:\n" + kMistakenFormation +
                          "      - {do: orienter, as: conseiller, need: formation}\n"
                          "      - {then: {state: {formation: orientation}, sent: [accuse-de-"
                          "reception to demandeur], timers: {relance: 2009-10-01}}}\n"
                          "      - {then: {refused: x, closed: true}}\n";
  base::Diagnostics diagnostics;
  const auto desk = bundle::load_desk_files(files, "", diagnostics, bundle::Proof::no);
  REQUIRE(desk != nullptr);
  const auto silent = [](const std::string&, bool) {};
  std::string text;
  const auto report = scenarios::run_scenarios(desk, silent, nullptr, nullptr, base::Language::en);
  for (const scenarios::Failure& each : report.failures) {
    text += each.what + "\n";
    for (const std::string& offer : each.offers) text += offer + "\n";
  }
  INFO(text);
  CHECK(report.failures.size() == 6);
  CHECK(has(text, "the act is refused: "));
  CHECK(has(text, "expected the state orientation; the state is chez_partenaires"));
  CHECK(has(text, "expected a refusal; the act was accepted"));
  CHECK(has(text, "the case is still open"));
  CHECK_FALSE(has(text, "attendu"));
  CHECK_FALSE(has(text, "réservé"));
  CHECK_FALSE(has(text, "il manque"));
}

TEST_CASE("what other cases take up of partners counts from a step on") {
  const std::string recrutement = R"(  x:
    clock: 2009-09-01T10:00
    steps:
      - {LOADintake: {fields: {nom: A, telephone: "0565000001", description: b, themes: [recrutement], consentement_partage: oui, commune: "46102", naf: 10.71C, effectif: 4}}}
      - {then: {state: {PARTNER: demandee}}}
)";
  const auto with = [&](const std::string& load, const std::string& partner) {
    std::string text = recrutement;
    text.replace(text.find("LOAD"), 4, load);
    text.replace(text.find("PARTNER"), 7, partner);
    return play(text);
  };
  CHECK(with("", "mode-d-emplois").failures().empty());
  CHECK(with("load: {mode-d-emplois.month: 1}, ", "mcef-figeac").failures().empty());
  CHECK_FALSE(with("load: {mode-d-emplois.month: 1}, ", "mode-d-emplois").failures().empty());
  CHECK(has(with("load: {mode-d-emplois.moth: 1}, ", "mcef-figeac").said, "did you mean 'month'?"));
  CHECK(has(with("load: {mode-d-emploi: 1}, ", "mcef-figeac").said, "'mode-d-emplois'?"));
}

TEST_CASE("one cause is told once: a path of another kind, an id that is none") {
  const auto said = [](const std::string& cut, const std::string& put) {
    test::Files files = test::figeac();
    std::string& path = files.at("workflows/creation.yaml");
    path.replace(path.find(cut), cut.size(), put);
    base::Diagnostics diagnostics;
    bundle::load_desk_files(files, "", diagnostics, bundle::Proof::no);
    std::vector<std::string> codes;
    for (const base::Diagnostic& each : diagnostics.list()) codes.emplace_back(each.code());
    INFO(render_text(diagnostics, base::Language::en));
    CHECK(codes.size() == 1);
    return codes.empty() ? "" : codes.front();
  };
  CHECK(said("kind: need", "kind: request") == "field-of-other");
  CHECK(said("id: creation", "id: Créa tion") == "not-an-id");
}

TEST_CASE("after a step that cannot be done, nothing more is said") {
  const auto played = play(
      "  x:\n    clock: 2009-09-01T10:00\n    steps:\n"
      "      - {intake: {row: 1999-001, of: demandes.csv}, then: {verdict: take_in}}\n"
      "      - {do: noter, as: conseiller, with: {note: x}, then: {closed: true}}\n");
  REQUIRE(played.report.failures.size() == 1);
  CHECK(has(played.failures(), "2009-060"));  // the rows that there are
}

TEST_CASE("a date says how it is written, and a name which ones there are") {
  CHECK(has(said_of("{until: le 5 septembre}"), "write `2009-02-05`"));
  CHECK(has(said_of("{then: {verdict: peut-etre}}"), "there are: take_in, refuse, ask"));
}
