// Paths that are too large to be proved: it is said, and the search stops within its budget.
#include <catch2/catch.hpp>

#include "tests/workflows/explore/generated_path.hpp"
#include "workflows/explore/explore.hpp"

using namespace guichet;

namespace {

using explore::Outcome;

std::vector<explore::Verdict> verdicts_of(int states, int booleans, bool at_once,
                                          const explore::Budget& budget = {}) {
  base::Diagnostics diagnostics;
  auto files = bundle::read_folder(GUICHET_ROOT "/tests/workflows/defects/desk", diagnostics);
  files = tests::with_large_path(std::move(files), states, booleans, at_once);
  const auto desk = bundle::load_desk_files(files, "", diagnostics, bundle::Proof::no);
  INFO(render_text(diagnostics, base::Language::en));
  REQUIRE(desk != nullptr);
  auto verdicts = explore::check_properties(*desk, *desk->workflow("creation"), budget);
  REQUIRE(verdicts.size() == 2);
  for (explore::Verdict& each : verdicts) each.workflow = nullptr;  // goes with the desk
  return verdicts;
}

}  // namespace

TEST_CASE("a path of six states and three facts is proved whole") {
  for (const explore::Verdict& each : verdicts_of(6, 3, false)) {
    CHECK(each.outcome == Outcome::holds);
    CHECK(each.situations > 6);
  }
}

TEST_CASE("sixty states with twelve facts are given up at the budget, and it is said") {
  for (const explore::Verdict& each : verdicts_of(60, 12, false)) {
    CHECK(each.outcome == Outcome::inconclusive);
    CHECK(each.why.key() == "budget");
    CHECK(each.situations <= 11'000);
  }
}

TEST_CASE("an act that leaves half a million ways open proves nothing, and it is said") {
  const auto verdicts = verdicts_of(60, 12, true);

  // What was looked at has no breach of the first; the second is broken on one of those ways.
  CHECK(verdicts[0].outcome == Outcome::inconclusive);
  CHECK(verdicts[0].why.key() == "too-many-ways");
  CHECK(verdicts[0].situations <= 20'000);
}

TEST_CASE("the ways that are tried have a bound of their own") {
  for (const explore::Verdict& each : verdicts_of(12, 6, false, {.ways = 100})) {
    CHECK(each.outcome == Outcome::inconclusive);
    CHECK(each.why.key() == "too-many-ways");
  }
}
