// A case that goes over to another version: what stays, what moves, which timers change.
#include "engine/cases/snapshot_json.hpp"
#include "tests/engine/cases/migration_fixture.hpp"

using namespace guichet;
using base::InstanceNumber;
using guichet::tests::Change;
using guichet::tests::changed_desk;
using guichet::tests::kHelp;
using guichet::tests::Migration;
using guichet::tests::text;
using Names = std::vector<std::string>;

namespace {

// A change that concerns nobody.
const Change kTitle{kHelp, "title: Dropped", "title: Given up"};

const Change kRenamed{kHelp, "initial: with_us", "initial: at_home"};
const std::vector<Change> kRename{kRenamed,
                                  {kHelp, "  with_us:\n", "  at_home:\n"},
                                  {kHelp, "{goto: with_us}", "{goto: at_home}"},
                                  {kHelp, "        goto: with_us", "        goto: at_home"}};
constexpr const char* kRenamePlan =
    "guichet: migration/1\nworkflow: help\nstates: {with_us: at_home}\n";

}  // namespace

TEST_CASE("a case that stands where nothing changed only changes its version") {
  Migration kase;
  REQUIRE(kase.open_maker());
  const auto before = kase.snapshot;
  kase.publish({{kHelp, "title: Dropped", "title: Given up"}});

  REQUIRE(kase.migrate());

  CHECK(kase.verdict() == "identical");
  CHECK(kase.events.size() == 3);  // one for each instance, one for the case
  for (const cases::Instance& each : kase.snapshot.instances) {
    CHECK(each.bundle == kase.desk->hash);
    CHECK(each.next_entry == before.find(each.n)->next_entry);
  }
  CHECK(kase.letters.empty());
  CHECK(kase.due(2, "nudge") == "2026-03-05");
}

TEST_CASE("an act that changed is there after the migration, and nothing else moves") {
  Migration kase;
  REQUIRE(kase.open_maker());
  kase.publish({{kHelp, "by: [adviser]\n        choose", "by: [adviser, maker]\n        choose"}});

  REQUIRE(kase.migrate());

  CHECK(kase.verdict() == "compatible");
  CHECK(kase.all<cases::StateEntered>().empty());
}

TEST_CASE("a state that has another name keeps its entry, its timers and its task") {
  Migration kase;
  REQUIRE(kase.open_maker());
  const auto entry = kase.instance(2).find_active("with_us")->entry;
  const auto task = kase.task(2);
  kase.publish(kRename);

  REQUIRE(kase.migrate(kRenamePlan));

  CHECK(kase.verdict() == "mapping");
  REQUIRE(kase.is_in(2, "at_home"));
  CHECK(kase.instance(2).find_active("at_home")->entry == entry);
  CHECK(kase.instance(2).find_active("with_us") == nullptr);
  CHECK(kase.due(2, "nudge") == "2026-03-05");
  REQUIRE(kase.instance(2).tasks.size() == 1);
  CHECK(kase.task(2).by == task.by);
  CHECK(kase.task(2).due_at == task.due_at);
  CHECK(kase.task(2).id == "at_home");
  CHECK(kase.letters.empty());
  CHECK(kase.all<cases::StateEntered>().empty());
  CHECK(kase.all<cases::StateExited>().empty());
  REQUIRE(kase.fire(2, "nudge"));  // and it is the new version's timer now
  CHECK(kase.sent() == Names{"relance-adviser to robin"});
}

TEST_CASE("a state that is gone keeps the case where it is, with the reason") {
  Migration kase;
  REQUIRE(kase.open_maker());
  const std::string before = cases::to_json(kase.snapshot);
  kase.publish(kRename);

  CHECK_FALSE(kase.migrate());

  CHECK(kase.reasons() == Names{"cannot-migrate"});
  CHECK(kase.rejection.reasons[0].in(base::Language::en).find("'with_us' is gone") !=
        std::string::npos);
  CHECK(cases::to_json(kase.snapshot) == before);
}

TEST_CASE("where the plan wishes it, a case that stays is an incident") {
  Migration kase;
  REQUIRE(kase.open_maker());
  const std::string bundle = kase.desk->hash;
  kase.publish(kRename);

  REQUIRE(kase.migrate("guichet: migration/1\nworkflow: help\nunmapped: incident\n"));

  REQUIRE(kase.all<cases::IncidentOpened>().size() == 1);
  CHECK(kase.all<cases::IncidentOpened>()[0].code == "migration-unmapped");
  CHECK(kase.all<cases::CaseMigrated>().empty());
  CHECK(kase.instance(2).bundle == bundle);
}

