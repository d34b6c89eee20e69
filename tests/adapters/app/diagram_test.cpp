// The commands that draw a path and tell it in words, from the words given to what is printed.
#include <catch2/catch.hpp>

#include "adapters/app/arguments.hpp"
#include "adapters/app/commands.hpp"
#include "engine/base/file.hpp"
#include "tests/adapters/app/captured.hpp"
#include "tests/adapters/sql/scratch.hpp"

using namespace guichet;
using tests::Run;
using tests::run;

namespace {

const std::string kMakers = GUICHET_ROOT "/examples/riverside-makers";
const std::string kFigeac = GUICHET_ROOT "/examples/pays-de-figeac";

std::size_t badges(const std::string& svg) {
  std::size_t out = 0;
  for (std::size_t at = svg.find("class=\"badge\""); at != std::string::npos;
       at = svg.find("class=\"badge\"", at + 1)) {
    ++out;
  }
  return out;
}

}  // namespace

TEST_CASE("a path is drawn in the language that is asked") {
  const Run english = run(app::run_diagram, {kMakers, "help", "--lang", "en"});
  CHECK(english.exit == app::kDone);
  CHECK(english.out.starts_with("<svg "));
  CHECK(english.out.find("after 60 working") != std::string::npos);
  CHECK(english.out.find("has declined") != std::string::npos);

  const Run french = run(app::run_diagram, {kMakers, "help", "--lang", "fr"});
  CHECK(french.out.find("après 60 jours") != std::string::npos);
}

TEST_CASE("a path that the desk has not is refused, with the one that was meant") {
  const Run printed = run(app::run_diagram, {kFigeac, "creatoin"});
  CHECK(printed.exit == app::kWrongInput);
  CHECK(printed.out.empty());
  CHECK(printed.err.find("did you mean 'creation'?") != std::string::npos);
}

TEST_CASE("a picture goes into the file that is named") {
  sql::ScratchFolder scratch;
  const std::string file = scratch.file("help.svg");
  const Run printed = run(app::run_diagram, {kMakers, "help", "--out", file});
  CHECK(printed.exit == app::kDone);
  CHECK(printed.out.empty());
  const auto bytes = base::read_bytes(file);
  REQUIRE(bytes);
  CHECK(bytes->ends_with("</svg>\n"));
}

TEST_CASE("with a database each step shows how many open cases are there") {
  sql::ScratchFolder scratch;
  const std::string database = scratch.file("desk.db");
  const Run simulated =
      run(app::run_simulate, {kFigeac, "--count", "20", "--seed", "3", "--from", "2009-01-05",
                              "--until", "2009-02-06", "--database", database});
  REQUIRE(simulated.exit == app::kDone);
  const Run bare = run(app::run_diagram, {kFigeac, "mise-en-relation"});
  const Run counted = run(app::run_diagram, {kFigeac, "mise-en-relation", "--database", database});
  CHECK(counted.exit == app::kDone);
  CHECK(badges(bare.out) == 0);
  CHECK(badges(counted.out) > 0);

  const Run nowhere =
      run(app::run_diagram, {kFigeac, "creation", "--database", scratch.file("absent.db")});
  CHECK(nowhere.exit == app::kWrongInput);
}

TEST_CASE("the annexe is printed, and what changed in it since another folder") {
  const Run annexe = run(app::run_explain, {kFigeac, "creation", "--as", "annexe", "--lang", "fr"});
  CHECK(annexe.exit == app::kDone);
  CHECK(annexe.out.starts_with("# Annexe : parcours « Création d’entreprise »"));
  CHECK(annexe.out.find("« Accompagner soi-même »") != std::string::npos);

  const Run same = run(app::run_explain,
                       {kFigeac, "creation", "--as", "annexe", "--since", kFigeac, "--lang", "fr"});
  CHECK(same.out.find("Rien ne change.") != std::string::npos);
}

TEST_CASE("options of explain that do not go together are a wrong usage") {
  CHECK(run(app::run_explain, {kFigeac, "creation", "--as", "poem"}).exit == app::kUsage);
  CHECK(run(app::run_explain, {kFigeac, "creation", "--since", kFigeac}).exit == app::kUsage);
}
