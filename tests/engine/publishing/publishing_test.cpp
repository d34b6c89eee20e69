// A version published over cases in flight: what a preview says, what a migration does, in the
// store and on the clock of a simulated desk.
#include <algorithm>

#include "engine/cases/apply.hpp"
#include "engine/cases/snapshot_json.hpp"
#include "engine/publishing/migration.hpp"
#include "engine/publishing/preview.hpp"
#include "engine/publishing/replay.hpp"
#include "tests/support/case_fixture.hpp"
#include "tests/support/migration_plan.hpp"
#include "workflows/scenarios/stage.hpp"

using namespace guichet;
using guichet::tests::Change;
using guichet::tests::changed_desk;
using guichet::tests::text;

namespace {

constexpr const char* kHelpPath = "workflows/help.yaml";
const std::vector<Change> kRename{{kHelpPath, "initial: with_us", "initial: at_home"},
                                  {kHelpPath, "  with_us:\n", "  at_home:\n"},
                                  {kHelpPath, "{goto: with_us}", "{goto: at_home}"},
                                  {kHelpPath, "        goto: with_us", "        goto: at_home"}};
const std::string kRenamePlan =
    "guichet: migration/1\nworkflow: help\nstates: {with_us: at_home}\n";

// A desk in memory on which three makers wait at home and one is with the partner.
struct Running {
  base::Instant start = *base::parse_instant("2026-03-02T10:00:00Z");  // a Monday
  scenarios::Stage stage{tests::small_desk(), start};
  std::vector<base::CaseId> ids;
  access::Actor admin{.kind = access::ActorKind::staff, .id = "admin", .name = "admin"};

  Running() {
    for (int i = 1; i <= 4; ++i) {
      const auto opened =
          stage.submit(access::system_actor(), {},
                       cases::OpenRequest{{{"reference", text("R-" + std::to_string(i))},
                                           {"name", text("Ada")},
                                           {"phone", text("01632 960020")},
                                           {"email", text("ada@example.test")},
                                           {"description", text("A bench")},
                                           {"area", text("riverside")},
                                           {"may_share", text("given")},
                                           {"themes", text("workshop")}}});
      REQUIRE(opened);
      ids.push_back(opened->kase);
    }
    const auto robin = *access::actor_as(*tests::small_desk(), "robin");
    REQUIRE(stage.submit(robin, ids[3], cases::Act{{2}, "pass_on", {}}));
  }

  store::Store& store() { return stage.desk().store(); }

  publishing::Preview preview(const std::shared_ptr<const bundle::Desk>& draft,
                              const std::string& yaml = "") {
    publishing::Versions versions(store(), draft);
    const auto plan = tests::make_plan(yaml, {*draft, versions.in_flight()});
    return publishing::preview(store(), versions, {.plan = *plan}, stage.now());
  }
  std::shared_ptr<const migrate::Plan> plan(const std::string& yaml) {
    publishing::Versions versions(store(), stage.shared_definition());
    return tests::make_plan(yaml, {stage.definition(), versions.in_flight()});
  }
  std::size_t migrations_of(base::CaseId id) {
    const auto facts = stage.facts(id);
    return static_cast<std::size_t>(std::ranges::count_if(facts, [](const cases::Fact& fact) {
      return std::holds_alternative<cases::CaseMigrated>(fact.event);
    }));
  }
};

std::size_t count(const publishing::Preview& preview, migrate::Verdict verdict) {
  return preview.cases[static_cast<std::size_t>(verdict)];
}

}  // namespace