TEST_CASE("a timer that is longer now is kept, counted anew, or starts again, as the plan says") {
  Migration kase;
  REQUIRE(kase.open_maker());  // on 2 March; the nudge falls due on the 5th
  kase.publish({{kHelp, "nudge:  {after: 3bd", "nudge:  {after: 8bd"}});
  kase.now += std::chrono::hours(24);
  const std::string plan = "guichet: migration/1\nworkflow: help\ntimers: {with_us.nudge: ";

  SECTION("kept") {
    REQUIRE(kase.migrate());
    CHECK(kase.verdict() == "timers");
    CHECK(kase.due(2, "nudge") == "2026-03-05");
    CHECK(kase.all<cases::TimerArmed>().empty());
  }
  SECTION("counted anew from the entry") {
    REQUIRE(kase.migrate(plan + "rebase}\n"));
    CHECK(kase.due(2, "nudge") == "2026-03-12");
    CHECK(kase.due(2, "forget") == "2026-05-27");
    const auto changes = kase.all<cases::CaseMigrated>()[0].timers;
    REQUIRE(changes.size() == 1);
    CHECK(changes[0].change == "rebased");
    CHECK(!changes[0].past);
  }
  SECTION("from now") {
    REQUIRE(kase.migrate(plan + "restart}\n"));
    CHECK(kase.due(2, "nudge") == "2026-03-13");
  }
  SECTION("all of a state's, and the rule for one goes first") {
    REQUIRE(kase.migrate(plan + "keep, with_us.*: restart}\n"));
    CHECK(kase.due(2, "nudge") == "2026-03-05");
    CHECK(kase.due(2, "forget") == "2026-05-28");
  }
}

TEST_CASE("a timer whose new date is over fires at the next tick and is flagged") {
  Migration kase;
  REQUIRE(kase.open_maker());
  kase.now += std::chrono::hours(48);
  kase.publish({{kHelp, "nudge:  {after: 3bd", "nudge:  {after: 1bd"}});

  REQUIRE(kase.migrate("guichet: migration/1\nworkflow: help\ntimers: {default: rebase}\n"));

  const auto changes = kase.all<cases::CaseMigrated>()[0].timers;
  REQUIRE(changes.size() == 1);
  CHECK(changes[0].past);
  CHECK(kase.fire(2, "nudge"));
}

TEST_CASE("a timer that fired in this entry is never armed again") {
  Migration kase;
  REQUIRE(kase.open_maker());
  REQUIRE(kase.fire(2, "nudge"));
  // Taken away by one version and brought back by the next.
  kase.publish({{kHelp, "      nudge:  {after: 3bd, remind: adviser}\n", ""}});
  REQUIRE(kase.migrate());
  kase.publish({});
  const auto plan = "guichet: migration/1\nworkflow: help\ntimers: {default: rebase}\n";

  REQUIRE(kase.migrate(plan));

  CHECK(kase.due(2, "nudge").empty());
  CHECK(kase.due(2, "forget") == "2026-05-27");
}

TEST_CASE("a timer that is new counts from now, or from the entry where it is rebased") {
  Migration kase;
  REQUIRE(kase.open_maker());
  kase.now += std::chrono::hours(24);
  kase.publish(
      {{kHelp, "      nudge:", "      late: {after: 4bd, remind: adviser}\n      nudge:"}});

  SECTION("from now") {
    REQUIRE(kase.migrate());
    CHECK(kase.verdict() == "timers");
    CHECK(kase.due(2, "late") == "2026-03-09");
  }
  SECTION("from the entry") {
    REQUIRE(kase.migrate("guichet: migration/1\nworkflow: help\ntimers: {with_us.late: rebase}\n"));
    CHECK(kase.due(2, "late") == "2026-03-06");
  }
}

TEST_CASE("a timer that is gone is taken off") {
  Migration kase;
  REQUIRE(kase.open_maker());
  kase.publish({{kHelp, "      nudge:  {after: 3bd, remind: adviser}\n", ""}});

  REQUIRE(kase.migrate());

  CHECK(kase.verdict() == "timers");
  CHECK(kase.due(2, "nudge").empty());
  CHECK(kase.all<cases::CaseMigrated>()[0].timers[0].change == "removed");
}

