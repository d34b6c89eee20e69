#include <chrono>
#include <iostream>

#include "adapters/app/commands.hpp"
#include "adapters/app/opening.hpp"
#include "engine/json/json.hpp"
#include "rules/feel/expression.hpp"

namespace guichet::app {

int run_feel(const Words& words) {
  const Usage usage{
      .command = "feel",
      .summary = "Evaluates a FEEL expression and prints its value as JSON.",
      .positionals = {"EXPRESSION"},
      .options = {{"context", "JSON|@FILE", "values of the names that it uses"}},
      .epilogue = "Example: guichet feel 'effectif < 20' --context '{\"effectif\": 12}'"};
  const auto arguments = Arguments::parse(usage, words);
  if (!arguments) return arguments.error();
  const base::Language language = arguments->language();
  const auto context = read_json_argument(arguments->get("context", "{}"), language);
  if (!context) return context.error();
  feel::Scope scope;
  std::vector<feel::Value> variables;
  if (context->value().kind() == feel::Kind::context) {
    for (const feel::Entry& entry : context->value().entries()) {
      scope.declare(std::string(entry.name));
      variables.push_back(entry.value);
    }
  }
  const std::string& text = arguments->at(0);
  const base::Source source = base::make_source("<expression>", text);
  const base::LocatedText located(text, {source, 0, static_cast<std::uint32_t>(text.size())});
  base::Diagnostics diagnostics;
  const feel::Expression expression = feel::compile(located, scope, diagnostics);
  std::cerr << render_text(diagnostics, language);
  if (expression.empty()) return kWrongInput;
  feel::Arena arena;
  feel::Evaluation run{
      .arena = arena,
      .now = std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now())};
  const feel::Value value = feel::evaluate(expression, variables, run);
  // Why a null came to be is said beside it; the value itself is the answer all the same.
  base::Diagnostics reasons;
  for (const feel::Note& note : run.notes) {
    reasons.warning(located.at(note.offset, note.length), note.what);
  }
  std::cerr << render_text(reasons, language);
  std::cout << json::write(value) << "\n";
  return kDone;
}

}  // namespace guichet::app
