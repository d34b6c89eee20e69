#include "workflows/kernel/kernel.hpp"

#include <catch2/catch.hpp>

#include <algorithm>

#include "tests/workflows/kernel/chart.hpp"

using guichet::kernel::matches;
using guichet::kernel::Outcome;
using guichet::model::Cause;
using guichet::model::StateKind;
using guichet::tests::Chart;
using guichet::tests::Running;
namespace kernel = guichet::kernel;

namespace {

// p: two regions, each from `a` to the final `f` by its own event.
Chart two_regions() {
  Chart chart;
  chart.state("p", "", StateKind::parallel)
      .state("left", "p")
      .state("left_a", "left")
      .state("left_f", "left", StateKind::final)
      .state("right", "p")
      .state("right_a", "right")
      .state("right_f", "right", StateKind::final)
      .state("after")
      .arm("left_a", "left", {"left_f"})
      .arm("right_a", "right", {"right_f"})
      .arm("p", "done", {"after"});
  return chart;
}

}  // namespace

TEST_CASE("a parallel is done only when all of its regions are final") {
  Chart chart = two_regions();
  Running run(chart);
  run.start();

  run.send("left");
  CHECK(run.active() == "left_f right_a");

  run.send("right");
  CHECK(run.active() == "after");
}

TEST_CASE("a parallel inside a parallel tells the outer one that it has ended") {
  Chart chart;
  chart.state("p", "", StateKind::parallel)
      .state("inner", "p", StateKind::parallel)
      .state("one", "inner")
      .state("one_f", "one", StateKind::final)
      .state("other", "p")
      .state("other_a", "other")
      .state("other_f", "other", StateKind::final)
      .state("after")
      .arm("other_a", "go", {"other_f"})
      .arm("p", "done", {"after"});
  Running run(chart);

  run.start();
  CHECK(run.active() == "one_f other_a");

  run.send("go");
  CHECK(run.active() == "after");
}

TEST_CASE("the end of an inner state is not the end of the one around it") {
  Chart chart;
  chart.state("a")
      .state("in", "a")
      .state("in_f", "in", StateKind::final)
      .state("wrong")
      .state("after")
      .arm("a", "done.state.a", {"wrong"})
      .arm("a", "done.state.a.*", {"after"});
  Running run(chart);

  run.start();

  CHECK(run.active() == "after");
}

TEST_CASE("exits go inside out, then the arm, then entries outside in") {
  Chart chart;
  chart.state("a").state("a1", "a").state("b").state("b1", "b").arm("a1", "go", {"b1"});
  Running run(chart);
  run.start();
  CHECK(run.told() == "+ >a +a >a1 +a1");

  CHECK(run.send("go") == Outcome::taken);

  CHECK(run.told() == "-a1 -a a1:go +b +b1");
}

TEST_CASE("an arm without target leaves nothing and keeps the entry's number") {
  Chart chart;
  chart.state("a").arm("a", "note").arm("a", "again", {"a"});
  Running run(chart);
  run.start();
  const auto before = run.position;

  CHECK(run.send("note") == Outcome::taken);
  CHECK(run.position == before);

  CHECK(run.send("again") == Outcome::taken);
  CHECK(run.position.active.back().entry > before.active.back().entry);
}

TEST_CASE("an internal arm keeps its source, an external one enters it again") {
  Chart chart;
  chart.state("a")
      .state("a1", "a")
      .state("a2", "a")
      .arm("a", "inside", {"a2"}, true)
      .arm("a", "outside", {"a2"});
  Running run(chart);
  run.start();
  run.told();

  run.send("inside");
  CHECK(run.told() == "-a1 a:inside +a2");

  run.send("outside");
  CHECK(run.told() == "-a2 -a a:outside +a +a2");
}

