#include <catch2/catch.hpp>

#include "rules/convention/report.hpp"
#include "tests/rules/convention/fixture.hpp"

namespace guichet::convention {

namespace {

const std::string kReportedConvention = R"(guichet: convention/1
id: c
facts: {theme: theme, zone: case.commune, naf: case.naf}
missing: {theme: error, zone: review, naf: no-match}
articles: {art-4: {themes: [creation]}}
partners:
  cma-46: {scope: [{article: art-4, naf: {in: [C, F]}}]}
  bge: {scope: [{article: art-4, zones: {in: ["dep:46"]}}]}
fallback: [{id: personne, queue: coordination, within: 2bd}]
)";

}  // namespace

TEST_CASE("a choice is written as JSON, with the reasons where they are asked") {
  const auto loaded = testing::load(testing::Desk(), kReportedConvention);
  REQUIRE(loaded.text() == "");
  const Choice choice = testing::choose(loaded, {.kase = R"({commune: null, naf: "10.71C"})"});

  CHECK(to_json(*loaded.convention, choice, false, base::Language::en) ==
        R"({"theme":"creation","chosen":[{"partner":"cma-46","article":"art-4",)"
        R"("rule":"cma-46/art-4"}],"review":["bge"]})");
  CHECK(to_json(*loaded.convention, choice, true, base::Language::en) ==
        R"({"theme":"creation","chosen":[{"partner":"cma-46","article":"art-4",)"
        R"("rule":"cma-46/art-4"}],"review":["bge"],"not_chosen":[{"partner":"bge","failed":)"
        R"([{"criterion":"zone","value":null,"wanted":"dep:46"}]}],)"
        R"("nearest":["bge"],"would_open":[{"field":"commune","partners":["bge"]}]})");
}

TEST_CASE("a fallback and problems are part of the answer") {
  const auto loaded = testing::load(testing::Desk(), kReportedConvention);
  const Choice choice = testing::choose(loaded, {.theme = "null"});

  CHECK(to_json(*loaded.convention, choice, false, base::Language::en) ==
        R"({"theme":null,"chosen":[],"fallback":{"id":"personne","queue":"coordination",)"
        R"("within":"2bd"},"problems":[{"code":"input-missing","text":"'theme' has no value"}]})");
}

TEST_CASE("why a partner was not chosen is a sentence in both languages") {
  const auto loaded = testing::load(testing::Desk(), kReportedConvention);
  const Choice choice = testing::choose(loaded, {.kase = R"({commune: "12012", naf: "62.01Z"})"});

  REQUIRE(choice.not_chosen.size() == 2);
  CHECK(sentence(choice.not_chosen[0], base::Language::fr) ==
        "cma-46 : naf : « 62.01Z » au lieu de C, F");
  CHECK(sentence(choice.not_chosen[0], base::Language::en) ==
        "cma-46: naf: '62.01Z' instead of C, F");
  CHECK(sentence({"bge", "", "", {{"quota", "10", "< 10"}}}, base::Language::fr) ==
        "bge : quota atteint (10, attendu < 10)");
}

}  // namespace guichet::convention
