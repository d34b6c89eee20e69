// The way that breaks a property, written as a scenario and played.
#include "tests/workflows/scenarios/playing.hpp"
#include "workflows/explore/explore.hpp"
#include "workflows/explore/messages.hpp"

using namespace guichet;

namespace {

// A path without referrals: two states to do, one that a timer leaves.
const std::string kPath = R"(guichet: workflow/1
id: transmission
kind: need
title: Un parcours court
fields: [theme, note, issue, motif_abandon]
initial: ouvert
states:
  ouvert:
    timers:
      rappel: {after: 5bd, every: 5bd, times: 3, remind: conseiller}
      oubli: {after: 30bd, do: [{set: {issue: sans_suite}}], goto: clos}
    actions:
      avancer: {by: [conseiller], require: [note], goto: suite}
      abandonner: {by: [conseiller], goto: abandon}
  suite:
    timers:
      oubli: {after: 20bd, goto: ouvert}
    actions:
      conclure: {by: [conseiller], require: [issue], goto: clos}
      revenir: {by: [conseiller], goto: ouvert}
  clos: {final: true, outcome: issue, success: true}
  abandon: {final: true, outcome: abandon}
)";

struct Found {
  explore::Verdict verdict{.why = base::Message(explore::messages::kHolds)};
  std::string scenario;
  std::shared_ptr<const bundle::Desk> desk;
};

// The path with these properties, and one passage of it read otherwise.
Found check(const std::string& properties, const std::string& cut = "",
            const std::string& put = "") {
  test::Files files = test::figeac();
  std::string path = kPath + "properties:\n" + properties;
  if (!cut.empty()) path.replace(path.find(cut), cut.size(), put);
  files["workflows/transmission.yaml"] = path;
  base::Diagnostics diagnostics;
  Found found;
  found.desk = bundle::load_desk_files(files, "", diagnostics, bundle::Proof::no);
  INFO(render_text(diagnostics, base::Language::en));
  REQUIRE(found.desk != nullptr);
  auto verdicts = explore::check_properties(*found.desk, *found.desk->workflow("transmission"));
  REQUIRE(verdicts.size() == 1);
  found.verdict = std::move(verdicts[0]);
  found.scenario = explore::scenario_of(*found.desk, found.verdict);
  return found;
}

// Plays the way, on the path that it was found on or on one put right; what failed.
std::string played_back(const Found& found, const std::string& cut = "",
                        const std::string& put = "") {
  test::Files files = test::figeac();
  std::string path = found.desk->files.at("workflows/transmission.yaml");
  if (!cut.empty()) {
    const std::size_t at = path.find(cut);
    REQUIRE(at != std::string::npos);
    path.replace(at, cut.size(), put);
  }
  files["workflows/transmission.yaml"] = path;
  files["tests/way.yaml"] = found.scenario;
  base::Diagnostics diagnostics;
  const auto desk = bundle::load_desk_files(files, "", diagnostics, bundle::Proof::no);
  INFO(render_text(diagnostics, base::Language::en));
  REQUIRE(desk != nullptr);
  scenarios::check_scenarios(*desk, diagnostics);
  INFO(found.scenario << render_text(diagnostics, base::Language::en));
  REQUIRE_FALSE(diagnostics.has_errors());
  std::string out;
  const auto report = scenarios::run_scenarios(desk, [](const std::string&, bool) {});
  for (const scenarios::Failure& each : report.failures) out += each.what + "\n";
  UNSCOPED_INFO(found.scenario << out);
  return out;
}

bool breaks(const std::string& said) {
  return said.find("la propriété « p » de transmission") != std::string::npos;
}

}  // namespace

TEST_CASE("never: the way fails as a scenario, and passes once the path is put right") {
  const Found found = check("  - {id: p, never: in state(\"clos\") and issue = \"abouti\"}\n");
  REQUIRE(found.verdict.outcome == explore::Outcome::violated);
  CHECK(breaks(played_back(found)));
  CHECK(played_back(found, "require: [issue], goto: clos",
                    "require: [issue], when: issue != \"abouti\", goto: clos")
            .empty());
}

TEST_CASE("always: the way leads to where it is not so") {
  const Found found = check("  - {id: p, always: not(in state(\"suite\"))}\n");
  REQUIRE(found.verdict.outcome == explore::Outcome::violated);
  CHECK(breaks(played_back(found)));
  CHECK(played_back(found, "require: [note], goto: suite", "require: [note], goto: clos").empty());
}

TEST_CASE("at_most: the way comes there once too often") {
  const Found found = check("  - {id: p, at_most: 2, of: in state(\"suite\")}\n");
  REQUIRE(found.verdict.outcome == explore::Outcome::violated);
  CHECK(breaks(played_back(found)));
  CHECK(played_back(found, "goto: ouvert}\n    actions", "goto: clos}\n    actions").empty());
}

TEST_CASE("at_most of an event: reminders are counted as they come") {
  const Found found = check("  - {id: p, at_most: 2, of: event.name = \"rappel\"}\n");
  REQUIRE(found.verdict.outcome == explore::Outcome::violated);
  CHECK(breaks(played_back(found)));
  CHECK(played_back(found, "goto: ouvert}\n    actions", "goto: clos}\n    actions").empty());
}

