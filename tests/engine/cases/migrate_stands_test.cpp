// Clocks that stood, or stand, still when a case goes over to another version.
#include "engine/cases/snapshot_json.hpp"
#include "tests/engine/cases/migration_fixture.hpp"

using namespace guichet;
using guichet::tests::Change;
using guichet::tests::changed_desk;
using guichet::tests::kHelp;
using guichet::tests::kNudge;
using guichet::tests::kQuestion;
using guichet::tests::Migration;
using guichet::tests::text;
using Changes = std::vector<Change>;

namespace {

constexpr const char* kReferral = "workflows/referral.yaml";
const std::string kReminder = "      reminder: {after: 5bd, remind: partenaire}\n";
const Changes kPause{
    {"fields.yaml", "  result:", "  back_on: {of: need, type: date}\n  result:"},
    {kHelp, "fields: [theme, result]", "fields: [theme, result, back_on]"},
    {kHelp, "initial: with_us", "pause: {by: adviser, until: back_on}\ninitial: with_us"}};

Changes joined(Changes all, const Changes& more) {
  all.insert(all.end(), more.begin(), more.end());
  return all;
}

void go_to(Migration& kase, std::string_view moment) {
  kase.now = *base::parse_instant(moment);
}

// On Monday 2 March; the reminder of the referral (3) falls due on the 9th.
void pass_on(Migration& kase, const Changes& changes = {kQuestion}) {
  kase.desk = changed_desk(changes);
  REQUIRE(kase.open_maker());
  REQUIRE(kase.act(2, "pass_on"));
}
void ask(Migration& kase) {
  go_to(kase, "2026-03-03T10:00:00Z");
  REQUIRE(kase.reply(3, "ask", {{"reason", text("When?")}}));
}
void answer(Migration& kase) {
  go_to(kase, "2026-03-10T10:00:00Z");
  REQUIRE(kase.run(kase.staff(), cases::CompleteTask{{3}, kase.instance(3).tasks[0].id, 0}));
}

// The nudge of the need (2) falls due on the 5th.
void begin(Migration& kase, const Changes& changes = {}) {
  kase.desk = changed_desk(joined(kPause, changes));
  REQUIRE(kase.open_maker());
}
void suspend(Migration& kase) {
  go_to(kase, "2026-03-03T10:00:00Z");
  REQUIRE(kase.act(2, "suspendre",
                   {{"back_on", feel::Stored(feel::Value::date(*base::parse_day("2026-06-01")))}}));
}

std::string plan_for(const std::string& workflow, const std::string& policy) {
  return "guichet: migration/1\nworkflow: " + workflow + "\ntimers: {default: " + policy + "}\n";
}

std::string change_of(const Migration& kase, std::string_view timer) {
  for (const cases::MigratedTimer& each : kase.all<cases::CaseMigrated>().at(0).timers) {
    if (each.name == timer) return each.change;
  }
  return "";
}

// What is stored is what the facts say, stands of clocks included.
void check_fold(const Migration& kase) {
  for (const cases::Event& event : kase.journal) {
    REQUIRE(cases::from_json(cases::type_of(event), cases::to_json(event)));
  }
  for (const cases::Instance& each : kase.snapshot.instances) {
    cases::Instance back = each;
    back.extras = {};
    REQUIRE(cases::read_text(cases::to_text(each), back));
    CHECK(cases::to_text(back).extras == cases::to_text(each).extras);
  }
}

}  // namespace

TEST_CASE("counting anew leaves out the days on which a question was pending") {
  Migration kase;
  pass_on(kase);
  ask(kase);
  answer(kase);
  REQUIRE(kase.due(3, "reminder") == "2026-03-16");
  go_to(kase, "2026-03-11T10:00:00Z");
  kase.publish({kQuestion, {kReferral, "reminder: {after: 5bd", "reminder: {after: 7bd"}});

  REQUIRE(kase.migrate(plan_for("referral", "rebase")));

  // Seven from the 2nd end on the 11th; six of them were left when the question came.
  CHECK(kase.due(3, "reminder") == "2026-03-18");
  check_fold(kase);
}

