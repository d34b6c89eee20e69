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

constexpr const char* kPrime = R"(guichet: decision-table/1
id: prime
hit: U
inputs:
  age: {type: number, values: "[0..150]"}
outputs:
  montant: {type: number}
rules: |
  | id | age     || montant |
  | R1 | < 30    || 100     |
  | R2 | [25..60) || 50     |
  | R3 | [60..65) || null   |
)";

Run decide(const std::string& text, const std::string& input, const app::Words& more = {}) {
  const sql::ScratchFolder folder;
  const std::string file = folder.file("rules.yaml");
  REQUIRE(base::write_file(file, text));
  app::Words words{file, "--input", input, "--lang", "en"};
  words.insert(words.end(), more.begin(), more.end());
  return tests::run(app::run_decide, words);
}

}  // namespace

TEST_CASE("a null that a table decides is an answer") {
  for (const char* input : {R"({"age": 100})", R"({"age": 62})"}) {
    const Run run = decide(kPrime, input);
    CHECK(run.exit == app::kDone);
    CHECK(run.out == "null\n");
    CHECK(run.err.empty());
  }
}

TEST_CASE("a decision that cannot be made prints null and exits with 1") {
  for (const auto& [input, reason] :
       {std::pair{R"({})", "'age' has no value"}, std::pair{R"({"age": "old"})", "number"},
        std::pair{R"({"age": 200})", "[0..150]"}, std::pair{R"({"age": 27})", "R1, R2"}}) {
    INFO(input);
    const Run run = decide(kPrime, input);
    CHECK(run.exit == app::kWrongInput);
    CHECK(run.out == "null\n");
    CHECK(has(run.err, reason));
    CHECK(decide(kPrime, input, {"--explain"}).exit == app::kWrongInput);
    CHECK(decide(kPrime, input, {"--explain", "--format", "text"}).exit == app::kWrongInput);
  }
}

TEST_CASE("the header says what a file is, however it is spaced or quoted") {
  for (const char* header : {"guichet: decision-model/1", "guichet:  decision-model/1",
                             "# a model\n\"guichet\": 'decision-model/1'"}) {
    INFO(header);
    const Run run = decide(
        std::string(header) + "\nid: m\ndecisions:\n  twice: 2 * n\n" + "inputs:\n  n: number\n",
        R"({"n": 4})");
    CHECK(run.exit == app::kDone);
    CHECK(run.out == "8\n");
    CHECK(run.err.empty());
  }
}
