// What a run of a model looks like to programs and to people.
#include <set>

#include "rules/dmn/model.hpp"
#include "rules/dmn/model_messages.hpp"
#include "rules/tables/report.hpp"

namespace guichet::dmn {
namespace {

feel::Value place_of(const base::Location& at, feel::Arena& arena) {
  const base::Place place = at.source->place_of(at.offset);
  const feel::Entry entries[] = {{"file", arena.string(at.source->name())},
                                 {"line", feel::Value::integer(place.line)},
                                 {"column", feel::Value::integer(place.column)}};
  return arena.context(entries);
}

feel::Value problems_of(const Outcome& outcome, feel::Arena& arena, base::Language language) {
  std::vector<feel::Value> problems;
  for (const Problem& problem : outcome.problems) {
    std::vector<feel::Entry> entries{{"code", arena.string(problem.what.key())},
                                     {"text", arena.string(problem.what.in(language))},
                                     {"error", feel::Value::boolean(problem.is_fault)}};
    if (!problem.decision.empty()) entries.push_back({"decision", arena.string(problem.decision)});
    if (problem.at.source != nullptr) entries.push_back({"at", place_of(problem.at, arena)});
    problems.push_back(arena.context(entries));
  }
  for (const std::string& name : outcome.missing) {
    const base::Message what(messages::kMissingInput, {name});
    const feel::Entry entries[] = {{"code", arena.string(what.key())},
                                   {"text", arena.string(what.in(language))},
                                   {"error", feel::Value::boolean(false)}};
    problems.push_back(arena.context(entries));
  }
  return arena.list(problems);
}

feel::Value step_of(const Step& step, feel::Arena& arena, base::Language language) {
  std::vector<feel::Entry> entries{{"name", arena.string(step.decision)}, {"value", step.value}};
  if (step.table != nullptr && step.explanation)
    entries.push_back({"table", tables::report(*step.table, *step.explanation, arena, language)});
  return arena.context(entries);
}

// The table's own report with the run's diagnostics, which know their place.
feel::Value table_report(const Outcome& outcome, feel::Arena& arena, base::Language language) {
  const Step& step = outcome.steps.front();
  const feel::Value report = tables::report(*step.table, *step.explanation, arena, language);
  std::vector<feel::Entry> entries(report.entries().begin(), report.entries().end());
  for (feel::Entry& entry : entries) {
    if (entry.name == "result") entry.value = outcome.value;
    if (entry.name == "diagnostics") entry.value = problems_of(outcome, arena, language);
  }
  return arena.context(entries);
}

}  // namespace

feel::Value report(const Outcome& outcome, std::string_view decision, feel::Arena& arena,
                   base::Language language) {
  if (outcome.steps.size() == 1 && outcome.steps.front().explanation &&
      outcome.steps.front().decision == decision)
    return table_report(outcome, arena, language);
  std::vector<feel::Value> steps;
  for (const Step& step : outcome.steps) steps.push_back(step_of(step, arena, language));
  const feel::Entry entries[] = {{"decision", arena.string(decision)},
                                 {"result", outcome.value},
                                 {"decisions", arena.list(steps)},
                                 {"diagnostics", problems_of(outcome, arena, language)}};
  return arena.context(entries);
}

namespace {

std::string indented(const std::string& text) {
  std::string out;
  bool at_start = true;
  for (const char c : text) {
    if (at_start && c != '\n') out += "   ";
    out += c;
    at_start = c == '\n';
  }
  return out;
}

std::string problem_line(const Problem& problem, base::Language language) {
  std::string text = "   ! ";
  if (problem.at.source != nullptr)
    text += std::to_string(problem.at.source->place_of(problem.at.offset).line) + ": ";
  return text + problem.what.in(language) + "\n";
}

}  // namespace

std::string text_report(const Outcome& outcome, std::string_view decision,
                        base::Language language) {
  std::string text = std::string(decision) + " = " + feel::to_literal(outcome.value) + "\n";
  std::set<std::string, std::less<>> told;
  std::size_t number = 0;
  for (const Step& step : outcome.steps) {
    text += "\n" + std::to_string(++number) + ". " + step.decision + " = " +
            feel::to_literal(step.value) + "\n";
    if (!step.text.empty()) text += indented(step.text + "\n");
    if (step.table != nullptr && step.explanation)
      text += indented(tables::text_report(*step.table, *step.explanation, language));
    for (const Problem& problem : outcome.problems) {
      if (problem.decision != step.decision) continue;
      const std::string line = problem_line(problem, language);
      if (told.insert(step.decision + "\n" + line).second) text += line;
    }
  }
  for (const Problem& problem : outcome.problems)
    if (problem.decision.empty()) text += problem_line(problem, language);
  for (const std::string& name : outcome.missing)
    text += "   ! " + base::Message(messages::kMissingInput, {name}).in(language) + "\n";
  return text;
}

}  // namespace guichet::dmn
