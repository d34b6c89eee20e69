#include "tests/workflows/scenarios/playing.hpp"

using namespace guichet;
using test::play;

namespace {

// A training request on a Tuesday: its partner has five days before it is reminded.
const std::string kFormation = R"(  formation:
    clock: 2009-09-01T10:00
    steps:
      - {intake: {row: 2009-060, of: demandes.csv}, then: {sent: [demande-partenaire to maison-formation]}}
)";

bool has(const test::Played& played, const std::string& words) {
  return played.failures().find(words) != std::string::npos;
}

std::string edited(std::string text, const std::string& cut, const std::string& put) {
  const std::size_t at = text.find(cut);
  REQUIRE(at != std::string::npos);
  return text.replace(at, cut.size(), put);
}

}  // namespace

TEST_CASE("a command lost before its commit is carried out once when it is asked again") {
  CHECK(play(kFormation +
             "      - {until: 2009-09-03T10:00, reply: accepter, from: maison-formation, "
             "with: {referent: v-delmas}, crash: before_commit, then: {exactly: {sent: "
             "[mise-en-relation to demandeur], agenda: 0}, state: {formation: accompagnement}}}\n")
            .failures()
            .empty());
}

TEST_CASE("a command whose answer was lost is not carried out twice") {
  CHECK(play(kFormation +
             "      - {until: 2009-09-03T10:00, reply: accepter, from: maison-formation, "
             "with: {referent: v-delmas}, crash: after_commit, then: {exactly: {sent: "
             "[mise-en-relation to demandeur]}, state: {formation: accompagnement}}}\n")
            .failures()
            .empty());
}

TEST_CASE("a timer that meets a crash fires once") {
  CHECK(play(kFormation +
             "      - {until: 2009-09-08T09:00, crash: before_commit, then: {exactly: {sent: "
             "[relance-partenaire to maison-formation], fired: [relance]}}}\n")
            .failures()
            .empty());
}

TEST_CASE("a crash with nothing under way is a failure of the scenario") {
  CHECK(has(play(kFormation + "      - {advance: 1bd, crash: before_commit}\n"), "rien ne s'est"));
}

TEST_CASE("after an outage what fell due meanwhile fires late, reminders not in a heap") {
  CHECK(play(kFormation +
             "      - {outage: {until: 2009-09-16T14:00}, then: {fired: [relance, escalade]}}\n")
            .failures()
            .empty());
}

TEST_CASE("an outage has one end") {
  CHECK(play(kFormation + "      - {outage: {until: 2009-09-16, for: 5bd}}\n")
            .said.find("[outage-end]") != std::string::npos);
}

TEST_CASE("wait_for goes to the moment at which a timer fires") {
  CHECK(play(kFormation + "      - {wait_for: escalade, then: {fired: [relance, escalade]}}\n"
                          "      - {until: 2009-09-15T09:00}\n")
            .failures()
            .empty());
  CHECK(has(play(kFormation + "      - {wait_for: suivi_6_mois}\n"), "suivi_6_mois"));
}

TEST_CASE("a case is put where a scenario begins") {
  CHECK(play(R"(  transmission:
    clock: 2009-03-02T10:00
    given:
      workflow: creation
      at: accompagnement
      data: {consentement_partage: oui, nom: Vidal}
    steps:
      - then: {state: {creation: accompagnement, demande: prise_en_charge}, timers: {creation: {revue: 2009-06-02}}}
      - {do: conclure, as: conseiller, need: creation, with: {issue: abouti, date_issue: 2009-03-01}, then: {state: {creation: suivi}}}
)")
            .failures()
            .empty());
}

TEST_CASE("a position that does not exist is said when the file is checked") {
  const auto played = play(R"(  nowhere:
    clock: 2009-03-02T10:00
    given: {workflow: creation, at: acompagnement}
    steps: [{advance: 1bd}]
)");
  CHECK(played.said.find("did you mean 'accompagnement'?") != std::string::npos);
}

TEST_CASE("never is looked at after every act and every timer, once for an instance") {
  const std::string never =
      "    never: ['in state(\"orientation\")', "
      "{of: mise-en-relation, when: 'state(\"sans_reponse\")'}]\n";
  const auto played =
      play(edited(kFormation, "    steps:", never + "    steps:") + "      - {advance: 21bd}\n");
  CHECK(played.report.failures.size() == 2);
  CHECK(has(played, "sans_reponse"));
}

TEST_CASE("a scenario goes on from where another one ends") {
  CHECK(play(kFormation + R"(  suite:
    include: formation
    steps:
      - {advance: 5bd, then: {exactly: {sent: [relance-partenaire to maison-formation]}}}
)")
            .failures()
            .empty());
  CHECK(play("  a: {include: b}\n  b: {include: a}\n").said.find("[include-circle]") !=
        std::string::npos);
}

