#include "adapters/app/arguments.hpp"

#include <catch2/catch.hpp>

#include <iostream>

#include "tests/adapters/app/captured.hpp"

using namespace guichet;
using app::Arguments;
using tests::Captured;

namespace {

const app::Usage kUsage{.command = "route",
                        .summary = "Says which partners are chosen.",
                        .positionals = {"DIR", "[FILE]"},
                        .options = {{"case", "JSON", "the case", true},
                                    {"explain", "", "and why"},
                                    {"database", "URL", "where cases are kept"}},
                        .epilogue = "Example: guichet route examples/x"};

// The reason that is printed where the usage is wrong.
std::string refused(const std::vector<std::string>& given) {
  const Captured error(std::cerr), out(std::cout);
  const auto arguments = Arguments::parse(kUsage, given);
  REQUIRE_FALSE(arguments);
  CHECK(arguments.error() == app::kUsage);
  CHECK(out.text().empty());
  CHECK(error.text().contains("usage: guichet route DIR [FILE] --case JSON [--explain]"));
  return error.text();
}

}  // namespace

TEST_CASE("positionals, values and flags are read, whatever their order") {
  const auto arguments =
      Arguments::parse(kUsage, {"--explain", "desk", "--case={}", "--database", "db", "more"});

  REQUIRE(arguments);
  CHECK(arguments->at(0) == "desk");
  CHECK(arguments->at(1) == "more");
  CHECK(arguments->at(2).empty());
  CHECK(arguments->has("explain"));
  CHECK(arguments->get("case") == "{}");
  CHECK(arguments->get("database") == "db");
}

TEST_CASE("an option that was not given has the value that the caller says") {
  const auto arguments = Arguments::parse(kUsage, {"desk", "--case", "{}"});

  REQUIRE(arguments);
  CHECK_FALSE(arguments->has("explain"));
  CHECK(arguments->get("database", "memory") == "memory");
}

TEST_CASE("help is printed to standard output and ends with 0") {
  const Captured error(std::cerr), out(std::cout);

  const auto arguments = Arguments::parse(kUsage, {"--help"});

  REQUIRE_FALSE(arguments);
  CHECK(arguments.error() == app::kDone);
  CHECK(error.text().empty());
  for (const char* part :
       {"Says which partners", "--explain", "where cases are kept", "Example:"}) {
    INFO(part);
    CHECK(out.text().contains(part));
  }
}

TEST_CASE("what the command does not take is named, with exit code 2") {
  CHECK(refused({"desk", "--case", "{}", "--colour"}).contains("--colour"));
  CHECK(refused({"desk", "--case", "{}", "b", "third"}).contains("too many arguments: third"));
}

TEST_CASE("what is missing is named, with exit code 2") {
  CHECK(refused({"--case", "{}"}).contains("missing: DIR"));
  CHECK(refused({"desk"}).contains("missing: --case"));
}

TEST_CASE("a shortened option is not guessed") {
  CHECK(refused({"desk", "--case", "{}", "--expl"}).contains("--expl"));
}

TEST_CASE("the language asked for on the command line wins") {
  const auto language = [](const char* code) {
    return Arguments::parse(kUsage, {"desk", "--case", "{}", "--lang", code})->language();
  };
  CHECK(language("fr") == base::Language::fr);
  CHECK(language("en") == base::Language::en);
}
