#include <fmt/format.h>

#include <chrono>
#include <iostream>

#include "adapters/app/commands.hpp"
#include "adapters/app/decide_model.hpp"
#include "adapters/app/messages.hpp"
#include "adapters/app/opening.hpp"
#include "engine/json/json.hpp"
#include "rules/tables/decide.hpp"
#include "rules/tables/load.hpp"
#include "rules/tables/report.hpp"

namespace guichet::app {
namespace {

// What is given and not read is likely a slip of the hand.
void warn_of_unread(const tables::DecisionTable& table, const feel::Value& input,
                    base::Language language) {
  std::vector<feel::Value> variables;
  std::vector<std::string> unread;
  tables::bind_variables(table, input, variables, &unread);
  for (const std::string& name : unread) {
    std::cerr << "guichet decide: "
              << base::Message(messages::kUnreadInput, {name, table.id()}).in(language) << "\n";
    if (const auto hint = base::suggestion(name, table.scope().names()))
      std::cerr << "guichet decide: " << hint->in(language) << "\n";
  }
}

// A null is an answer; a decision that could not be made is none, whatever it prints.
int exit_of(const tables::Decision& decision) {
  return decision.problems.empty() ? kDone : kWrongInput;
}

int explain(const tables::DecisionTable& table, const feel::Value& input, feel::Evaluation& run,
            bool as_text, base::Language language) {
  const tables::Explanation explanation = tables::explain(table, input, run);
  if (as_text)
    std::cout << tables::text_report(table, explanation, language);
  else
    std::cout << json::write(tables::report(table, explanation, run.arena, language)) << "\n";
  return exit_of(explanation.decision);
}

int decide(const tables::DecisionTable& table, const feel::Value& input, feel::Evaluation& run,
           base::Language language) {
  const tables::Decision decision = tables::decide(table, input, run);
  for (const tables::Problem& problem : decision.problems)
    std::cerr << "guichet decide: " << problem.what.in(language) << "\n";
  std::cout << json::write(decision.result) << "\n";
  return exit_of(decision);
}

}  // namespace

int run_decide(const Words& words) {
  const Usage usage{
      .command = "decide",
      .summary = "Evaluates a decision table (YAML) or a DMN model and prints its result as JSON.",
      .positionals = {"FILE"},
      .options = {{"decision", "ID", "the decision or service of a model that has several"},
                  {"input", "JSON|@FILE", "the variables that the table or model reads", true},
                  {"explain", "", "also which rules matched, and why the others did not"},
                  {"format", "json|text", "of the explanation (json)"}},
      .epilogue =
          "No rule that matches prints null; a collecting policy prints a list. Exits with 1 "
          "where\n"
          "an error kept the decision from being made (a value missing or not allowed, several\n"
          "rules where one is to match): the result is null too, its reason on standard error."};
  const auto arguments = Arguments::parse(usage, words);
  if (!arguments) return arguments.error();
  const base::Language language = arguments->language();
  const std::string& file = arguments->at(0);
  const bool as_text = arguments->has("format") && arguments->get("format") == "text";
  if (arguments->has("format") && !as_text && arguments->get("format") != "json") {
    std::cerr << "guichet decide: --format: json, text\n";
    return kUsage;
  }
  if (is_model_file(file)) return decide_model(*arguments);
  const auto input = read_json_argument(arguments->get("input"), language);
  if (!input) return input.error();
  if (input->value().kind() != feel::Kind::context) {
    std::cerr << "guichet decide: " << base::Message(messages::kInputIsObject).in(language) << "\n";
    return kWrongInput;
  }
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
  warn_of_unread(*table, input->value(), language);
  return arguments->has("explain") ? explain(*table, input->value(), run, as_text, language)
                                   : decide(*table, input->value(), run, language);
}

}  // namespace guichet::app
