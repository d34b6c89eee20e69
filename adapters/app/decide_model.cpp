#include "adapters/app/decide_model.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <iostream>
#include <set>

#include "adapters/app/messages.hpp"
#include "adapters/app/opening.hpp"
#include "engine/base/file.hpp"
#include "engine/json/json.hpp"
#include "engine/yaml/shape.hpp"
#include "rules/dmn/model.hpp"
#include "rules/dmn/model_messages.hpp"

namespace guichet::app {
namespace {

enum class Kind { decision, service, knowledge };
struct Chosen {
  Kind kind = Kind::decision;
  std::string name;
};

// Decisions that no other one of the file requires.
std::vector<std::string> top_decisions(const dmn::Model& model) {
  std::set<std::string, std::less<>> required;
  const std::string own = model.definitions().model_namespace;
  for (const dmn::Decision& decision : model.definitions().decisions)
    for (const dmn::Reference& reference : decision.required_decisions) {
      const std::size_t hash = reference.href.find('#');
      const std::string space = reference.href.substr(0, hash);
      if (hash != std::string::npos && (space.empty() || space == own))
        required.insert(reference.href.substr(hash + 1));
    }
  std::vector<std::string> tops;
  for (const dmn::Decision& decision : model.definitions().decisions)
    if (!required.contains(decision.element.id)) tops.push_back(decision.element.name);
  return tops;
}

// By name, or by the id that the XML gives.
template <typename Elements>
const std::string* find(const Elements& elements, const std::string& wanted) {
  for (const auto& one : elements)
    if (one.element.name == wanted) return &one.element.name;
  for (const auto& one : elements)
    if (!wanted.empty() && one.element.id == wanted) return &one.element.name;
  return nullptr;
}

std::string joined(const std::vector<std::string>& names) {
  std::string text;
  for (const std::string& name : names) text += (text.empty() ? "" : ", ") + name;
  return text;
}

void complain(const base::Message& what, base::Language language) {
  std::cerr << "guichet decide: " << what.in(language) << "\n";
}

std::optional<Chosen> choose(const dmn::Model& model, const Arguments& arguments) {
  const base::Language language = arguments.language();
  const dmn::Definitions& definitions = model.definitions();
  if (!arguments.has("decision")) {
    const auto tops = top_decisions(model);
    if (tops.size() == 1) return Chosen{Kind::decision, tops.front()};
    complain(base::Message(messages::kWhichDecision,
                           {arguments.at(0), joined(tops.empty() ? model.decisions() : tops)}),
             language);
    return std::nullopt;
  }
  const std::string wanted = arguments.get("decision");
  if (const auto* name = find(definitions.decisions, wanted)) return Chosen{Kind::decision, *name};
  if (const auto* name = find(definitions.services, wanted)) return Chosen{Kind::service, *name};
  if (const auto* name = find(definitions.knowledge_models, wanted))
    return Chosen{Kind::knowledge, *name};
  std::vector<std::string> known = model.decisions();
  for (const auto& names : {model.services(), model.knowledge_models()})
    known.insert(known.end(), names.begin(), names.end());
  complain(base::Message(messages::kNoDecision, {arguments.at(0), wanted}), language);
  if (const auto hint = base::suggestion(wanted, known)) complain(*hint, language);
  return std::nullopt;
}

void show(const dmn::Problem& problem, base::Language language) {
  const base::Diagnostic diagnostic{
      problem.is_fault ? base::Severity::warning : base::Severity::info,
      problem.at,
      problem.what,
      {}};
  if (problem.at.source != nullptr)
    std::cerr << render_text(diagnostic, language);
  else
    complain(problem.what, language);
}

// Every place is told once, however often it was passed.
void show(const std::vector<dmn::Problem>& problems, base::Language language) {
  std::set<std::pair<const void*, std::pair<std::uint32_t, std::string>>> told;
  for (const dmn::Problem& problem : problems) {
    const std::string text = problem.what.in(language);
    if (told.insert({problem.at.source.get(), {problem.at.offset, text}}).second)
      show(problem, language);
  }
}

std::optional<dmn::Outcome> run_chosen(const dmn::Model& model, const Chosen& chosen,
                                       const feel::Value& inputs, feel::Evaluation& run,
                                       bool explained) {
  switch (chosen.kind) {
    case Kind::service:
      return model.call_service(chosen.name, inputs, run, explained);
    case Kind::knowledge:
      return model.call_knowledge(chosen.name, inputs, run);
    case Kind::decision:
      break;
  }
  return model.decide(chosen.name, inputs, run, explained);
}

}  // namespace

bool is_model_file(const std::string& file) {
  if (file.ends_with(".dmn") || file.ends_with(".xml")) return true;
  // By its header alone: what else is wrong with it is said by whoever reads it.
  const auto source = base::read_source(file);
  if (!source) return false;
  base::Diagnostics ignored;
  const auto root = yaml::parse(*source, ignored);
  return root != nullptr && yaml::header_kind(*root) == "decision-model";
}

int decide_model(const Arguments& arguments) {
  const base::Language language = arguments.language();
  const auto input = read_json_argument(arguments.get("input"), language);
  if (!input) return input.error();
  base::Diagnostics diagnostics;
  const auto model = dmn::load_model_file(arguments.at(0), {}, diagnostics);
  std::cerr << render_text(diagnostics, language);
  if (model == nullptr) return kWrongInput;
  const auto chosen = choose(*model, arguments);
  if (!chosen) return kWrongInput;
  if (input->value().kind() != feel::Kind::context) {
    complain(base::Message(messages::kInputIsObject), language);
    return kWrongInput;
  }
  feel::Arena arena;
  feel::Evaluation run{
      .arena = arena,
      .now = std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now())};
  std::vector<dmn::UnknownInput> unknown;
  const feel::Value inputs = chosen->kind == Kind::knowledge
                                 ? input->value()
                                 : model->typed_inputs(input->value(), arena, unknown);
  for (const dmn::UnknownInput& one : unknown) {
    complain(one.what, language);
    if (one.hint) complain(*one.hint, language);
  }
  const bool explained = arguments.has("explain");
  const auto outcome = run_chosen(*model, *chosen, inputs, run, explained);
  const int exit = outcome->had_errors ? kWrongInput : kDone;
  if (explained && arguments.get("format") == "text") {
    std::cout << dmn::text_report(*outcome, chosen->name, language);
    return exit;
  }
  show(outcome->problems, language);
  for (const std::string& name : outcome->missing)
    complain(base::Message(dmn::messages::kMissingInput, {name}), language);
  std::cout << json::write(explained ? dmn::report(*outcome, chosen->name, arena, language)
                                     : outcome->value)
            << "\n";
  return exit;
}

}  // namespace guichet::app
