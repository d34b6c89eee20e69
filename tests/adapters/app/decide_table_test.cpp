#include <catch2/catch.hpp>
#include <iostream>

#include "adapters/app/arguments.hpp"
#include "adapters/app/commands.hpp"
#include "captured.hpp"
#include "engine/base/file.hpp"
#include "tests/adapters/sql/scratch.hpp"

using namespace guichet;

namespace {

constexpr const char* kTable = R"(guichet: decision-table/1
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

struct Run {
  int exit = 0;
  std::string out, err;
};

Run decide(const std::string& text, const std::string& input, const app::Words& more = {}) {
  const sql::ScratchFolder folder;
  const std::string file = folder.file("rules.yaml");
  REQUIRE(base::write_file(file, text));
  app::Words words{file, "--input", input, "--lang", "en"};
  words.insert(words.end(), more.begin(), more.end());
  const tests::Captured out(std::cout), err(std::cerr);
  const int exit = app::run_decide(words);
  return {exit, out.text(), err.text()};
}

bool has(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("a null that a table decides is an answer") {
  for (const char* input : {R"({"age": 100})", R"({"age": 62})"}) {
    const Run run = decide(kTable, input);
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
    const Run run = decide(kTable, input);
    CHECK(run.exit == app::kWrongInput);
    CHECK(run.out == "null\n");
    CHECK(has(run.err, reason));
    CHECK(decide(kTable, input, {"--explain"}).exit == app::kWrongInput);
    CHECK(decide(kTable, input, {"--explain", "--format", "text"}).exit == app::kWrongInput);
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
