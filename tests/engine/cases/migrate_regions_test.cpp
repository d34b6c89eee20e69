// A region that an edit adds to what cases stand in begins when they go over.
#include "tests/engine/cases/migration_fixture.hpp"

using namespace guichet;
using guichet::tests::Change;
using guichet::tests::changed_desk;
using guichet::tests::kHelp;
using guichet::tests::Migration;
using Names = std::vector<std::string>;

namespace {

const std::string kBefore = "initial: with_us\nstates:\n";
const std::string kMoney =
    "      money: {initial: m1, states: {m1: {actions: {paid: {by: [adviser], goto: m2}}}, m2: "
    "{final: true}}}\n";
const std::string kPeople = R"(      people:
        initial: q1
        states:
          q1:
            entry: [{set: {result: helped}}]
            task: {title: Meet the maker, by: [adviser], due: 2bd}
            timers: {meet: {after: 4bd, remind: adviser}}
            actions: {met: {by: [adviser], goto: q2}}
          q2: {final: true}
)";

Change regions(const std::string& more) {
  return {kHelp, kBefore,
          "initial: both\nstates:\n  both:\n    timers: {end: {after: 60bd, goto: dropped}}\n"
          "    regions:\n" +
              kMoney + more + "    done: {goto: over}\n"};
}

}  // namespace

TEST_CASE("the states that a new region begins with are entered, and told") {
  Migration kase;
  kase.desk = changed_desk({regions(
      "      paper: {initial: p1, states: {p1: {actions: {done: {by: [adviser], goto: p2}}}, p2: "
      "{final: true}}}\n")});
  REQUIRE(kase.open_maker());
  REQUIRE(kase.is_in(2, "both.money.m1"));
  const std::int32_t entry = kase.instance(2).find_active("both.money.m1")->entry;
  kase.now += std::chrono::hours(24);
  kase.publish({regions(
      "      paper: {initial: p1, states: {p1: {actions: {done: {by: [adviser], goto: p2}}}, p2: "
      "{final: true}}}\n" +
      kPeople)});

  REQUIRE(kase.migrate());

  CHECK(kase.verdict() == "mapping");
  CHECK(kase.is_in(2, "both.people.q1"));
  CHECK(kase.instance(2).find_active("both.money.m1")->entry == entry);
  CHECK(kase.due(2, "meet") == "2026-03-09");
  REQUIRE(kase.instance(2).tasks.size() == 1);
  CHECK(kase.instance(2).tasks[0].title == "Meet the maker");
  CHECK(to_text(kase.instance(2).data.at("result").value()) == "helped");
  Names begun;
  for (const cases::MigratedState& each : kase.all<cases::CaseMigrated>()[0].moved) {
    begun.push_back(each.to);
  }
  CHECK(begun == Names{"both.people", "both.people.q1"});

  // The parallel waits for the new region too.
  REQUIRE(kase.act(2, "paid"));
  REQUIRE(kase.act(2, "done"));
  CHECK(kase.instance(2).is_open());
  REQUIRE(kase.act(2, "met"));
  CHECK_FALSE(kase.instance(2).is_open());
}
