#include <catch2/catch.hpp>

#include "adapters/app/arguments.hpp"
#include "adapters/app/commands.hpp"
#include "engine/base/file.hpp"
#include "tests/adapters/app/captured.hpp"
#include "tests/adapters/sql/scratch.hpp"
#include "tests/support/has.hpp"

using namespace guichet;
using tests::has;
using tests::Run;

namespace {

constexpr const char* kModel =
    R"xml(<definitions xmlns="https://www.omg.org/spec/DMN/20230324/MODEL/" name="m" namespace="urn:m">
<inputData name="born" id="born"><variable name="born" typeRef="date"/></inputData>
<decision name="year" id="the-year"><variable name="year"/>
  <informationRequirement><requiredInput href="#born"/></informationRequirement>
  <literalExpression><text>born.year</text></literalExpression></decision>
<decision name="decade" id="decade"><variable name="decade"/>
  <informationRequirement><requiredDecision href="#the-year"/></informationRequirement>
  <literalExpression><text>year - modulo(year, 10)</text></literalExpression></decision>
<decisionService name="age service" id="s"><variable name="age service"/>
  <outputDecision href="#the-year"/><inputData href="#born"/></decisionService>
</definitions>)xml";

Run decide(app::Words words) {
  const sql::ScratchFolder folder;
  const std::string file = folder.file("model.dmn");
  REQUIRE(base::write_file(file, kModel));
  words.insert(words.begin(), file);
  words.insert(words.end(), {"--lang", "en"});
  return tests::run(app::run_decide, words);
}

}  // namespace

TEST_CASE("the one top decision of a model is decided, with dates out of JSON's strings") {
  const Run run = decide({"--input", R"({"born": "1987-05-01"})"});

  CHECK(run.exit == app::kDone);
  CHECK(run.out == "1980\n");
  CHECK(run.err.empty());
}

TEST_CASE("a decision is named by name or id, a service by name") {
  for (const std::string name : {"year", "the-year", "age service"}) {
    const Run run = decide({"--input", R"({"born": "1987-05-01"})", "--decision", name});
    CHECK(run.out == "1987\n");
  }
  const Run unknown = decide({"--input", "{}", "--decision", "yaer"});
  CHECK(unknown.exit == app::kWrongInput);
  CHECK(has(unknown.err, "has no decision, service or knowledge model 'yaer'"));
  CHECK(has(unknown.err, "did you mean 'year'?"));
}

TEST_CASE("input that does not fit is said, with its place in the model") {
  const Run run = decide({"--input", R"({"born": "yesterday", "bron": 1})"});

  CHECK(run.exit == app::kWrongInput);  // no decision was made: the null is none
  CHECK(run.out == "null\n");
  CHECK(has(run.err, "'bron' is not an input that the model reads"));
  CHECK(has(run.err, "model.dmn:2:"));
  CHECK(has(run.err, "[wrong-type]: born: expected date, not string"));
}

TEST_CASE("an explained model lists its decisions in their order") {
  const Run run = decide({"--input", R"({"born": "1987-05-01"})", "--explain"});

  CHECK(has(run.out, R"("result":1980,"decisions":[{"name":"year","value":1987},)"));
}