TEST_CASE("counting anew while a question is pending changes what is left") {
  Migration kase;
  pass_on(kase);
  ask(kase);
  go_to(kase, "2026-03-05T10:00:00Z");
  kase.publish({kQuestion, {kReferral, "reminder: {after: 5bd", "reminder: {after: 7bd"}});

  REQUIRE(kase.migrate(plan_for("referral", "rebase")));
  CHECK(kase.due(3, "reminder").empty());
  CHECK(change_of(kase, "reminder") == "rebased");
  check_fold(kase);
  answer(kase);

  CHECK(kase.due(3, "reminder") == "2026-03-18");
}

TEST_CASE("a timer that an edit adds while a question is pending is held like the others") {
  Migration kase;
  pass_on(kase);
  ask(kase);
  go_to(kase, "2026-03-05T10:00:00Z");
  kase.publish(
      {kQuestion,
       {kReferral, kReminder, kReminder + "      late: {after: 4bd, remind: partenaire}\n"}});
  SECTION("from now") {
    REQUIRE(kase.migrate());
    CHECK(kase.due(3, "late").empty());
    answer(kase);
    CHECK(kase.due(3, "late") == "2026-03-16");
  }
  SECTION("from the entry") {
    REQUIRE(kase.migrate(plan_for("referral", "rebase")));
    CHECK(kase.due(3, "late").empty());
    answer(kase);
    CHECK(kase.due(3, "late") == "2026-03-13");
  }
  CHECK(kase.due(3, "reminder") == "2026-03-16");
  check_fold(kase);
}

TEST_CASE("a timer added after a question counts from the entry without the time it took") {
  Migration kase;
  pass_on(kase);
  ask(kase);
  answer(kase);
  kase.publish(
      {kQuestion,
       {kReferral, kReminder, kReminder + "      late: {after: 4bd, remind: partenaire}\n"}});

  REQUIRE(kase.migrate(plan_for("referral", "rebase")));

  CHECK(kase.due(3, "late") == "2026-03-13");
}

TEST_CASE("days on which a partner is closed are left out, whenever it is counted") {
  const Change closed{"partners.yaml", "    head:",
                      "    closures: [{from: 2026-03-04, to: 2026-03-06, clock: stopped}]\n"
                      "    head:"};
  Migration kase;
  pass_on(kase, {closed});
  REQUIRE(kase.due(3, "reminder") == "2026-03-12");
  kase.publish({closed, {kReferral, "reminder: {after: 5bd", "reminder: {after: 7bd"}});

  REQUIRE(kase.migrate(plan_for("referral", "rebase")));

  CHECK(kase.due(3, "reminder") == "2026-03-16");
}

TEST_CASE("counting anew leaves out a pause that is over") {
  Migration kase;
  begin(kase);
  suspend(kase);
  go_to(kase, "2026-03-20T10:00:00Z");
  REQUIRE(kase.act(2, "reprendre"));
  REQUIRE(kase.due(2, "nudge") == "2026-03-24");
  go_to(kase, "2026-03-23T10:00:00Z");
  kase.publish(joined(kPause, {{kHelp, "nudge:  {after: 3bd", "nudge:  {after: 8bd"}}));

  REQUIRE(kase.migrate(plan_for("help", "rebase")));

  // The 12th; seven were left on the 3rd.
  CHECK(kase.due(2, "nudge") == "2026-03-31");
}

TEST_CASE("a timer of months stays one of months while it is put aside") {
  Migration kase;
  begin(kase, {{kHelp, kNudge, "      nudge:  {after: 2 months, remind: adviser}\n"}});
  REQUIRE(kase.due(2, "nudge") == "2026-05-04");
  suspend(kase);
  go_to(kase, "2026-03-05T10:00:00Z");
  kase.publish(
      joined(kPause, {{kHelp, kNudge, "      nudge:  {after: 3 months, remind: adviser}\n"}}));

  REQUIRE(kase.migrate(plan_for("help", "rebase")));
  CHECK(kase.verdict() == "timers");
  CHECK(change_of(kase, "nudge") == "rebased");
  CHECK(kase.due(2, "nudge").empty());
  go_to(kase, "2026-03-13T10:00:00Z");
  REQUIRE(kase.act(2, "reprendre"));

  // 2 June, and ten days more.
  CHECK(kase.due(2, "nudge") == "2026-06-12");
  check_fold(kase);
}