TEST_CASE("a preview counts cases by the hardest of what they stand in") {
  Running running;
  const auto draft = changed_desk({{kHelpPath, "nudge:  {after: 3bd", "nudge:  {after: 8bd"}});

  const auto seen = running.preview(draft);

  CHECK(seen.open == 4);
  CHECK(count(seen, migrate::Verdict::timers) == 3);
  CHECK(count(seen, migrate::Verdict::identical) == 1);
  CHECK(!seen.is_easy());
  CHECK(seen.stranded.empty());
  REQUIRE(seen.changes.size() == 1);
  REQUIRE(!seen.places.empty());
  CHECK(seen.places[0].group.configuration == "with_us");
  CHECK(seen.places[0].examples.size() == 3);
  REQUIRE(!seen.places[0].timers.empty());
  const auto& shift = seen.places[0].timers[0];
  CHECK(shift.timer == "nudge");
  CHECK(shift.change == "kept");
  CHECK(base::iso(*shift.was).substr(0, 10) == "2026-03-05");
  CHECK(base::iso(*shift.rebased).substr(0, 10) == "2026-03-12");
}

TEST_CASE("a preview names partners of whom the draft's file and the directory differ") {
  Running running;
  CHECK(running.preview(tests::small_desk()).kept_partners.empty());
  const auto draft = changed_desk({{"partners.yaml", "head@example.test", "other@example.test"}});
  CHECK(running.preview(draft).kept_partners == std::vector<std::string>{"guild"});
}

TEST_CASE("a preview names the cases that a version strands and a plan that mends it") {
  Running running;
  const auto draft = changed_desk(kRename);

  const auto seen = running.preview(draft);

  CHECK(count(seen, migrate::Verdict::mapping) == 3);
  REQUIRE(seen.stranded.size() == 3);
  CHECK(seen.stranded[0].number == "R-1");
  REQUIRE(seen.suggested.size() == 1);
  INFO(seen.suggested[0]);
  const auto mended = running.preview(draft, seen.suggested[0]);
  CHECK(mended.stranded.empty());
}

TEST_CASE("a value that a field would take no more blocks its cases, one by one") {
  Running running;
  const auto draft =
      changed_desk({{"fields.yaml", "{of: person, type: phone", "{of: person, type: siret"}});

  const auto seen = running.preview(draft);

  CHECK(count(seen, migrate::Verdict::blocked) == 4);
  REQUIRE(seen.blocked.size() == 4);
  CHECK(seen.blocked[0].kase.number == "R-1");
}

TEST_CASE("a migration moves every case once, and again does nothing") {
  Running running;
  running.stage.activate(changed_desk(kRename));
  const auto plan = running.plan(kRenamePlan);
  std::vector<std::size_t> told;

  const auto run =
      publishing::migrate_cases(running.stage.desk(), plan, running.admin,
                                [&](std::size_t done, std::size_t) { told.push_back(done); });
  const auto again = publishing::migrate_cases(running.stage.desk(), plan, running.admin, {});

  CHECK(run.cases == 4);
  CHECK(run.verdicts.at("mapping") == 3);
  CHECK(run.verdicts.at("compatible") == 1);
  CHECK(told == std::vector<std::size_t>{1, 2, 3, 4});
  CHECK(again.cases == 0);
  CHECK(again.done_before == 4);
  for (const base::CaseId id : running.ids) {
    CHECK(running.migrations_of(id) == 1);
    CHECK(running.stage.facts_give_case(id));
  }
}

TEST_CASE("a migrated case goes on by the new version, and its timers fire once") {
  Running running;
  running.stage.activate(changed_desk(kRename));
  publishing::migrate_cases(running.stage.desk(), running.plan(kRenamePlan), running.admin, {});

  running.stage.run_until(running.start + std::chrono::days(10));

  const auto facts = running.stage.facts(running.ids[0]);
  const auto fired = std::ranges::count_if(facts, [](const cases::Fact& fact) {
    const auto* timer = std::get_if<cases::TimerFired>(&fact.event);
    return timer != nullptr && timer->name == "nudge";
  });
  CHECK(fired == 1);
  CHECK(running.stage.load(running.ids[0])->find({2})->find_active("at_home") != nullptr);
}

