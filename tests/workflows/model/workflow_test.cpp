#include "workflows/model/workflow.hpp"

#include <catch2/catch.hpp>

using namespace guichet::model;

namespace {

State named(std::string id, StateKind kind, std::int32_t parent) {
  State state;
  state.id = std::move(id);
  state.kind = kind;
  state.parent = {parent};
  return state;
}

Workflow small() {
  Workflow workflow;
  workflow.states = {named("", StateKind::compound, -1), named("a", StateKind::compound, 0),
                     named("h", StateKind::deep_history, 1), named("b", StateKind::atomic, 1),
                     named("c", StateKind::final, 0)};
  workflow.states[2].initial = Initial{{StateIndex{3}}, {}};
  finish(workflow);
  return workflow;
}

}  // namespace

TEST_CASE("finishing a workflow gives states their paths, titles and extent") {
  const Workflow workflow = small();

  CHECK(workflow.at(StateIndex{3}).path == "a.b");
  CHECK(workflow.at(StateIndex{3}).title == "b");
  CHECK(workflow.at(StateIndex{1}).last == StateIndex{3});
  CHECK(workflow.is_descendant({3}, {1}));
  CHECK_FALSE(workflow.is_descendant({4}, {1}));
  CHECK_FALSE(workflow.is_descendant({1}, {1}));
}

TEST_CASE("a compound without initial begins with its first child, histories aside") {
  const Workflow workflow = small();

  CHECK(workflow.at(StateIndex{1}).initial->targets == std::vector{StateIndex{3}});
  CHECK(workflow.at(StateIndex{1}).children == std::vector{StateIndex{3}});
  CHECK(workflow.at(StateIndex{1}).histories == std::vector{StateIndex{2}});
}

TEST_CASE("a state is found by its dotted path only") {
  const Workflow workflow = small();

  CHECK(workflow.find_state("a.b") == StateIndex{3});
  CHECK_FALSE(workflow.find_state("b"));
}

TEST_CASE("a meaning has the word that the YAML uses, a fixed name the one of expressions") {
  CHECK(to_text(Meaning::silent) == "silent");
  CHECK(to_text(Meaning::none) == "");
  CHECK(to_text(FixedName::kase) == "case");
  CHECK(to_text(FixedName::all_children) == "all_children");
}