TEST_CASE("an inner arm wins; where its guard is false the outer one is taken") {
  Chart chart;
  chart.state("a").state("a1", "a").arm("a", "go", {"a"}).arm("a1", "go", {"a1"});
  Running run(chart);
  run.start();
  run.told();

  run.send("go");
  CHECK(run.told() == "-a1 a1:go +a1");

  run.host.closed = {"a1:go"};
  run.send("go");
  CHECK(run.told() == "-a1 -a a:go +a >a1 +a1");
}

TEST_CASE("of two regions that would both leave, the first in document order leaves") {
  Chart chart = two_regions();
  chart.state("left_out").state("right_out");
  chart.arm("left_a", "both", {"left_out"}).arm("right_a", "both", {"right_out"});
  Running run(chart);
  run.start();

  run.send("both");

  CHECK(run.active() == "left_out");
}

TEST_CASE("an arm from one region into another leaves the parallel and enters it again") {
  Chart chart;
  chart.state("p", "", StateKind::parallel)
      .state("left", "p")
      .state("left_1", "left")
      .state("right", "p")
      .state("right_1", "right")
      .state("right_2", "right")
      .arm("left_1", "jump", {"right_2"});
  Running run(chart);
  run.start();
  run.told();

  run.send("jump");

  CHECK(run.active() == "left_1 right_2");
  const std::string left = "-right_1 -right -left_1 -left -p left_1:jump ";
  CHECK(run.told().starts_with(left + "+p +left"));
}

TEST_CASE("of two arms of one state that would both be taken, the one written first is") {
  Chart chart;
  chart.state("a").state("first").state("second");
  chart.arm("a", "go", {"first"}).arm("a", "go", {"second"});
  Running run(chart);
  run.start();

  run.send("go");

  CHECK(run.active() == "first");
}

TEST_CASE("what is left is told from the inside out, so that its timers go with it") {
  Chart chart;
  chart.state("p", "", StateKind::parallel)
      .state("left", "p")
      .state("left_1", "left")
      .state("right", "p")
      .state("right_1", "right")
      .state("after")
      .arm("left_1", "@wait", {"after"})
      .arm("right_1", "@remind");
  Running run(chart);
  run.start();
  const auto entered = run.position.active;
  run.told();

  const auto timer = run.workflow.at(run.workflow.at(chart.at("left_1")).timers.front());
  REQUIRE(timer.name == "wait");
  kernel::step(run.workflow, run.position,
               {.cause = Cause::timer,
                .name = "wait",
                .timer = run.workflow.at(chart.at("left_1")).timers.front()},
               run.host);

  CHECK(run.told() == "-right_1 -right -left_1 -left -p left_1:wait +after");
  // Timers belong to entries: none of the numbers lives on but the root's.
  for (const kernel::Active& active : run.position.active) {
    const bool known = std::ranges::find(entered, active) != entered.end();
    CHECK(known == (active.state == guichet::model::kRoot));
  }
}

TEST_CASE("eventless arms come before events that were raised, those in the order of raising") {
  Chart chart;
  chart.state("a").state("b").state("c").state("d").state("wrong");
  chart.arm("a", "go", {"b"})
      .arm("b", "", {"c"})
      .arm("b", "*", {"wrong"})
      .arm("c", "second", {"wrong"})
      .arm("c", "first", {"d"})
      .arm("d", "second", {"d"});
  Running run(chart);
  run.start();
  run.host.raises = {{"a:go", "first"}, {"+b", "second"}};
  run.told();

  run.send("go");

  CHECK(run.told() == "-a a:go +b -b b: +c -c c:first +d -d d:second +d");
}

TEST_CASE("a loop of eventless arms runs out of its budget") {
  Chart chart;
  chart.state("a").state("b").arm("a", "", {"b"}).arm("b", "", {"a"});
  Running run(chart);

  CHECK(run.start() == Outcome::exhausted);
}

