// `tests:` of a convention.
#include <catch2/catch.hpp>

#include "rules/convention/test_run.hpp"
#include "tests/rules/convention/fixture.hpp"

namespace guichet::convention {

namespace {

using testing::Desk;

const std::string kTestedConvention = R"yaml(guichet: convention/1
id: c
valid: {from: 2008-01-01, to: 2011-01-01}
facts: {theme: theme, zone: case.commune, naf: case.naf, effectif: {expr: firm.tranche, brackets: tranches}}
missing: {theme: error, zone: review, naf: no-match, effectif: match}
articles:
  art-4: {themes: [creation], select: one}
  art-5: {themes: [formation]}
prefer: [member, most specific]
partners:
  cma-46:
    scope: [{article: art-4, naf: [C, F], effectif: "< 20"}, {article: art-5, zones: ["dep:46"]}]
    quota: {max: 2, per: month, on_full: next}
  cci-46: {scope: [{article: art-4}, {article: art-4, zones: ["12012"]}]}
  bge: {status: associate, scope: [{article: art-5, when: 'case.stade = "projet"'}]}
fallback: [{id: personne, queue: coordination}]
tests:
)yaml";

tables::TestReport report_of(const std::string& tests) {
  const auto made = testing::load(Desk(), kTestedConvention + tests);
  INFO(made.text());
  REQUIRE(made.convention);
  return run_tests(*made.convention, base::Instant{});
}

std::string failures(const std::string& tests) {
  const auto report = report_of(tests);
  CHECK(report.passed + report.failed == 1);
  CHECK((report.failed == 0) == report.failures.empty());
  std::string text;
  for (const auto& one : report.failures) text += one.what.in(base::Language::en) + "\n";
  return text;
}

}  // namespace

TEST_CASE("a test that holds passes, by facts and by variables") {
  CHECK(failures("  - {given: {theme: creation, naf: 10.71C, effectif: \"11\"}, expect: {assign: "
                 "cma-46, why_not: {cci-46: [rank], bge: [theme]}}}\n") == "");
  CHECK(failures("  - context: {theme: creation, case: {naf: 47.11B}, firm: {tranche: \"03\"}}\n"
                 "    expect: {assign: [cci-46], why_not: {cma-46: naf}}\n") == "");
}

TEST_CASE("each expectation that does not hold is told with what came instead") {
  CHECK(failures("  - {name: boulangerie, given: {theme: creation, naf: 10.71C}, expect: {assign: "
                 "[cci-46]}}\n") ==
        "test 1 (boulangerie): expected partners [cci-46], got [cma-46]\n");
  CHECK(failures("  - {given: {theme: creation, naf: 47.11B}, expect: {why_not: {cma-46: "
                 "[effectif]}}}\n") ==
        "test 1: 'cma-46' should fail on [effectif], it fails on [naf]\n");
  CHECK(failures(
            "  - {given: {theme: creation, naf: 47.11B}, expect: {skipped: {cma-46: month}}}\n") ==
        "test 1: 'cma-46' is not passed over for its quota 'month'\n");
  CHECK(failures("  - {given: {theme: creation, naf: 47.11B}, expect: {via: personne}}\n") ==
        "test 1: expected fallback 'personne', got ''\n");
  CHECK(failures("  - {given: {theme: formation}, expect: {would_open: {naf: [cma-46]}}}\n") ==
        "test 1: 'naf' should open [cma-46], it opens []\n");
  CHECK(
      failures("  - {given: {theme: formation, zone: \"46102\"}, expect: {review: [cma-46]}}\n") ==
      "test 1: expected [cma-46] to be reviewed, got []\n");
}

TEST_CASE("counters that are given fill quotas on the test's day") {
  CHECK(failures("  - {given: {theme: creation, naf: 10.71C}, load: {cma-46.month: 2}, today: "
                 "2009-02-04, expect: {assign: [cci-46], skipped: {cma-46: month}}}\n") == "");
  CHECK(failures("  - {given: {theme: creation, naf: 10.71C}, load: {cma-46.month: 1}, expect: "
                 "{assign: [cma-46]}}\n") == "");
}

