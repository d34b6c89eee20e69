// Cases whose step is gone from the draft: what a person is asked, and the plan of the answers.
#include "engine/publishing/homeless.hpp"

#include <catch2/catch.hpp>

using namespace guichet;
using publishing::parted_plans;
using publishing::plan_made_of;

TEST_CASE("a plan is made of what was answered, one text a path") {
  CHECK(plan_made_of({}, "x").empty());
  CHECK(plan_made_of({{.workflow = "help", .state = "waiting"}}, "x").empty());

  const std::string plan =
      plan_made_of({{.workflow = "help", .state = "waiting", .to = "done"},
                    {.workflow = "help", .state = "asked.first", .to = "again", .enters = true},
                    {.workflow = "other", .state = "back", .memory = true},
                    {.workflow = "other", .state = "silent"}},
                   "a \"new\" step");

  CHECK(plan ==
        "guichet: migration/1\nworkflow: \"help\"\nstates:\n  \"waiting\": \"done\"\n"
        "  \"asked.first\": {goto: \"again\", reason: \"a \\\"new\\\" step\"}\n"
        "timers: {default: keep}\nunmapped: leave\n---\n"
        "guichet: migration/1\nworkflow: \"other\"\nstates:\n  \"back\": {forget: true}\n"
        "  \"silent\": '?'\ntimers: {default: keep}\nunmapped: leave\n");
}

TEST_CASE("plans are parted at lines of dashes, and their lines stay those of the whole text") {
  const auto parts = parted_plans("a: 1\nb: 2\n---\nc: 3\n");
  REQUIRE(parts.size() == 2);
  CHECK(parts[0]->text() == "a: 1\nb: 2\n");
  CHECK(parts[1]->place_of(static_cast<std::uint32_t>(parts[1]->text().find("c:"))).line == 4);
  CHECK(parted_plans(" \n---\n\n").empty());
  CHECK(parted_plans("a: --- b").size() == 1);
}