TEST_CASE("a case in flight stays with its version when a file is edited; a new one has the new") {
  const auto files = test::figeac();
  const std::string slower =
      edited(files.at("workflows/mise-en-relation.yaml"), "after: 5bd,", "after: 8bd,");
  const auto played =
      play(kFormation +
               "      - {edit: lent.yaml}\n"
               "      - {then: {timers: {maison-formation: {relance: 2009-09-08}}}}\n"
               "      - {intake: {row: 2009-073, of: demandes.csv}, then: {timers: "
               "{maison-formation: {relance: 2009-09-11}}}}\n",
           {{"tests/lent.yaml", slower}});
  CHECK(played.failures().empty());
}

TEST_CASE("one passage of one file can be edited in place") {
  const std::string edit =
      "      - {edit: {file: workflows/mise-en-relation.yaml, replace: "
      "'{after: 5bd,', by: '{after: 8bd,'}, migrate: true, as: coordinatrice}\n";
  CHECK(play(kFormation + edit + "      - {advance: 5bd}\n").failures().empty());
  CHECK(play(kFormation + edited(edit, "{after: 5bd,", "{after: 6bd,"))
            .said.find("[no-such-passage]") != std::string::npos);
}

TEST_CASE("an edit with a mistake is refused, and what was in force stays in force") {
  const auto files = test::figeac();
  const std::string broken =
      edited(files.at("workflows/mise-en-relation.yaml"), "goto: acceptee", "goto: aceptee");
  const test::Files more{{"tests/faux.yaml", broken}};
  CHECK(play(kFormation + "      - {edit: faux.yaml, then: {refused: unknown-state}}\n"
                          "      - {advance: 5bd, then: {fired: [relance]}}\n",
             more)
            .failures()
            .empty());
  CHECK(play(kFormation + "      - {edit: faux.yaml}\n", more).said.find("aceptee") !=
        std::string::npos);
}

TEST_CASE("cases go over to the edited version where the step says so") {
  const auto files = test::figeac();
  const std::string slower =
      edited(files.at("workflows/mise-en-relation.yaml"), "after: 5bd,", "after: 8bd,");
  const auto played =
      play(kFormation +
               "      - {edit: lent.yaml, migrate: plan.yaml, as: coordinatrice}\n"
               "      - {then: {timers: {maison-formation: {relance: 2009-09-11}}}}\n",
           {{"tests/lent.yaml", slower},
            {"tests/plan.yaml",
             "guichet: migration/1\nworkflow: mise-en-relation\ntimers: {default: rebase}\n"}});
  CHECK(played.failures().empty());
}

TEST_CASE("tasks have due dates, and facts can be asked for") {
  CHECK(play(kFormation +
             "      - {reply: preciser, from: maison-formation, with: {question: Combien}, "
             "then: {tasks: {question: 2009-09-03}, events: [task-opened, act-taken preciser]}}\n")
            .failures()
            .empty());
  CHECK(has(play(kFormation + "      - {then: {tasks: {question: 2009-09-03}}}\n"), "question"));
  CHECK(play(kFormation + "      - {then: {events: [task-opend]}}\n")
            .said.find("did you mean 'task-opened'?") != std::string::npos);
}

TEST_CASE("a failure shows what the case offers, and why an act is closed") {
  const auto played =
      play(kFormation + "      - {do: orienter, as: conseiller, need: formation}\n");
  REQUIRE(played.report.failures.size() == 1);
  std::string offers;
  for (const std::string& each : played.report.failures[0].offers) offers += each + "\n";
  INFO(offers);
  CHECK(offers.find("accompagner") != std::string::npos);
}

TEST_CASE("a step does one thing") {
  CHECK(play(kFormation + "      - {do: noter, reply: accepter, from: cma-46}\n")
            .said.find("[two-acts]") != std::string::npos);
}

TEST_CASE("what several paths inherit is counted once, for the file that writes it") {
  const auto played = play(kFormation + "      - {advance: 21bd}\n");
  const auto row = [&](const std::string& path) -> const scenarios::CoverageRow& {
    const auto found =
        std::ranges::find(played.report.coverage, path, &scenarios::CoverageRow::path);
    REQUIRE(found != played.report.coverage.end());
    return *found;
  };
  CHECK(row("mise-en-relation").timers.covered == 3);
  CHECK(row("mise-en-relation").states.covered == 2);
  CHECK(row("socle").states.total > row("creation").states.total);
  const auto& missed = row("mise-en-relation").uncovered;
  const auto oubli = std::ranges::find(missed, "acceptee.oubli", &scenarios::Uncovered::name);
  REQUIRE(oubli != missed.end());
  CHECK(oubli->at.source->name().ends_with("workflows/mise-en-relation.yaml"));
}