TEST_CASE("a veto leaves the position as it was") {
  Chart chart;
  chart.state("a").state("b").arm("a", "!refer", {"b"});
  Running run(chart);
  run.start();
  const auto before = run.position;
  run.host.veto = [] { return true; };

  const auto outcome =
      kernel::step(run.workflow, run.position, {.cause = Cause::action, .name = "refer"}, run.host);

  CHECK(outcome == Outcome::vetoed);
  CHECK(run.position == before);
}

TEST_CASE("an action, a reply and an event of one name are three things") {
  Chart chart;
  chart.state("a").state("by_action").state("by_reply").state("by_event");
  chart.arm("a", "!go", {"by_action"}).arm("a", "?go", {"by_reply"}).arm("a", "go", {"by_event"});
  for (const auto& [cause, expected] : {std::pair{Cause::action, "by_action"},
                                        {Cause::reply, "by_reply"},
                                        {Cause::event, "by_event"}}) {
    Running run(chart);
    run.start();
    kernel::step(run.workflow, run.position, {.cause = cause, .name = "go"}, run.host);
    CHECK(run.active() == expected);
  }
}

TEST_CASE("a timer goes by its declaration, not by its name") {
  Chart chart;
  chart.state("a").state("a1", "a").state("inner").state("outer");
  chart.arm("a1", "@late", {"inner"}).arm("a", "@late", {"outer"});
  Running run(chart);
  run.start();
  const auto outer = run.workflow.at(chart.at("a")).timers.front();

  kernel::step(run.workflow, run.position, {.cause = Cause::timer, .name = "late", .timer = outer},
               run.host);

  CHECK(run.active() == "outer");
}

TEST_CASE("an event that nothing takes still lets eventless arms be tried") {
  Chart chart;
  chart.state("a").state("b").arm("a", "", {"b"});
  Running run(chart);
  run.host.closed = {"a:"};
  run.start();
  run.host.closed.clear();

  CHECK(kernel::step(run.workflow, run.position, {.cause = Cause::action, .name = "x"}, run.host) ==
        Outcome::nothing);
  CHECK(run.active() == "a");
  CHECK(run.send("referral.changed") == Outcome::taken);
  CHECK(run.active() == "b");
}

TEST_CASE("a top-level final ends the run; a move opens it again") {
  Chart chart;
  chart.state("a").state("f", "", StateKind::final).state("b");
  chart.arm("a", "end", {"f"}).arm("", "any", {"b"});
  Running run(chart);
  run.start();
  run.host.raises = {{"+f", "any"}};

  run.send("end");
  CHECK(kernel::is_final(run.workflow, run.position));
  CHECK(run.send("any") == Outcome::nothing);

  kernel::move(run.workflow, run.position, chart.at("a"), run.host);
  CHECK(run.active() == "a");
  CHECK_FALSE(kernel::is_final(run.workflow, run.position));
}

TEST_CASE("what is offered goes from the inside out, each name once") {
  Chart chart;
  chart.state("a").state("a1", "a").arm("a1", "!refer").arm("a", "!refer").arm("a", "!close");
  chart.arm("", "?answer");
  Running run(chart);
  run.start();

  const auto actions = kernel::offered(run.workflow, run.position, Cause::action);

  REQUIRE(actions.size() == 2);
  CHECK(run.workflow.at(actions[0]).state == chart.at("a1"));
  CHECK(run.workflow.at(actions[1]).name == "close");
  CHECK(kernel::offered(run.workflow, run.position, Cause::reply).size() == 1);
}

TEST_CASE("event patterns match by whole words") {
  CHECK(matches("*", "anything"));
  CHECK(matches("referral", "referral.accepted"));
  CHECK(matches("referral.*", "referral.accepted"));
  CHECK(matches("referral.*", "referral"));
  CHECK(matches("referral.accepted", "referral.accepted"));
  CHECK_FALSE(matches("referral", "referrals"));
  CHECK_FALSE(matches("referral.accepted", "referral"));
}