TEST_CASE("what is missing is reviewed, opens partners, or leads to the fallback") {
  CHECK(failures("  - {given: {theme: formation}, expect: {assign: [], via: personne, review: "
                 "[cma-46], would_open: {commune: [cma-46]}}}\n") == "");
}

TEST_CASE("a test outside the convention's days says so") {
  CHECK(failures("  - {given: {theme: creation, naf: 10.71C}, today: 2012-01-01, expect: {assign: "
                 "[], why_not: {cma-46: [outside-validity]}}}\n") == "");
}

TEST_CASE("clauses that no test chooses by are listed") {
  const auto report = report_of(
      "  - {given: {theme: creation, naf: 10.71C}, expect: {assign: [cma-46]}}\n"
      "  - {given: {theme: formation, zone: \"46102\"}, expect: {assign: [cma-46]}}\n");
  CHECK(report.untested == std::vector<std::string>{"cci-46/art-4", "cci-46/art-4/2", "bge/art-5"});
}

TEST_CASE("a clause may be left out of the tests, as long as it is") {
  const std::string tests =
      "  - {given: {theme: creation, naf: 10.71C}, expect: {assign: [cma-46]}}\n"
      "untested: [cma-46/art-4, cci-46/art-4, cci-46/art-4/2]\n";
  const auto report = report_of(tests);
  CHECK(report.untested == std::vector<std::string>{"cma-46/art-5", "bge/art-5"});
  CHECK(report.tested_after_all == std::vector<std::string>{"cma-46/art-4"});

  const auto made = testing::load(Desk(), kTestedConvention + tests);
  base::Diagnostics found;
  check_coverage(*made.convention, "Z", found);
  const std::string said = base::render_text(found, base::Language::en);
  CHECK(said.find("[untested-clause]: no test chooses by cma-46/art-5, bge/art-5;") !=
        std::string::npos);
  CHECK(said.find("[tested-after-all]: 'cma-46/art-4'") != std::string::npos);
  CHECK(testing::load(Desk(), kTestedConvention + "  []\nuntested: [cma-46/art-6]\n").codes() ==
        "unknown-clause");
}

TEST_CASE("what a test misspells is refused at its place") {
  const auto codes = [](const std::string& test) {
    return testing::load(Desk(), kTestedConvention + "  - " + test + "\n").codes();
  };
  CHECK(codes("{expect: {assign: []}}") == "given-or-context");
  CHECK(codes("{given: {theme: creation}, context: {}, expect: {assign: []}}") ==
        "given-or-context");
  CHECK(codes("{given: {theme: creation}}") == "missing-key");
  CHECK(codes("{given: {theme: creation}, expect: {}}") == "expects-nothing");
  CHECK(codes("{given: {themes: creation}, expect: {assign: []}}") == "unknown-fact");
  CHECK(codes("{given: {theme: creations}, expect: {assign: []}}") == "unknown-value");
  CHECK(codes("{given: {zone: \"46999\"}, expect: {assign: []}}") == "unknown-value");
  CHECK(codes("{context: {cas: {}}, expect: {assign: []}}") == "unknown-name");
  CHECK(codes("{given: {}, expect: {assign: [cma-47]}}") == "unknown-partner");
  CHECK(codes("{given: {}, expect: {why_not: {cma-46: [nafs]}}}") == "unknown-fact");
  CHECK(codes("{given: {}, expect: {skipped: {cma-46: year}}}") == "unknown-quota");
  CHECK(codes("{given: {}, load: {cma-46.year: 2}, expect: {assign: []}}") == "unknown-quota");
  CHECK(codes("{given: {}, load: {cma: 2}, expect: {assign: []}}") == "unknown-partner");
  CHECK(codes("{given: {}, expect: {via: nobody}}") == "unknown-fallback");
  CHECK(codes("{given: {}, expect: {would_open: {communes: []}}}") == "unknown-field");
  CHECK(codes("{given: {}, today: demain, expect: {assign: []}}") == "not-a-day");
}

}  // namespace guichet::convention
