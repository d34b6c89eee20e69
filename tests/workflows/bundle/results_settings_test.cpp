// results/*.yaml: what a desk says of its own results.
#include <catch2/catch.hpp>

#include "workflows/bundle/desk.hpp"

using namespace guichet;

namespace {

struct LoadedResults {
  std::shared_ptr<const bundle::Desk> desk;
  std::string errors;
};

LoadedResults with_results(const std::string& text, const std::string& second = "") {
  base::Diagnostics diagnostics;
  auto files = bundle::read_folder(GUICHET_ROOT "/examples/pays-de-figeac", diagnostics);
  REQUIRE_FALSE(diagnostics.has_errors());
  std::erase_if(files, [](const auto& file) { return file.first.starts_with("results/"); });
  if (!text.empty()) files["results/a.yaml"] = "guichet: results/1\n" + text;
  if (!second.empty()) files["results/b.yaml"] = "guichet: results/1\n" + second;
  LoadedResults out;
  out.desk = bundle::load_desk_files(files, "", diagnostics);
  out.errors = render_text(diagnostics, base::Language::en);
  return out;
}

bool says(const LoadedResults& loaded, const std::string& text) {
  INFO(loaded.errors);
  return loaded.errors.find(text) != std::string::npos;
}

}  // namespace

TEST_CASE("a desk names, defines and aims at the figures that it wants to") {
  const auto loaded = with_results(
      "title: Our year\nhide_below: 6\nmeasures:\n"
      "  cases: {title: Firms, definition: Those we saw, target: {from: 100, to: 120}}\n"
      "  completed: {target: 30}\n"
      "roll_up: [{level: epci, name: epci_nom}]\n");
  INFO(loaded.errors);
  REQUIRE(loaded.desk);
  const bundle::ResultSettings& results = loaded.desk->results;
  CHECK(results.title == "Our year");
  CHECK(results.hide_below == 6);
  CHECK(results.measures.at("cases").definition == "Those we saw");
  CHECK(results.measures.at("cases").least == 100);
  CHECK(results.measures.at("cases").most == 120);
  CHECK(results.measures.at("completed").least == 30);
  CHECK_FALSE(results.measures.at("completed").most);
  REQUIRE(results.roll_up.size() == 1);
  CHECK(results.roll_up[0].name == "epci_nom");
}

TEST_CASE("a desk without results/ has the usual ones") {
  const auto loaded = with_results("");
  REQUIRE(loaded.desk);
  CHECK(loaded.desk->results.hide_below == 5);
  CHECK(loaded.desk->results.measures.empty());
}

TEST_CASE("what is wrong in results/ is said at its place") {
  const auto loaded = with_results(
      "colour: blue\nhide_below: 2\nmeasures:\n  case: {title: x}\n"
      "  needs: {target: {from: 9, to: 3}}\n  asked: {target: many}\n"
      "roll_up: [{level: canton}, {level: epci, name: nobody}]\n");
  CHECK_FALSE(loaded.desk);
  CHECK(says(loaded, "results/a.yaml:2:1: error [unknown-key]"));
  CHECK(says(loaded, "results/a.yaml:3:13: error [bad-hide-below]"));
  CHECK(says(loaded, "results/a.yaml:5:3: error [unknown-measure]"));
  CHECK(says(loaded, "did you mean 'cases'?"));
  CHECK(says(loaded, "results/a.yaml:6:33: error [bad-target]"));
  CHECK(says(loaded, "results/a.yaml:7:19: error"));
  CHECK(says(loaded, "'canton' (communes) is not defined"));
  CHECK(says(loaded, "'nobody' (communes) is not defined"));
}

TEST_CASE("a survey is a choice of needs that a letter asks for") {
  const auto loaded = with_results(
      "surveys:\n  - {field: satisfaction, letter: enquete-6-mois, title: Useful}\n");
  INFO(loaded.errors);
  REQUIRE(loaded.desk);
  REQUIRE(loaded.desk->results.surveys.size() == 1);
  CHECK(loaded.desk->results.surveys[0].letter == "enquete-6-mois");
  CHECK(loaded.desk->results.surveys[0].title == "Useful");

  const auto wrong = with_results(
      "surveys:\n  - {field: avis, letter: enquete-6-mois}\n"
      "  - {field: satisfactio, letter: enquete}\n  - {field: satisfaction}\n");
  CHECK_FALSE(wrong.desk);
  CHECK(says(wrong, "results/a.yaml:3:13: error [not-a-survey]"));
  CHECK(says(wrong, "results/a.yaml:4:13: error [not-a-survey]"));
  CHECK(says(wrong, "did you mean 'satisfaction'?"));
  CHECK(says(wrong, "'enquete' (letters) is not defined"));
  CHECK(says(wrong, "results/a.yaml:5:5: error [missing-key]"));
}

TEST_CASE("a second file of results is refused") {
  const auto loaded = with_results("title: One\n", "title: Two\n");
  CHECK_FALSE(loaded.desk);
  CHECK(says(loaded, "defined-twice"));
}
