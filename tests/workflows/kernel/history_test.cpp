// What histories keep of a position, and what they give back.
#include <catch2/catch.hpp>

#include "tests/workflows/kernel/chart.hpp"
#include "workflows/kernel/kernel.hpp"

using guichet::kernel::Outcome;
using guichet::model::Cause;
using guichet::model::StateKind;
using guichet::tests::Chart;
using guichet::tests::Running;
namespace kernel = guichet::kernel;

TEST_CASE("history brings back what was left, deep down to the leaf, shallow by its initial") {
  Chart chart;
  chart.state("a")
      .state("deep", "a", StateKind::deep_history)
      .state("shallow", "a", StateKind::shallow_history)
      .state("b", "a")
      .state("b1", "b")
      .state("b2", "b")
      .state("c", "a")
      .state("away")
      .initial("deep", {"c"})
      .initial("shallow", {"c"})
      .initial("", {"away"})
      .arm("away", "deep", {"deep"})
      .arm("away", "shallow", {"shallow"})
      .arm("away", "in", {"b2"})
      .arm("a", "out", {"away"});
  Running run(chart);
  run.start();

  run.send("deep");
  CHECK(run.active() == "c");
  run.send("out");
  run.send("in");
  run.send("out");
  run.send("deep");
  CHECK(run.active() == "b2");
  run.send("out");
  run.send("shallow");
  CHECK(run.active() == "b1");
}

TEST_CASE("a history may be taken from inside its own state") {
  Chart chart;
  chart.state("p")
      .state("h", "p", StateKind::deep_history)
      .state("x", "p")
      .state("x1", "x")
      .state("y", "p")
      .state("y1", "y")
      .state("away")
      .initial("h", {"x"})
      .arm("x1", "next", {"y1"})
      .arm("p", "out", {"away"})
      .arm("away", "back", {"h"})
      .arm("y1", "loop", {"h"});
  Running run(chart);
  run.start();
  run.send("out");
  run.send("back");
  run.send("next");
  run.told();

  run.send("loop");

  CHECK(run.told() == "-y1 -y y1:loop +x +x1");
}

TEST_CASE("the root's history keeps what an act that suspends left, and nothing else") {
  Chart chart;
  chart.state("h", "", StateKind::deep_history)
      .state("a")
      .state("p", "a", StateKind::parallel)
      .state("left", "p")
      .state("left_1", "left")
      .state("left_2", "left")
      .state("right", "p")
      .state("right_1", "right")
      .state("paused")
      .state("elsewhere")
      .initial("h", {"a"})
      .arm("left_1", "next", {"left_2"})
      .arm("a", "pause", {"paused"})
      .arm("a", "out", {"elsewhere"})
      .arm("paused", "resume", {"h"})
      .arm("elsewhere", "resume", {"h"});
  Running run(chart);
  run.workflow.declarations[1].suspends = true;
  run.start();
  run.send("out");
  run.send("resume");
  CHECK(run.active() == "left_1 right_1");

  run.send("next");
  run.send("pause");
  CHECK(run.active() == "paused");
  run.told();

  run.send("resume");

  CHECK(run.active() == "left_2 right_1");
  CHECK(run.told() == "-paused paused:resume +a +p +left +left_2 +right +right_1");
  run.send("out");
  run.send("resume");
  CHECK(run.active() == "left_2 right_1");
}
