// Plan files: every name is looked up in both versions, every mistake said at once.
#include "tests/workflows/migrate/desks.hpp"

using namespace guichet;
using guichet::tests::desk_with;
using guichet::tests::path_text;
using guichet::tests::plan_mistakes;
using guichet::tests::replaced;
using Lines = std::vector<std::string>;

namespace {

struct Pair {
  std::shared_ptr<const bundle::Desk> from = desk_with(path_text());
  std::shared_ptr<const bundle::Desk> to = desk_with(
      replaced(replaced(path_text(), "talk", "chat"), "version: \"1\"", "version: \"2\""));
  migrate::Versions versions() const { return {*to, {from.get()}}; }
};

}  // namespace

TEST_CASE("a plan with every key is read") {
  const Pair pair;
  const auto plan = tests::make_plan(R"(guichet: migration/1
workflow: help
from: ["1"]
to: "2"
states:
  going.talk: going.chat
  waiting: {goto: going.chat, reason: "no more waiting"}
fields:
  result: {from: result, using: 'if result = null then "helped" else result'}
timers: {default: keep, going.chat.call: rebase, waiting.*: restart}
unmapped: incident
force: true
)",
                                     pair.versions());

  REQUIRE(plan->workflows.size() == 1);
  const migrate::WorkflowPlan& help = plan->of("help", pair.from->hash);
  CHECK(help.states.size() == 2);
  CHECK(help.states[1].moves);
  CHECK(help.states[1].reason == "no more waiting");
  CHECK(help.change_of("going.chat", "call") == migrate::TimerChange::rebase);
  CHECK(help.change_of("waiting", "back") == migrate::TimerChange::restart);
  CHECK(help.change_of("going", "year") == migrate::TimerChange::keep);
  CHECK(plan->unmapped() == migrate::Unmapped::incident);
  CHECK(help.force);
  CHECK(renamed(help, "going.talk") == "going.chat");
  CHECK(plan->of("help", "another version").states.empty());
}

TEST_CASE("versions are named by their label or by the beginning of their hash") {
  const Pair pair;
  const std::string hash = pair.from->hash.substr(0, 8);
  CHECK(plan_mistakes("guichet: migration/1\nworkflow: help\nfrom: [\"" + hash + "\"]\n",
                      pair.versions())
            .empty());
  CHECK(plan_mistakes("guichet: migration/1\nworkflow: help\nfrom: [\"9\"]\nto: \"1\"\n",
                      pair.versions()) == Lines{"3:8 unknown-version", "4:5 other-target"});
}

TEST_CASE("every wrong name is found at its place in one pass") {
  const Pair pair;
  CHECK(plan_mistakes(R"(guichet: migration/1
workflow: help
states:
  going.tolk: going.chat
  waiting: going.chot
  closed: {goto: going.@history, reason: over}
fields:
  resultat: {from: result}
  result: {from: resalt}
timers: {default: later, going.chat.coll: rebase}
unmapped: forget
)",
                      pair.versions()) ==
        Lines{"4:3 unknown-old-state", "5:12 unknown-new-state", "6:18 not-a-place",
              "8:3 unknown-new-field", "9:18 unknown-old-field", "10:19 unknown-timer-change",
              "10:26 unknown-timer", "11:11 unknown-unmapped"});
}

TEST_CASE("a formula is checked against the fields of the version it starts from") {
  const Pair pair;
  const auto mistakes =
      plan_mistakes("guichet: migration/1\nworkflow: help\nfields: {result: {using: \"reslt\"}}\n",
                    pair.versions());
  REQUIRE(mistakes.size() == 1);
  CHECK(mistakes[0].starts_with("3:"));
}

TEST_CASE("the same plan for another occasion is another plan") {
  const Pair pair;
  const std::string text = "guichet: migration/1\nworkflow: help\n";
  const auto once = tests::make_plan(text, {*pair.to, {pair.from.get()}, "1"});
  const auto again = tests::make_plan(text, {*pair.to, {pair.from.get()}, "1"});
  const auto later = tests::make_plan(text, {*pair.to, {pair.from.get()}, "2"});

  CHECK(once->hash == again->hash);
  CHECK(once->hash != later->hash);
}