TEST_CASE("hours stay hours while they are put aside") {
  const Change months{kHelp, "forget: {after: 60bd", "forget: {after: 3 months"};
  Migration kase;
  begin(kase, {months, {kHelp, kNudge, "      nudge:  {after: PT30H, remind: adviser}\n"}});
  suspend(kase);  // six hours left
  kase.publish(
      joined(kPause, {months, {kHelp, kNudge, "      nudge:  {after: PT40H, remind: adviser}\n"}}));
  REQUIRE(kase.migrate(plan_for("help", "rebase")));

  go_to(kase, "2026-03-13T11:30:00Z");
  REQUIRE(kase.act(2, "reprendre"));

  const auto& timers = kase.instance(2).timers;
  const auto nudge = std::ranges::find(timers, "nudge", &cases::Timer::name);
  REQUIRE(nudge != timers.end());
  CHECK(base::iso(*nudge->due_at) == "2026-03-14T03:30:00Z");
}

TEST_CASE("what an edit adds to a paused state waits for the end of the pause") {
  Migration kase;
  begin(kase);
  suspend(kase);
  go_to(kase, "2026-03-05T10:00:00Z");
  kase.publish(
      joined(kPause, {{kHelp, kNudge, kNudge + "      late: {after: 4bd, remind: adviser}\n"}}));

  REQUIRE(kase.migrate());
  CHECK(kase.due(2, "late").empty());
  CHECK(change_of(kase, "late") == "added");
  check_fold(kase);
  go_to(kase, "2026-03-20T10:00:00Z");
  REQUIRE(kase.act(2, "reprendre"));

  CHECK(kase.due(2, "late") == "2026-03-26");
  CHECK(kase.due(2, "nudge") == "2026-03-24");
}

TEST_CASE("what an edit takes from a paused state does not come back") {
  Migration kase;
  begin(kase);
  suspend(kase);
  kase.publish(joined(kPause, {{kHelp, kNudge, ""}}));

  REQUIRE(kase.migrate());
  CHECK(change_of(kase, "nudge") == "removed");
  REQUIRE(kase.act(2, "reprendre"));

  CHECK(kase.due(2, "nudge").empty());
  CHECK(kase.instance(2).extras.kept.empty());
}

TEST_CASE("a timer whose date had no value is armed once the new version gives it one") {
  Migration kase;
  begin(kase, {{kHelp, kNudge, "      nudge:  {at: back_on, remind: adviser}\n"}});
  REQUIRE(kase.due(2, "nudge").empty());
  go_to(kase, "2026-03-03T10:00:00Z");

  SECTION("from now") {
    kase.publish(
        joined(kPause, {{kHelp, kNudge, "      nudge:  {after: 4bd, remind: adviser}\n"}}));
    REQUIRE(kase.migrate());
    CHECK(kase.due(2, "nudge") == "2026-03-09");
    CHECK(change_of(kase, "nudge") == "added");
  }
  SECTION("from the entry") {
    kase.publish(
        joined(kPause, {{kHelp, kNudge, "      nudge:  {after: 4bd, remind: adviser}\n"}}));
    REQUIRE(kase.migrate(plan_for("help", "rebase")));
    CHECK(kase.due(2, "nudge") == "2026-03-06");
  }
  SECTION("not while it still has none") {
    kase.publish(joined(
        kPause, {{kHelp, kNudge, "      nudge:  {at: back_on, plus: 1bd, remind: adviser}\n"}}));
    REQUIRE(kase.migrate());
    CHECK(kase.due(2, "nudge").empty());
  }
}
