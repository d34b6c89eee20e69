// Publish refuses, and preview foretells it, by the same gate.
#include "engine/publishing/gate.hpp"
#include "tests/support/case_fixture.hpp"

using namespace guichet;
using guichet::tests::changed_desk;

namespace {

std::vector<std::string> keys(const std::vector<base::Message>& messages) {
  std::vector<std::string> out;
  for (const base::Message& each : messages) out.emplace_back(each.key());
  return out;
}
using Keys = std::vector<std::string>;

}  // namespace

TEST_CASE("a desk whose tests pass is let through") {
  const auto gate = publishing::ask_gate(tests::small_desk(), base::Language::en);

  CHECK(gate.tests.passed > 0);
  CHECK(gate.refusals.empty());
}

TEST_CASE("a desk whose tests fail is refused, with what failed") {
  const auto desk = changed_desk({{"workflows/referral.yaml", "{after: 5bd", "{after: 6bd"}});

  const auto gate = publishing::ask_gate(desk, base::Language::en);

  CHECK(keys(gate.refusals) == Keys{"scenarios-fail"});
  CHECK_FALSE(gate.tests.failures.empty());
}

TEST_CASE("a desk whose test files are badly written is refused before they are played") {
  const auto desk = changed_desk({{"tests/help.yaml", "do: pass_on", "do: pass_off"}});

  const auto gate = publishing::ask_gate(desk, base::Language::en);

  CHECK(keys(gate.refusals) == Keys{"folder-fails"});
  CHECK(gate.tests.passed == 0);
}

TEST_CASE("cases without a place keep a version out, unless they are to keep their own") {
  publishing::Preview preview;
  migrate::Plan plan;
  CHECK(publishing::refusals_of({preview, plan}).empty());
  CHECK(publishing::goes_over({preview, plan}));
  CHECK_FALSE(publishing::goes_over({preview, plan, false, true}));

  preview.stranded = {{{1}, "R-1"}};
  preview.cases[static_cast<std::size_t>(migrate::Verdict::mapping)] = 1;
  CHECK(keys(publishing::refusals_of({preview, plan})) == Keys{"stranded-cases"});
  CHECK(publishing::refusals_of({preview, plan, false, true}).empty());
  CHECK(publishing::refusals_of({preview, plan, true}).empty());
  CHECK_FALSE(publishing::goes_over({preview, plan}));

  plan.workflows.push_back({.workflow = "help", .unmapped = migrate::Unmapped::refuse});
  CHECK(keys(publishing::refusals_of({preview, plan, true})) ==
        Keys{"refused-by-plan", "stranded-cases"});
}

TEST_CASE("where partners.yaml says something else than the directory, the forecast says so") {
  publishing::Preview preview;
  migrate::Plan plan;
  CHECK(keys(publishing::forecast_of({}, {preview, plan}).sentences) == Keys{"would-go-over"});
  preview.kept_partners = {"guild", "school"};
  const auto sentences = publishing::forecast_of({}, {preview, plan}).sentences;
  REQUIRE(keys(sentences) == Keys{"would-go-over", "directory-wins"});
  CHECK(sentences[1].in(base::Language::en) ==
        "the directory in force stays as it is; partners.yaml says something else of: guild, "
        "school");
}
