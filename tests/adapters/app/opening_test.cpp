#include "adapters/app/opening.hpp"

#include <catch2/catch.hpp>

#include <iostream>

#include "engine/base/file.hpp"
#include "tests/adapters/app/captured.hpp"
#include "tests/adapters/sql/scratch.hpp"

using namespace guichet;
using base::Language;
using tests::Captured;

namespace {

constexpr base::MessageText kBroken{"broken", "c'est cassé", "it is broken"};

base::Error broken(base::ErrorKind kind) {
  return {kind, base::Message(kBroken)};
}

}  // namespace

TEST_CASE("a fault ends with 70, whatever else is wrong with 1, each with its sentence") {
  const Captured error(std::cerr);
  CHECK(app::report(broken(base::ErrorKind::input), Language::en) == app::kWrongInput);
  CHECK(app::report(broken(base::ErrorKind::surroundings), Language::fr) == app::kWrongInput);
  CHECK(app::report(broken(base::ErrorKind::fault), Language::en) == app::kFault);
  CHECK(error.text() == "guichet: it is broken\nguichet: c'est cassé\nguichet: it is broken\n");
}

TEST_CASE("every reason of a rejection is printed, with its code") {
  const Captured error(std::cerr);
  const base::Rejection rejection{409, {base::Message(kBroken), base::Message(kBroken)}};
  CHECK(app::report(rejection, Language::en) == app::kWrongInput);
  CHECK(error.text() == "guichet: [broken] it is broken\nguichet: [broken] it is broken\n");
}

TEST_CASE("JSON is read from the command line or from a file") {
  const sql::ScratchFolder folder;
  REQUIRE(base::write_file(folder.file("case.json"), R"({"area": "riverside"})"));

  const auto given = app::read_json_argument(R"({"area": "riverside"})", Language::en);
  const auto read = app::read_json_argument("@" + folder.file("case.json"), Language::en);

  REQUIRE((given && read));
  CHECK(*given == *read);
}

TEST_CASE("JSON that cannot be read is said to standard error, with exit code 1") {
  const Captured error(std::cerr);
  for (const char* wrong : {"{\"area\": ", "@/nowhere/case.json"}) {
    const auto value = app::read_json_argument(wrong, Language::en);
    REQUIRE_FALSE(value);
    CHECK(value.error() == app::kWrongInput);
  }
  CHECK(error.text().contains("/nowhere/case.json"));
}

TEST_CASE("a desk with a mistake does not open; the mistake is printed with its place") {
  const sql::ScratchFolder folder;
  REQUIRE(base::write_file(folder.file("desk.yaml"), "guichet: desk/1\nnmae: A desk\n"));
  const Captured error(std::cerr);

  const auto desk = app::open_desk(folder.file(""), Language::en);

  REQUIRE_FALSE(desk);
  CHECK(desk.error() == app::kWrongInput);
  CHECK(error.text().contains("desk.yaml:2:1: error [unknown-key]"));
  CHECK(error.text().contains("did you mean 'name'?"));
}

TEST_CASE("the example desk opens") {
  const auto desk = app::open_desk(GUICHET_ROOT "/examples/riverside-makers", Language::en);
  REQUIRE(desk);
  CHECK((*desk)->settings.name == "Riverside Makers");
}