TEST_CASE("what is left stays pinned with its reason, and is tried again") {
  Running running;
  running.stage.activate(changed_desk(kRename));
  const auto plan = running.plan("");

  const auto run = publishing::migrate_cases(running.stage.desk(), plan, running.admin, {});

  CHECK(run.verdicts.at("left") == 3);
  CHECK(run.verdicts.at("compatible") == 1);
  std::vector<store::MigrationRow> rows;
  running.store().read([&](store::Reader& r) { rows = r.migrations(plan->hash); });
  CHECK(rows[0].reason.find("with_us") != std::string::npos);
  const auto again = publishing::migrate_cases(running.stage.desk(), plan, running.admin, {});
  CHECK(again.cases == 3);
}

TEST_CASE("a migration is taken back for the cases that nothing has followed, and done again") {
  Running running;
  running.stage.activate(changed_desk(kRename));
  const auto plan = running.plan(kRenamePlan);
  publishing::migrate_cases(running.stage.desk(), plan, running.admin, {});
  const auto robin = *access::actor_as(running.stage.definition(), "robin");
  REQUIRE(running.stage.submit(robin, running.ids[0], cases::Act{{2}, "pass_on", {}}));

  std::map<base::CaseId, std::string> stays;
  const auto back =
      publishing::revert_cases(running.stage.desk(), plan->hash, running.admin, {}, stays);

  CHECK(back.verdicts.at("reverted") == 3);
  REQUIRE(stays.size() == 1);
  CHECK(stays.contains(running.ids[0]));
  CHECK(running.stage.load(running.ids[1])->find({2})->find_active("with_us") != nullptr);
  const auto again = publishing::migrate_cases(running.stage.desk(), plan, running.admin, {});
  CHECK(again.cases == 3);
  CHECK(running.stage.load(running.ids[1])->find({2})->find_active("at_home") != nullptr);
  CHECK(running.stage.facts_give_case(running.ids[1]));
}

TEST_CASE("a dry run writes nothing") {
  Running running;
  running.stage.activate(changed_desk(kRename));
  const auto before = running.stage.facts(running.ids[0]).size();

  const auto tried = publishing::dry_run(running.stage.desk(), running.plan(kRenamePlan),
                                         running.stage.surroundings());

  CHECK(tried.verdicts.at("mapping") == 3);
  CHECK(running.stage.facts(running.ids[0]).size() == before);
}

TEST_CASE("past cases lived again say who is reminded on another day, sent elsewhere or stuck") {
  Running running;
  running.stage.run_until(running.start + std::chrono::days(30));
  const auto lives = [&](const std::vector<Change>& changes) {
    publishing::Versions versions(running.store(), changed_desk(changes));
    return publishing::replay(running.store(), versions, 10);
  };

  const auto same = lives({{kHelpPath, "title: Dropped", "title: Given up"}});
  CHECK(same.cases == 4);
  CHECK(same.different.empty());

  const auto later =
      lives({{"workflows/referral.yaml", "reminder: {after: 5bd", "reminder: {after: 6bd"}});
  CHECK(later.reminded == 1);
  CHECK(later.routed == 0);

  const auto elsewhere = lives(
      {{"rules/agreement.yaml", "areas: {in: [riverside, hilltop]}", "areas: {in: [hilltop]}"},
       {"rules/agreement.yaml", "[workshop], areas: [riverside, hilltop]",
        "[workshop], areas: [hilltop]"}});
  CHECK(elsewhere.routed > 0);

  publishing::Versions versions(running.store(), changed_desk({{kHelpPath, "60bd", "70bd"}}));
  const auto cut = publishing::replay(running.store(), versions, 10, 0);
  CHECK(cut.cases == 1);
  CHECK(cut.not_reached == 3);

  const auto stuck = lives({{kHelpPath, "pass_on:", "hand_on:"}});
  CHECK(stuck.stuck == 1);
}
