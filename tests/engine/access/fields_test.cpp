#include "engine/access/fields.hpp"

#include <catch2/catch.hpp>

using namespace guichet;
using access::FieldUse;
using access::may_use_field;

namespace {

// Two regions; in one the adviser writes `note` and sees `name`, in the other it writes `plan`.
model::Workflow workflow() {
  model::Workflow workflow;
  workflow.states.resize(5);
  const auto place = [&](std::size_t index, const std::string& id, std::int32_t parent) {
    workflow.states[index].id = id;
    workflow.states[index].parent = {parent};
  };
  workflow.states[0].kind = model::StateKind::compound;
  workflow.states[1].kind = model::StateKind::parallel;
  place(1, "both", 0);
  place(2, "left", 1);
  place(3, "right", 1);
  place(4, "after", 0);
  workflow.states[2].fields["adviser"] = {{"name"}, {"note"}};
  workflow.states[3].fields["adviser"] = {{}, {"plan"}};
  model::finish(workflow);
  return workflow;
}

}  // namespace

TEST_CASE("a state says what a role sees and writes while it is active") {
  const model::Workflow path = workflow();
  const std::vector<std::string> adviser = {"adviser"};

  CHECK(may_use_field(path, {"both.left"}, adviser, "note", FieldUse::write));
  CHECK(may_use_field(path, {"both.left"}, adviser, "note", FieldUse::see));
  CHECK(may_use_field(path, {"both.left"}, adviser, "name", FieldUse::see));
  CHECK_FALSE(may_use_field(path, {"both.left"}, adviser, "name", FieldUse::write));
  CHECK_FALSE(may_use_field(path, {"both.left"}, adviser, "plan", FieldUse::see));
}

TEST_CASE("what one of several active states allows is allowed") {
  const model::Workflow path = workflow();

  CHECK(may_use_field(path, {"both", "both.left", "both.right"}, {"adviser"}, "plan",
                      FieldUse::write));
  CHECK_FALSE(may_use_field(path, {"both", "both.left", "both.right"}, {"adviser"}, "phone",
                            FieldUse::see));
}

TEST_CASE("a role or a state of which nothing is said is as elsewhere") {
  const model::Workflow path = workflow();

  CHECK(may_use_field(path, {"both.left"}, {"secretary"}, "name", FieldUse::write));
  CHECK(may_use_field(path, {"after"}, {"adviser"}, "name", FieldUse::write));
  CHECK(may_use_field(path, {"unheard.of"}, {"adviser"}, "name", FieldUse::write));
}