TEST_CASE("a goto of the plan is a real transition of the new version") {
  Migration kase;
  REQUIRE(kase.open_maker());
  kase.publish({kTitle});

  REQUIRE(
      kase.migrate("guichet: migration/1\nworkflow: help\n"
                   "states: {with_us: {goto: with_partner, reason: asked at once}}\n"));

  CHECK(kase.is_in(2, "with_partner"));
  CHECK(kase.sent() == Names{"please-help to guild"});
  REQUIRE(kase.snapshot.instances.size() == 3);
  CHECK(kase.instance(3).bundle == kase.desk->hash);
  CHECK(kase.instance(2).tasks.empty());
  CHECK(kase.due(2, "nudge").empty());
  const auto done = kase.all<cases::CaseMigrated>()[0];
  CHECK(!done.reversible);
  CHECK(done.moved[0].reason == "asked at once");
}

TEST_CASE("a referral's parent that has another name still counts its children") {
  Migration kase;
  REQUIRE(kase.open_maker());
  REQUIRE(kase.act(2, "pass_on"));
  kase.publish({{kHelp, "{goto: with_partner}", "{goto: at_guild}"},
                {kHelp, "  with_partner:\n", "  at_guild:\n"}});

  REQUIRE(kase.migrate("guichet: migration/1\nworkflow: help\nstates: {with_partner: at_guild}\n"));
  REQUIRE(kase.reply(3, "decline", {{"reason", text("full")}}));

  CHECK(kase.is_in(2, "with_us"));
}

TEST_CASE("a value that a field's new type would not take blocks the case, and a rule mends it") {
  Migration kase;
  REQUIRE(kase.open_maker());
  kase.publish({{"fields.yaml", "{of: person, type: phone", "{of: person, type: siret"}});

  CHECK_FALSE(kase.migrate());
  CHECK(kase.rejection.reasons[0].in(base::Language::en).find("'phone'") != std::string::npos);

  REQUIRE(
      kase.migrate("guichet: migration/1\nworkflow: help\n"
                   "fields: {phone: {using: 'if person.name = \"Ada\" then \"73282932000074\" "
                   "else null'}}\n"));
  CHECK(to_text(kase.snapshot.person.at("phone").value()) == "73282932000074");
  const auto fields = kase.all<cases::CaseMigrated>()[0].fields;
  REQUIRE(!fields.empty());
  CHECK(to_text(fields[0].was.value()) == "01632 960020");
}

TEST_CASE("a migration is taken back while nothing has followed, and restores every date") {
  Migration kase;
  REQUIRE(kase.open_maker());
  kase.publish(kRename);
  const auto need = kase.instance(2);
  REQUIRE(
      kase.migrate("guichet: migration/1\nworkflow: help\nstates: {with_us: at_home}\n"
                   "timers: {default: restart}\n"));
  const std::string plan = kase.all<cases::CaseMigrated>()[0].plan;

  SECTION("at once") {
    REQUIRE(kase.revert(plan));
    CHECK(kase.instance(2).bundle == need.bundle);
    CHECK(kase.is_in(2, "with_us"));
    CHECK(kase.task(2).id == "with_us");
    CHECK(kase.due(2, "nudge") == "2026-03-05");
    CHECK_FALSE(kase.revert(plan));
    CHECK(kase.reasons() == Names{"not-migrated"});
  }
  SECTION("not after an act") {
    REQUIRE(kase.act(2, "pass_on"));
    CHECK_FALSE(kase.revert(plan));
    CHECK(kase.reasons() == Names{"something-followed"});
  }
  SECTION("not by another plan") {
    CHECK_FALSE(kase.revert("other"));
    CHECK(kase.reasons() == Names{"not-migrated"});
  }
}

TEST_CASE("a move that wrote to somebody has no way back") {
  Migration kase;
  REQUIRE(kase.open_maker());
  kase.publish({kTitle});
  REQUIRE(
      kase.migrate("guichet: migration/1\nworkflow: help\n"
                   "states: {with_us: {goto: with_partner, reason: now}}\n"));

  CHECK_FALSE(kase.revert(kase.all<cases::CaseMigrated>()[0].plan));

  CHECK(kase.reasons() == Names{"not-reversible"});
}

TEST_CASE("folding the facts of a migration gives the case") {
  Migration kase;
  REQUIRE(kase.open_maker());
  kase.publish(kRename);
  REQUIRE(kase.migrate(kRenamePlan));

  cases::Snapshot folded{.id = kase.snapshot.id};
  std::int64_t seq = 0;
  for (const cases::Event& event : kase.journal) {
    const auto again = cases::from_json(cases::type_of(event), cases::to_json(event));
    REQUIRE(again);
    cases::apply(folded, *again, ++seq, kase.now);
  }
  CHECK(cases::to_json(folded) == cases::to_json(kase.snapshot));
}
