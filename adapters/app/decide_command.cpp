#include <fmt/format.h>

#include <chrono>
#include <iostream>

#include "adapters/app/commands.hpp"
#include "adapters/app/opening.hpp"
#include "engine/json/json.hpp"
#include "rules/tables/decide.hpp"
#include "rules/tables/load.hpp"
#include "rules/tables/report.hpp"

namespace guichet::app {
namespace {

bool is_xml(const std::string& file) {
  return file.ends_with(".dmn") || file.ends_with(".xml");
}

}  // namespace

int run_decide(const Words& words) {
  const Usage usage{
      .command = "decide",
      .summary = "Evaluates a decision table (YAML) and prints its result as JSON.",
      .positionals = {"FILE"},
      .options = {{"decision", "ID", "the decision of a file that has several"},
                  {"input", "JSON|@FILE", "the variables that the table reads", true},
                  {"explain", "", "also which rules matched, and why the others did not"}},
      .epilogue = "No rule that matches prints null; a collecting policy prints a list."};
  const auto arguments = Arguments::parse(usage, words);
  if (!arguments) return arguments.error();
  const base::Language language = arguments->language();
  const std::string& file = arguments->at(0);
  if (is_xml(file)) {
    std::cerr << fmt::format("guichet decide: {}: DMN XML is not read by this version yet\n", file);
    return kWrongInput;
  }
  const auto input = read_json_argument(arguments->get("input"), language);
  if (!input) return input.error();
  base::Diagnostics diagnostics;
  const auto table = tables::load_table_file(file, diagnostics);
  std::cerr << render_text(diagnostics, language);
  if (!table) return kWrongInput;
  if (arguments->has("decision") && arguments->get("decision") != table->id()) {
    std::cerr << fmt::format("guichet decide: {} holds the decision '{}'\n", file, table->id());
    return kWrongInput;
  }
  feel::Arena arena;
  feel::Evaluation run{
      .arena = arena,
      .now = std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now())};
  if (arguments->has("explain")) {
    const tables::Explanation explanation = tables::explain(*table, input->value(), run);
    std::cout << json::write(tables::report(*table, explanation, arena, language)) << "\n";
    return kDone;
  }
  const tables::Decision decision = tables::decide(*table, input->value(), run);
  for (const tables::Problem& problem : decision.problems) {
    std::cerr << "guichet decide: " << problem.what.in(language) << "\n";
  }
  std::cout << json::write(decision.result) << "\n";
  return kDone;
}

}  // namespace guichet::app