TEST_CASE("before: the second comes without the first") {
  const Found found =
      check("  - {id: p, first: in state(\"suite\"), before: in state(\"clos\")}\n");
  REQUIRE(found.verdict.outcome == explore::Outcome::violated);
  CHECK(found.scenario.find("wait_for: oubli") != std::string::npos);
  CHECK(breaks(played_back(found)));
  CHECK(played_back(found, "issue: sans_suite}}], goto: clos", "issue: sans_suite}}], goto: suite")
            .empty());
}

TEST_CASE("leads_to: an end without what should follow") {
  const Found found =
      check("  - {id: p, when: in state(\"ouvert\"), leads_to: in state(\"clos\")}\n");
  REQUIRE(found.verdict.outcome == explore::Outcome::violated);
  CHECK(found.verdict.why.key() == "ended-without");
  CHECK(breaks(played_back(found)));
  CHECK(played_back(found, "{by: [conseiller], goto: abandon}", "{by: [conseiller], goto: clos}")
            .empty());
}

TEST_CASE("leads_to: what comes too late, or never") {
  const Found late = check(
      "  - {id: p, when: in state(\"suite\"), leads_to: not(in state(\"suite\")), within: 19bd}\n");
  REQUIRE(late.verdict.outcome == explore::Outcome::violated);
  CHECK(breaks(played_back(late)));
  CHECK(
      played_back(late, "oubli: {after: 20bd, goto: ouvert}", "oubli: {after: 18bd, goto: ouvert}")
          .empty());
  const std::string forever = "oubli: {after: 20bd, goto: ouvert}";
  Found stuck = check(
      "  - {id: p, when: in state(\"suite\"), leads_to: in state(\"clos\") or in "
      "state(\"abandon\")}\n",
      forever, "rappel: {after: 20bd, remind: conseiller}");
  REQUIRE(stuck.verdict.outcome == explore::Outcome::violated);
  CHECK(breaks(played_back(stuck)));
  CHECK(played_back(stuck, "rappel: {after: 20bd, remind: conseiller}",
                    "oubli: {after: 20bd, goto: clos}")
            .empty());
}

TEST_CASE("every case ends: a wait that nothing ends") {
  const Found found = check("  - {id: p, every_case: ends}\n", "oubli: {after: 20bd, goto: ouvert}",
                            "rappel: {after: 20bd, remind: conseiller}");
  REQUIRE(found.verdict.outcome == explore::Outcome::violated);
  CHECK(played_back(found).find("ne finit pas") != std::string::npos);
  CHECK(played_back(found, "rappel: {after: 20bd, remind: conseiller}",
                    "oubli: {after: 20bd, goto: ouvert}")
            .empty());
}

TEST_CASE("the generated suite of a path passes and takes every arm of it") {
  Found found = check("  - {id: p, every_case: ends}\n");
  found.scenario = explore::covering_scenarios(*found.desk, *found.desk->workflow("transmission"));
  test::Files files = test::figeac();
  files["workflows/transmission.yaml"] = found.desk->files.at("workflows/transmission.yaml");
  files["tests/ways.yaml"] = found.scenario;
  base::Diagnostics diagnostics;
  const auto desk = bundle::load_desk_files(files, "", diagnostics, bundle::Proof::no);
  REQUIRE(desk != nullptr);
  INFO(found.scenario);

  const auto report = scenarios::run_scenarios(desk, [](const std::string&, bool) {});

  for (const scenarios::Failure& each : report.failures) UNSCOPED_INFO(each.what);
  CHECK(report.failures.empty());
  for (const scenarios::CoverageRow& row : report.coverage) {
    if (row.path != "transmission") continue;
    CHECK(row.transitions.covered == row.transitions.total);
    CHECK(row.states.covered == row.states.total);
  }
}

TEST_CASE("reminders are counted by the event that they come with") {
  const Found holds = check("  - {id: p, at_most: 3, of: event.name = \"rappel\"}\n");
  // Coming back starts the reminders anew.
  CHECK(holds.verdict.outcome == explore::Outcome::violated);
}

TEST_CASE("a ladder keeps its order: the fourth week never comes before the first") {
  CHECK(check("  - {id: p, when: in state(\"suite\"), leads_to: not(in state(\"suite\")), within: "
              "20bd}\n")
            .verdict.outcome == explore::Outcome::holds);
  CHECK(check("  - {id: p, when: in state(\"suite\"), leads_to: not(in state(\"suite\")), within: "
              "19bd}\n")
            .verdict.outcome == explore::Outcome::violated);
}

TEST_CASE("what asks for a date is not decided, and said to be so") {
  const Found found = check("  - {id: p, never: creation_entreprise > today()}\n");
  CHECK(found.verdict.outcome == explore::Outcome::inconclusive);
  CHECK(found.verdict.why.key() == "unknown-condition");
}

TEST_CASE("a path that goes round for ever does not end by itself") {
  const Found found = check("  - {id: p, every_case: ends}\n");
  CHECK(found.verdict.outcome == explore::Outcome::holds);
}
